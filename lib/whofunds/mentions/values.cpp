#include "whofunds/mentions/values.hpp"

#include <cmath>

#include "whofunds/mentions/currencies_of_countries.hpp"
#include "whofunds/mentions/dates.hpp"
#include "whofunds/mentions/numbers.hpp"
#include "whofunds/mentions/other_values.hpp"
#include "whofunds/mentions/rounds.hpp"

namespace whofunds::mentions {
namespace {

using language::Lexicon;
using text::TokenKind;

/// In percent.
constexpr double kHalf = 50;

class Reader {
 public:
  Reader(const AnnotatedSentence& sentence, const Lexicon& lexicon,
         const std::optional<model::PartialDate>& told)
      : sentence_(sentence),
        lexicon_(lexicon),
        dates_(sentence, lexicon, told),
        numbers_(sentence, lexicon),
        rounds_(sentence, lexicon, numbers_) {}

  Values read() {
    for (int i = 0; i < sentence_.size();) {
      const int next = read_at(i);
      i = next > i ? next : i + 1;
    }
    lend_currencies();
    return std::move(values_);
  }

 private:
  static constexpr int kNothing = -1;

  const Word& word(int i) const { return sentence_.at(i); }
  bool inside(int i) const { return i >= 0 && i < sentence_.size(); }

  int read_at(int i) {
    if (const int end = dates_.read(i, values_.dates); end > i) return end;
    if (const int end = rounds_.read(i, values_.rounds); end > i) return end;
    if (const int end = read_counted_fraction(i); end > i) return end;
    if (const int end = read_fraction(i); end > i) return end;
    if (const int end = read_percent_adjective(i); end > i) return end;
    // "won 4 million pesos": a verb is no currency
    const bool opens = currency_at(i) && !numbers_.is_number_word(i) && !word(i).is_verb();
    const std::optional<SaidNumber> number = numbers_.read(opens ? i + 1 : i);
    if (!number) return i;
    if (const int end = read_percent(*number); end > number->first) return end;
    if (const int end = read_money(i, *number); end > i) return end;
    return number->last;
  }

  /// "In 2021 $5m was paid": a sign right before a number is of that.
  bool opens_next_sum(int i) const {
    return inside(i + 1) && word(i).token.kind == text::TokenKind::kSymbol && word(i).token.space_before &&
           word(i + 1).token.kind == text::TokenKind::kNumber && !word(i + 1).token.space_before;
  }

  const std::string* currency_at(int i) const {
    if (!inside(i)) return nullptr;
    const auto found = find_word(lexicon_.currencies, word(i));
    return found == lexicon_.currencies.end() ? nullptr : &found->second;
  }

  /// The currency that an adjective tells: "канадских долларов". Sets `last` past it.
  const std::string* currency_of_country(int i, int& last) const {
    if (!inside(i + 1)) return nullptr;
    const auto found = lexicon_.country_adjectives.find(word(i).lemma + " " + word(i + 1).lemma);
    if (found == lexicon_.country_adjectives.end()) return nullptr;
    last = i + 2;
    return &found->second;
  }

  int read_money(int begin, const SaidNumber& number) {
    MoneyMention mention{.place = {begin, number.last}};
    const std::string* currency = begin < number.first ? currency_at(begin) : nullptr;
    int last = number.last;
    if (currency == nullptr) currency = currency_of_country(last, last);
    if (currency == nullptr && inside(last) && !opens_next_sum(last)) {
      currency = currency_at(last);
      if (currency != nullptr) ++last;
    }
    // "US dollars", "американских долларов": an adjective that changes nothing.
    if (currency == nullptr && number.scaled && inside(last + 1)) {
      currency = currency_at(last + 1);
      if (currency != nullptr) last += 2;
    }
    if (currency == nullptr && !number.scaled) return begin;
    // "Block 17B": a capital letter alone is no scale.
    const text::Token& scale = word(number.last - 1).token;
    if (currency == nullptr && scale.capitalised && scale.text.size() == 1) return begin;
    // "$15 million CAD"
    if (currency != nullptr && begin < number.first && inside(last) && word(last).token.all_capitals &&
        currency_at(last) != nullptr) {
      currency = currency_at(last);
      ++last;
    }
    mention.currency_told = currency != nullptr;
    mention.vague = number.vague;
    mention.place.last = last;
    const double whole = std::round(number.value);
    if (!(whole >= 1) || whole > static_cast<double>(model::kLargestSum)) return begin;
    mention.money.value = static_cast<std::int64_t>(whole);
    if (currency != nullptr) mention.money.currency = *currency;
    if (!mention.currency_told && !values_could_be_money(number.last)) return begin;
    read_bounds(begin, number, mention);
    mention.valuation = is_valuation(begin, last);
    mention.total = is_total(begin);
    values_.money.push_back(std::move(mention));
    return last;
  }

