#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "whofunds/language/morphology.hpp"
#include "whofunds/language/spelling.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::language {

// Bits of Tag::flags, set by tools/data/compile_russian_dictionary.py.
inline constexpr unsigned kAnimate = 1;
inline constexpr unsigned kAbbreviation = 2;
inline constexpr unsigned kIndeclinable = 4;
inline constexpr unsigned kVariant = 8;
inline constexpr unsigned kClosedClass = 16;
inline constexpr unsigned kNeverGuessed = kClosedClass | kAbbreviation;

/// A word that is guessed by a prefix has at least so many letters after that.
inline constexpr std::size_t kShortestAfterPrefix = 3;

/// Letters of a word, in the code page of the dictionary.
using Letters = std::span<const std::uint8_t>;

inline bool same_letters(Letters left, Letters right) {
  return std::ranges::equal(left, right);
}

/// Where the last part of a hyphenated word begins; zero where there are no two parts.
inline std::size_t last_part(Letters word) {
  for (std::size_t place = word.size(); place-- > 1;) {
    if (word[place] == '-') return place + 1 < word.size() ? place + 1 : 0;
  }
  return 0;
}

inline bool ends_with(Letters word, std::string_view ending) {
  const std::size_t length = text::count_code_points(ending);
  if (length > word.size()) return false;
  std::string written;
  append_utf8(written, word.last(length));
  return written == ending;
}

/// Whether a number of a tag stands for that value of an enumeration.
template <typename Value>
bool is_value(std::uint8_t number, Value value) {
  return number == static_cast<std::uint8_t>(value);
}

inline bool is_noun_tag(std::uint8_t part) {
  return is_value(part, PartOfSpeech::kNoun) || is_value(part, PartOfSpeech::kProperNoun);
}

}  // namespace whofunds::language
