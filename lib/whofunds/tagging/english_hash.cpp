#include "whofunds/tagging/english_hash.hpp"

#include <bit>
#include <cstring>

namespace whofunds::tagging::english {
namespace {

static_assert(std::endian::native == std::endian::little, "the model and its hashes are little-endian");

/// The last mixing of MurmurHash3.
std::uint64_t mixed(std::uint64_t value) {
  value ^= value >> 33;
  value *= 0xff51afd7ed558ccdU;
  value ^= value >> 33;
  value *= 0xc4ceb9fe1a85ec53U;
  return value ^ (value >> 33);
}

}  // namespace

std::uint64_t hash_text(std::string_view text, std::uint64_t seed) {
  constexpr std::uint64_t kMultiplier = 0xc6a4a7935bd1e995U;
  std::uint64_t value = seed ^ (text.size() * kMultiplier);
  while (text.size() >= sizeof(std::uint64_t)) {
    std::uint64_t part = 0;
    std::memcpy(&part, text.data(), sizeof part);
    part *= kMultiplier;
    part ^= part >> 47;
    value = (value ^ (part * kMultiplier)) * kMultiplier;
    text.remove_prefix(sizeof part);
  }
  if (!text.empty()) {
    std::uint64_t rest = 0;
    std::memcpy(&rest, text.data(), text.size());
    value = (value ^ rest) * kMultiplier;
  }
  value = (value ^ (value >> 47)) * kMultiplier;
  return value ^ (value >> 47);
}

std::array<std::uint32_t, 4> hash_key(std::uint64_t key, std::uint32_t seed) {
  std::uint64_t low = std::rotl(key * 0x87c37b91114253d5U, 31) * 0x4cf5ad432745937fU;
  low ^= seed ^ sizeof key;
  std::uint64_t high = seed ^ sizeof key;
  low += high;
  high += low;
  low = mixed(low);
  high = mixed(high);
  low += high;
  high += low;
  return {static_cast<std::uint32_t>(low), static_cast<std::uint32_t>(low >> 32),
          static_cast<std::uint32_t>(high), static_cast<std::uint32_t>(high >> 32)};
}

}  // namespace whofunds::tagging::english
