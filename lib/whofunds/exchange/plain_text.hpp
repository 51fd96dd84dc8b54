#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace whofunds::exchange {

/// Text that every program takes: bytes that are no UTF-8, and NUL, become U+FFFD.
std::string clean_text(std::string_view text);

/// The first code points of a text, at most `count`.
std::string_view first_code_points(std::string_view text, std::size_t count);

/// How many code points it has.
std::size_t code_points(std::string_view text);

/// The text, or where it is longer than `count` code points its beginning and "…", together that long.
std::string shortened(const std::string& text, std::size_t count);

}  // namespace whofunds::exchange
