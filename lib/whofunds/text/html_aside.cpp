// What is no part of an article: told from elements, roles and the names that pages give to classes.
#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "whofunds/text/html_article.hpp"

namespace whofunds::text {
namespace {

/// A form is none of them: there are sites on which it holds the whole page.
bool is_hidden_or_furniture(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
      return true;
    default:
      return false;
  }
}

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool names_furniture(std::string_view word) {
  return is_any_of(
      word,
      {"ad",         "ads",         "adv",        "advert",     "advertisement", "advertising", "banner",
       "breadcrumb", "breadcrumbs", "comments",   "cookie",     "cookies",       "footer",      "menu",
       "nav",        "navbar",      "navigation", "newsletter", "outbrain",      "pagination",  "popup",
       "promo",      "recommended", "related",    "rubrics",    "share",         "sharing",     "sidebar",
       "social",     "socials",     "sponsored",  "subscribe",  "subscription",  "taboola",     "tags",
       "teaser",     "teasers",     "toolbar",    "widget"});
}

/// Whether one of the words of an attribute ("site-menu relatedNews") names what is no article. Words are
/// parted at spaces, marks, and capitals.
bool has_furniture_word(std::string_view value) {
  constexpr std::size_t kLongest = 1000;
  std::string word;
  char before = ' ';
  for (const char c : value.substr(0, kLongest)) {
    const auto letter = static_cast<unsigned char>(c);
    const bool begins = std::isupper(letter) != 0 && std::islower(static_cast<unsigned char>(before)) != 0;
    if (begins || std::isalpha(letter) == 0) {
      if (names_furniture(word)) return true;
      word.clear();
    }
    if (std::isalpha(letter) != 0) word += static_cast<char>(std::tolower(letter));
    before = c;
  }
  return names_furniture(word);
}

bool is_styled_away(std::string_view style) {
  std::string tight;
  for (const char c : style.substr(0, 1000)) {
    if (c != ' ') tight += c;
  }
  return tight.find("display:none") != std::string::npos ||
         tight.find("visibility:hidden") != std::string::npos;
}

/// A header of the site has no headline of an article.
bool is_site_header(const GumboNode& node) {
  return is_tag(node, GUMBO_TAG_HEADER) && is_tag(*node.parent, GUMBO_TAG_BODY);
}

}  // namespace

bool is_aside(const GumboNode& node) {
  if (!is_element(node)) return false;
  const GumboElement& element = node.v.element;
  if (is_hidden_or_furniture(element.tag) || is_site_header(node)) return true;
  if (element.attributes.length == 0) return false;
  if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr) return true;
  if (attribute(node, "aria-hidden") == "true" || is_styled_away(attribute(node, "style"))) return true;
  if (is_any_of(attribute(node, "role"),
                {"navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alert"}))
    return true;
  // The page as a whole may be named after what it can show.
  if (is_any_of(gumbo_normalized_tagname(element.tag), {"html", "body", "article", "main", "h1"}))
    return false;
  return has_furniture_word(attribute(node, "class")) || has_furniture_word(attribute(node, "id"));
}

}  // namespace whofunds::text
