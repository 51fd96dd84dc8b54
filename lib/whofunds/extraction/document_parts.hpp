#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "whofunds/model/fact.hpp"
#include "whofunds/text/document.hpp"
#include "whofunds/text/normalising.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::extraction {

/// The paragraphs of a document that are of one language, as one document, and where they stand in the whole.
class DocumentPart {
 public:
  DocumentPart(const text::Document& whole, std::string lang);

  const text::Document& document() const { return document_; }

  /// Adds a piece of so many paragraphs that begins at `place` of the whole, in code points. It is parted
  /// from the one before by an empty line.
  void add(std::string_view piece, std::size_t place, std::size_t paragraphs);

  std::size_t paragraphs() const { return paragraphs_; }

  /// Where a code point of the part stands in the whole.
  std::size_t place(std::size_t offset) const;

  /// The same for the end of something, which may be the end of a piece.
  std::size_t end_place(std::size_t end) const { return end == 0 ? place(0) : place(end - 1) + 1; }

 private:
  text::Document document_;
  /// Where each piece begins, in the part and in the whole.
  std::vector<std::pair<std::size_t, std::size_t>> pieces_;
  std::size_t size_ = 0;
  std::size_t paragraphs_ = 0;
};

/// A document as it is read: normalised, and parted by language; with the way back to it as it was. The
/// document must outlive it.
class DocumentParts {
 public:
  explicit DocumentParts(const text::Document& document);

  const std::vector<DocumentPart>& parts() const { return parts_; }

  /// Whether the text is one part with the offsets that it had.
  bool is_plain() const { return clean_.unchanged() && parts_.size() == 1; }

  /// Where something in a part begins and ends in the document as it was, in code points.
  std::size_t begin(const DocumentPart& part, std::size_t offset) const {
    return clean_.original(part.place(offset));
  }
  std::size_t end(const DocumentPart& part, std::size_t offset) const {
    return clean_.original(part.end_place(offset));
  }

  /// What stands there in the document as it was.
  std::string quote(std::size_t begin, std::size_t end);

 private:
  const text::Document& document_;
  text::Normalised clean_;
  std::vector<DocumentPart> parts_;
  std::optional<text::CodePointIndex> places_;  // in the document as it was; most documents need none
};

/// Numbers of entities and deals over several parts: "e1" of the second part is another than "e1" of the
/// first, unless both have the same name.
class Renumbering {
 public:
  void begin_part();
  std::string entity(const std::string& id, const std::string& name);
  void renumber(model::Fact& fact);

 private:
  std::string deal(const std::string& id);

  std::map<std::string, std::string> entities_;  // of the part
  std::map<std::string, std::string> deals_;
  std::map<std::string, std::size_t> by_name_;
  std::size_t last_deal_ = 0;
};

}  // namespace whofunds::extraction
