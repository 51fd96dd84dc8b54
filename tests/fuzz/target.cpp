// What libFuzzer calls, for the reader that the environment names: READER=html.
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "readers.hpp"
#include "whofunds/model/error.hpp"

namespace {

whofunds::fuzz::Reader chosen_reader() {
  const char* const name = std::getenv("READER");
  const whofunds::fuzz::Reader reader = name == nullptr ? nullptr : whofunds::fuzz::reader_named(name);
  if (reader != nullptr) return reader;
  std::cerr << "fuzz: set READER to one of the folders of tests/fuzz/corpus\n";
  std::_Exit(2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const whofunds::fuzz::Reader reader = chosen_reader();
  try {
    reader(std::string_view(reinterpret_cast<const char*>(bytes), size));
  } catch (const whofunds::InputError&) {
    return 0;
  }
  return 0;
}
