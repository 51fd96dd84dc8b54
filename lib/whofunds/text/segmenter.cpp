#include "whofunds/text/segmenter.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "whofunds/model/error.hpp"
#include "whofunds/text/sentences.hpp"
#include "whofunds/text/tokenizer.hpp"

namespace whofunds::text {

struct Segmenter::Parts {
  Tokenizer tokenizer;
  SentenceSplitter splitter;
};

Segmenter::Segmenter(const SegmentationRules& rules)
    : parts_(std::make_unique<const Parts>(Parts{Tokenizer(rules), SentenceSplitter(rules)})) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

Segmentation Segmenter::segment(std::string_view text) const {
  Segmentation cut;
  cut.tokens = parts_->tokenizer.tokenize(text);
  cut.sentences = parts_->splitter.split(text, cut.tokens);
  return cut;
}

Segmenter open_segmenter(const std::filesystem::path& share, std::string_view lang) {
  const std::filesystem::path folder = share / "language" / lang;
  // The name may come from a document: it must not lead to another folder.
  const bool is_code =
      !lang.empty() && std::all_of(lang.begin(), lang.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!is_code || !std::filesystem::is_directory(folder)) {
    throw UsageError("", fmt::format("the language '{}' is not known", lang),
                     "use one of those in the folder 'language'");
  }
  SegmentationRules rules = read_segmentation_rules(folder / "segmentation.toml");
  rules.compiled = share / fmt::format("{}.tokens", lang);
  return Segmenter(rules);
}

}  // namespace whofunds::text
