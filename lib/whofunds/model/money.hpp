#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace whofunds::model {

/// The largest sum of money that is believed: beyond it, a number is a slip of the pen.
inline constexpr std::int64_t kLargestSum = 1'000'000'000'000'000'000;

/// A sum of money as the text tells it, in whole units of its currency (roubles, not kopecks).
struct Money {
  std::int64_t value = 0;           ///< whole currency units, 0 … kLargestSum; of a range, its upper end
  std::string currency;             ///< ISO 4217 code
  bool approx = false;              ///< "about", "some", "почти"
  std::optional<std::int64_t> min;  ///< "from 5", "more than 5"
  std::optional<std::int64_t> max;  ///< "up to 7", "less than 7"

  friend bool operator==(const Money&, const Money&) = default;
};

/// For people: "1.5 bn USD", "400 m RUB", "12,500 EUR"; "≈", "≥" or "≤" before it where the text is not
/// exact.
std::string to_text(const Money& money);

}  // namespace whofunds::model
