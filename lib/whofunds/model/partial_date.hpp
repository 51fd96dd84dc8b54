#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace whofunds::model {

/// A day of the Gregorian calendar, as exact as the text: a year, a month of a year, or a day.
struct PartialDate {
  int year = 0;
  int month = 0;  ///< 1–12; 0 where the text does not say
  int day = 0;    ///< 1–31; 0 where the text does not say

  // clang-tidy 14 takes the 0 that a comparison by <=> is rewritten with for a pointer.
  friend auto operator<=>(const PartialDate&, const PartialDate&) = default;  // NOLINT(modernize-use-nullptr)
};

/// "2023", "2023-01" or "2023-01-15".
std::string to_string(const PartialDate& date);

/// Reads what `to_string` writes; nothing if the text has another form or names no day of the calendar.
std::optional<PartialDate> parse_partial_date(std::string_view text);

}  // namespace whofunds::model
