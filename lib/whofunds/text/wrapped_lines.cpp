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

struct WrappedLine {
  std::string_view text;
  std::size_t length = 0;  ///< in code points
};

/// Whether a line may go on with what stands in another: it begins with no mark of a list or a quoted mail.
bool may_go_on(std::string_view text) {
  constexpr std::u32string_view kMarks = U"-–—*+•‣▪◦■●>|#";
  const UChar32 c = first_code_point(text);
  return u_isspace(c) == 0 && kMarks.find(static_cast<char32_t>(c)) == std::u32string_view::npos;
}

/// Whether `next` was begun because its first word had no room left in a line of `width`.
bool had_no_room(const WrappedLine& line, const WrappedLine& next, std::size_t width) {
  if (width < kNarrowestWrap || width > kWidestWrap) return false;
  const std::string_view word = next.text.substr(0, next.text.find(' '));
  return line.length + 1 + count_code_points(word) > width;
}

/// Joins the lines of one block, which stand in `text`.
bool join_block(std::string& text, const std::vector<WrappedLine>& lines) {
  std::size_t width = 0;
  for (const WrappedLine& line : lines) width = std::max(width, line.length);
  bool any = false;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const WrappedLine& next = lines[i + 1];
    if (!may_go_on(lines[i].text) || !may_go_on(next.text)) continue;
    if (u_islower(first_code_point(next.text)) == 0 && !had_no_room(lines[i], next, width)) continue;
    text[static_cast<std::size_t>(next.text.data() - text.data()) - 1] = ' ';
    any = true;
  }
  return any;
}

}  // namespace

bool join_wrapped_lines(std::string& text) {
  bool any = false;
  std::vector<WrappedLine> block;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.size(), text.find('\n', begin));
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    if (!line.empty()) block.push_back({line, 0});
    if (line.empty() || end + 1 >= text.size()) {
      if (block.size() > 1) {
        for (WrappedLine& each : block) each.length = count_code_points(each.text);
        any = join_block(text, block) || any;
      }
      block.clear();
    }
    begin = end + 1;
  }
  return any;
}

}  // namespace whofunds::text
