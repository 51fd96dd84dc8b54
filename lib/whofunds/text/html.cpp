#include "whofunds/text/html.hpp"

#include <algorithm>
#include <string>

#include "whofunds/text/encoding.hpp"
#include "whofunds/text/html_article.hpp"
#include "whofunds/text/html_metadata.hpp"
#include "whofunds/text/html_tree.hpp"

namespace whofunds::text {
namespace {

/// The encoding that a page declares, where HTML5 looks for it: in the first 1024 bytes.
std::string declared_encoding(std::string_view bytes) {
  std::string head(bytes.substr(0, 1024));
  for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const std::string_view key : {"charset=", "encoding="}) {
    const std::size_t found = head.find(key);
    if (found == std::string::npos) continue;
    const std::size_t begin = head.find_first_not_of("\"' ", found + key.size());
    if (begin == std::string::npos) continue;
    return head.substr(begin, head.find_first_of("\"' ;/>", begin) - begin);
  }
  return {};
}

}  // namespace

Document read_html(std::string_view bytes, std::string_view source) {
  const std::string html = decode_text(bytes, source, declared_encoding(bytes));
  const HtmlTree page(html, source);
  HtmlMetadata told = metadata_of(page);
  return {.id = std::string(source),
          .text = article_of(page),
          .lang = std::move(told.lang),
          .date = told.date,
          .url = std::move(told.url),
          .title = std::move(told.title)};
}

std::string text_of_html(std::string_view html, std::string_view source) {
  return article_of(HtmlTree(html, source));
}

}  // namespace whofunds::text
