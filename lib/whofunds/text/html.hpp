#pragma once

#include <string>
#include <string_view>

#include "whofunds/text/document.hpp"

namespace whofunds::text {

/// The article of an HTML page, with the title, date, address and language that the page tells. `bytes` are
/// in any encoding; `source` becomes the id. Throws InputError where the page is beyond the limits of
/// `HtmlTree`.
Document read_html(std::string_view bytes, std::string_view source);

/// The text of a piece of HTML, such as the body of a message, given as UTF-8.
std::string text_of_html(std::string_view html, std::string_view source);

}  // namespace whofunds::text
