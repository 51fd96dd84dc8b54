#pragma once

#include <string_view>

#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// Whether the word is that mark; "«" and "»" stand for quotes of whatever kind.
inline bool is_mark(const Word& word, std::string_view text) {
  return word.lower == text;
}

/// Whether the word is a long dash, as it parts clauses and stands for a verb.
inline bool is_long_dash(const Word& word) {
  return is_mark(word, "—") || is_mark(word, "–");
}

/// Whether the word is a dash of whatever length.
inline bool is_dash(const Word& word) {
  return is_long_dash(word) || is_mark(word, "-");
}

/// Where the quotes that "«" at `quote` opens close; kNoWord where they do not, or hold nothing.
int end_of_quotes(const AnnotatedSentence& sentence, int quote);

/// Of what stands in quotes from "«" at `quote` on the word that the rest of the sentence sees; kNoWord where
/// nothing does.
int head_in_quotes(const AnnotatedSentence& sentence, int quote);

}  // namespace whofunds::mentions
