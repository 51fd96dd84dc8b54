#include "whofunds/mentions/currencies_of_countries.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace whofunds::mentions {
namespace {

/// The adjectives of a currency word, with the currencies that they tell: "norwegian" → NOK of "krone".
language::WordMap<std::string> adjectives_of(const Word& currency, const language::Lexicon& lexicon) {
  language::WordMap<std::string> adjectives;
  for (const auto& [phrase, code] : lexicon.country_adjectives) {
    const std::size_t space = phrase.rfind(' ');
    if (space == std::string::npos) continue;
    const std::string_view noun = std::string_view(phrase).substr(space + 1);
    if (noun == currency.lower || noun == currency.lemma) adjectives.emplace(phrase.substr(0, space), code);
  }
  return adjectives;
}

/// The countries that the sentence names, by name or adjective, as codes.
std::set<std::string> countries_in(const AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  std::set<std::string> found;
  const auto note = [&](const std::string& text) {
    for (const auto* words : {&lexicon.countries.names, &lexicon.countries.adjectives}) {
      if (const auto country = words->find(text); country != words->end()) found.insert(country->second);
    }
  };
  for (int i = 0; i < sentence.size(); ++i) {
    note(sentence.at(i).lower);
    if (sentence.at(i).lemma != sentence.at(i).lower) note(sentence.at(i).lemma);
    if (i + 1 < sentence.size()) note(sentence.at(i).lower + " " + sentence.at(i + 1).lower);
  }
  return found;
}

}  // namespace

void tell_currencies_of_countries(const AnnotatedSentence& sentence, const language::Lexicon& lexicon,
                                  Values& values) {
  std::set<std::string> countries;
  bool are_known = false;
  for (MoneyMention& money : values.money) {
    const int last = money.place.last - 1;
    const Word& unit = sentence.at(last);
    const auto usual = find_word(lexicon.currencies, unit);
    if (!money.currency_told || usual == lexicon.currencies.end() || unit.token.all_capitals) continue;
    // "12 million Norwegian kroner"
    const bool is_told =
        last > money.place.first && lexicon.countries.adjectives.contains(sentence.at(last - 1).lemma);
    if (is_told) continue;
    const language::WordMap<std::string> adjectives = adjectives_of(unit, lexicon);
    const bool is_shared = std::ranges::any_of(
        adjectives, [&](const auto& adjective) { return adjective.second == usual->second; });
    if (!is_shared) continue;
    if (!are_known) countries = countries_in(sentence, lexicon);
    are_known = true;
    std::set<std::string> told;
    for (const auto& [adjective, code] : adjectives) {
      const auto country = lexicon.countries.adjectives.find(adjective);
      if (country != lexicon.countries.adjectives.end() && countries.contains(country->second))
        told.insert(code);
    }
    if (told.size() == 1) money.money.currency = *told.begin();
  }
}

}  // namespace whofunds::mentions
