#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// What makes a noun a title, which has whose it is after it.
enum class TitleBy {
  kAdjective,  ///< a word beside it: "дочернее предприятие"
  kItself,     ///< "проект"
};

/// Whether a noun of a sentence is a title of some frame, in that way.
bool is_title(const AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon, TitleBy by);

}  // namespace whofunds::mentions
