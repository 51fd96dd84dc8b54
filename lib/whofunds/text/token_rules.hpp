#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <unicode/rbbi.h>

#include "whofunds/text/segmentation_rules.hpp"

namespace whofunds::text {

/// The rules for tokens of one language as ICU runs them. ICU takes some milliseconds to compile them, more
/// than half of what the program needs to start, so the build does it once; a file holds the result with the
/// rules that it was made of. Where these are no longer the same, or ICU is another, they are compiled anew.
class TokenRules {
 public:
  /// Looks into `rules.compiled` first. Throws InputError where ICU cannot compile the rules.
  explicit TokenRules(const SegmentationRules& rules);

  const icu::RuleBasedBreakIterator& iterator() const { return *iterator_; }

 private:
  std::vector<std::uint32_t> tables_;  ///< those of the iterator, where they were read from a file
  std::unique_ptr<const icu::RuleBasedBreakIterator> iterator_;
};

/// What a file of compiled rules holds. Throws InputError where ICU cannot compile them.
std::string compile_token_rules(const SegmentationRules& rules);

}  // namespace whofunds::text
