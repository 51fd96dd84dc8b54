#include "whofunds/mentions/dates.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>

namespace whofunds::mentions {

using text::TokenKind;

namespace {

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<int> year_of(std::string_view text) {
  const std::optional<int> year = text.size() == 4 ? whole_number(text) : std::nullopt;
  return year && *year >= 1500 && *year <= 2100 ? year : std::nullopt;
}

std::chrono::sys_days sys_days_of(const model::PartialDate& date) {
  using namespace std::chrono;
  return year_month_day(year(date.year), month(static_cast<unsigned>(date.month)),
                        day(static_cast<unsigned>(date.day)));
}

}  // namespace

int DateReader::read(int i, std::vector<DateMention>& dates) const {
  for (const auto rule :
       {&DateReader::of_digits, &DateReader::relative_unit, &DateReader::relative_day, &DateReader::weekday,
        &DateReader::time_ago, &DateReader::quarter, &DateReader::calendar_date}) {
    const std::optional<Found> found = (this->*rule)(i);
    if (!found) continue;
    // A month of no known year is read, but is no date; nor is the 31st of a shorter month.
    const bool is_date = found->date.year != 0 && model::parse_partial_date(model::to_string(found->date));
    if (is_date) dates.push_back({.place = {i, found->last}, .date = found->date});
    return found->last;
  }
  return i;
}

bool DateReader::is_dash(int i) const {
  if (!inside(i)) return false;
  const std::string_view text = word(i).token.text;
  return text == "-" || text == "–" || text == "—";
}

std::optional<int> DateReader::year_at(int i) const {
  if (!inside(i)) return std::nullopt;
  const std::string_view text = word(i).token.text;
  if (word(i).token.kind == TokenKind::kNumber) return year_of(text);
  // "в 2019-м"
  const bool is_ordinal = lexicon_.inflected && text.size() > 5 && text[4] == '-';
  return is_ordinal ? year_of(text.substr(0, 4)) : std::nullopt;
}

std::optional<int> DateReader::day_at(int i) const {
  if (!inside(i) || word(i).token.kind != TokenKind::kNumber || word(i).token.text.size() > 2)
    return std::nullopt;
  const std::optional<int> day = whole_number(word(i).token.text);
  return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

int DateReader::month_at(int i) const {
  if (!inside(i)) return 0;
  const auto found = find_word(lexicon_.months, word(i));
  if (found == lexicon_.months.end() || (!lexicon_.inflected && !word(i).is_capitalised())) return 0;
  return found->second;
}

/// Whether a number before word `i` counts things rather than names a year: "2000 рублей".
bool DateReader::is_counted(int i) const {
  if (!inside(i)) return false;
  if (find_word(lexicon_.currencies, word(i)) != lexicon_.currencies.end() ||
      find_word(lexicon_.scales, word(i)) != lexicon_.scales.end())
    return true;
  return in(lexicon_.percent_words, word(i)) ||
         (!lexicon_.inflected && word(i).note.part_of_speech == language::PartOfSpeech::kNoun);
}

/// "12.03.2023", "2023-03-12".
std::optional<DateReader::Found> DateReader::of_digits(int i) const {
  if (!inside(i) || word(i).token.kind != TokenKind::kNumber) return std::nullopt;
  const std::string_view text = word(i).token.text;
  std::string written(text);
  int last = i + 1;
  if (year_of(text) && is_dash(i + 1) && is_dash(i + 3) && inside(i + 4)) {
    written.append("-").append(word(i + 2).token.text).append("-").append(word(i + 4).token.text);
    last = i + 5;
  } else if (text.size() == 10 && text[2] == '.' && text[5] == '.' && lexicon_.inflected) {
    written = std::string(text.substr(6));
    written.append("-").append(text.substr(3, 2)).append("-").append(text.substr(0, 2));
  } else if (text.size() != 10) {
    return std::nullopt;
  }
  const std::optional<model::PartialDate> date = model::parse_partial_date(written);
  return date ? std::optional(Found{.date = *date, .last = last}) : std::nullopt;
}

/// "в прошлом году", "this year", "last month", "на прошлой неделе", "last quarter".
std::optional<DateReader::Found> DateReader::relative_unit(int i) const {
  if (!told_ || !inside(i + 1)) return std::nullopt;
  const auto shift = find_word(lexicon_.relative_years, word(i));
  if (shift == lexicon_.relative_years.end()) return std::nullopt;
  const Word& unit = word(i + 1);
  if (in(lexicon_.year_words, unit))
    return Found{.date = {.year = told_->year + shift->second}, .last = i + 2};
  if (told_->month == 0) return std::nullopt;
  if (in(lexicon_.month_words, unit)) return Found{.date = months_from_told(shift->second), .last = i + 2};
  if (in(lexicon_.quarter_words, unit))
    return Found{.date = {.year = months_from_told(3 * shift->second).year}, .last = i + 2};
  if (!in(lexicon_.week_words, unit) || told_->day == 0) return std::nullopt;
  model::PartialDate date = days_from_told(7 * shift->second);
  date.day = 0;
  return Found{.date = date, .last = i + 2};
}

/// "yesterday", "вчера".
std::optional<DateReader::Found> DateReader::relative_day(int i) const {
  if (!told_ || told_->day == 0 || !inside(i)) return std::nullopt;
  const auto shift = lexicon_.relative_days.find(word(i).lower);
  if (shift == lexicon_.relative_days.end()) return std::nullopt;
  return Found{.date = days_from_told(shift->second), .last = i + 1};
}

/// "on Monday": the last one, or the next one of what is to come. Where a date follows, that says more.
std::optional<DateReader::Found> DateReader::weekday(int i) const {
  constexpr int kWeek = 7;
  if (!told_ || told_->day == 0 || i == 0 || !word(i).is_capitalised()) return std::nullopt;
  const auto named = lexicon_.weekdays.find(word(i).lower);
  if (named == lexicon_.weekdays.end() || sentence_.preposition(i) != "on" || word(i - 1).lower != "on")
    return std::nullopt;
  const int next = inside(i + 1) && word(i + 1).token.text == "," ? i + 2 : i + 1;
  if (month_at(next) != 0 || (day_at(next) && month_at(next + 1) != 0)) return std::nullopt;
  const std::chrono::weekday today(sys_days_of(*told_));
  const int since = (static_cast<int>(today.iso_encoding()) - named->second + kWeek) % kWeek;
  if (is_to_come(i)) return Found{.date = days_from_told(since == 0 ? kWeek : kWeek - since), .last = i + 1};
  return Found{.date = days_from_told(-since), .last = i + 1};
}

/// Whether the verb above word `i` tells what will be.
bool DateReader::is_to_come(int i) const {
  const int verb = sentence_.head_of(i);
  if (verb == kNoWord) return false;
  const std::vector<int>& children = word(verb).children;
  return std::any_of(children.begin(), children.end(), [&](int child) {
    const auto modal = lexicon_.modal_words.find(word(child).lower);
    return word(child).is(tagging::Dependency::kAuxiliary) && modal != lexicon_.modal_words.end() &&
           modal->second == model::Status::kAnnounced;
  });
}

/// "two years ago", "3 месяца назад", "год назад".
std::optional<DateReader::Found> DateReader::time_ago(int i) const {
  if (!told_ || !inside(i + 1)) return std::nullopt;
  int count = 1;
  int unit = i;
  if (const auto numeral = find_word(lexicon_.numerals, word(i)); numeral != lexicon_.numerals.end()) {
    count = static_cast<int>(numeral->second);
    ++unit;
  } else if (const auto number = day_at(i)) {
    count = *number;
    ++unit;
  } else if (!lexicon_.inflected && word(i).note.part_of_speech == language::PartOfSpeech::kDeterminer) {
    ++unit;  // "a year ago"
  }
  if (!inside(unit + 1) || !lexicon_.ago_words.contains(word(unit + 1).lower)) return std::nullopt;
  if (in(lexicon_.year_words, word(unit)))
    return Found{.date = {.year = told_->year - count}, .last = unit + 2};
  if (!in(lexicon_.month_words, word(unit)) || told_->month == 0) return std::nullopt;
  return Found{.date = months_from_told(-count), .last = unit + 2};
}

/// "in the third quarter", "в первом квартале": the last such quarter, where no year follows.
std::optional<DateReader::Found> DateReader::quarter(int i) const {
  if (!told_ || told_->month == 0 || !inside(i + 1)) return std::nullopt;
  const auto ordinal = find_word(lexicon_.quarter_ordinals, word(i));
  if (ordinal == lexicon_.quarter_ordinals.end() || !in(lexicon_.quarter_words, word(i + 1)))
    return std::nullopt;
  const int next = inside(i + 2) && word(i + 2).lower == "of" ? i + 3 : i + 2;
  const bool year_follows =
      year_at(next) ||
      (inside(next) && find_word(lexicon_.relative_years, word(next)) != lexicon_.relative_years.end());
  if (year_follows) return Found{.last = i + 2};
  const bool is_past = 3 * (ordinal->second - 1) + 1 <= told_->month;
  return Found{.date = {.year = is_past ? told_->year : told_->year - 1}, .last = i + 2};
}

/// "12 марта 2023", "March 12, 2023", "в марте 2023", "2023". A month without a year is the last one.
std::optional<DateReader::Found> DateReader::calendar_date(int i) const {
  Found found{.last = i};
  if (const auto day = day_at(i); day && month_at(i + 1) != 0) {
    found = {.date = {.month = month_at(i + 1), .day = *day}, .last = i + 2};
  } else if (month_at(i) != 0) {
    found = {.date = {.month = month_at(i)}, .last = i + 1};
    if (const auto day_after = day_at(found.last); day_after && !lexicon_.inflected) {
      found.date.day = *day_after;
      ++found.last;
    }
  } else if (const auto year = year_at(i); year && !is_counted(i + 1)) {
    return Found{.date = {.year = *year}, .last = i + 1};
  } else {
    return std::nullopt;
  }
  if (inside(found.last) && word(found.last).token.text == "," && year_at(found.last + 1)) ++found.last;
  if (const auto year = year_at(found.last)) {
    found.date.year = *year;
    ++found.last;
  } else if (told_) {
    found.date.year = told_->year;
    if (told_->month != 0 && found.date.month > told_->month) --found.date.year;
  }
  return found;
}

model::PartialDate DateReader::months_from_told(int months) const {
  const int count = told_->year * 12 + told_->month - 1 + months;
  return {.year = count / 12, .month = count % 12 + 1};
}

model::PartialDate DateReader::days_from_told(int days) const {
  using namespace std::chrono;
  const year_month_day date(sys_days_of(*told_) + std::chrono::days(days));
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<int>(static_cast<unsigned>(date.month())),
          .day = static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace whofunds::mentions
