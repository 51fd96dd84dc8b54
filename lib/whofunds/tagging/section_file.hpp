#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/tagging/mapped_file.hpp"

namespace whofunds::tagging {

/// A compiled model: a mapped file of named sections, each an array of numbers or lines of text that is used
/// where it lies. tools/data/compile_russian_model.py says how such a file is written.
class SectionFile {
 public:
  /// `magic` is 8 bytes. Throws MachineError where the file is missing, cut short, of another kind or of
  /// another version.
  SectionFile(const std::filesystem::path& path, std::string_view magic, std::uint32_t version);

  /// `count` numbers of type float, or whole numbers of a fixed size. Throws MachineError where the section
  /// is not there or of another size.
  template <typename Number>
  std::span<const Number> numbers(std::string_view name, std::size_t count) const {
    return {reinterpret_cast<const Number*>(section(name, count * sizeof(Number)).data()), count};
  }

  /// All of a section, as text. Throws MachineError where it is not there.
  std::string_view text(std::string_view name) const;

  /// A section of text cut at line ends.
  std::vector<std::string_view> lines(std::string_view name) const;

 private:
  struct Entry {
    std::string_view name;
    std::span<const std::byte> bytes;
  };

  std::span<const std::byte> section(std::string_view name, std::size_t size) const;
  const Entry& entry(std::string_view name) const;
  [[noreturn]] void refuse(std::string_view what) const;

  std::string path_;
  MappedFile file_;
  std::vector<Entry> entries_;
};

}  // namespace whofunds::tagging
