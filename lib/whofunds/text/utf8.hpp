#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace whofunds::text {

/// Why bytes are no text that we can read, with where in them ("not UTF-8 at byte 17"): invalid UTF-8, or
/// NUL, which only binary files hold. Empty if nothing is wrong.
std::string text_fault(std::string_view bytes);

/// Drops a byte order mark (U+FEFF) at the beginning.
void drop_byte_order_mark(std::string& text);

/// How many code points a text of valid UTF-8 has.
std::size_t count_code_points(std::string_view text);

/// Whether there is nothing but white space.
bool is_blank(std::string_view text);

}  // namespace whofunds::text
