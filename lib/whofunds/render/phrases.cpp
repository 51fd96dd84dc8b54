#include "whofunds/render/phrases.hpp"

#include <array>
#include <cstdint>

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "whofunds/render/label.hpp"

namespace whofunds::render {
namespace {

// A number that is short to read, and the word for what it counts: 1.5 and "bn".
struct ShortNumber {
  std::string number;
  std::string_view unit;
};

struct Scale {
  std::int64_t unit;
  std::string_view word;
};

constexpr std::array<Scale, 3> kScales{
    {{1'000'000'000'000, "trillion"}, {1'000'000'000, "billion"}, {1'000'000, "million"}}};

constexpr std::string_view kNoBreakSpace = "\u00A0";

std::string decimal(double value, int places, const Style& style) {
  std::string number = fmt::format("{:.{}f}", value, places);
  const std::size_t mark = number.find('.');
  if (mark == std::string::npos) return number;
  number.erase(number.find_last_not_of('0') + 1);
  if (number.back() == '.')
    number.pop_back();
  else
    number.replace(mark, 1, style.word("decimal_mark"));
  return number;
}

ShortNumber short_number(std::int64_t value, const Style& style) {
  for (const Scale& scale : kScales) {
    if (value < scale.unit) continue;
    const double scaled = static_cast<double>(value) / static_cast<double>(scale.unit);
    return {decimal(scaled, 2, style), style.word(scale.word)};
  }
  return {count_phrase(static_cast<std::size_t>(value), style), ""};
}

std::string joined(const ShortNumber& number) {
  return number.unit.empty() ? number.number
                             : fmt::format("{}{}{}", number.number, kNoBreakSpace, number.unit);
}

std::string range(std::int64_t low, std::int64_t high, const Style& style) {
  ShortNumber from = short_number(low, style);
  const ShortNumber to = short_number(high, style);
  if (from.unit == to.unit) from.unit = "";
  return fmt::format("{}–{}", joined(from), joined(to));
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  if (const std::size_t at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

std::string with_currency(const std::string& sum, std::string_view currency, const Style& style) {
  const auto known = style.currencies.find(currency);
  const bool has_sign = known != style.currencies.end() && known->second.sign != currency;
  if (!has_sign) return fmt::format("{}{}{}", sum, kNoBreakSpace, currency);
  const std::string phrase = replaced(std::string(style.word("sum")), "{sign}", known->second.sign);
  return replaced(phrase, "{sum}", sum);
}

}  // namespace

std::string count_phrase(std::size_t count, const Style& style) {
  std::string digits = fmt::format("{}", count);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, style.word("thousands_mark"));
  return digits;
}

std::string money_phrase(const model::Money& money, const Style& style) {
  if (money.min && money.max)
    return with_currency(range(*money.min, *money.max, style), money.currency, style);
  const std::string sum = with_currency(joined(short_number(money.value, style)), money.currency, style);
  std::string_view mark;
  if (money.approx) mark = "≈";
  if (money.max) mark = "≤";
  if (money.min) mark = "≥";
  return mark.empty() ? sum : fmt::format("{}{}{}", mark, kNoBreakSpace, sum);
}

std::string stake_phrase(const model::Stake& stake, const Style& style) {
  std::string phrase;
  if (stake.percent) {
    // Little is not nothing.
    const bool is_tiny = *stake.percent > 0 && *stake.percent < 0.005;
    phrase = fmt::format("{}{}{}%",
                         stake.at_least ? "≥\u00A0"
                         : is_tiny      ? "<\u00A0"
                                        : "",
                         decimal(is_tiny ? 0.01 : *stake.percent, 2, style), kNoBreakSpace);
  }
  if (!stake.controlling) return phrase;
  if (!phrase.empty()) phrase += ", ";
  return phrase.append(style.word("controlling_stake"));
}

std::string round_phrase(std::string_view round, const Style& style) {
  constexpr std::string_view kSeries = "series_";
  if (round.starts_with(kSeries)) {
    std::string letter(round.substr(kSeries.size()));
    if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z')
      letter[0] = static_cast<char>(letter[0] - 'a' + 'A');
    return fmt::format("{}{}{}", style.word("series"), kNoBreakSpace, one_line(letter));
  }
  return one_line(style.word(round));
}

std::vector<std::string> details(const graph::EdgeFact& fact, const Style& style) {
  std::vector<std::string> phrases;
  if (fact.amount) phrases.push_back(money_phrase(*fact.amount, style));
  if (fact.stake) phrases.push_back(stake_phrase(*fact.stake, style));
  if (!fact.round.empty()) phrases.push_back(round_phrase(fact.round, style));
  if (fact.date) phrases.push_back(to_string(*fact.date));
  if (fact.valuation) {
    phrases.push_back(fmt::format("{} {}", style.word("valued_at"), money_phrase(*fact.valuation, style)));
  }
  if (fact.lead) phrases.emplace_back(style.word("lead"));
  std::erase(phrases, "");
  return phrases;
}

std::string country_name(std::string_view code, std::string_view language) {
  const icu::Locale country("", std::string(code).c_str());
  icu::UnicodeString name;
  country.getDisplayCountry(icu::Locale(std::string(language).c_str()), name);
  std::string text;
  name.toUTF8String(text);
  return text;
}

std::string countries_phrase(const std::vector<std::string>& codes, const Style& style) {
  std::string phrase;
  for (const std::string& code : codes)
    phrase.append(phrase.empty() ? "" : ", ").append(country_name(code, style.language));
  return phrase;
}

std::string evidence_phrase(const graph::EdgeFact& fact) {
  std::string phrase;
  for (const model::Evidence& evidence : fact.evidence) {
    if (!phrase.empty()) phrase += ' ';
    phrase += fmt::format("“{}” ({})", one_line(evidence.text), one_line(evidence.document));
  }
  return phrase;
}

}  // namespace whofunds::render
