#include "whofunds/tagging/mapped_file.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include <doctest/doctest.h>
#include <unistd.h>

#include "whofunds/model/error.hpp"

using whofunds::MachineError;
using whofunds::tagging::MappedFile;

namespace {

/// A file of our own in the folder for temporary files, removed at the end.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& content)
      : path_(std::filesystem::temp_directory_path() / ("whofunds_mapped_" + std::to_string(::getpid()))) {
    std::ofstream(path_, std::ios::binary) << content;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string content(const MappedFile& file) {
  std::string copy;
  std::transform(file.bytes().begin(), file.bytes().end(), std::back_inserter(copy),
                 [](std::byte byte) { return static_cast<char>(byte); });
  return copy;
}

}  // namespace

TEST_CASE("a mapped file shows the bytes of the file") {
  const TemporaryFile file("деньги");
  CHECK(content(MappedFile(file.path())) == "деньги");
}

TEST_CASE("moving a mapped file moves no bytes and leaves nothing behind") {
  const TemporaryFile file("деньги");
  MappedFile first(file.path());
  const std::byte* const begin = first.bytes().data();
  MappedFile second = std::move(first);
  CHECK(second.bytes().data() == begin);
  CHECK(content(second) == "деньги");
  second = MappedFile(file.path());
  CHECK(content(second) == "деньги");
}

TEST_CASE("a file that is missing, empty or a folder is refused by name") {
  const TemporaryFile empty("");
  for (const std::filesystem::path& path :
       {std::filesystem::path("/no/such/file.model"), empty.path(), std::filesystem::temp_directory_path()}) {
    std::string message;
    try {
      const MappedFile file(path);
    } catch (const MachineError& error) {
      message = error.what();
    }
    CHECK(message.find(path.string()) != std::string::npos);
  }
}
