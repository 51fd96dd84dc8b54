#include "whofunds/tagging/section_file.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "whofunds/model/error.hpp"

namespace whofunds::tagging {
namespace {

static_assert(std::endian::native == std::endian::little,
              "compiled models are little-endian and are not swapped");

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t sections;
  std::uint64_t size;
};
static_assert(sizeof(Header) == 24);

struct TableRow {
  std::array<char, 24> name;
  std::uint64_t offset;
  std::uint64_t size;
};
static_assert(sizeof(TableRow) == 40);

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

SectionFile::SectionFile(const std::filesystem::path& path, std::string_view magic, std::uint32_t version)
    : path_(path.string()), file_(path) {
  const std::span<const std::byte> bytes = file_.bytes();
  Header header = {};
  if (bytes.size() < sizeof header) refuse("the file is cut short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::string_view(header.magic.data(), header.magic.size()) != magic)
    refuse("is not a model of this kind");
  if (header.version != version) refuse("was compiled for another version of the program");
  if (header.size != bytes.size() || header.sections > (bytes.size() - sizeof header) / sizeof(TableRow)) {
    refuse("the file is cut short or grew");
  }
  for (std::size_t index = 0; index < header.sections; ++index) {
    const std::byte* const row_begin = bytes.data() + sizeof header + index * sizeof(TableRow);
    TableRow row = {};
    std::memcpy(&row, row_begin, sizeof row);
    if (row.offset > bytes.size() || row.size > bytes.size() - row.offset)
      refuse("a section lies outside of the file");
    const std::string_view name = text_of({row_begin, row.name.size()});
    entries_.push_back({name.substr(0, name.find('\0')), bytes.subspan(row.offset, row.size)});
  }
}

std::string_view SectionFile::text(std::string_view name) const {
  return text_of(entry(name).bytes);
}

std::vector<std::string_view> SectionFile::lines(std::string_view name) const {
  std::vector<std::string_view> lines;
  std::string_view rest = text(name);
  for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
    lines.push_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  lines.push_back(rest);
  return lines;
}

std::span<const std::byte> SectionFile::section(std::string_view name, std::size_t size) const {
  const Entry& found = entry(name);
  if (found.bytes.size() != size) refuse("the section '" + std::string(name) + "' is of a wrong size");
  return found.bytes;
}

const SectionFile::Entry& SectionFile::entry(std::string_view name) const {
  const auto found = std::ranges::find(entries_, name, &Entry::name);
  if (found == entries_.end()) refuse("the section '" + std::string(name) + "' is missing");
  return *found;
}

void SectionFile::refuse(std::string_view what) const {
  throw MachineError(path_, what, "build or install the data again");
}

}  // namespace whofunds::tagging
