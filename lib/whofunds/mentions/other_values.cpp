#include "whofunds/mentions/other_values.hpp"

#include <algorithm>
#include <string>
#include <vector>

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
  if (has_noun_after && in(lexicon.rate_nouns, sentence.at(after))) return true;
  if (before < 0) return false;
  if (lexicon.difference_words.contains(sentence.at(before).lower) && !has_noun_after) return true;
  return before > 0 && sentence.at(before).note.part_of_speech == language::PartOfSpeech::kPreposition &&
         in(lexicon.rate_nouns, sentence.at(before - 1)) && sentence.at(before - 1).is_noun();
}

}  // namespace

void set_apart_other_values(const AnnotatedSentence& sentence, const language::Lexicon& lexicon,
                            Values& values) {
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
