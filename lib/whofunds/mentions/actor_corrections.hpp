#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// Which of two nouns beside a Russian verb does what it says, where a parser took the one for the other:
/// agreement, cases, and what does such things at all tell. "Раунд возглавил «А»".
void correct_actors(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
