#include "printing.hpp"

#include <algorithm>
#include <cstdint>
#include <iostream>

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unistd.h>

#include "whofunds/model/error.hpp"
#include "whofunds/text/steering.hpp"

namespace whofunds::tools {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

void check_output() {
  if (!std::cout) throw MachineError("standard output", "it could not be written", "is the disk full?");
}

/// How many columns of a terminal the text takes.
std::size_t width_of(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (c < 0) c = 0xFFFD;
    const auto category = u_charType(c);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) continue;
    const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

}  // namespace

std::string printable(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (c == '\t' || c == '\n') {
      shown += ' ';
    } else if (c < 0 || text::steers(c)) {
      if (c != '\r') shown += kReplacement;
    } else {
      shown.append(text.substr(begin, at - begin));
    }
  }
  return shown;
}

std::string printable_lines(std::string_view text) {
  std::string shown;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.size(), text.find('\n', begin));
    shown.append(printable(text.substr(begin, end - begin))) += '\n';
    begin = end + 1;
  }
  return shown;
}

void say(std::string_view message) {
  while (message.ends_with('\n')) message.remove_suffix(1);
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = message.find('\n');
    std::cerr << printable(message.substr(0, end)) << '\n';
    message.remove_prefix(end == std::string_view::npos ? message.size() : end + 1);
  }
}

void say_error(std::string_view message) {
  say("whofunds: " + std::string(message));
}

void print(std::string_view text) {
  std::cout << text;
  check_output();
}

void flush_output() {
  std::cout.flush();
  check_output();
}

bool output_is_terminal() {
  return isatty(STDOUT_FILENO) != 0;
}

std::string aligned(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t column = 0; column < row.size(); ++column)
      widths[column] = std::max(widths[column], width_of(printable(row[column])));
  }
  std::string lines;
  for (const auto& row : rows) {
    std::size_t padding = 0;
    for (std::size_t column = 0; column < row.size(); ++column) {
      const std::string cell = printable(row[column]);
      if (cell.empty()) {
        padding += widths[column] + 2;
        continue;
      }
      lines.append(padding, ' ').append(cell);
      padding = widths[column] - width_of(cell) + 2;
    }
    lines += '\n';
  }
  return lines;
}

}  // namespace whofunds::tools
