#include "whofunds/tagging/section_file.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

#include "whofunds/model/error.hpp"

using whofunds::MachineError;
using whofunds::tagging::SectionFile;

namespace {

constexpr std::string_view kMagic = "WFTESTED";
constexpr std::size_t kBegin = 128;  // of the first section: behind the header of 24 bytes and two rows of 40

template <typename Number>
void put(std::string& bytes, std::size_t at, Number number) {
  std::memcpy(bytes.data() + at, &number, sizeof number);
}

void put_row(std::string& bytes, std::size_t index, std::string_view name, std::uint64_t offset,
             std::uint64_t size) {
  const std::size_t at = 24 + 40 * index;
  name.copy(bytes.data() + at, 24);
  put(bytes, at + 24, offset);
  put(bytes, at + 32, size);
}

/// A file of two sections: the numbers 1.5 and -2, and two lines of text.
std::string good_file() {
  std::string bytes(kBegin + 64, '\0');
  kMagic.copy(bytes.data(), 8);
  put(bytes, 8, std::uint32_t{3});
  put(bytes, 12, std::uint32_t{2});
  put(bytes, 16, std::uint64_t{bytes.size()});
  put_row(bytes, 0, "weights", kBegin, 8);
  put_row(bytes, 1, "labels", kBegin + 8, 9);
  put(bytes, kBegin, std::array<float, 2>{1.5F, -2.0F});
  bytes.replace(kBegin + 8, 9, "root\nnsub");
  return bytes;
}

class Written {
 public:
  explicit Written(const std::string& bytes)
      : path_(std::filesystem::temp_directory_path() / ("whofunds_sections_" + std::to_string(::getpid()))) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~Written() { std::filesystem::remove(path_); }
  Written(const Written&) = delete;
  Written& operator=(const Written&) = delete;

  SectionFile open(std::string_view magic = kMagic, std::uint32_t version = 3) const {
    return {path_, magic, version};
  }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("sections are found by name, as numbers or as lines") {
  const Written written(good_file());
  const SectionFile file = written.open();
  CHECK(file.numbers<float>("weights", 2)[0] == 1.5F);
  CHECK(file.numbers<float>("weights", 2)[1] == -2.0F);
  CHECK(file.lines("labels") == std::vector<std::string_view>{"root", "nsub"});
}

TEST_CASE("a section that is not there or of another size is refused") {
  const Written written(good_file());
  const SectionFile file = written.open();
  CHECK_THROWS_AS(file.text("bias"), MachineError);
  CHECK_THROWS_AS(file.numbers<float>("weights", 3), MachineError);
}

TEST_CASE("a file of another kind or version, cut short, or with a section outside of it is refused") {
  CHECK_THROWS_AS(Written(good_file()).open("WFOTHERS"), MachineError);
  CHECK_THROWS_AS(Written(good_file()).open(kMagic, 4), MachineError);
  CHECK_THROWS_AS(Written(good_file().substr(0, kBegin)).open(), MachineError);
  CHECK_THROWS_AS(Written(good_file().substr(0, 10)).open(), MachineError);
  CHECK_THROWS_AS(Written(good_file() + "more").open(), MachineError);
  std::string outside = good_file();
  put_row(outside, 1, "labels", kBegin + 8, ~std::uint64_t{0});
  CHECK_THROWS_AS(Written(outside).open(), MachineError);
  std::string many = good_file();
  put(many, 12, ~std::uint32_t{0});
  CHECK_THROWS_AS(Written(many).open(), MachineError);
}
