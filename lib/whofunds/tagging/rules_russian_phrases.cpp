#include <algorithm>

#include "whofunds/tagging/rules_russian.hpp"

namespace whofunds::tagging::rules {

using language::PartOfSpeech;
using text::Script;
using text::TokenKind;

namespace {

// What context makes of the probability that a word is of a part of speech.
constexpr float kCapitalOfNoun = 4.0F;
constexpr float kCapitalOfOther = 0.1F;
constexpr float kAfterPreposition = 0.02F;
constexpr float kAfterAgreeing = 5.0F;
constexpr float kWordOfDeals = 3.0F;
constexpr float kSecondVerb = 0.3F;

bool is_adjectival(PartOfSpeech part) {
  return part == PartOfSpeech::kAdjective || part == PartOfSpeech::kDeterminer ||
         part == PartOfSpeech::kParticiple;
}

bool is_finite(PartOfSpeech part) {
  return part == PartOfSpeech::kVerb || part == PartOfSpeech::kShortForm;
}

}  // namespace

void RussianReading::choose_parts() {
  for (int i = 0; i < size(); ++i) {
    item(i) = {};
    if (token(i).kind == TokenKind::kWord) {
      choose_part(i);
    } else if (token(i).kind == TokenKind::kNumber) {
      item(i).part = PartOfSpeech::kNumeral;
      item(i).agreement = kAnyAgreement;
    } else {
      item(i).dependency = Dependency::kPunctuation;
    }
  }
}

void RussianReading::choose_part(int i) {
  Item& word = item(i);
  word.form = forms_.find(token(i).text);
  if (token(i).script == Script::kLatin || token(i).script == Script::kOther) {
    word.part = token(i).capitalised ? PartOfSpeech::kProperNoun : PartOfSpeech::kNoun;
    word.agreement = kAnyAgreement;
    word.caseless = true;
    return;
  }
  if (is_initial(i) && is_word(i + 2) && token(i + 2).capitalised) {
    word.part = PartOfSpeech::kProperNoun;
    word.reading = word.form.count > 0 ? &word.form.readings[0] : nullptr;
    word.agreement = kAnyAgreement;
    return;
  }
  float best = -1;
  for (std::size_t r = 0; r < word.form.count; ++r) {
    const Reading& reading = word.form.readings[r];
    const float fit = fitness(i, reading);
    if (fit <= best) continue;
    best = fit;
    word.reading = &reading;
  }
  if (word.reading == nullptr) return;
  word.part = word.reading->part;
  word.agreement = word.reading->agreement;
  word.voice = word.reading->voice;
  word.tense = word.reading->tense;
  if (!word.is_noun()) return;
  // A surname and a common noun may be spelled alike in other cases.
  for (std::size_t r = 0; r < word.form.count; ++r) {
    const Reading& other = word.form.readings[r];
    const bool nominal = other.part == PartOfSpeech::kNoun || other.part == PartOfSpeech::kProperNoun;
    if (nominal && other.probability > word.reading->probability / 8) word.agreement |= other.agreement;
  }
}

/// How well a reading fits what stands before it.
float RussianReading::fitness(int i, const Reading& reading) const {
  const PartOfSpeech part = reading.part;
  const bool nominal = part == PartOfSpeech::kNoun || part == PartOfSpeech::kProperNoun;
  float fit = reading.probability;
  if (nominal && item(i).is(kDescriptor | kTitle | kDealNoun)) fit *= kWordOfDeals;
  if (token(i).capitalised && !begins_sentence(i))
    fit *= nominal ? kCapitalOfNoun : (is_adjectival(part) ? 1.0F : kCapitalOfOther);
  if (i == 0) return fit;
  const Item& before = item(i - 1);
  const bool governed = before.is(PartOfSpeech::kPreposition);
  if (governed && !nominal && !is_adjectival(part) && part != PartOfSpeech::kPronoun &&
      part != PartOfSpeech::kNumeral)
    fit *= kAfterPreposition;
  if (governed && before.form.governs != 0 && nominal && (before.form.governs & reading.agreement) == 0)
    fit *= kAfterPreposition;
  if (is_adjectival(before.part) && (nominal || is_adjectival(part)) &&
      (before.agreement & reading.agreement) != 0)
    fit *= kAfterAgreeing;
  if (is_finite(part) && is_finite(before.part) && !before.is(kBe)) fit *= kSecondVerb;
  return fit;
}

bool RussianReading::is_number(int i) const {
  return inside(i) && (token(i).kind == TokenKind::kNumber || item(i).is(PartOfSpeech::kNumeral));
}

bool RussianReading::is_nominal(int i) const {
  return inside(i) && (item(i).is_noun() || item(i).is(PartOfSpeech::kPronoun) || item(i).is(kRelative));
}

/// Whether the word goes with a noun that comes after it.
bool RussianReading::is_modifier(int i) const {
  if (!is_word(i) || item(i).is(kRelative)) return false;
  if (is_adjectival(item(i).part)) return true;
  // "его компания"
  return item(i).is(kPossessive) && inside(i + 1) &&
         (item(i + 1).is_noun() || is_adjectival(item(i + 1).part));
}

/// "Принадлежащее Петру ООО", "Купивший «А» «Б»": whether a participle has what it takes right after it,
/// which cannot be what it describes.
bool RussianReading::has_own_words(int participle) const {
  if (!item(participle).is(PartOfSpeech::kParticiple) || item(participle).agreement == 0) return false;
  const int next = participle + 1;
  const bool is_quoted = closing_quote(next) != kNone;
  const int noun = is_quoted ? next + 1 : next;
  if (!is_quoted && !(inside(next) && token(next).capitalised)) return false;
  return inside(noun) && item(noun).is_noun() && !item(noun).caseless &&
         (item(participle).agreement & item(noun).agreement) == 0;
}

bool RussianReading::begins_phrase(int i) const {
  if (!inside(i)) return false;
  if (item(i).is(PartOfSpeech::kPreposition) && item(i).form.governs != 0)
    return begins_phrase(i + 1) && !item(i + 1).is(PartOfSpeech::kPreposition);
  if (token(i).kind == TokenKind::kSymbol) return is_number(i + 1);
  return (is_modifier(i) && !has_own_words(i)) || is_nominal(i) || is_number(i) || closing_quote(i) != kNone;
}

/// Reads the phrase that begins at word `i`; returns its number. It ends where `last` says.
int RussianReading::read_phrase(int i) {
  Phrase read{.first = i, .last = i, .head = i};
  Agreement allowed = kAnyAgreement;
  if (item(i).is(PartOfSpeech::kPreposition)) {
    read.preposition = i;
    allowed = item(i).form.governs;
    ++i;
  }
  const int first = i;
  i = read_modifiers(i, read, allowed);
  read.last = read_head(i, read, allowed);
  hang_modifiers(read, first, allowed);
  if (read.preposition != kNone) attach(read.preposition, read.head, Dependency::kCase);
  scratch_.phrases.push_back(read);
  return static_cast<int>(scratch_.phrases.size()) - 1;
}

/// Reads adjectives and numbers as long as they agree with each other and with `allowed`, which they narrow.
int RussianReading::read_modifiers(int i, Phrase& read, Agreement& allowed) {
  for (; inside(i); ++i) {
    if (is_modifier(i)) {
      if (begins_name(i)) break;
      if (item(i).is(PartOfSpeech::kParticiple) && i > read.first && !is_nominal(i + 1) &&
          !is_modifier(i + 1))
        break;
      const bool declines = item(i).agreement != 0 && !item(i).is(kPossessive);
      if (declines && (allowed & item(i).agreement) == 0) break;
      if (declines) allowed &= item(i).agreement;
      continue;
    }
    // "более крупный", "недавно основанный"
    const bool intensifies = item(i).is(PartOfSpeech::kAdverb) && is_modifier(i + 1);
    if (!intensifies) break;
  }
  return i;
}

/// Reads the noun, the name or the count at word `i`; where there is none, the last modifier stands for it.
int RussianReading::read_head(int i, Phrase& read, Agreement& allowed) {
  if (inside(i) && (is_number(i) || token(i).kind == TokenKind::kSymbol)) {
    const int last = read_count(i, read);
    if (last > i) {
      // Bare counts show no case of their own: "5 миллионов долларов"; others do: "в 2010 году".
      Item& head = item(read.head);
      allowed = read.preposition != kNone ? item(read.preposition).form.governs : kNominative | kAccusative;
      const bool shows = (head.agreement & allowed) != 0 && token(read.head).kind == TokenKind::kWord &&
                         (read.preposition != kNone || (head.agreement & kGenitive) == 0);
      head.agreement = shows ? head.agreement & allowed : allowed;
      return last;
    }
  }
  if (inside(i) && (is_nominal(i) || is_modifier(i) || closing_quote(i) != kNone)) {
    int last = i;
    if (closing_quote(i) != kNone) {
      last = read_quoted(i, read);
    } else if (begins_name(i)) {
      last = read_name(i, read);
    } else if (is_nominal(i)) {
      read.head = i;
      read.person = item(i).is(kPersonWord);
      last = i + 1;
    }
    if (last > i) {
      const Agreement both = item(read.head).agreement & allowed;
      // What the dictionary does not know right stands in the case that is asked for.
      if (both != 0)
        item(read.head).agreement = both;
      else if (read.preposition != kNone)
        item(read.head).agreement = allowed;
      return last;
    }
  }
  read.head = std::max(i - 1, read.first);
  item(read.head).agreement &= allowed;
  return std::max(i, read.first + 1);
}

/// "5 млн долларов", "30%", "три компании", "$5 млн": the last word is the head.
int RussianReading::read_count(int i, Phrase& read) {
  read.number = true;
  int last = i;
  int head = kNone;
  const auto take = [&](int word) {
    if (head != kNone) attach(head, word, Dependency::kNumericModifier);
    head = word;
    last = word + 1;
  };
  int sign = kNone;
  if (token(i).kind == TokenKind::kSymbol) sign = i++;
  while (is_number(i)) take(i++);
  if (head == kNone) return i;
  while (inside(i) && item(i).is(kNumberWord)) {
    take(i++);
    if (is_text(i, ".")) attach(i++, head, Dependency::kPunctuation);
  }
  if (inside(i) && token(i).kind == TokenKind::kSymbol && token(i).text != "+") {
    take(i++);
  } else {
    int noun = i;
    while (is_modifier(noun) && !begins_name(noun)) ++noun;
    if (is_word(noun) && item(noun).is_noun() && !begins_name(noun)) {
      for (int modifier = i; modifier < noun; ++modifier)
        attach(modifier, noun, Dependency::kAdjectiveModifier);
      take(noun);
    }
  }
  if (sign != kNone) attach(sign, head, Dependency::kCompound);
  read.head = head;
  return last;
}

void RussianReading::hang_modifiers(const Phrase& read, int first, Agreement allowed) {
  const Agreement agreed = item(read.head).agreement & allowed;
  for (int i = first; i < read.last; ++i) {
    if (i == read.head || item(i).head != kNone || !is_word(i)) continue;
    if (item(i).is(PartOfSpeech::kAdverb)) {
      attach(i, std::min(i + 1, read.last - 1), Dependency::kAdverbModifier);
      continue;
    }
    const bool possessive = item(i).is(kPossessive) || item(i).is(PartOfSpeech::kDeterminer);
    attach(i, read.head, possessive ? Dependency::kDeterminer : Dependency::kAdjectiveModifier);
    if (item(i).agreement != 0 && (item(i).agreement & agreed) != 0) item(i).agreement &= agreed;
  }
}

}  // namespace whofunds::tagging::rules
