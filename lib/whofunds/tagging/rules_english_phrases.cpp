#include <algorithm>

#include "whofunds/tagging/rules_english.hpp"

namespace whofunds::tagging::rules {

using language::NameKind;
using language::Number;
using language::PartOfSpeech;
using text::TokenKind;

namespace {

bool is_possessive_mark(const text::Token& token) {
  const std::string_view text = token.text;
  return text == "'s" || text == "’s" || (!token.space_before && (text == "'" || text == "’"));
}

/// "2010", no count.
bool is_year(const text::Token& token) {
  return token.kind == TokenKind::kNumber && token.text.size() == 4 &&
         (token.text.starts_with("19") || token.text.starts_with("20") || token.text.starts_with("18"));
}

}  // namespace

bool EnglishReading::is_hyphen(int i) const {
  return is_text(i, "-") && !token(i).space_before && inside(i + 1) && !token(i + 1).space_before;
}

/// "$", "€": before a number.
bool EnglishReading::is_sign(int i) const {
  return inside(i) && token(i).kind == TokenKind::kSymbol && inside(i + 1) &&
         token(i + 1).kind == TokenKind::kNumber;
}

bool EnglishReading::begins_phrase(int i) const {
  if (!inside(i)) return false;
  if (token(i).kind == TokenKind::kNumber || is_sign(i)) return true;
  if (!is_word(i)) {
    const std::string_view text = token(i).text;
    return (text == "“" || text == "\"") && is_word(i + 1) && token(i + 1).capitalised &&
           item(i + 1).is_noun() && (i == 0 || token(i).space_before);
  }
  switch (item(i).part) {
    case PartOfSpeech::kNoun:
    case PartOfSpeech::kProperNoun:
    case PartOfSpeech::kAdjective:
    case PartOfSpeech::kDeterminer:
    case PartOfSpeech::kNumeral:
    case PartOfSpeech::kPronoun:
      return true;
    // "investing company" after a preposition is no phrase; "owned subsidiary" after a determiner is in one.
    default:
      return false;
  }
}

/// Whether word `i` goes on with a phrase whose last noun is `noun` (kNone before the first).
bool EnglishReading::goes_on(int i, int noun) const {
  if (!inside(i)) return false;
  const std::string_view text = token(i).text;
  if (is_hyphen(i)) return true;
  if (token(i).kind == TokenKind::kNumber) {
    if (noun == kNone) return true;
    if (item(noun).is(kMonth)) return true;
    return item(noun).is(PartOfSpeech::kProperNoun) && text.size() < 4;  // "Series 3", "Studio 54"
  }
  if (is_sign(i)) return noun == kNone;
  if (is_possessive_mark(token(i))) return noun != kNone;
  if (!is_word(i)) {
    if (text == "%") return true;
    if (text == "&" || text == "+" || text == "@")
      return noun != kNone && is_word(i + 1) && token(i + 1).capitalised;
    if ((text == "“" || text == "\"") && noun == kNone) return is_word(i + 1) && item(i + 1).is_noun();
    return false;
  }
  if (is_possessive_mark(token(i))) return noun != kNone;
  const bool hyphenated = i > 0 && is_hyphen(i - 1);
  if (hyphenated && !item(i).is(PartOfSpeech::kConjunction)) return true;
  switch (item(i).part) {
    case PartOfSpeech::kNoun:
    case PartOfSpeech::kProperNoun:
      return true;
    case PartOfSpeech::kAdjective:
    case PartOfSpeech::kNumeral:
      return noun == kNone || hyphenated || item(i).is(kNumberWord);
    case PartOfSpeech::kParticiple:
      // "its owned subsidiary", "state-owned"
      return hyphenated || (noun == kNone && inside(i + 1) &&
                            (item(i + 1).is_noun() || item(i + 1).is(PartOfSpeech::kAdjective)));
    case PartOfSpeech::kAdverb:
      return noun == kNone && inside(i + 1) &&
             (item(i + 1).is(PartOfSpeech::kAdjective) || item(i + 1).is(PartOfSpeech::kParticiple) ||
              item(i + 1).is(PartOfSpeech::kNumeral));
    case PartOfSpeech::kPreposition:
      // "Bank of America"
      return noun != kNone && item(i).is(kJoint) && token(noun).capitalised && item(noun).is(kBodyWord) &&
             item(noun).is(PartOfSpeech::kProperNoun) && is_word(i + 1) &&
             (item(i + 1).is(PartOfSpeech::kProperNoun) && token(i + 1).capitalised);
    default:
      return hyphenated && !item(i).is(PartOfSpeech::kConjunction);
  }
}

/// "At that point Birch sold": whether the name at word `i` is no part of the phrase before it but does what
/// the verb after it says.
bool EnglishReading::subject_begins(int i, int noun) const {
  if (token(noun).capitalised || !is_word(i) || !item(i).is(PartOfSpeech::kProperNoun) ||
      clause(current_).predicate != kNone)
    return false;
  int end = i + 1;
  while (is_word(end) && item(end).is(PartOfSpeech::kProperNoun)) ++end;
  return is_word(end) && item(end).is(PartOfSpeech::kVerb);
}

/// Reads the phrase that begins at word `i`, after `preposition` where that is not kNone. Returns its number.
int EnglishReading::read_phrase(int i, int preposition) {
  Phrase read{
      .first = preposition == kNone ? i : preposition, .last = i, .head = i, .preposition = preposition};
  int last = i;
  int noun = kNone;
  int owner = kNone;
  const auto end_owner = [&](int mark) {
    if (owner != kNone) attach(owner, noun, Dependency::kPossessor);
    owner = noun;
    attach(mark, owner, Dependency::kCase);
    item(mark).part = PartOfSpeech::kParticle;
    noun = kNone;
  };
  if (item(i).is(PartOfSpeech::kPronoun) && !item(i).is(kPossessive)) {
    noun = i;
    last = i + 1;
  } else {
    if (is_word(i) && (item(i).is(PartOfSpeech::kDeterminer) || item(i).is(kPossessive))) ++last;
    while (is_word(last) && item(last).is(PartOfSpeech::kDeterminer)) ++last;
    for (; goes_on(last, noun); ++last) {
      if (last > i && is_year(token(last - 1)) && noun == kNone && !is_hyphen(last)) break;
      if (preposition != kNone && noun != kNone && subject_begins(last, noun)) break;
      if (is_possessive_mark(token(last)) && noun != kNone) {
        const int before = noun;
        find_names(owner == kNone ? i : owner + 1, last);
        end_owner(last);
        Phrase owned = read;
        owned.head = before;
        owned.last = last;
        hang_within(owned, i);
        continue;
      }
      const bool nominal = item(last).is_noun() || token(last).kind == TokenKind::kNumber ||
                           item(last).is(PartOfSpeech::kNumeral) || token(last).text == "%";
      if (nominal) {
        if (item(last).is_noun() || token(last).text == "%") noun = last;
        read.number = read.number || !item(last).is_noun();
      }
    }
  }
  if (noun == kNone) noun = owner == last - 2 && owner != kNone ? owner : std::max(last - 1, i);
  read.last = std::max(last, i + 1);
  if (is_hyphen(read.last - 1) && read.last - 1 > i) --read.last;
  if (noun >= read.last) noun = read.last - 1;
  read.head = noun;
  if (owner != kNone && owner != noun) attach(owner, noun, Dependency::kPossessor);
  find_names(i, read.last);
  hang_within(read, i);
  if (preposition != kNone) attach(preposition, noun, Dependency::kCase);
  read.name = item(noun).is(PartOfSpeech::kProperNoun);
  read.person = item(noun).name == NameClass::kPerson || item(noun).is(kPersonWord);
  scratch_.phrases.push_back(read);
  return static_cast<int>(scratch_.phrases.size()) - 1;
}

/// Hangs the words of a phrase on its head.
void EnglishReading::hang_within(const Phrase& read, int first) {
  int number = kNone;
  for (int i = first; i < read.last; ++i) {
    if (i == read.head || item(i).head != kNone) continue;
    Item& word = item(i);
    // Numbers hang on the next number or sign of it: "$" and "5" on "million".
    const bool counts = token(i).kind == TokenKind::kNumber || token(i).kind == TokenKind::kSymbol ||
                        word.is(PartOfSpeech::kNumeral);
    if (counts && token(i).text != "%" && token(i).text != "&") {
      number = i + 1;
      while (number < read.last && !(item(number).is(PartOfSpeech::kNumeral) ||
                                     item(number).is(kNumberWord) || token(number).text == "%"))
        ++number;
      attach(i, number < read.last ? number : read.head, Dependency::kNumericModifier);
      continue;
    }
    if (token(i).kind != TokenKind::kWord) {
      attach(i, std::min(i + 1, read.head),
             token(i).text == "%" ? Dependency::kCompound : Dependency::kPunctuation);
      if (token(i).text == "%") item(i).head = read.head;
      continue;
    }
    // "state-owned": what stands before the hyphen hangs on what follows it.
    if (is_hyphen(i + 1) && i + 2 < read.last) {
      const bool agent = item(i + 2).is(PartOfSpeech::kParticiple);
      attach(i, i + 2, agent ? Dependency::kAdverbModifier : Dependency::kCompound);
      continue;
    }
    switch (word.part) {
      case PartOfSpeech::kDeterminer:
        attach(i, read.head, word.is(kPossessive) ? Dependency::kPossessor : Dependency::kDeterminer);
        if (word.is(kPossessive)) word.part = PartOfSpeech::kPronoun;
        break;
      case PartOfSpeech::kPronoun:
        attach(i, read.head, word.is(kPossessive) ? Dependency::kPossessor : Dependency::kDeterminer);
        break;
      case PartOfSpeech::kParticiple:
        if (word.tense == language::Tense::kPast) word.voice = language::Voice::kPassive;
        attach(i, read.head, Dependency::kAdjectiveModifier);
        break;
      case PartOfSpeech::kAdjective:
        attach(i, read.head, Dependency::kAdjectiveModifier);
        break;
      case PartOfSpeech::kAdverb:
        attach(i, std::min(i + 1, read.head), Dependency::kAdverbModifier);
        break;
      case PartOfSpeech::kPreposition:
        if (i + 1 < read.last) attach(i, read.head, Dependency::kCase);
        break;
      default:
        attach(i, read.head, Dependency::kCompound);
    }
  }
}

bool EnglishReading::is_in_name(int i) const {
  return is_word(i) && item(i).is(PartOfSpeech::kProperNoun) && !item(i).is(kMonth) &&
         item(i).name == NameClass::kNone;
}

/// Marks the runs of capitals in [first, last) as names.
void EnglishReading::find_names(int first, int last) {
  for (int i = first; i < last; ++i) {
    if (!is_in_name(i)) continue;
    int end = i + 1;
    while (end < last) {
      const bool joined =
          !is_word(end) && (token(end).text == "&" || token(end).text == "+" || is_hyphen(end));
      const bool of = is_word(end) && item(end).is(kJoint) && item(end).is(PartOfSpeech::kPreposition);
      if (is_in_name(end) || (token(end).kind == TokenKind::kNumber && token(end).text.size() < 4) ||
          ((joined || of) && end + 1 < last && is_in_name(end + 1))) {
        ++end;
        continue;
      }
      break;
    }
    set_name(i, end, class_of_name(i, end));
    i = end - 1;
  }
}

NameClass EnglishReading::class_of_name(int first, int last) const {
  const Item& begin = item(first);
  const bool adjective = begin.form.count > 0 && begin.form.readings[0].part == PartOfSpeech::kAdjective;
  if (last - first == 1 && adjective && !begin.form.readings[0].guessed) return NameClass::kGroup;
  for (int i = first; i < last; ++i) {
    if (item(i).is(kLegalForm | kBodyWord) && last - first > 1) return NameClass::kOrganization;
  }
  const bool title_before = first > 0 && is_word(first - 1) && item(first - 1).is(kPersonWord);
  if (begin.is(kGivenName) && (last - first > 1 || title_before)) return NameClass::kPerson;
  if (title_before && last - first > 1) return NameClass::kPerson;
  for (std::size_t r = 0; r < begin.form.count; ++r) {
    const Reading& reading = begin.form.readings[r];
    if (reading.name == NameKind::kPlace && !reading.guessed) return NameClass::kPlace;
    if (last - first == 1 && reading.name == NameKind::kSurname) return NameClass::kPerson;
  }
  return begin.is(kGivenName) ? NameClass::kPerson : NameClass::kOrganization;
}

}  // namespace whofunds::tagging::rules
