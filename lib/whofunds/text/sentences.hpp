#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/text/segmentation_rules.hpp"
#include "whofunds/text/token.hpp"

namespace whofunds::text {

/// Puts the tokens of a text together to sentences; the second half of a `Segmenter`.
///
/// The sentence iterator of ICU (UAX #29) is no help here: it ends a sentence at every line end and after
/// every "Mr.", and it does not end one where the next begins with a number ("Сделка закрыта. 12 мая компания
/// …").
class SentenceSplitter {
 public:
  explicit SentenceSplitter(const SegmentationRules& rules);

  /// The sentences of `tokens`, which are all tokens of `text`.
  std::vector<Sentence> split(std::string_view text, std::span<const Token> tokens) const;

 private:
  class Walk;
  using Words = std::set<std::string, std::less<>>;

  bool knows(const std::string& abbreviation) const;

  Words never_end_;
  Words may_end_;
  Words after_number_;
  Words starters_;
  Words before_letter_;
  Words ends_name_;
  Words continuers_;
};

}  // namespace whofunds::text
