#include "whofunds/text/markdown.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <md4c.h>

#include "whofunds/model/error.hpp"
#include "whofunds/text/dates.hpp"
#include "whofunds/text/encoding.hpp"
#include "whofunds/text/language.hpp"

namespace whofunds::text {
namespace {

using std::string_view;

string_view trimmed(string_view text) {
  text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t\r\n")));
  text.remove_suffix(text.size() - std::min(text.size(), text.find_last_not_of(" \t\r\n") + 1));
  return text;
}

string_view unquoted(string_view value) {
  value = trimmed(value);
  const bool quoted =
      value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

/// Takes what the front matter tells, and returns what follows it.
string_view without_front_matter(string_view text, Document& document) {
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return text;
  const std::size_t end = text.find("\n---", 3);
  if (end == string_view::npos) return text;
  for (std::size_t begin = text.find('\n') + 1; begin < end;) {
    const std::size_t stop = text.find('\n', begin);
    const string_view line = text.substr(begin, stop - begin);
    const std::size_t colon = line.find(':');
    if (colon != string_view::npos) {
      const string_view key = trimmed(line.substr(0, colon));
      const string_view value = unquoted(line.substr(colon + 1));
      if (key == "title") document.title = value;
      if (key == "date") document.date = date_in(value);
      if (key == "lang" || key == "language") document.lang = language_name(value);
      if (key == "url" || key == "canonical_url") document.url = value;
    }
    begin = stop + 1;
  }
  return text.substr(std::min(text.size(), text.find('\n', end + 1)));
}

/// What "&amp;" stands for: the entities that Markdown of people has. Others stay as they are.
std::string characters_of_entity(string_view entity) {
  struct Known {
    string_view entity;
    string_view character;
  };
  constexpr std::array kKnown{Known{"&amp;", "&"},      Known{"&lt;", "<"},    Known{"&gt;", ">"},
                              Known{"&quot;", "\""},    Known{"&apos;", "'"},  Known{"&nbsp;", "\u00A0"},
                              Known{"&shy;", "\u00AD"}, Known{"&mdash;", "—"}, Known{"&ndash;", "–"},
                              Known{"&laquo;", "«"},    Known{"&raquo;", "»"}, Known{"&hellip;", "…"},
                              Known{"&euro;", "€"},     Known{"&pound;", "£"}, Known{"&ldquo;", "“"},
                              Known{"&rdquo;", "”"},    Known{"&rsquo;", "’"}, Known{"&lsquo;", "‘"}};
  const auto* const found =
      std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& each) { return each.entity == entity; });
  return std::string(found == kKnown.end() ? entity : found->character);
}

/// Gathers text as the parser of md4c meets it.
class Gathering {
 public:
  explicit Gathering(Document& document) : document_(document) {}

  void enter_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML) ++passed_over_;
    if (type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_LI || type == MD_BLOCK_TR) finish();
  }

  void leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML) --passed_over_;
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) paragraph_ += kCell;
    if (type == MD_BLOCK_H && document_.title.empty()) document_.title = row(paragraph_);
    if (type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_LI || type == MD_BLOCK_TR) finish();
  }

  void enter_span(MD_SPANTYPE type) { passed_over_ += type == MD_SPAN_IMG ? 1 : 0; }
  void leave_span(MD_SPANTYPE type) { passed_over_ -= type == MD_SPAN_IMG ? 1 : 0; }

  void add(MD_TEXTTYPE type, string_view text) {
    if (passed_over_ > 0 || type == MD_TEXT_HTML) return;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      paragraph_ += '\n';
    } else if (type == MD_TEXT_ENTITY) {
      paragraph_ += characters_of_entity(text);
    } else if (type != MD_TEXT_NULLCHAR) {
      paragraph_ += text;
    }
  }

  void finish() {
    const std::string text = row(paragraph_);
    if (!text.empty()) document_.text.append(document_.text.empty() ? "" : "\n\n").append(text);
    paragraph_.clear();
  }

 private:
  static constexpr char kCell = '\x02';

  static std::string row(string_view cells) {
    std::string result;
    for (std::size_t begin = 0; begin <= cells.size();) {
      const std::size_t end = std::min(cells.size(), cells.find(kCell, begin));
      const string_view cell = trimmed(cells.substr(begin, end - begin));
      if (!cell.empty()) result.append(result.empty() ? "" : " | ").append(cell);
      begin = end + 1;
    }
    return result;
  }

  Document& document_;
  std::string paragraph_;
  int passed_over_ = 0;  // how many elements that are not read we are in
};

Gathering& gathering(void* user) {
  return *static_cast<Gathering*>(user);
}

}  // namespace

Document read_markdown(std::string_view bytes, std::string_view source) {
  Document document{.id = std::string(source)};
  const std::string all = decode_text(bytes, source);
  const string_view text = without_front_matter(all, document);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* user) {
    return gathering(user).enter_block(type), 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    return gathering(user).leave_block(type), 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* user) { return gathering(user).enter_span(type), 0; };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) { return gathering(user).leave_span(type), 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* begin, MD_SIZE size, void* user) {
    return gathering(user).add(type, string_view(begin, size)), 0;
  };
  Gathering all_text(document);
  if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &all_text) != 0)
    throw InputError(source, "its Markdown cannot be read", "give it as plain text: --input text");
  all_text.finish();
  return document;
}

}  // namespace whofunds::text
