#include "whofunds/mentions/other_values.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "whofunds/mentions/numbers.hpp"

namespace whofunds::mentions {
namespace {

/// Whether the words that begin at `first` are one of the phrases.
bool begins_phrase(const AnnotatedSentence& sentence, int first, const language::WordSet& phrases) {
  constexpr int kLongest = 3;
  std::string said;
  for (int i = first; i < sentence.size() && i < first + kLongest; ++i) {
    if (!said.empty()) said += ' ';
    said += sentence.at(i).lower;
    if (phrases.contains(said)) return true;
  }
  return false;
}

/// "$35 a share", "по 120 рублей за акцию", "the closing price of $35"
bool is_of_one_unit(const AnnotatedSentence& sentence, const Place& place, const language::Lexicon& lexicon) {
  if (begins_phrase(sentence, place.last, lexicon.unit_phrases)) return true;
  constexpr int kFarthest = 4;
  for (int i = place.first - 2; i >= 0 && i >= place.first - kFarthest; --i) {
    if (begins_phrase(sentence, i, lexicon.unit_prices)) return true;
  }
  return false;
}

/// "$5m each", "по 5 млн каждому"; but "shares at $5 each"
bool is_before_each(const AnnotatedSentence& sentence, const Place& place, const language::Lexicon& lexicon) {
  const bool is_after_preposition =
      place.first > 0 &&
      sentence.at(place.first - 1).note.part_of_speech == language::PartOfSpeech::kPreposition &&
      !lexicon.each_words.contains(sentence.at(place.first - 1).lower);
  return place.last < sentence.size() && !is_after_preposition &&
         lexicon.each_words.contains(sentence.at(place.last).lower);
}

/// "вложил по 5 млн рублей"
bool is_after_each(const AnnotatedSentence& sentence, const Place& place, const language::Lexicon& lexicon) {
  return place.first > 0 && lexicon.each_words.contains(sentence.at(place.first - 1).lower);
}

/// "a 32% premium", "a premium of 32%", "up 4%", "raised its offer by 11%"
bool is_rate(const AnnotatedSentence& sentence, const Place& place, const language::Lexicon& lexicon) {
  const int before = place.first - 1;
  const int after = place.last;
  const bool has_noun_after = after < sentence.size() && sentence.at(after).is_noun();
  if (after < sentence.size() && in(lexicon.rate_nouns, sentence.at(after))) return true;  // "14% годовых"
  if (before < 0) return false;
  if (lexicon.difference_words.contains(sentence.at(before).lower) && !has_noun_after) return true;
  // "a return of 12%", but "in return for 12%"
  return before > 0 && sentence.at(before).note.part_of_speech == language::PartOfSpeech::kPreposition &&
         sentence.at(before).lower != "for" && in(lexicon.rate_nouns, sentence.at(before - 1)) &&
         sentence.at(before - 1).is_noun();
}

/// "3 млн и 2 млн рублей": the currency is told once, after the last.
void lend_currency_back(const AnnotatedSentence& sentence, std::vector<MoneyMention>& sums) {
  for (std::size_t i = sums.size(); i-- > 1;) {
    MoneyMention& before = sums[i - 1];
    const int between = before.place.last;
    const bool is_joined =
        sums[i].place.first == between + 1 && sentence.at(between).is(tagging::Dependency::kCoordination);
    if (is_joined && !before.currency_told && sums[i].currency_told)
      before.money.currency = sums[i].money.currency;
  }
}

/// "60 и 40 % соответственно", "3 and 2 million dollars respectively": the number before a value that has its
/// unit; none where no such number stands there.
std::optional<double> number_before(const AnnotatedSentence& sentence, const language::Lexicon& lexicon,
                                    const Place& place) {
  const int number = place.first - 2;
  const bool is_listed = number >= 0 && sentence.at(number + 1).token.text == ",";
  const bool is_last = number >= 0 && sentence.at(number + 1).is(tagging::Dependency::kCoordination);
  if (!(is_listed || is_last) || sentence.at(number).token.kind != text::TokenKind::kNumber)
    return std::nullopt;
  return Numbers(sentence, lexicon).parse(sentence.at(number).token.text);
}

void share_units(const AnnotatedSentence& sentence, const language::Lexicon& lexicon, Values& values) {
  for (std::size_t i = 0; i < values.stakes.size();) {
    const StakeMention stake = values.stakes[i];
    const auto number = number_before(sentence, lexicon, stake.place);
    const bool is_read = i > 0 && values.stakes[i - 1].place.last == stake.place.first - 1;
    // What is put in before it is the next to look at.
    if (is_read || !number || *number > 100) {
      ++i;
      continue;
    }
    const auto at = values.stakes.begin() + static_cast<std::ptrdiff_t>(i);
    values.stakes.insert(
        at, {.place = {stake.place.first - 2, stake.place.first - 1}, .stake = {.percent = *number}});
  }
  for (std::size_t i = 0; i < values.money.size();) {
    MoneyMention money = values.money[i];
    const auto number = number_before(sentence, lexicon, money.place);
    const auto own = Numbers(sentence, lexicon).parse(sentence.at(money.place.first).token.text);
    const double scale = own && *own > 0 ? static_cast<double>(money.money.value) / *own : 0;
    const double value = std::round(number.value_or(0) * scale);
    const bool is_read = i > 0 && values.money[i - 1].place.last == money.place.first - 1;
    if (is_read || !(value >= 1) || value > static_cast<double>(model::kLargestSum)) {
      ++i;
      continue;
    }
    money.money.value = static_cast<std::int64_t>(value);
    money.place = {money.place.first - 2, money.place.first - 1};
    const auto at = values.money.begin() + static_cast<std::ptrdiff_t>(i);
    values.money.insert(at, std::move(money));
  }
}

/// Whether the sentence says which of several values belongs to which party.
bool tells_respectively(const AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    if (lexicon.respective_words.contains(sentence.at(i).lower)) return true;
  }
  return false;
}

}  // namespace

void set_apart_other_values(const AnnotatedSentence& sentence, const language::Lexicon& lexicon,
                            Values& values) {
  lend_currency_back(sentence, values.money);
  const bool has_values = !values.stakes.empty() || !values.money.empty();
  if (has_values && tells_respectively(sentence, lexicon)) share_units(sentence, lexicon, values);
  for (MoneyMention& money : values.money) {
    const bool is_before = is_before_each(sentence, money.place, lexicon);
    money.of_each = is_before || is_after_each(sentence, money.place, lexicon);
    money.of_unit = !is_before && is_of_one_unit(sentence, money.place, lexicon);
  }
  // "$5-$6 a share"
  for (std::size_t i = 1; i < values.money.size(); ++i) {
    const Place& next = values.money[i].place;
    MoneyMention& lower = values.money[i - 1];
    if (values.money[i].of_unit && next.first == lower.place.last + 1 &&
        sentence.at(lower.place.last).token.text == "-")
      lower.of_unit = true;
  }
  std::erase_if(values.stakes,
                [&](const StakeMention& stake) { return is_rate(sentence, stake.place, lexicon); });
}

}  // namespace whofunds::mentions
