#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::facts {

/// "по словам источников", "people familiar with the matter said": what a sentence tells is hearsay.
bool is_told_by_sources(const mentions::AnnotatedSentence& tree, const language::Lexicon& lexicon);

}  // namespace whofunds::facts
