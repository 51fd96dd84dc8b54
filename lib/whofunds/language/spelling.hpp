#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace whofunds::language {

/// The longest word, in letters, that dictionaries are asked for and whose ending is looked at. Longer
/// "words" are encoded data or faults of a text.
inline constexpr std::size_t kLongestWord = 64;

/// A word as dictionaries spell it: lower case, a byte a letter (windows-1251), of bounded length.
class Spelling {
 public:
  /// Nothing where `word` is too long or has a letter that is neither Cyrillic (Russian) nor of ASCII.
  /// Accents over vowels are dropped, every kind of hyphen is "-", every kind of apostrophe "'".
  static std::optional<Spelling> of(std::string_view word);

  Spelling() = default;
  explicit Spelling(std::span<const std::uint8_t> letters);

  bool push_back(std::uint8_t letter);
  void pop_back() { --size_; }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  std::uint8_t operator[](std::size_t place) const { return letters_[place]; }
  std::span<const std::uint8_t> letters() const { return {letters_.data(), size_}; }

 private:
  std::array<std::uint8_t, kLongestWord> letters_{};
  std::size_t size_ = 0;
};

/// Letters in windows-1251 that rules speak of.
inline constexpr std::uint8_t kLetterIe = 0xE5;  ///< е
inline constexpr std::uint8_t kLetterYo = 0xB8;  ///< ё

bool is_cyrillic(std::uint8_t letter);

/// Appends `letters` to `text` in UTF-8.
void append_utf8(std::string& text, std::span<const std::uint8_t> letters);

/// What a word is made of, told from its characters alone.
struct WordShape {
  std::size_t letters = 0;    ///< how many letters of any script
  bool cyrillic = false;      ///< some letter is Cyrillic
  bool foreign = false;       ///< some letter is not Cyrillic
  bool all_capitals = false;  ///< every letter is upper case
};
WordShape shape_of(std::string_view word);

bool begins_with_capital(std::string_view word);

/// `word` in lower case, by the rules of Unicode without regard to locale.
std::string lower_case(std::string_view word);

}  // namespace whofunds::language
