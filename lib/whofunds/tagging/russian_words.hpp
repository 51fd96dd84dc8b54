#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string_view>

#include "whofunds/tagging/section_file.hpp"

namespace whofunds::tagging {

/// What the Russian networks see of a word: which of the known words it is, and of what shape. Owns nothing
/// of the file.
class RussianWords {
 public:
  static constexpr std::size_t kCount = 250001;
  static constexpr std::size_t kShapes = 66;

  explicit RussianWords(const SectionFile& file);

  /// The index of a word, whatever the case of its letters; 0 for a word that is not known. The spelling with
  /// "е" stands in for one with "ё" that is not known. Words are in order of frequency.
  std::uint32_t index(std::string_view word) const;

  /// The index of its shape: its script and which of its letters are capitals, the mark, or a number.
  std::uint32_t shape(std::string_view word) const;

 private:
  /// Indexes of the shapes of words in one script.
  struct Outlines {
    std::uint32_t capital_letter, small_letter, capitals, small, title, double_title, other;
  };

  std::uint32_t look_up(std::string_view small) const;
  static std::uint32_t outline(std::string_view word, const Outlines& outlines);

  std::span<const std::uint32_t> slots_;
  std::span<const std::uint32_t> ends_;
  std::string_view text_;
  Outlines cyrillic_ = {};
  Outlines latin_ = {};
  std::map<char32_t, std::uint32_t> marks_;
  std::uint32_t other_mark_ = 0;
  std::uint32_t number_ = 0;
  std::uint32_t other_ = 0;
};

}  // namespace whofunds::tagging