  /// A scaled number without a currency is money only where no noun follows: "10 миллиардов", but not "10
  /// миллионов тонн".
  bool values_could_be_money(int next) const { return !inside(next) || !word(next).is_noun(); }

  /// Whether the word or the two words right before word `i` are in the list: "более", "at least".
  bool says_before(int i, const language::WordSet& words) const {
    if (!inside(i - 1)) return false;
    // "примерно за 3 млн", "не менее чем за 3 млн"
    const bool is_preposition = word(i - 1).note.part_of_speech == language::PartOfSpeech::kPreposition;
    if (lexicon_.inflected && is_preposition && !in(words, word(i - 1))) {
      const int before = inside(i - 2) && word(i - 2).lower == "чем" ? i - 2 : i - 1;
      return inside(before - 1) && says_right_before(before, words);
    }
    return says_right_before(i, words);
  }

  bool says_right_before(int i, const language::WordSet& words) const {
    return in(words, word(i - 1)) ||
           (inside(i - 2) && words.contains(word(i - 2).lower + " " + word(i - 1).lower));
  }

  /// "более 5 млн", "от 5 до 7 млн", "between $5 million and $7 million", "about".
  void read_bounds(int begin, const SaidNumber& number, MoneyMention& mention) {
    if (says_before(begin, lexicon_.approximators)) mention.money.approx = true;
    if (says_before(begin, lexicon_.at_least)) mention.money.min = mention.money.value;
    // "не менее 5 млн" says "менее" too.
    if (!mention.money.min && says_before(begin, lexicon_.at_most)) mention.money.max = mention.money.value;
    if (number.lower) {
      mention.money.min = static_cast<std::int64_t>(std::round(*number.lower));
      mention.money.max = mention.money.value;
    }
    if (join_lower_sum(begin, mention)) return;
    // "от 5 до 7 млн рублей": the lower number stands before, without its scale.
    if (mention.money.max && !number.lower && inside(begin - 2) &&
        word(begin - 2).token.kind == TokenKind::kNumber) {
      const auto lower = numbers_.parse(word(begin - 2).token.text);
      if (!lower) return;
      double scale = 1;
      for (int i = begin; i < mention.place.last; ++i) {
        if (const auto found = find_word(lexicon_.scales, word(i)); found != lexicon_.scales.end())
          scale = static_cast<double>(found->second);
      }
      mention.money.min = static_cast<std::int64_t>(std::round(*lower * scale));
      mention.place.first = begin - 2;
    }
  }

  /// "between $5 million and $7 million", "от 5 млн до 7 млн рублей": the sum just read is the lower end of
  /// this one.
  bool join_lower_sum(int begin, MoneyMention& mention) {
    if (values_.money.empty() || values_.money.back().place.last != begin - 1) return false;
    const MoneyMention& lower = values_.money.back();
    const bool is_range = says_before(lower.place.first, lexicon_.range_words) ||
                          (numbers_.is_dash(begin - 1) && lower.currency_told);  // "$1.2bn-$1.5bn"
    if (!is_range || lower.money.value >= mention.money.value) return false;
    if (lower.currency_told && lower.money.currency != mention.money.currency) return false;
    mention.money.min = lower.money.value;
    mention.money.max = mention.money.value;
    mention.place.first = lower.place.first;
    values_.money.pop_back();
    return true;
  }

  /// Whether the words right before the sum say that it is a worth: "оценивается в", "valued at", "выручка
  /// составила".
  bool is_valuation(int begin, int end) const {
    for (int i = begin - 1; i >= 0 && i >= begin - 5; --i) {
      if (word(i).token.kind == TokenKind::kPunctuation) break;
      if (!in(lexicon_.valuation_words, word(i))) continue;
      const bool says =
          word(i).note.part_of_speech == language::PartOfSpeech::kVerb;  // "the deal values A at"
      return says || (!is_deal(i - 1) && !is_deal(i - 2));
    }
    // "a $5m debt facility" is no debt of $5m.
    return inside(end) && in(lexicon_.valuation_words, word(end)) &&
           !(!lexicon_.inflected && inside(end + 1) && word(end + 1).is_noun());
  }

