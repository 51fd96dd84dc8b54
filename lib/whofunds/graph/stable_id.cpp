#include "whofunds/graph/stable_id.hpp"

#include <charconv>
#include <system_error>

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

std::uint64_t stable_number(std::initializer_list<std::string_view> texts) {
  Fnv1a hash;
  for (const std::string_view text : texts) {
    hash.add(fmt::format("{}:", text.size()));  // so that "a", "bc" is not "ab", "c"
    hash.add(text);
  }
  return hash.hash();
}

std::string id_text(std::string_view prefix, std::uint64_t number) {
  return fmt::format("{}{:016x}", prefix, number);
}

std::string stable_id(std::string_view prefix, std::initializer_list<std::string_view> texts) {
  return id_text(prefix, stable_number(texts));
}

std::optional<std::uint64_t> id_number(std::string_view prefix, std::string_view id) {
  constexpr std::size_t kDigits = 16;
  if (!id.starts_with(prefix) || id.size() != prefix.size() + kDigits) return std::nullopt;
  constexpr int kBase = 16;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(id.data() + prefix.size(), id.data() + id.size(), number, kBase);
  const bool is_number = error == std::errc() && end == id.data() + id.size();
  return is_number && id == id_text(prefix, number) ? std::optional(number) : std::nullopt;
}

}  // namespace whofunds::graph
