#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace whofunds::exchange {

/// U+FFFD, what stands for that which cannot be written.
inline constexpr std::string_view kReplacement = "\uFFFD";

/// Calls `take` with each code point and the bytes that it stands for; the code point of bytes that are no
/// UTF-8 is below 0.
void for_each_code_point(std::string_view text,
                         const std::function<void(std::int32_t code_point, std::string_view bytes)>& take);

/// Text that every program takes: bytes that are no UTF-8, and NUL, become U+FFFD.
std::string clean_text(std::string_view text);

/// The first code points of a text, at most `count`.
std::string_view first_code_points(std::string_view text, std::size_t count);

/// The text, or where it is longer than `count` code points its beginning and "…", together that long.
std::string shortened(const std::string& text, std::size_t count);

}  // namespace whofunds::exchange
