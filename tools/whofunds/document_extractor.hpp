#pragma once

#include <string>
#include <utility>
#include <vector>

#include "whofunds/extraction/extractor.hpp"
#include "whofunds/model/fact.hpp"
#include "whofunds/text/document.hpp"

namespace whofunds::tools {

/// Extracts from documents as people write them. What is read is the normalised text (see text::normalise),
/// each paragraph in its own language; what is answered has its offsets and quotes in the document as it is.
/// Safe to use from many threads.
class DocumentExtractor {
 public:
  explicit DocumentExtractor(extraction::Extractor extractor) : extractor_(std::move(extractor)) {}

  std::vector<model::Fact> extract_facts(const text::Document& document) const;
  std::vector<extraction::NamedMention> find_mentions(const text::Document& document) const;
  std::string explain(const text::Document& document) const;

 private:
  extraction::Extractor extractor_;
};

}  // namespace whofunds::tools
