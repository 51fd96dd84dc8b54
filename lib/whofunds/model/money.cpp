#include "whofunds/model/money.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>

namespace whofunds::model {
namespace {

struct Scale {
  std::int64_t unit;
  std::string_view name;
};

constexpr std::array<Scale, 3> kScales{
    {{1'000'000'000'000, " tn"}, {1'000'000'000, " bn"}, {1'000'000, " m"}}};

std::string group_thousands(std::int64_t value) {
  std::string digits = fmt::format("{}", value);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

std::string scaled(std::int64_t value) {
  for (const Scale& scale : kScales) {
    if (value < scale.unit) continue;
    std::string number = fmt::format("{:.2f}", static_cast<double>(value) / static_cast<double>(scale.unit));
    while (number.back() == '0') number.pop_back();
    if (number.back() == '.') number.pop_back();
    return number.append(scale.name);
  }
  return group_thousands(value);
}

}  // namespace

std::string to_text(const Money& money) {
  std::string prefix;
  if (money.min && money.max)
    return fmt::format("{}–{} {}", scaled(*money.min), scaled(*money.max), money.currency);
  if (money.min) prefix = "≥ ";
  if (money.max) prefix = "≤ ";
  if (prefix.empty() && money.approx) prefix = "≈ ";
  return fmt::format("{}{} {}", prefix, scaled(money.value), money.currency);
}

}  // namespace whofunds::model
