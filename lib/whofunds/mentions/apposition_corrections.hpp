#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// "Эмиратский Al Rimal вложит": an adjective that a parser took for the name says where the name after it is
/// from.
void correct_adjective_before_name(AnnotatedSentence& sentence, int adjective);

/// Hangs a Russian name that a parser took for an apposition on what it names, or on whose complement it is.
void correct_appositions(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
