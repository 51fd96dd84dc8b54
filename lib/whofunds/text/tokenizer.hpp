#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "whofunds/text/segmentation_rules.hpp"
#include "whofunds/text/token.hpp"
#include "whofunds/text/token_rules.hpp"

namespace whofunds::text {

/// Cuts text into tokens; the first half of a `Segmenter`.
class Tokenizer {
 public:
  /// Throws InputError where ICU cannot compile the rules.
  explicit Tokenizer(const SegmentationRules& rules);

  /// The tokens of `text` (valid UTF-8), in order.
  std::vector<Token> tokenize(std::string_view text) const;

 private:
  struct Piece;
  class Cutter;

  /// Its iterator is never used itself: each call works on a clone, which shares its tables.
  TokenRules token_rules_;
  std::vector<std::string> clitics_;
  std::set<std::string, std::less<>> units_;
  std::vector<std::string> signs_;
  std::set<std::string, std::less<>> one_token_;             ///< without the dot
  std::vector<std::pair<std::string, std::size_t>> splits_;  ///< a word in lower case, and where it is cut
};

}  // namespace whofunds::text
