#include "whofunds/text/docx.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "whofunds/model/error.hpp"
#include "whofunds/text/dates.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {
namespace {

using std::string_view;

/// The name of an element without its namespace, which any prefix may stand for.
string_view local_name(const pugi::xml_node& node) {
  const string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(const pugi::xml_node& parent, string_view name) {
  for (const pugi::xml_node& child : parent) {
    if (local_name(child) == name) return child;
  }
  return {};
}

/// What a reader of the document does not see, or sees elsewhere a second time.
bool is_passed_over(const pugi::xml_node& node, string_view name) {
  if (name == "del" || name == "moveFrom" || name == "Fallback" || name == "instrText") return true;
  return name == "r" && child_named(child_named(node, "rPr"), "vanish");
}

/// Gathers paragraphs while the tree is walked, without recursion.
class ParagraphGathering {
 public:
  bool enter(const pugi::xml_node& node) {
    const string_view name = local_name(node);
    if (is_passed_over(node, name)) return false;
    if (name == "tr") ++rows_;
    if (name == "t") text_ += node.text().get();
    if (name == "tab" || name == "cr") text_ += ' ';
    if (name == "br") text_ += '\n';
    if (name == "noBreakHyphen") text_ += '-';
    if (name == "softHyphen") text_ += "\u00AD";
    return true;
  }

  void leave(const pugi::xml_node& node) {
    const string_view name = local_name(node);
    if (name == "p") rows_ == 0 ? finish() : void(text_ += ' ');
    if (name == "tc") end_cell();
    if (name == "tr" && --rows_ == 0) finish();
  }

  std::string take() {
    finish();
    return std::move(all_);
  }

 private:
  static string_view trimmed(string_view text) {
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t\r\n")));
    text.remove_suffix(text.size() - std::min(text.size(), text.find_last_not_of(" \t\r\n") + 1));
    return text;
  }

  void end_cell() {
    const string_view cell = trimmed(text_);
    if (!cell.empty()) row_.append(row_.empty() ? "" : " | ").append(cell);
    text_.clear();
  }

  void finish() {
    end_cell();
    if (!row_.empty()) all_.append(all_.empty() ? "" : "\n\n").append(row_);
    row_.clear();
  }

  std::string all_;
  std::string row_;   // the cells of the row, or the paragraph
  std::string text_;  // of the cell
  int rows_ = 0;      // how many rows we are in; tables stand in tables
};

std::string text_of(const pugi::xml_node& root) {
  ParagraphGathering gathering;
  pugi::xml_node node = root;
  while (node) {
    const bool entered = gathering.enter(node);
    if (entered && node.first_child()) {
      node = node.first_child();
      continue;
    }
    if (entered) gathering.leave(node);
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      gathering.leave(node);
    }
    node = node == root ? pugi::xml_node() : node.next_sibling();
  }
  return gathering.take();
}

}  // namespace

Document read_docx(const DocxParts& parts, std::string_view source) {
  if (parts.text.empty())
    throw InputError(source, "it is an Office file without a text (word/document.xml)", "give a .docx");
  Document document{.id = std::string(source)};
  pugi::xml_document xml;
  const pugi::xml_parse_result parsed = xml.load_buffer(parts.text.data(), parts.text.size(),
                                                        pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!parsed) {
    throw InputError(source,
                     fmt::format("its text is no XML (word/document.xml, byte {}: {})", parsed.offset,
                                 parsed.description()),
                     "save it anew");
  }
  document.text = text_of(xml);
  if (const std::string fault = text_fault(document.text); !fault.empty())
    throw InputError(source, fault, "save it anew");
  pugi::xml_document properties;
  if (properties.load_buffer(parts.properties.data(), parts.properties.size())) {
    const pugi::xml_node core = properties.document_element();
    document.title = child_named(core, "title").text().get();
    document.date = date_in(child_named(core, "created").text().get());
    if (!text_fault(document.title).empty()) document.title.clear();
  }
  return document;
}

}  // namespace whofunds::text
