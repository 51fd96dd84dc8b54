#include "whofunds/text/homoglyphs.hpp"

#include <cstddef>

#include <unicode/uchar.h>

namespace whofunds::text {
namespace {

/// Letters that look alike, at the same place in both.
constexpr std::u32string_view kLatin = U"aceopxyABCEHKMOPTXyiIjJsS";
constexpr std::u32string_view kCyrillic = U"асеорхуАВСЕНКМОРТХуіІјЈѕЅ";
static_assert(kLatin.size() == kCyrillic.size());

bool is_latin_letter(char32_t c) {
  return c < 0x250 && u_isalpha(static_cast<UChar32>(c)) != 0;
}

std::u32string replaced(std::u32string_view word, std::u32string_view from, std::u32string_view to) {
  std::u32string result(word);
  for (char32_t& c : result) {
    const std::size_t at = from.find(c);
    if (at != std::u32string_view::npos) c = to[at];
  }
  return result;
}

}  // namespace

bool is_cyrillic(char32_t c) {
  return c >= 0x400 && c < 0x530;
}

std::u32string without_homoglyphs(std::u32string_view word) {
  std::size_t latin = 0;
  std::size_t cyrillic = 0;
  for (const char32_t c : word) {
    if (is_cyrillic(c)) {
      ++cyrillic;
    } else if (is_latin_letter(c)) {
      ++latin;
    }
  }
  if (latin == 0 || cyrillic == 0) return std::u32string(word);
  std::size_t true_latin = 0;  // like no letter of the other script
  std::size_t true_cyrillic = 0;
  for (const char32_t c : word) {
    if (is_latin_letter(c)) {
      true_latin += kLatin.find(c) == std::u32string_view::npos ? 1U : 0U;
    } else if (is_cyrillic(c)) {
      true_cyrillic += kCyrillic.find(c) == std::u32string_view::npos ? 1U : 0U;
    }
  }
  const bool may_be_cyrillic = true_latin == 0;
  const bool may_be_latin = true_cyrillic == 0;
  if (may_be_cyrillic && (!may_be_latin || cyrillic >= latin)) return replaced(word, kLatin, kCyrillic);
  if (may_be_latin) return replaced(word, kCyrillic, kLatin);
  return std::u32string(word);
}

}  // namespace whofunds::text
