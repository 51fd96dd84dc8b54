#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace whofunds::language {

/// A compiled dictionary, mapped into memory and used as it lies there. Its format is described where it is
/// written, in tools/data/word_automaton.py.
class DictionaryFile {
 public:
  /// Maps the file. `kind` is its four letters ("russ"), `section_count` how many sections such a file has.
  /// Throws MachineError where it is missing, cut short, of another kind or of another version.
  DictionaryFile(const std::filesystem::path& path, std::string_view kind, std::size_t section_count);
  ~DictionaryFile();
  DictionaryFile(const DictionaryFile&) = delete;
  DictionaryFile& operator=(const DictionaryFile&) = delete;

  /// The values of a section. They live as long as this object.
  template <typename T>
  std::span<const T> section(std::size_t number) const {
    const std::span<const std::byte> bytes = section_bytes(number);
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

 private:
  std::span<const std::byte> section_bytes(std::size_t number) const;
  void check(const std::filesystem::path& path, std::string_view kind, std::size_t section_count) const;

  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

/// A list of strings in two sections: where each begins (and the last ends), and all of their text.
class TextList {
 public:
  TextList(std::span<const std::uint32_t> starts, std::span<const char> text)
      : starts_(starts), text_(text) {}

  std::string_view operator[](std::size_t number) const {
    return {text_.data() + starts_[number], starts_[number + 1] - starts_[number]};
  }

 private:
  std::span<const std::uint32_t> starts_;
  std::span<const char> text_;
};

}  // namespace whofunds::language
