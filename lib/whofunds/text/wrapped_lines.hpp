#pragma once

#include <string>

namespace whofunds::text {

/// Makes one line of the lines of a paragraph that was broken at a fixed width, as mail and old texts are: a
/// line end becomes a space where the next line goes on in lower case, or where its first word had no room
/// left in the line before. Headings, lists and quoted mail stay as they are. Line ends are "\n". Says
/// whether anything was changed.
bool join_wrapped_lines(std::string& text);

}  // namespace whofunds::text
