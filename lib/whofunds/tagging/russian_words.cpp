#include "whofunds/tagging/russian_words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <vector>

#include <unicode/uchar.h>

#include "whofunds/model/error.hpp"

namespace whofunds::tagging {
namespace {

constexpr std::size_t kSlots = std::size_t{1} << 19;
constexpr std::size_t kLongestWord = 96;  // bytes; the longest known word has 67

/// Takes the next code point off the front of `text`, which is valid UTF-8 and not empty. Of other bytes it
/// makes some code point and never takes more than there are.
char32_t take_code_point(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const int leading_ones = std::countl_one(lead);
  const std::size_t length = std::clamp<std::size_t>(static_cast<std::size_t>(leading_ones), 1,
                                                     std::min<std::size_t>(4, text.size()));
  char32_t code_point = lead & (0xFFU >> static_cast<unsigned>(leading_ones));
  for (const char byte : text.substr(1, length - 1))
    code_point = code_point << 6U | (static_cast<unsigned char>(byte) & 0x3FU);
  text.remove_prefix(length);
  return code_point;
}

/// Small letters of ASCII and Cyrillic, byte by byte. No known word has others, and none of these changes its
/// length.
std::string_view lowered(std::string_view word, std::array<char, kLongestWord>& buffer) {
  for (std::size_t index = 0; index < word.size(); ++index) {
    const auto byte = static_cast<unsigned char>(word[index]);
    buffer[index] = word[index];
    if (byte >= 'A' && byte <= 'Z') buffer[index] = static_cast<char>(byte + 0x20);
    if (byte != 0xD0 || index + 1 == word.size()) continue;
    const auto next = static_cast<unsigned char>(word[index + 1]);
    unsigned lead = 0xD0;
    unsigned trail = next;
    if (next >= 0x90 && next <= 0x9F) {  // А..П
      trail = next + 0x20U;
    } else if (next >= 0xA0 && next <= 0xAF) {  // Р..Я
      lead = 0xD1;
      trail = next - 0x20U;
    } else if (next >= 0x80 && next <= 0x8F) {  // Ѐ..Џ, Ё among them
      lead = 0xD1;
      trail = next + 0x10U;
    }
    buffer[index] = static_cast<char>(lead);
    buffer[++index] = static_cast<char>(trail);
  }
  return {buffer.data(), word.size()};
}

/// Writes "е" for every "ё"; says whether there was one.
bool without_yo(std::array<char, kLongestWord>& word, std::size_t size) {
  bool changed = false;
  for (std::size_t index = 0; index + 1 < size; ++index) {
    if (word[index] != '\xD1' || word[index + 1] != '\x91') continue;
    word[index] = '\xD0';
    word[index + 1] = '\xB5';
    changed = true;
  }
  return changed;
}

std::uint32_t fnv1a(std::string_view text) {
  std::uint32_t hash = 0x811C9DC5U;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x01000193U;
  return hash;
}

bool is_cyrillic(char32_t c) {
  return (c >= U'А' && c <= U'я') || c == U'Ё' || c == U'ё';
}
bool is_latin(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}
bool is_digit(char32_t c) {
  return u_isdigit(static_cast<UChar32>(c)) != 0;
}

/// Which letters of a word, or of a part of one, are capitals.
struct Capitals {
  std::size_t length = 0;
  bool first_is_upper = false;
  bool first_is_lower = false;
  bool later_upper = false;
  bool later_lower = false;

  void add(char32_t c) {
    const bool upper = u_isUUppercase(static_cast<UChar32>(c)) != 0;
    const bool lower = u_isULowercase(static_cast<UChar32>(c)) != 0;
    if (length++ == 0) {
      first_is_upper = upper;
      first_is_lower = lower;
    } else {
      later_upper = later_upper || upper;
      later_lower = later_lower || lower;
    }
  }

