#include "whofunds/exchange/register_values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unicode/uloc.h>

#include "whofunds/model/error.hpp"

namespace whofunds::exchange {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

[[noreturn]] void refuse(const Place& place, std::string_view what, std::string_view text,
                         std::string_view wanted, std::string_view what_to_do) {
  throw InputError(place.where(), fmt::format("'{}' is '{}', which is no {}", what, text, wanted),
                   what_to_do);
}

// The number that is the whole of `digits`.
template <typename Number>
std::optional<Number> number(std::string_view digits) {
  Number value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec != std::errc{} || result.ptr != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// The numbers in a text; a comma between digits is a decimal point.
std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> numbers;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::string digits;
    while (at < text.size() && (is_digit(text[at]) || ((text[at] == '.' || text[at] == ',') &&
                                                       at + 1 < text.size() && is_digit(text[at + 1])))) {
      digits += text[at] == ',' ? '.' : text[at];
      ++at;
    }
    if (const auto value = number<double>(digits)) numbers.push_back(*value);
  }
  return numbers;
}

bool says_more(std::string_view text) {
  for (const std::string_view word : {">", "≥", "more", "over", "least", "above", "+"}) {
    if (text.find(word) != std::string_view::npos) return true;
  }
  return false;
}

// "1200000.50" of "1,200,000.50": without spaces, and without commas that stand before three digits.
std::string without_groups(std::string_view text) {
  std::string digits;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool groups = text[at] == ',' && at + 3 < text.size() && is_digit(text[at + 1]) &&
                        is_digit(text[at + 2]) && is_digit(text[at + 3]);
    if (text[at] != ' ' && !groups) digits += text[at];
  }
  return digits;
}

}  // namespace

std::optional<model::Stake> stake_from(std::string_view text, std::string_view what, const Place& place) {
  if (text.empty()) return std::nullopt;
  const std::vector<double> numbers = numbers_in(text);
  if (numbers.empty()) refuse(place, what, text, "share in percent", "write it as 51 or 51.5");
  return model::Stake{.percent = numbers.front(), .at_least = numbers.size() > 1 || says_more(text)};
}

std::optional<model::Money> money_from(std::string_view text, std::string_view currency,
                                       std::string_view what, const Place& place) {
  if (text.empty() || currency.empty()) return std::nullopt;
  const std::string digits = without_groups(text);
  // Exactly where it is whole: a double could not tell 10^17 and one.
  if (const auto exact = number<std::int64_t>(digits); exact && is_currency_code(currency))
    return model::Money{.value = *exact, .currency = std::string(currency)};
  const std::optional<double> value = number<double>(digits);
  if (!value) refuse(place, what, text, "sum", "write it in whole units, as 1200000");
  if (*value < 0 || *value > static_cast<double>(model::kLargestSum))
    refuse(place, what, text, "sum between 0 and 10^18", "correct it");
  if (!is_currency_code(currency))
    refuse(place, std::string(what) + "_currency", currency, "code of ISO 4217", "write USD, EUR, RUB …");
  return model::Money{.value = std::llround(*value), .currency = std::string(currency)};
}

std::optional<model::PartialDate> date_from(std::string_view text, std::string_view what,
                                            const Place& place) {
  constexpr std::size_t kDay = 10;
  if (text.empty()) return std::nullopt;
  const bool has_time = text.size() > kDay && (text[kDay] == 'T' || text[kDay] == ' ');
  const auto date = model::parse_partial_date(has_time ? text.substr(0, kDay) : text);
  if (!date) refuse(place, what, text, "date", "write it as YYYY, YYYY-MM or YYYY-MM-DD");
  return date;
}

std::optional<double> real_from(std::string_view text, std::string_view what, const Place& place) {
  if (text.empty()) return std::nullopt;
  const auto value = number<double>(text);
  if (!value) refuse(place, what, text, "number", "write it as 0.9");
  return value;
}

bool is_currency_code(std::string_view text) {
  constexpr std::size_t kLetters = 3;
  return text.size() == kLetters &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<std::string> country_from(std::string_view text) {
  const std::string code = lower_case(text.substr(0, text.find('-')));
  for (const char* const* known = uloc_getISOCountries(); *known != nullptr; ++known) {
    if (lower_case(*known) == code) return code;
  }
  return std::nullopt;
}

std::string text_under(const nlohmann::json& object, const char* key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

}  // namespace whofunds::exchange
