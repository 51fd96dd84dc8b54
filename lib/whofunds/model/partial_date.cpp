#include "whofunds/model/partial_date.hpp"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

namespace whofunds::model {
namespace {

// The number that is the whole of `digits`, and exactly `width` digits of it.
std::optional<int> number(std::string_view digits, std::size_t width) {
  int value = 0;
  if (digits.size() != width) return std::nullopt;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
  }
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec != std::errc{}) return std::nullopt;
  return value;
}

}  // namespace

std::string to_string(const PartialDate& date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<PartialDate> parse_partial_date(std::string_view text) {
  PartialDate date;
  const auto year = number(text.substr(0, 4), 4);
  if (!year || *year == 0) return std::nullopt;
  date.year = *year;
  if (text.size() == 4) return date;
  if (text.size() < 7 || text[4] != '-') return std::nullopt;
  const auto month = number(text.substr(5, 2), 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  date.month = *month;
  if (text.size() == 7) return date;
  if (text.size() != 10 || text[7] != '-') return std::nullopt;
  const auto day = number(text.substr(8, 2), 2);
  if (!day || *day < 1) return std::nullopt;
  date.day = *day;
  const std::chrono::year_month_day calendar{std::chrono::year{date.year},
                                             std::chrono::month{static_cast<unsigned>(date.month)},
                                             std::chrono::day{static_cast<unsigned>(date.day)}};
  if (!calendar.ok()) return std::nullopt;
  return date;
}

}  // namespace whofunds::model