  bool all_upper() const { return (first_is_upper || later_upper) && !first_is_lower && !later_lower; }
  bool all_lower() const { return (first_is_lower || later_lower) && !first_is_upper && !later_upper; }
  bool title() const { return first_is_upper && later_lower && !later_upper; }
};

}  // namespace

RussianWords::RussianWords(const SectionFile& file)
    : slots_(file.numbers<std::uint32_t>("words.slots", kSlots)),
      ends_(file.numbers<std::uint32_t>("words.ends", kCount + 1)),
      text_(file.text("words.text")) {
  const std::vector<std::string_view> names = file.lines("shapes");
  const auto index = [&names](const std::string& name) {
    return static_cast<std::uint32_t>(std::ranges::find(names, name) - names.begin());
  };
  const auto outlines = [&index](const std::string& script) {
    return Outlines{.capital_letter = index(script + "_X"),
                    .small_letter = index(script + "_x"),
                    .capitals = index(script + "_XX"),
                    .small = index(script + "_xx"),
                    .title = index(script + "_Xx"),
                    .double_title = index(script + "_Xx-Xx"),
                    .other = index(script + "_OTHER")};
  };
  cyrillic_ = outlines("RU");
  latin_ = outlines("EN");
  other_mark_ = index("PUNCT_OTHER");
  number_ = index("NUM");
  other_ = index("OTHER");
  for (std::string_view name : names) {
    constexpr std::string_view kMark = "PUNCT_";
    if (!name.starts_with(kMark) || name == "PUNCT_OTHER") continue;
    std::string_view mark = name.substr(kMark.size());
    marks_.emplace(take_code_point(mark), index(std::string(name)));
  }
}

std::uint32_t RussianWords::index(std::string_view word) const {
  if (word.size() > kLongestWord) return 0;
  std::array<char, kLongestWord> buffer = {};
  const std::string_view small = lowered(word, buffer);
  const std::uint32_t found = look_up(small);
  return found == 0 && without_yo(buffer, small.size()) ? look_up(small) : found;
}

std::uint32_t RussianWords::look_up(std::string_view small) const {
  for (std::size_t slot = fnv1a(small) % kSlots; slots_[slot] != 0; slot = (slot + 1) % kSlots) {
    const std::uint32_t found = slots_[slot] - 1;
    if (text_.substr(ends_[found], ends_[found + 1] - ends_[found]) == small) return found;
  }
  return 0;
}

std::uint32_t RussianWords::shape(std::string_view word) const {
  if (word.empty()) return other_;
  std::string_view rest = word;
  const char32_t first = take_code_point(rest);
  if (is_cyrillic(first)) return outline(word, cyrillic_);
  if (is_latin(first)) return outline(word, latin_);
  if (is_digit(first)) return number_;
  if (first == U'+' || first == U'-') {
    std::string_view after = rest;
    if (!after.empty() && is_digit(take_code_point(after))) return number_;
  }
  const auto mark = marks_.find(first);
  if (mark == marks_.end()) return other_;
  return rest.empty() ? mark->second : other_mark_;
}

std::uint32_t RussianWords::outline(std::string_view word, const Outlines& outlines) {
  Capitals whole;
  Capitals before_hyphen;
  Capitals after_hyphen;
  bool hyphen_seen = false;
  for (std::string_view rest = word; !rest.empty();) {
    const char32_t c = take_code_point(rest);
    whole.add(c);
    if (c == U'-' && !hyphen_seen) {
      hyphen_seen = true;
    } else {
      (hyphen_seen ? after_hyphen : before_hyphen).add(c);
    }
  }
  if (whole.length == 1) return whole.first_is_upper ? outlines.capital_letter : outlines.small_letter;
  if (whole.all_upper()) return outlines.capitals;
  if (whole.all_lower()) return outlines.small;
  if (whole.title()) return outlines.title;
  if (before_hyphen.title() && after_hyphen.title()) return outlines.double_title;
  return outlines.other;
}

}  // namespace whofunds::tagging
