#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace whofunds::store {

/// A number that follows from all values given to it, in their order: two different lists of values have,
/// but for chance, different ones. Guards against mixing things up, not against somebody who means to.
class Digest {
 public:
  explicit Digest(std::uint64_t begin = 0) : sum_(begin) {}

  void add(std::uint64_t value) {
    constexpr std::uint64_t kPrime = 0x9e3779b97f4a7c15;
    sum_ = (sum_ ^ value) * kPrime;
    sum_ ^= sum_ >> 32;
  }

  void add(std::string_view text) {
    add(text.size());
    std::uint64_t word = 0;
    for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
      std::memcpy(&word, text.data(), sizeof word);
      add(word);
    }
    word = 0;
    if (!text.empty()) std::memcpy(&word, text.data(), text.size());
    add(word);
  }

  std::uint64_t sum() const { return sum_; }

 private:
  std::uint64_t sum_;
};

}  // namespace whofunds::store
