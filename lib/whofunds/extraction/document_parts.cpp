#include "whofunds/extraction/document_parts.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "whofunds/text/language.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::extraction {
namespace {

std::string language_of(const text::Document& document) {
  return document.lang.empty() ? text::detect_language(document.text) : document.lang;
}

}  // namespace

DocumentPart::DocumentPart(const text::Document& whole, std::string lang)
    : document_{.id = whole.id,
                .lang = std::move(lang),
                .date = whole.date,
                .url = whole.url,
                .title = whole.title} {}

void DocumentPart::add(std::string_view piece, std::size_t place, std::size_t paragraphs) {
  if (document_.text.ends_with('\n') && !document_.text.ends_with("\n\n")) {
    document_.text += '\n';
    ++size_;
  }
  paragraphs_ += paragraphs;
  pieces_.emplace_back(size_, place);
  document_.text += piece;
  size_ += text::count_code_points(piece);
}

std::size_t DocumentPart::place(std::size_t offset) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                      [](std::size_t o, const auto& piece) { return o < piece.first; });
  const auto& [begin, whole] = *std::prev(after);
  return whole + (offset - begin);
}

DocumentParts::DocumentParts(const text::Document& document)
    : document_(document), clean_(text::normalise(document.text)) {
  const std::string& text = clean_.text();
  std::map<std::string, std::size_t> numbers;
  std::size_t place = 0;
  for (const text::LanguageSpan& span : text::language_spans(text, language_of(document))) {
    const auto [number, is_new] = numbers.emplace(span.lang, parts_.size());
    if (is_new) parts_.emplace_back(document, span.lang);
    const std::string_view piece = std::string_view(text).substr(span.begin, span.end - span.begin);
    parts_[number->second].add(piece, place, span.paragraphs);
    place += text::count_code_points(piece);
  }
}

std::string DocumentParts::quote(std::size_t begin, std::size_t end) {
  if (!places_) places_.emplace(document_.text);
  return std::string(places_->between(begin, end));
}

void Renumbering::begin_part() {
  entities_.clear();
  deals_.clear();
}

std::string Renumbering::entity(const std::string& id, const std::string& name) {
  const auto [known, is_new] = entities_.emplace(id, "");
  if (is_new) {
    const auto [named, first] = by_name_.emplace(name, by_name_.size() + 1);
    known->second = fmt::format("e{}", named->second);
  }
  return known->second;
}

std::string Renumbering::deal(const std::string& id) {
  const auto [known, is_new] = deals_.emplace(id, "");
  if (is_new) known->second = fmt::format("d{}", ++last_deal_);
  return known->second;
}

void Renumbering::renumber(model::Fact& fact) {
  if (fact.subject) fact.subject->id = entity(fact.subject->id, fact.subject->name);
  fact.object.id = entity(fact.object.id, fact.object.name);
  if (!fact.deal.empty()) fact.deal = deal(fact.deal);
}

}  // namespace whofunds::extraction
