#pragma once

#include <cstdint>
#include <string>

namespace whofunds::text {

/// Text is taken to be broken at a fixed width where the longest line between two empty ones is as long as
/// this, in code points.
inline constexpr std::uint32_t kNarrowestWrap = 50;
inline constexpr std::uint32_t kWidestWrap = 120;

/// Makes one line of the lines of a paragraph that was broken at a fixed width, as mail and old texts are: a
/// line end becomes a space where the next line goes on in lower case, or where its first word had no room
/// left in the line before. Headings, lists and quoted mail stay as they are. Line ends are "\n". Says
/// whether anything was changed.
bool join_wrapped_lines(std::string& text);

}  // namespace whofunds::text
