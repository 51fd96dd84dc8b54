#include "whofunds/tagging/mapped_file.hpp"

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "whofunds/model/error.hpp"

namespace whofunds::tagging {
namespace {

/// A file descriptor, closed at the end. A mapping outlives the descriptor it was made from.
class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& path)
      : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const noexcept { return number_; }

 private:
  int number_;
};

[[noreturn]] void fail(const std::filesystem::path& path, const char* what) {
  const std::string reason = std::generic_category().message(errno);
  throw MachineError(path.string(), std::string(what) + ": " + reason,
                     "check that it is there and can be read");
}

std::span<const std::byte> map(const std::filesystem::path& path) {
  const Descriptor file(path);
  if (file.number() < 0) fail(path, "cannot open the file");
  struct stat about = {};
  if (::fstat(file.number(), &about) != 0) fail(path, "cannot learn the size of the file");
  if (!S_ISREG(about.st_mode)) throw MachineError(path.string(), "is not a file");
  if (about.st_size == 0) throw MachineError(path.string(), "the file is empty", "build or install it again");
  const auto size = static_cast<std::size_t>(about.st_size);
  void* const begin = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.number(), 0);
  if (begin == MAP_FAILED) fail(path, "cannot map the file into memory");
  return {static_cast<const std::byte*>(begin), size};
}

void unmap(std::span<const std::byte> bytes) noexcept {
  // munmap takes a pointer to what can be written, though it writes nothing.
  if (!bytes.empty()) ::munmap(const_cast<std::byte*>(bytes.data()), bytes.size());
}

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path) : bytes_(map(path)) {}

MappedFile::~MappedFile() {
  unmap(bytes_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  if (this != &other) {
    unmap(bytes_);
    bytes_ = std::exchange(other.bytes_, {});
  }
  return *this;
}

}  // namespace whofunds::tagging
