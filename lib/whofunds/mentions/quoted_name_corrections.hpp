#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// "сервис аренды велосипедов «Круть»", "компания по выпуску мебели «Дубок»": parsers hang the name on the
/// last noun of its description.
void correct_quoted_name(AnnotatedSentence& sentence, int quote, const language::Lexicon& lexicon);

/// "Кинокластер «А» построит": a name in quotes right after the first word is its name.
void correct_name_of_first_word(AnnotatedSentence& sentence, int quote, const language::Lexicon& lexicon);

/// "Дочернее предприятие «А» ООО «Б»": of two names in apposition to a title the first is whose it is.
void correct_owner_of_title(AnnotatedSentence& sentence, int quote, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
