#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// "вложил в комбинат «А», компанию «Б» и хозяйство «В»": described names that commas and a last "и" join are
/// one list, whatever a parser makes of them.
void correct_list_of_names(AnnotatedSentence& sentence, int begin, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
