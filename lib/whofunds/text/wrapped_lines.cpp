#include "whofunds/text/wrapped_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "whofunds/text/utf8.hpp"

namespace whofunds::text {
namespace {

/// Text is taken to be broken at a fixed width where the longest line between two empty ones is as long as
/// this, in code points.
constexpr std::size_t kNarrowestWrap = 50;
constexpr std::size_t kWidestWrap = 120;

struct Line {
  std::string_view text;
  std::size_t length = 0;  ///< in code points
};

UChar32 first_character(std::string_view text) {
  UChar32 c = 0;
  std::size_t at = 0;
  if (!text.empty()) U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), c);
  return c;
}

/// Whether a line may go on with what stands in another: it begins with no mark of a list or a quoted mail.
bool may_go_on(std::string_view text) {
  constexpr std::u32string_view kMarks = U"-–—*+•‣▪◦■●>|#";
  const UChar32 c = first_character(text);
  return u_isspace(c) == 0 && kMarks.find(static_cast<char32_t>(c)) == std::u32string_view::npos;
}

/// Whether `next` was begun because its first word had no room left in a line of `width`.
bool had_no_room(const Line& line, const Line& next, std::size_t width) {
  if (width < kNarrowestWrap || width > kWidestWrap) return false;
  const std::string_view word = next.text.substr(0, next.text.find(' '));
  return line.length + 1 + count_code_points(word) > width;
}

/// Joins the lines of one block, which stand in `text`.
bool join_block(std::string& text, const std::vector<Line>& lines) {
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, line.length);
  bool any = false;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line& next = lines[i + 1];
    if (!may_go_on(lines[i].text) || !may_go_on(next.text)) continue;
    if (u_islower(first_character(next.text)) == 0 && !had_no_room(lines[i], next, width)) continue;
    text[static_cast<std::size_t>(next.text.data() - text.data()) - 1] = ' ';
    any = true;
  }
  return any;
}

}  // namespace

bool join_wrapped_lines(std::string& text) {
  bool any = false;
  std::vector<Line> block;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.size(), text.find('\n', begin));
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    if (!line.empty()) block.push_back({line, 0});
    if (line.empty() || end + 1 >= text.size()) {
      if (block.size() > 1) {
        for (Line& each : block) each.length = count_code_points(each.text);
        any = join_block(text, block) || any;
      }
      block.clear();
    }
    begin = end + 1;
  }
  return any;
}

}  // namespace whofunds::text
