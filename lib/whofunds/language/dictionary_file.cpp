#include "whofunds/language/dictionary_file.hpp"

#include <bit>
#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "whofunds/model/error.hpp"

namespace whofunds::language {
namespace {

static_assert(std::endian::native == std::endian::little,
              "a dictionary file is little-endian and used as it lies");

constexpr std::string_view kMagic = "whofunds";
constexpr std::uint32_t kVersion = 1;

struct Header {
  char magic[8];
  char kind[4];
  std::uint32_t version;
  std::uint64_t length;
  std::uint32_t section_count;
  std::uint32_t zero;
};

struct Section {
  std::uint64_t offset;
  std::uint64_t length;
};

[[noreturn]] void fail(const std::filesystem::path& path, std::string_view what_was_wrong) {
  throw MachineError(path.string(), what_was_wrong,
                     "build the target whofunds_data to make the dictionaries again");
}

/// An open file, closed when it is left.
class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) fail(path, std::string("the dictionary cannot be opened: ") + std::strerror(errno));
  }
  ~OpenFile() { ::close(descriptor_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace

DictionaryFile::DictionaryFile(const std::filesystem::path& path, std::string_view kind,
                               std::size_t section_count) {
  const OpenFile file(path);
  struct stat status = {};
  if (::fstat(file.descriptor(), &status) != 0 || !S_ISREG(status.st_mode))
    fail(path, "the dictionary is no file");
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ < sizeof(Header)) fail(path, "the dictionary is cut short");
  void* const mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.descriptor(), 0);
  if (mapped == MAP_FAILED)
    fail(path, std::string("the dictionary cannot be mapped: ") + std::strerror(errno));
  data_ = static_cast<const std::byte*>(mapped);
  try {
    check(path, kind, section_count);
  } catch (...) {
    ::munmap(mapped, size_);
    throw;
  }
}

DictionaryFile::~DictionaryFile() {
  ::munmap(const_cast<std::byte*>(data_), size_);
}

void DictionaryFile::check(const std::filesystem::path& path, std::string_view kind,
                           std::size_t section_count) const {
  Header header = {};
  std::memcpy(&header, data_, sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != kMagic ||
      std::string_view(header.kind, sizeof header.kind) != kind) {
    fail(path, "the file is no dictionary of this kind");
  }
  if (header.version != kVersion) fail(path, "the dictionary is of another version");
  if (header.length != size_) fail(path, "the dictionary is cut short");
  if (header.section_count != section_count || sizeof header + section_count * sizeof(Section) > size_) {
    fail(path, "the dictionary lacks a section");
  }
  for (std::size_t number = 0; number < section_count; ++number) {
    Section section = {};
    std::memcpy(&section, data_ + sizeof header + number * sizeof section, sizeof section);
    if (section.offset % 8 != 0 || section.offset > size_ || section.length > size_ - section.offset) {
      fail(path, "a section of the dictionary lies outside it");
    }
  }
}

std::span<const std::byte> DictionaryFile::section_bytes(std::size_t number) const {
  Section section = {};
  std::memcpy(&section, data_ + sizeof(Header) + number * sizeof section, sizeof section);
  return {data_ + section.offset, static_cast<std::size_t>(section.length)};
}

}  // namespace whofunds::language
