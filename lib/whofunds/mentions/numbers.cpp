#include "whofunds/mentions/numbers.hpp"

#include <charconv>

namespace whofunds::mentions {

using text::TokenKind;

namespace {

constexpr double kMillion = 1e6;

}  // namespace

std::optional<double> Numbers::parse(std::string_view text) const {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      plain.push_back(c);
      continue;
    }
    if (c != ',' && c != '.') {
      if (static_cast<unsigned char>(c) >= 0x80 || c == ' ') continue;  // a no-break space between thousands
      return std::nullopt;
    }
    const bool three_follow =
        text.size() - i - 1 == 3 || (text.size() - i > 4 && (text[i + 4] == ',' || text[i + 4] == '.'));
    const bool is_decimal_mark = comma_is_decimal_ ? c == ',' : c == '.';
    if (is_decimal_mark || !three_follow) plain.push_back('.');
  }
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
  return value;
}

bool Numbers::is_number_word(int i) const {
  return inside(i) && (word(i).token.kind == TokenKind::kNumber ||
                       find_word(lexicon_.numerals, word(i)) != lexicon_.numerals.end());
}

std::optional<SaidNumber> Numbers::read(int i) const {
  std::optional<SaidNumber> number = read_simple(i);
  if (!number) return std::nullopt;
  if (number->scaled && number->value >= kMillion) {
    const std::optional<SaidNumber> rest = read_simple(number->last);
    if (rest && rest->scaled && rest->first < rest->last && is_number_word(rest->first) &&
        rest->value < kMillion * 1000 && rest->value < number->value) {
      number->value += rest->value;
      number->last = rest->last;
    }
  }
  return number;
}

std::optional<SaidNumber> Numbers::read_simple(int i) const {
  if (!inside(i)) return std::nullopt;
  SaidNumber number{.first = i, .last = i};
  if (!read_digits(number) && !read_numeral(number)) return std::nullopt;
  read_half(number);
  for (; inside(number.last); ++number.last) {
    // "a $12-million round"
    const int next = is_dash(number.last) ? number.last + 1 : number.last;
    const auto scale = inside(next) ? find_word(lexicon_.scales, word(next)) : lexicon_.scales.end();
    if (scale == lexicon_.scales.end() || is_letter_apart(next)) break;
    number.last = next;
    number.value *= static_cast<double>(scale->second);
    if (number.lower) *number.lower *= static_cast<double>(scale->second);
    number.scaled = true;
    if (inside(number.last + 1) && word(number.last + 1).token.text == ".") ++number.last;  // "млн."
  }
  return number;
}

bool Numbers::is_three_digits(int i) const {
  return inside(i) && word(i).token.text.size() == 3 &&
         word(i).token.text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "500 к рублей" is no thousand: a scale of one letter is written together with its number in Russian.
bool Numbers::is_letter_apart(int i) const {
  constexpr std::size_t kLongestLetter = 2;  // in UTF-8
  return lexicon_.inflected && word(i).token.text.size() <= kLongestLetter && word(i).token.space_before;
}

bool Numbers::is_dash(int i) const {
  return inside(i) && (word(i).token.text == "-" || word(i).token.text == "–" || word(i).token.text == "—") &&
         !word(i).token.space_before;
}

bool Numbers::read_digits(SaidNumber& number) const {
  const int i = number.first;
  if (word(i).token.kind != TokenKind::kNumber) return false;
  const std::string_view text = word(i).token.text;
  std::optional<double> value = parse(text);
  for (const std::string_view dash : {"-", "–", "—"}) {
    const std::size_t at = text.find(dash);
    if (at == std::string_view::npos) continue;
    number.lower = parse(text.substr(0, at));
    value = parse(text.substr(at + dash.size()));
    break;
  }
  if (!value) return false;
  number.value = *value;
  number.last = i + 1;
  // "1 500 000": groups of three digits after a space.
  while (is_three_digits(number.last) && word(number.last - 1).token.text.size() <= 3) {
    number.value = number.value * 1000 + parse(word(number.last).token.text).value_or(0);
    ++number.last;
  }
  if (is_dash(number.last) && inside(number.last + 1) &&
      word(number.last + 1).token.kind == TokenKind::kNumber) {
    const auto upper = parse(word(number.last + 1).token.text);
    if (upper && *upper > number.value) {
      number.lower = number.value;
      number.value = *upper;
      number.last += 2;
    }
  }
  return true;
}

/// "двадцать пять", "two hundred and fifty", "twenty-five": parts of a number in words, each below the least
/// unit of those before it.
void Numbers::read_further_parts(SaidNumber& number) const {
  constexpr double kHundred = 100;
  constexpr double kTwenty = 20;
  double least = number.value;  // the part that was read last
  while (inside(number.last)) {
    int next = number.last;
    if (is_dash(next) || (next + 1 < sentence_.size() && lexicon_.numeral_links.contains(word(next).lower)))
      ++next;
    const auto named = inside(next) ? find_word(lexicon_.numerals, word(next)) : lexicon_.numerals.end();
    if (named == lexicon_.numerals.end()) return;
    const double part = named->second;
    const bool multiplies = part == kHundred && number.value < 10 && number.value >= 1 && next == number.last;
    const bool adds = part >= 1 && ((least >= kHundred && least < 1000 && part < kHundred) ||
                                    (least >= kTwenty && least < kHundred && part < 10));
    if (!multiplies && !adds) return;
    number.value = multiplies ? number.value * part : number.value + part;
    least = part;
    number.last = next + 1;
  }
}

/// "два с половиной", "2 and a half"
void Numbers::read_half(SaidNumber& number) const {
  constexpr int kLongest = 3;
  if (!inside(number.last) || !lexicon_.half_phrases.may_begin_phrase(word(number.last).lower)) return;
  std::string phrase;
  for (int i = number.last; inside(i) && i < number.last + kLongest; ++i) {
    if (i > number.last) phrase.push_back(' ');
    phrase.append(word(i).lower);
    if (!lexicon_.half_phrases.contains(phrase)) continue;
    number.value += 0.5;
    number.last = i + 1;
    return;
  }
}

/// "полтора", "half a", and a scale that stands alone: "миллиард рублей", "a billion dollars".
bool Numbers::read_numeral(SaidNumber& number) const {
  const int i = number.first;
  if (const auto named = find_word(lexicon_.numerals, word(i)); named != lexicon_.numerals.end()) {
    number.value = named->second;
    number.last = i + 1;
    number.scaled = named->second >= 1000;
    if (inside(i + 1) && word(i + 1).lower == "a") ++number.last;
    read_further_parts(number);
    return true;
  }
  const auto scale = find_word(lexicon_.scales, word(i));
  if (scale == lexicon_.scales.end() || scale->second < 1000 || word(i).lower.size() <= 3) return false;
  number.value = 1;
  const int before = is_dash(i - 1) ? i - 2 : i - 1;  // "a multi-million round"
  number.vague = word(i).note.number == language::Number::kPlural || word(i).lower.ends_with("s") ||
                 (inside(before) && in(lexicon_.vague_numerals, word(before)));
  return true;
}

}  // namespace whofunds::mentions
