#include "whofunds/text/steering.hpp"

#include <unicode/uchar.h>

namespace whofunds::text {

bool steers(std::int32_t c) {
  const auto category = u_charType(c);
  // U+061C, U+200E/F, U+202A–E and U+2066–9 turn the direction of writing.
  const bool turns_direction = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
                               (c >= 0x2066 && c <= 0x2069);
  return category == U_CONTROL_CHAR || category == U_LINE_SEPARATOR || category == U_PARAGRAPH_SEPARATOR ||
         turns_direction;
}

}  // namespace whofunds::text
