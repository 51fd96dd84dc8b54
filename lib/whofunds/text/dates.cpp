#include "whofunds/text/dates.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include <fmt/format.h>

namespace whofunds::text {
namespace {

using model::PartialDate;

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Whether the text begins with that form, in which 9 stands for a digit.
bool begins_as(std::string_view text, std::string_view form) {
  if (text.size() < form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '9' ? !is_ascii_digit(text[i]) : form[i] != text[i]) return false;
  }
  return text.size() == form.size() || !is_ascii_digit(text[form.size()]);
}

std::optional<PartialDate> day_of(std::string_view year, std::string_view month, std::string_view day) {
  return model::parse_partial_date(fmt::format("{}-{}-{:0>2}", year, month, day));
}

/// "15 Jan 2024", after an optional day of the week.
std::optional<PartialDate> mail_date(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (const std::size_t comma = text.find(','); comma != std::string_view::npos && comma < 12)
    text.remove_prefix(comma + 1);
  text.remove_prefix(std::min(text.size(), text.find_first_not_of(' ')));
  const std::size_t day_end = std::min(text.size(), text.find(' '));
  if (day_end == 0 || day_end > 2 || text.size() < day_end + 9) return std::nullopt;
  const auto* const month = std::find(kMonths.begin(), kMonths.end(), text.substr(day_end + 1, 3));
  if (month == kMonths.end()) return std::nullopt;
  return day_of(text.substr(day_end + 5, 4), fmt::format("{:02}", month - kMonths.begin() + 1),
                text.substr(0, day_end));
}

}  // namespace

std::optional<PartialDate> date_in(std::string_view text) {
  text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t\r\n")));
  if (text.starts_with("D:")) {
    text = text.substr(2, 8);
    if (!begins_as(text, "99999999")) return std::nullopt;
  }
  if (begins_as(text, "9999-99-99") || begins_as(text, "9999/99/99") || begins_as(text, "9999.99.99"))
    return day_of(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
  if (begins_as(text, "99999999")) return day_of(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
  if (begins_as(text, "99.99.9999")) return day_of(text.substr(6, 4), text.substr(3, 2), text.substr(0, 2));
  if (text.size() == 7 || text.size() == 4) return model::parse_partial_date(text);
  return mail_date(text);
}

}  // namespace whofunds::text
