#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "whofunds/language/data_keys.hpp"
#include "whofunds/language/lexicon_data.hpp"

namespace whofunds::language {

namespace {

constexpr auto kMoneyLists = std::to_array<ListKey<Lexicon>>({
    {"approximators", &Lexicon::approximators},
    {"at_least", &Lexicon::at_least},
    {"at_most", &Lexicon::at_most},
    {"odd_share_words", &Lexicon::odd_share_words},
    {"percent", &Lexicon::percent_words},
    {"ranges", &Lexicon::range_words},
    {"years", &Lexicon::year_words},
    {"total_phrases", &Lexicon::total_phrases},
    {"unit_phrases", &Lexicon::unit_phrases},
    {"numeral_links", &Lexicon::numeral_links},
    {"vague_numerals", &Lexicon::vague_numerals},
    {"half_phrases", &Lexicon::half_phrases},
    {"each_words", &Lexicon::each_words},
    {"unit_prices", &Lexicon::unit_prices},
    {"rate_nouns", &Lexicon::rate_nouns},
    {"difference_words", &Lexicon::difference_words},
    {"worth_nouns", &Lexicon::worth_nouns},
    {"month_words", &Lexicon::month_words},
    {"week_words", &Lexicon::week_words},
    {"quarter_words", &Lexicon::quarter_words},
    {"ago_words", &Lexicon::ago_words},
    {"stake_nouns", &Lexicon::stake_nouns},
    {"controlling", &Lexicon::controlling_words},
    {"whole", &Lexicon::whole_words},
    {"valuation", &Lexicon::valuation_words},
    {"round_nouns", &Lexicon::round_nouns},
    {"change_starts", &Lexicon::change_starts},
    {"deal_nouns", &Lexicon::deal_nouns},
    {"sum_nouns", &Lexicon::sum_nouns},
    {"series", &Lexicon::series_words},
});

// The most that words can mean, beyond which a number is a slip.
constexpr std::int64_t kMostCounted = 1'000'000'000'000'000;     // of numerals
constexpr std::int64_t kMostScaled = 1'000'000'000'000'000'000;  // of scales
constexpr int kWhole = 100;                                      // of fractions, in percent
constexpr int kFarthest = 100;                                   // of years and days from now

/// A table of words and the number of each.
template <WordMap<double> Lexicon::*kNumbers, std::int64_t kMost>
void read_numbers(const text::DataFile& file, const toml::node& node, Lexicon& lexicon) {
  for (const auto& [word, number] : file.table(node))
    (lexicon.*kNumbers).emplace(word.str(), file.number(number, 0, static_cast<double>(kMost)));
}

/// The same of whole numbers, as of months.
template <WordMap<int> Lexicon::*kNumbers, int kLeast, int kMost>
void read_counts(const text::DataFile& file, const toml::node& node, Lexicon& lexicon) {
  for (const auto& [word, number] : file.table(node))
    (lexicon.*kNumbers).emplace(word.str(), static_cast<int>(file.whole(number, kLeast, kMost)));
}

void read_scales(const text::DataFile& file, const toml::node& node, Lexicon& lexicon) {
  for (const auto& [word, factor] : file.table(node))
    lexicon.scales.emplace(word.str(), file.whole(factor, 1, kMostScaled));
}

/// The code of a currency (ISO 4217) that is a key.
std::string currency_of(const text::DataFile& file, const toml::key& key, const toml::node& words) {
  const std::string_view code = key.str();
  const bool is_code =
      code.size() == 3 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!is_code) file.fail(words, fmt::format("'{}' is no code of a currency", code), "write USD, EUR …");
  return std::string(code);
}

void read_currencies(const text::DataFile& file, const toml::node& node, Lexicon& lexicon) {
  for (const auto& [key, words] : file.table(node)) {
    const std::string code = currency_of(file, key, words);
    for (const std::string& word : file.words(words)) lexicon.currencies.emplace(word, code);
    std::string lower = code;
    for (char& letter : lower) letter = static_cast<char>(letter - 'A' + 'a');
    lexicon.currencies.emplace(lower, code);
  }
}

void read_country_adjectives(const text::DataFile& file, const toml::node& node, Lexicon& lexicon) {
  for (const auto& [key, words] : file.table(node)) {
    const std::string code = currency_of(file, key, words);
    for (const std::string& word : file.words(words)) lexicon.country_adjectives.emplace(word, code);
  }
}

void read_rounds(const text::DataFile& file, const toml::node& node, Lexicon& lexicon) {
  for (const auto& [name, words] : file.table(node)) {
    for (const std::string& word : file.words(words)) lexicon.round_names.emplace(word, name.str());
  }
}

constexpr auto kMoneyValues = std::to_array<ValueKey<Lexicon>>({
    {"currencies", read_currencies},
    {"country_adjectives", read_country_adjectives},
    {"scales", read_scales},
    {"numerals", read_numbers<&Lexicon::numerals, kMostCounted>},
    {"fractions", read_numbers<&Lexicon::fractions, kWhole>},
    {"stake_fractions", read_numbers<&Lexicon::stake_fractions, kWhole>},
    {"months", read_counts<&Lexicon::months, 1, 12>},
    {"weekdays", read_counts<&Lexicon::weekdays, 1, 7>},
    {"quarter_ordinals", read_counts<&Lexicon::quarter_ordinals, 1, 4>},
    {"relative_years", read_counts<&Lexicon::relative_years, -kFarthest, kFarthest>},
    {"relative_days", read_counts<&Lexicon::relative_days, -kFarthest, kFarthest>},
    {"rounds", read_rounds},
});

}  // namespace

void load_money(const text::DataFile& file, Lexicon& lexicon) {
  read_keys<Lexicon>(file, kMoneyLists, kMoneyValues, lexicon);
}

}  // namespace whofunds::language
