#pragma once

#include <vector>

#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::facts {

/// Adds `words` to the end of `to`.
inline void append_words(std::vector<int>& to, const std::vector<int>& words) {
  to.insert(to.end(), words.begin(), words.end());
}

/// Whether a word can stand in that case: it does, or shows none.
inline bool fits_case(const mentions::Word& word, language::Case wanted) {
  const language::Case told = word.note.grammatical_case;
  return wanted == language::Case::kNone || told == wanted || told == language::Case::kNone;
}

/// Whether a word hangs on another as a complement: an object, or what a preposition or a bare case joins.
inline bool is_oblique(const mentions::Word& word) {
  using tagging::Dependency;
  return word.is(Dependency::kOblique) || word.is(Dependency::kNominalModifier) ||
         word.is(Dependency::kIndirectObject) || word.is(Dependency::kAgent) || word.is(Dependency::kObject);
}

}  // namespace whofunds::facts
