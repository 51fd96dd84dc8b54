#pragma once

#include <string_view>

#include "whofunds/text/document.hpp"

namespace whofunds::text {

/// The text of Markdown (CommonMark with tables): paragraphs, headings, list items and rows of tables with an
/// empty line between them, links as their words, without pictures, code and raw HTML. Title and date are
/// those of the front matter ("title:", "date:" between lines of "---"), else the title is the first heading.
Document read_markdown(std::string_view bytes, std::string_view source);

}  // namespace whofunds::text