  /// "bringing total funding to $5m": no sum of this deal.
  bool is_total(int begin) const {
    for (int i = begin - 1; i > 0 && i >= begin - 6; --i) {
      if (word(i).token.kind == TokenKind::kPunctuation) break;
      if (lexicon_.total_phrases.contains(word(i - 1).lower + " " + word(i).lower)) return true;
    }
    return false;
  }

  /// "a deal worth $5m" is a deal for that sum.
  bool is_deal(int i) const { return inside(i) && in(lexicon_.worth_nouns, word(i)); }

  /// "a third of", "two-thirds of", "a one-third stake", "half the company".
  int read_counted_fraction(int i) {
    int at = i;
    double count = 1;
    const auto named = inside(i) ? find_word(lexicon_.numerals, word(i)) : lexicon_.numerals.end();
    const bool has_numeral = named != lexicon_.numerals.end() && named->second >= 1 && named->second < 10;
    if (has_numeral) {
      count = named->second;
      at = inside(i + 1) && numbers_.is_dash(i + 1) ? i + 2 : i + 1;
    }
    const auto fraction = inside(at) ? find_word(lexicon_.fractions, word(at)) : lexicon_.fractions.end();
    if (fraction == lexicon_.fractions.end() || !inside(at + 1)) return i;
    // "the third quarter", "the first half": a period.
    const bool is_counted = has_numeral || (i > 0 && word(i - 1).lower == "a") || fraction->second == kHalf;
    if (!is_counted || (i > 1 && is_ordinal(i - 1))) return i;
    const Word& next = word(at + 1);
    const bool is_share =
        next.lower == "of" || in(lexicon_.stake_nouns, next) || (i > 0 && word(i - 1).lower == "remaining") ||
        (fraction->second == kHalf && next.note.part_of_speech == language::PartOfSpeech::kDeterminer);
    // "half of the money came from A"
    int whole = at + 1;
    while (inside(whole + 1) && (word(whole).lower == "of" ||
                                 word(whole).note.part_of_speech == language::PartOfSpeech::kDeterminer))
      ++whole;
    const double percent = std::round(count * fraction->second * 10) / 10;
    if (!is_share || percent > 100 || in(lexicon_.whole_sums, word(whole))) return i;
    values_.stakes.push_back({.place = {i, at + 1}, .stake = {.percent = percent}});
    return at + 1;
  }

  bool is_ordinal(int i) const {
    return word(i).note.part_of_speech == language::PartOfSpeech::kAdjective && i > 0 &&
           word(i - 1).lower == "the";
  }

  /// The end of "%", "процента", "per cent" at word `i`; `i` if it is none.
  int end_of_percent_word(int i) const {
    if (!inside(i)) return i;
    if (in(lexicon_.percent_words, word(i))) return i + 1;
    const int next = numbers_.is_dash(i + 1) ? i + 2 : i + 1;  // "40-per-cent"
    return inside(next) && lexicon_.percent_words.contains(word(i).lower + " " + word(next).lower) ? next + 1
                                                                                                   : i;
  }

