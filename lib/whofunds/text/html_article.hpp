#pragma once

#include <string>

#include "whofunds/text/html_tree.hpp"

namespace whofunds::text {

/// The article of a page as plain text: its paragraphs, headings, list items and rows of tables, with an
/// empty line between them, and without menus, advertising and lists of links. The cells of a row stand
/// between " | ". A headline that stands beside the article comes first.
///
/// The article is where the page says so (`<article>`, `<main>`, itemprop="articleBody"), if most of the text
/// is there; from there, or from the body, the element that is deepest and still holds most of the text.
std::string article_of(const HtmlTree& page);

/// Whether a reader of the page does not see the element, or it is no part of any article: scripts, menus,
/// what is hidden, what a class calls a menu or advertising.
bool is_aside(const GumboNode& node);

}  // namespace whofunds::text
