#include "document_extractor.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "whofunds/text/language.hpp"
#include "whofunds/text/normalising.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::tools {
namespace {

using extraction::NamedMention;

/// The paragraphs of a document that are of one language, as one document, and where they stand in the whole.
class Part {
 public:
  Part(const text::Document& whole, std::string lang) : document_(whole) {
    document_.text.clear();
    document_.lang = std::move(lang);
  }

  const text::Document& document() const { return document_; }

  /// Adds a piece that begins at `place` of the whole, in code points.
  void add(std::string_view piece, std::size_t place) {
    pieces_.emplace_back(size_, place);
    document_.text += piece;
    size_ += text::count_code_points(piece);
  }

  /// Where a code point of the part stands in the whole.
  std::size_t place(std::size_t offset) const {
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                        [](std::size_t o, const auto& piece) { return o < piece.first; });
    const auto& [begin, whole] = *std::prev(after);
    return whole + (offset - begin);
  }

  /// The same for the end of something, which may be the end of a piece.
  std::size_t end_place(std::size_t end) const { return end == 0 ? place(0) : place(end - 1) + 1; }

 private:
  text::Document document_;
  std::vector<std::pair<std::size_t, std::size_t>>
      pieces_;  // where each begins, in the part and in the whole
  std::size_t size_ = 0;
};

/// A document as it is read: normalised, and parted by language.
class Prepared {
 public:
  explicit Prepared(const text::Document& document)
      : document_(document), clean_(text::normalise(document.text)) {
    const std::string& text = clean_.text();
    std::map<std::string, std::size_t> numbers;
    std::size_t place = 0;
    for (const text::LanguageSpan& span : text::language_spans(text, language_of(document))) {
      const auto [number, is_new] = numbers.emplace(span.lang, parts_.size());
      if (is_new) parts_.emplace_back(document, span.lang);
      const std::string_view piece = std::string_view(text).substr(span.begin, span.end - span.begin);
      parts_[number->second].add(piece, place);
      place += text::count_code_points(piece);
    }
  }

  const std::vector<Part>& parts() const { return parts_; }

  /// Whether offsets are as they were.
  bool is_plain() const { return clean_.unchanged() && parts_.size() == 1; }

  std::size_t begin(const Part& part, std::size_t offset) const {
    return clean_.original(part.place(offset));
  }
  std::size_t end(const Part& part, std::size_t offset) const {
    return clean_.original(part.end_place(offset));
  }
  std::string quote(std::size_t begin, std::size_t end) const {
    return std::string(text::between(document_.text, begin, end));
  }

 private:
  static std::string language_of(const text::Document& document) {
    return document.lang.empty() ? text::detect_language(document.text) : document.lang;
  }

  const text::Document& document_;
  text::Normalised clean_;
  std::vector<Part> parts_;
};

/// Numbers of entities and deals over several parts: "e1" of the second part is another than "e1" of the
/// first, unless both have the same name.
class Renumbering {
 public:
  void begin_part() {
    entities_.clear();
    deals_.clear();
  }

  std::string entity(const std::string& id, const std::string& name) {
    const auto [known, is_new] = entities_.emplace(id, "");
    if (is_new) {
      const auto [named, first] = by_name_.emplace(name, by_name_.size() + 1);
      known->second = fmt::format("e{}", named->second);
    }
    return known->second;
  }

  std::string deal(const std::string& id) {
    const auto [known, is_new] = deals_.emplace(id, "");
    if (is_new) known->second = fmt::format("d{}", ++last_deal_);
    return known->second;
  }

 private:
  std::map<std::string, std::string> entities_;  // of the part
  std::map<std::string, std::string> deals_;
  std::map<std::string, std::size_t> by_name_;
  std::size_t last_deal_ = 0;
};

void renumber(model::Fact& fact, Renumbering& numbers) {
  if (fact.subject) fact.subject->id = numbers.entity(fact.subject->id, fact.subject->name);
  fact.object.id = numbers.entity(fact.object.id, fact.object.name);
  if (!fact.deal.empty()) fact.deal = numbers.deal(fact.deal);
}

}  // namespace

std::vector<model::Fact> DocumentExtractor::extract_facts(const text::Document& document) const {
  const Prepared prepared(document);
  if (prepared.is_plain()) return extractor_.extract_facts(prepared.parts().front().document());
  std::vector<model::Fact> all;
  Renumbering numbers;
  for (const Part& part : prepared.parts()) {
    numbers.begin_part();
    for (model::Fact& fact : extractor_.extract_facts(part.document())) {
      for (model::Evidence& evidence : fact.evidence) {
        evidence.begin = prepared.begin(part, evidence.begin);
        evidence.end = prepared.end(part, evidence.end);
        evidence.text = prepared.quote(evidence.begin, evidence.end);
      }
      if (prepared.parts().size() > 1) renumber(fact, numbers);
      all.push_back(std::move(fact));
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const model::Fact& a, const model::Fact& b) {
    return a.evidence.front().begin < b.evidence.front().begin;
  });
  return all;
}

std::vector<NamedMention> DocumentExtractor::find_mentions(const text::Document& document) const {
  const Prepared prepared(document);
  if (prepared.is_plain()) return extractor_.find_mentions(prepared.parts().front().document());
  std::vector<NamedMention> all;
  Renumbering numbers;
  for (const Part& part : prepared.parts()) {
    numbers.begin_part();
    for (NamedMention& mention : extractor_.find_mentions(part.document())) {
      mention.begin = prepared.begin(part, mention.begin);
      mention.end = prepared.end(part, mention.end);
      mention.text = prepared.quote(mention.begin, mention.end);
      if (prepared.parts().size() > 1) mention.entity = numbers.entity(mention.entity, mention.name);
      all.push_back(std::move(mention));
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const NamedMention& a, const NamedMention& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  return all;
}

std::string DocumentExtractor::explain(const text::Document& document) const {
  const Prepared prepared(document);
  std::string text;
  for (const Part& part : prepared.parts()) text += extractor_.explain(part.document());
  return text;
}

}  // namespace whofunds::tools
