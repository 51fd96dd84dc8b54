#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace whofunds::tagging::english {

/// MurmurHash64A of `text` (Austin Appleby, "MurmurHash2", 2008): what the model calls a string by, with the
/// seed 1.
std::uint64_t hash_text(std::string_view text, std::uint64_t seed);

/// The four words of a MurmurHash3 (x64, 128 bits; Austin Appleby, 2011) of `key`: which rows of an embedding
/// table it has.
std::array<std::uint32_t, 4> hash_key(std::uint64_t key, std::uint32_t seed);

}  // namespace whofunds::tagging::english
