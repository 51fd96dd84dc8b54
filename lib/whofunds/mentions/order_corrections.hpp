#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// Mends of Russian trees what free order of words makes parsers get wrong: which of two nouns acts, and
/// which word a phrase belongs to that stands far from it. `correct_tree` makes them last.
void correct_order(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
