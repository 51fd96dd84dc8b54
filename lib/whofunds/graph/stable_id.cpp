#include "whofunds/graph/stable_id.hpp"

#include <fmt/format.h>

namespace whofunds::graph {
namespace {

class Fnv1a {
 public:
  void add(std::uint8_t byte) { hash_ = (hash_ ^ byte) * 0x100000001b3; }

  void add(std::string_view text) {
    for (const char c : text) add(static_cast<std::uint8_t>(c));
  }

  std::uint64_t hash() const { return hash_; }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325;
};

}  // namespace

std::string stable_id(std::string_view prefix, std::initializer_list<std::string_view> texts) {
  Fnv1a hash;
  for (const std::string_view text : texts) {
    hash.add(fmt::format("{}:", text.size()));  // so that "a", "bc" is not "ab", "c"
    hash.add(text);
  }
  return fmt::format("{}{:016x}", prefix, hash.hash());
}

}  // namespace whofunds::graph
