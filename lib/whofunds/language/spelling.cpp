#include "whofunds/language/spelling.hpp"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "whofunds/language/plain_letters.hpp"

namespace whofunds::language {
namespace {

constexpr UChar32 kAcuteAccent = 0x301;
constexpr UChar32 kGraveAccent = 0x300;

// The macro of ICU narrows integers by itself.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
/// The next code point of `text` from `place` on, which moves past it. Bytes that are no UTF-8 give a
/// negative number.
UChar32 next_code_point(std::string_view text, std::size_t& place) {
  UChar32 code_point = 0;
  U8_NEXT(text.data(), place, text.size(), code_point);
  return code_point;
}
#pragma GCC diagnostic pop

/// The lower-case letter of windows-1251 for a code point, zero where there is none.
std::uint8_t letter_of(UChar32 code_point) {
  if (code_point >= 'A' && code_point <= 'Z') return static_cast<std::uint8_t>(code_point - 'A' + 'a');
  if (code_point > 0 && code_point < 0x80) return static_cast<std::uint8_t>(code_point);
  if (code_point >= 0x410 && code_point <= 0x42F) return static_cast<std::uint8_t>(code_point - 0x410 + 0xE0);
  if (code_point >= 0x430 && code_point <= 0x44F) return static_cast<std::uint8_t>(code_point - 0x430 + 0xE0);
  switch (code_point) {
    case 0x401:
    case 0x451:
      return kLetterYo;
    case 0x2010:
    case 0x2011:
      return '-';
    case 0x2019:
    case 0x02BC:
      return '\'';
    default:
      return 0;
  }
}

void append_code_point(std::string& text, UChar32 code_point) {
  char bytes[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, code_point);
  text.append(bytes, length);
}

}  // namespace

Spelling::Spelling(std::span<const std::uint8_t> letters) : size_(std::min(letters.size(), kLongestWord)) {
  std::copy_n(letters.begin(), size_, letters_.begin());
}

bool Spelling::push_back(std::uint8_t letter) {
  if (size_ == kLongestWord) return false;
  letters_[size_++] = letter;
  return true;
}

std::optional<Spelling> Spelling::of(std::string_view word) {
  Spelling spelling;
  for (std::size_t place = 0; place < word.size();) {
    const UChar32 code_point = next_code_point(word, place);
    if (code_point == kAcuteAccent || code_point == kGraveAccent) continue;
    const std::uint8_t letter = letter_of(code_point);
    if (letter == 0 || !spelling.push_back(letter)) return std::nullopt;
  }
  return spelling;
}

bool is_cyrillic(std::uint8_t letter) {
  return letter >= 0xE0 || letter == kLetterYo;
}

void append_utf8(std::string& text, std::span<const std::uint8_t> letters) {
  for (const std::uint8_t letter : letters) {
    if (letter < 0x80) {
      text.push_back(static_cast<char>(letter));
    } else {
      const unsigned code_point = letter == kLetterYo ? 0x451U : letter - 0xE0U + 0x430U;
      text.push_back(static_cast<char>(0xC0U | code_point >> 6U));
      text.push_back(static_cast<char>(0x80U | (code_point & 0x3FU)));
    }
  }
}

WordShape shape_of(std::string_view word) {
  WordShape shape{.all_capitals = true};
  for (std::size_t place = 0; place < word.size();) {
    const UChar32 code_point = next_code_point(word, place);
    if (code_point < 0 || u_isalpha(code_point) == 0) continue;
    ++shape.letters;
    UErrorCode status = U_ZERO_ERROR;
    const bool cyrillic = uscript_getScript(code_point, &status) == USCRIPT_CYRILLIC;
    shape.cyrillic |= cyrillic;
    shape.foreign |= !cyrillic;
    shape.all_capitals &= u_isupper(code_point) != 0;
  }
  shape.all_capitals &= shape.letters > 0;
  return shape;
}

bool begins_with_capital(std::string_view word) {
  std::size_t place = 0;
  const UChar32 code_point = word.empty() ? -1 : next_code_point(word, place);
  return code_point >= 0 && u_isupper(code_point) != 0;
}

std::string lower_case(std::string_view word) {
  std::string lowered;
  if (lower_plainly(word, lowered)) return lowered;
  lowered.clear();
  for (std::size_t place = 0; place < word.size();) {
    const UChar32 code_point = next_code_point(word, place);
    append_code_point(lowered, code_point < 0 ? 0xFFFD : u_tolower(code_point));
  }
  return lowered;
}

}  // namespace whofunds::language
