#include "whofunds/render/label.hpp"

#include <algorithm>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "whofunds/model/error.hpp"

namespace whofunds::render {
namespace {

// U+2060 joins what stands beside it and shows nothing. Put into a sequence that Graphviz would read as an
// escape, it leaves the look of the text and ends the sequence.
constexpr std::string_view kWordJoiner = "\u2060";

bool turns_direction(UChar32 c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_shown(UChar32 c) {
  const auto type = u_charType(c);
  return type != U_CONTROL_CHAR && type != U_SURROGATE && (c & 0xFFFE) != 0xFFFE && !turns_direction(c);
}

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

using Breaks = std::unique_ptr<icu::BreakIterator>;

Breaks checked(icu::BreakIterator* breaks, UErrorCode status) {
  Breaks owned(breaks);
  if (U_FAILURE(status) != 0) throw MachineError("ICU", u_errorName(status), "install its data (libicu)");
  return owned;
}

// One of each sort a thread: to make one takes longer than to break a label.
icu::BreakIterator& character_breaks() {
  thread_local UErrorCode status = U_ZERO_ERROR;
  thread_local const Breaks breaks =
      checked(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status), status);
  return *breaks;
}

icu::BreakIterator& line_breaks() {
  thread_local UErrorCode status = U_ZERO_ERROR;
  thread_local const Breaks breaks =
      checked(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status), status);
  return *breaks;
}

std::size_t columns_of(const icu::UnicodeString& text) {
  std::size_t columns = 0;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const auto width = u_getIntPropertyValue(text.char32At(at), UCHAR_EAST_ASIAN_WIDTH);
    columns += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2U : 1U;
  }
  return columns;
}

// The parts of `text` between the places where `breaks` allows one.
std::vector<icu::UnicodeString> parts(const icu::UnicodeString& text, icu::BreakIterator& breaks) {
  std::vector<icu::UnicodeString> found;
  breaks.setText(text);
  int32_t begin = breaks.first();
  for (int32_t end = breaks.next(); end != icu::BreakIterator::DONE; end = breaks.next()) {
    found.emplace_back(text, begin, end - begin);
    begin = end;
  }
  return found;
}

// Fills lines one after another with `pieces`; the spaces at the end of a line do not count.
std::vector<icu::UnicodeString> filled(const std::vector<icu::UnicodeString>& pieces, std::size_t columns) {
  std::vector<icu::UnicodeString> lines;
  for (const icu::UnicodeString& piece : pieces) {
    const icu::UnicodeString joined = lines.empty() ? piece : lines.back() + piece;
    if (!lines.empty() && columns_of(icu::UnicodeString(joined).trim()) <= columns) {
      lines.back() = joined;
    } else {
      lines.push_back(piece);
    }
  }
  for (icu::UnicodeString& line : lines) line.trim();
  return lines;
}

// Pieces none of which is longer than a line, so that filling keeps to the width.
std::vector<icu::UnicodeString> pieces_of(const icu::UnicodeString& text, std::size_t columns) {
  std::vector<icu::UnicodeString> pieces;
  for (const icu::UnicodeString& word : parts(text, line_breaks())) {
    if (columns_of(word) <= columns) {
      pieces.push_back(word);
    } else {
      for (icu::UnicodeString& character : parts(word, character_breaks()))
        pieces.push_back(std::move(character));
    }
  }
  return pieces;
}

// Whether Graphviz would read an entity at this "&".
bool begins_entity(std::string_view text) {
  const std::size_t end = text.find(';');
  if (end == std::string_view::npos || end < 2) return false;
  return std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
    return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

std::string without_entities(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size(); ++at) {
    shown += text[at];
    if (text[at] == '&' && begins_entity(text.substr(at))) shown += kWordJoiner;
  }
  return shown;
}

}  // namespace

std::string one_line(std::string_view text) {
  const icu::UnicodeString all = unicode(text);
  icu::UnicodeString line;
  for (int32_t at = 0; at < all.length(); at = all.moveIndex32(at, 1)) {
    const UChar32 c = all.char32At(at);
    const bool is_no_break_space = c == 0x00A0 || c == 0x202F;
    if (u_isUWhiteSpace(c) != 0 && !is_no_break_space) {
      if (!line.isEmpty() && !line.endsWith(u" ", 1)) line.append(u' ');
    } else if (is_shown(c)) {
      line.append(c);
    }
  }
  return utf8(line.trim());
}

std::string shortened(std::string_view text, std::size_t length) {
  const icu::UnicodeString all = unicode(text);
  if (static_cast<std::size_t>(all.countChar32()) <= length) return std::string(text);
  icu::BreakIterator& characters = character_breaks();
  characters.setText(all);
  const int32_t end = characters.preceding(all.moveIndex32(0, static_cast<int32_t>(length)) + 1);
  return utf8(icu::UnicodeString(all, 0, end).trim()) + "…";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  icu::UnicodeString whole = unicode(text);
  if (!whole.isEmpty() && columns_of(whole) <= columns) return {utf8(whole.trim())};
  const std::vector<icu::UnicodeString> pieces = pieces_of(whole, columns);
  std::vector<icu::UnicodeString> lines = filled(pieces, columns);
  // The narrowest lines that are no more in number are the most even.
  for (std::size_t narrower = columns - 1; narrower > 0; --narrower) {
    std::vector<icu::UnicodeString> even = filled(pieces, narrower);
    const bool fits = std::all_of(even.begin(), even.end(), [&](const icu::UnicodeString& line) {
      return columns_of(line) <= narrower;
    });
    if (even.size() > lines.size() || !fits) break;
    lines = std::move(even);
  }
  std::vector<std::string> bytes;
  bytes.reserve(lines.size());
  for (const icu::UnicodeString& line : lines) bytes.push_back(utf8(line));
  return bytes;
}

std::string escape_markup(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string escape_label(std::string_view text) {
  std::string escaped;
  for (const char c : escape_markup(without_entities(text))) {
    escaped += c;
    if (c == '\\') escaped += c;
  }
  return escaped;
}

std::string escape_string(std::string_view text) {
  std::string escaped;
  for (const char c : without_entities(text)) {
    escaped += c;
    // Graphviz reads escapes twice: "\\N" becomes "\N" first. A joiner after the stroke parts it from its
    // letter for good.
    if (c == '\\') escaped.append("\\").append(kWordJoiner);
  }
  return escaped;
}

}  // namespace whofunds::render