  /// "половина акций", "четверть принадлежит …", "half of the company": the word after it; `kNothing` where
  /// it is a part of something else ("четверть века").
  int read_fraction(int i) {
    const auto counted =
        lexicon_.inflected && inside(i + 1) ? find_word(lexicon_.numerals, word(i)) : lexicon_.numerals.end();
    const bool has_count = counted != lexicon_.numerals.end() && counted->second > 1 && counted->second < 4;
    int at = has_count ? i + 1 : i;  // "две трети"
    auto fraction = find_word(lexicon_.stake_fractions, word(at));
    // "пятая часть"
    if (fraction == lexicon_.stake_fractions.end() && lexicon_.inflected && inside(at + 1)) {
      fraction = lexicon_.stake_fractions.find(word(at).lemma + " " + word(at + 1).lemma);
      if (fraction != lexicon_.stake_fractions.end()) ++at;
    }
    if (fraction == lexicon_.stake_fractions.end() || !inside(at + 1)) return kNothing;
    int whole = at + 1;
    // "the other half belongs to A", "вторая половина — у А"
    const bool is_other = i > 0 && in(lexicon_.other_words, word(i - 1)) && word(whole).lower != "of" &&
                          !may_be_held(whole) && !word(whole).is_noun();
    if (!lexicon_.inflected && !is_other) {
      if (word(whole).lower != "of" && !in(lexicon_.stake_nouns, word(whole))) return kNothing;
      while (inside(whole + 1) && !may_be_held(whole) &&
             (word(whole).lower == "of" ||
              word(whole).note.part_of_speech == language::PartOfSpeech::kDeterminer))
        ++whole;
    }
    const bool stands_alone =
        lexicon_.inflected &&
        (word(whole).is_verb() ||
         (has_count && word(whole).note.part_of_speech == language::PartOfSpeech::kPreposition));
    if (!may_be_held(whole) && !stands_alone && !is_other) return kNothing;
    const double percent = std::round((has_count ? counted->second : 1) * fraction->second * 10) / 10;
    if (percent > 100) return kNothing;
    values_.stakes.push_back({.place = {i, at + 1}, .stake = {.percent = percent}});
    return at + 1;
  }

  /// Shares, a name, or what describes a company.
  bool may_be_held(int i) const {
    const Word& here = word(i);
    return in(lexicon_.stake_nouns, here) || here.token.text == "«" || here.is_capitalised() ||
           lexicon_.descriptors.contains(here.lemma);
  }

  /// The word after the stake; `kNothing` where it is none.
  int read_percent(const SaidNumber& number) {
    const int end = end_of_percent_word(number.last);
    if (number.scaled || end == number.last || number.value < 0 || number.value > 100) return kNothing;
    StakeMention mention{.place = {number.first, end}, .stake = {.percent = number.value}};
    mention.stake.at_least = says_before(number.first, lexicon_.at_least);
    values_.stakes.push_back(mention);
    return mention.place.last;
  }

  /// "51-процентная доля", "51-percent stake": how much, in one word with a hyphen or in three.
  int read_percent_adjective(int i) {
    const std::string_view text = word(i).token.text;
    const std::size_t hyphen = text.find('-');
    if (hyphen != std::string_view::npos && lexicon_.percent_words.contains(part_of_lemma(i))) {
      const std::optional<double> value = numbers_.parse(text.substr(0, hyphen));
      if (!value || *value <= 0 || *value > 100) return i;
      values_.stakes.push_back({.place = {i, i + 1}, .stake = {.percent = *value}});
      return i + 1;
    }
    if (word(i).token.kind != TokenKind::kNumber || !numbers_.is_dash(i + 1)) return i;
    const int end = end_of_percent_word(i + 2);
    const std::optional<double> value = numbers_.parse(text);
    if (end <= i + 2 || !value || *value <= 0 || *value > 100) return i;
    values_.stakes.push_back({.place = {i, end}, .stake = {.percent = *value}});
    return end;
  }

  /// The lemma of a word after its hyphen.
  std::string part_of_lemma(int i) const {
    const std::string& lemma = word(i).lemma;
    const std::size_t hyphen = lemma.find('-');
    return hyphen == std::string::npos ? std::string() : lemma.substr(hyphen + 1);
  }

  /// "собрал 12 миллиардов долларов и … ещё 10 миллиардов": the currency is that of the sum before. What no
  /// sum stands before, the sentences before may tell.
  void lend_currencies() {
    std::string last;
    for (MoneyMention& mention : values_.money) {
      if (mention.currency_told) last = mention.money.currency;
      if (mention.money.currency.empty()) mention.money.currency = last;
    }
  }

  const AnnotatedSentence& sentence_;
  const Lexicon& lexicon_;
  DateReader dates_;
  Numbers numbers_;
  RoundReader rounds_;
  Values values_;
};

}  // namespace

Values find_values(const AnnotatedSentence& sentence, const Lexicon& lexicon,
                   const std::optional<model::PartialDate>& told) {
  Values values = Reader(sentence, lexicon, told).read();
  tell_currencies_of_countries(sentence, lexicon, values);
  set_apart_other_values(sentence, lexicon, values);
  return values;
}

}  // namespace whofunds::mentions
