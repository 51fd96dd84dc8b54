#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace whofunds::tagging {

/// A file mapped into memory, read-only. Pages are read when they are first touched and are shared by all
/// processes that map the same file, so opening a large model costs next to nothing.
///
/// The bytes begin at a page boundary and stay where they are when the MappedFile is moved.
class MappedFile {
 public:
  /// Throws MachineError, naming the file, where it cannot be opened or mapped or is empty.
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::span<const std::byte> bytes() const noexcept { return bytes_; }

 private:
  std::span<const std::byte> bytes_;
};

}  // namespace whofunds::tagging
