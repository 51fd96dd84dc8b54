#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "whofunds/text/segmentation_rules.hpp"
#include "whofunds/text/token.hpp"

namespace whofunds::text {

/// Cuts texts of one language into sentences and tokens.
///
/// Tokens are what an ICU break iterator finds by the rules of the language, mended for abbreviations
/// ("Inc.") and clitics
/// ("'s", "n't"): those of the treebanks that the taggers were trained on. In English the parts of a
/// hyphenated word are tokens of their own; in Russian a hyphenated word is one token. Sentences are decided
/// over the tokens: at final marks, with a knowledge of abbreviations and initials, and at line ends, where a
/// wrapped line is told from a heading.
///
/// Safe to use from many threads at once. Time and memory grow linearly with the text.
///
///     const Segmenter segmenter = open_segmenter(share, "en");
///     const Segmentation cut = segmenter.segment("Acme Inc. bought Bolt. It paid $5m.");
class Segmenter {
 public:
  /// Throws InputError where ICU cannot compile the rules for tokens.
  explicit Segmenter(const SegmentationRules& rules);
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  /// Cuts `text`, which must be valid UTF-8, no longer than `kLargestDocument`, and outlive the answer.
  Segmentation segment(std::string_view text) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

/// The segmenter of a language (ISO 639-1: "ru", "en"), from language/<lang>/segmentation.toml in the folder
/// `share`. Throws UsageError for a language that has no such file, otherwise as `read_segmentation_rules`
/// and `Segmenter` do.
Segmenter open_segmenter(const std::filesystem::path& share, std::string_view lang);

}  // namespace whofunds::text
