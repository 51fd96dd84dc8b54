#include <algorithm>

#include "whofunds/tagging/rules_english.hpp"

namespace whofunds::tagging::rules {

using language::NameKind;
using language::Number;
using language::PartOfSpeech;
using language::Tense;
using language::Voice;
using text::TokenKind;

namespace {

// What context makes of the probability that a word is of a part of speech: much likelier, likelier, hardly,
// all but never.
constexpr float kSurely = 20.0F;
constexpr float kLikely = 4.0F;
constexpr float kHardly = 0.2F;
constexpr float kNever = 0.01F;

/// In words: how far ahead a second verb is looked after.
constexpr int kFarthestFinite = 12;

bool is_noun(PartOfSpeech part) {
  return part == PartOfSpeech::kNoun || part == PartOfSpeech::kProperNoun;
}

}  // namespace

bool is_verbal(PartOfSpeech part) {
  return part == PartOfSpeech::kVerb || part == PartOfSpeech::kInfinitive ||
         part == PartOfSpeech::kParticiple;
}

/// The last word before `i` that is no adverb; kNone where a mark or nothing stands there.
int EnglishReading::word_before(int i) const {
  int before = i - 1;
  while (is_word(before) && item(before).is(PartOfSpeech::kAdverb)) --before;
  return inside(before) && token(before).kind != TokenKind::kPunctuation ? before : kNone;
}

/// A capital that no head of a sentence explains, or one before another capital.
bool EnglishReading::is_name_by_capital(int i) const {
  const Item& word = item(i);
  if (!token(i).capitalised && token(i).script != text::Script::kMixed) {
    // "eBay", "iRobot"
    return std::ranges::any_of(token(i).text.substr(1), [](char c) { return c >= 'A' && c <= 'Z'; });
  }
  if (word.is(kNoName) || token(i).text == "I") return false;
  const Reading* const best = word.form.count > 0 ? &word.form.readings[0] : nullptr;
  const Form* const next = is_word(i + 1) ? &item(i + 1).form : nullptr;
  const PartOfSpeech next_part =
      next != nullptr && next->count > 0 ? next->readings[0].part : PartOfSpeech::kUnknown;
  if (begins_sentence(i)) {
    if (best == nullptr || best->guessed || best->name != NameKind::kNone) return true;
    if (token(i).all_capitals) return true;
    const bool open_class =
        is_noun(best->part) || best->part == PartOfSpeech::kAdjective || is_verbal(best->part);
    if (!open_class || word.is(kTitle | kPersonWord | kDescriptor | kDealNoun | kBe | kHave | kModal))
      return false;
    if (next == nullptr) return false;
    // "Former CEO Ann Lee"
    const bool is_post =
        next->is(kTitle | kPersonWord) && (token(i + 1).all_capitals || !token(i + 1).capitalised);
    if (best->part == PartOfSpeech::kAdjective && is_post) return false;
    // "Catalyst bought": no article before a noun that is one of many.
    const bool acts = next->is(kBe | kHave | kModal) || next_part == PartOfSpeech::kVerb;
    const bool bare_noun = best->number == Number::kSingular && is_noun(best->part);
    return token(i + 1).capitalised || (acts && (bare_noun || best->part == PartOfSpeech::kInfinitive));
  }
  const bool of_grammar = best != nullptr && !is_noun(best->part) && !is_verbal(best->part) &&
                          best->part != PartOfSpeech::kAdjective && best->probability > 0.4F &&
                          !token(i).all_capitals;
  if (of_grammar) return false;
  // "the Finnish company"
  const Reading* const adjective = word.form.reading_as(PartOfSpeech::kAdjective);
  const bool describes = next != nullptr && !token(i + 1).capitalised && !next->is(kLegalForm) &&
                         (is_noun(next_part) || next_part == PartOfSpeech::kAdjective);
  if (adjective != nullptr && !adjective->guessed && adjective->probability > 0.2F && describes) return false;
  if (word.is(kTitle | kPersonWord) && next != nullptr && token(i + 1).capitalised) return false;
  return true;
}

void EnglishReading::choose_parts() {
  for (int i = 0; i < size(); ++i) {
    item(i) = {};
    if (token(i).kind == TokenKind::kWord) {
      item(i).form = forms_.find(token(i).text);
    } else if (token(i).kind == TokenKind::kNumber) {
      item(i).part = PartOfSpeech::kNumeral;
    } else {
      item(i).dependency = Dependency::kPunctuation;
      item(i).form = {};
    }
  }
  for (int i = 0; i < size(); ++i) {
    if (is_word(i)) choose_part(i);
    note_verb(i);
  }
}

/// Remembers which verbs stand before, within the clause as far as marks and conjunctions tell.
void EnglishReading::note_verb(int i) {
  const Item& word = item(i);
  if (token(i).kind == TokenKind::kPunctuation
          ? !is_hyphen(i)
          : word.is(kRelative | kComplementizer | kSubordinator | kCoordinator))
    finite_ = kNone;
  if (token(i).text == "." || token(i).text == ";") last_verb_ = kNone;
  if (!is_word(i) || !is_verbal(word.part)) return;
  last_verb_ = i;
  if (word.is(PartOfSpeech::kVerb)) finite_ = i;
}

void EnglishReading::choose_part(int i) {
  Item& word = item(i);
  if (word.is(kRelative) && !word.is(kComplementizer)) {
    word.part = PartOfSpeech::kPronoun;
    return;
  }
  if (word.is(kTo)) return choose_to(i);
  if (word.is(kRelative) && word.is(kComplementizer)) return choose_that(i);
  if (is_name_by_capital(i)) {
    word.part = PartOfSpeech::kProperNoun;
    for (std::size_t r = 0; r < word.form.count; ++r) {
      if (is_noun(word.form.readings[r].part)) word.reading = &word.form.readings[r];
    }
    return;
  }
  float best = -1;
  const Reading* chosen = nullptr;
  for (std::size_t r = 0; r < word.form.count; ++r) {
    const float fit = fitness(i, word.form.readings[r]);
    if (fit <= best) continue;
    best = fit;
    chosen = &word.form.readings[r];
  }
  if (chosen == nullptr) {
    word.part = PartOfSpeech::kNoun;
    return;
  }
  choose_reading(word, *chosen);
  if (is_verbal(word.part)) choose_between_past_and_participle(i);
}

/// How well a reading fits the word before it.
float EnglishReading::fitness(int i, const Reading& reading) const {
  const PartOfSpeech part = reading.part;
  float fit = reading.probability;
  if (is_noun(part) && item(i).is(kDealNoun | kDescriptor | kTitle)) fit *= 3;
  if (i > 1 && is_hyphen(i - 1) && is_verbal(part))
    return fit * (part == PartOfSpeech::kParticiple ? kLikely : kNever);
  // "its 12% holding"
  if (i > 0 && token(i - 1).text == "%")
    return is_verbal(part) ? fit * kHardly : is_noun(part) ? fit * kLikely : fit;
  const int before = word_before(i);
  if (before == kNone) {
    if (part == PartOfSpeech::kInfinitive ||
        (part == PartOfSpeech::kVerb && !item(i).is(kBe | kHave | kModal)))
      fit *= kHardly;
    return fit;
  }
  const Item& word = item(before);
  if (word.is(kModal) && word.is(PartOfSpeech::kVerb))
    return fit * (part == PartOfSpeech::kInfinitive ? kSurely : is_noun(part) ? kHardly : 1.0F);
  if (word.is(kTo) && word.is(PartOfSpeech::kParticle))
    return fit * (part == PartOfSpeech::kInfinitive ? kSurely : kHardly);
  if (is_verbal(part)) return fit * fitness_of_verb(reading, word);
  const bool waits_for_noun = word.is(PartOfSpeech::kDeterminer) || word.is(kPossessive) ||
                              token(before).text == "'s" || token(before).text == "’s" ||
                              word.is(PartOfSpeech::kAdjective) || word.is(PartOfSpeech::kNumeral);
  if (waits_for_noun && is_noun(part)) fit *= kLikely;
  if (word.is(PartOfSpeech::kPreposition) && is_noun(part)) fit *= 2;
  if (is_noun(part) && word.is(PartOfSpeech::kPronoun) && !word.is(kPossessive)) fit *= kHardly;
  return fit;
}

/// How much likelier or less likely a form of a verb becomes after a word.
float EnglishReading::fitness_of_verb(const Reading& reading, const Item& before) const {
  const bool finite = reading.part == PartOfSpeech::kVerb;
  const bool participle = reading.part == PartOfSpeech::kParticiple;
  if (before.is(kBe)) return participle ? kSurely : kNever;
  if (before.is(kHave)) return participle && reading.tense == Tense::kPast ? kSurely : kNever;
  if (before.is(PartOfSpeech::kDeterminer) || before.is(kPossessive) || before.is(PartOfSpeech::kAdjective) ||
      before.is(PartOfSpeech::kNumeral))
    return participle ? 1.0F : kNever;
  if (before.is(PartOfSpeech::kPreposition)) return participle ? 1.0F : kNever;
  if (before.is(PartOfSpeech::kPronoun)) return finite ? kLikely : participle ? 1.0F : kNever;
  if (reading.part == PartOfSpeech::kInfinitive) return kHardly;
  if (is_verbal(before.part)) return participle ? 0.5F : kHardly;
  if (before.is_noun()) {
    const bool plural = before.reading != nullptr && before.reading->number == Number::kPlural;
    // "plans buy", "the fund buys": a present tense agrees.
    if (finite && reading.tense == Tense::kPresent && !before.is(PartOfSpeech::kProperNoun))
      return plural == (reading.number == Number::kPlural) ? 2.0F : kHardly;
    if (finite && reading.number == Number::kPlural) return kHardly;
    return finite ? 2.0F : 1.0F;
  }
  return 1.0F;
}

/// "Acquired" tells what was done, or describes: after "by", or where another verb of the clause follows.
void EnglishReading::choose_between_past_and_participle(int i) {
  Item& word = item(i);
  const Reading* past = nullptr;
  const Reading* participle = nullptr;
  for (std::size_t r = 0; r < word.form.count; ++r) {
    const Reading& reading = word.form.readings[r];
    if (reading.tense != Tense::kPast) continue;
    if (reading.part == PartOfSpeech::kVerb) past = &reading;
    if (reading.part == PartOfSpeech::kParticiple) participle = &reading;
  }
  if (past == nullptr || participle == nullptr || word.is(kBe | kHave | kModal)) return;
  const int before = word_before(i);
  if (before != kNone && (item(before).is(kBe) || item(before).is(kHave))) {
    return choose_reading(word, *participle);
  }
  if (i > 1 && is_hyphen(i - 1)) return choose_reading(word, *participle);
  const Item* const next = is_word(i + 1) ? &item(i + 1) : nullptr;
  const PartOfSpeech next_part =
      next != nullptr && next->form.count > 0 ? next->form.readings[0].part : PartOfSpeech::kUnknown;
  const bool by_follows = next != nullptr && next->is(kAgentMarker);
  const bool preposition_follows = next_part == PartOfSpeech::kPreposition;
  const bool no_object = preposition_follows || next_part == PartOfSpeech::kAdverb ||
                         next_part == PartOfSpeech::kVerb || (next != nullptr && next->is(kTo | kBe | kHave));
  if (next != nullptr && next->is(kComplementizer)) return choose_reading(word, *past);
  if (i > 0 && item(i - 1).is(kCoordinator) && last_verb_ != kNone) {
    const bool joined =
        item(last_verb_).is(PartOfSpeech::kParticiple) && item(last_verb_).tense == Tense::kPast;
    return choose_reading(word, joined ? *participle : *past);
  }
  if (before != kNone && item(before).is(PartOfSpeech::kPronoun))
    return choose_reading(word, by_follows ? *participle : *past);
  if (by_follows) return choose_reading(word, *participle);
  const bool after_comma = i > 0 && token(i - 1).text == ",";
  if ((after_comma || i == 0) && preposition_follows) return choose_reading(word, *participle);
  if (before != kNone &&
      (item(before).is(PartOfSpeech::kDeterminer) || item(before).is(PartOfSpeech::kAdjective) ||
       item(before).is(PartOfSpeech::kPreposition)))
    return choose_reading(word, *participle);
  const bool after_noun = before != kNone && item(before).is_noun();
  const bool told = finite_ != kNone && !item(finite_).is(kSaying);
  if (after_noun && (told || (no_object && another_finite(i + 1)))) return choose_reading(word, *participle);
  choose_reading(word, *past);
}

/// Whether a verb follows, before any mark, that can be nothing but the verb of a clause.
bool EnglishReading::another_finite(int i) const {
  for (int next = i; inside(next) && next < i + kFarthestFinite; ++next) {
    if (token(next).text == "," || token(next).text == ";") return false;
    const Form& form = item(next).form;
    if (form.is(kRelative | kCoordinator | kComplementizer | kSubordinator)) return false;
    const bool finite =
        form.count > 0 && form.readings[0].part == PartOfSpeech::kVerb && !item(next - 1).is(kTo);
    if (finite || form.is(kBe | kModal)) return true;
  }
  return false;
}

/// "The company that bought", "said that", "that company".
void EnglishReading::choose_that(int i) {
  Item& word = item(i);
  const int before = word_before(i);
  const bool after_noun = before != kNone && item(before).is_noun();
  const Form& next = item(std::min(i + 1, size() - 1)).form;
  const bool verb_follows = inside(i + 1) && (next.is(kBe | kHave | kModal) ||
                                              (next.count > 0 && is_verbal(next.readings[0].part)));
  const bool singular_follows = next.count > 0 && is_noun(next.readings[0].part) &&
                                next.readings[0].number != Number::kPlural && inside(i + 1) &&
                                !token(i + 1).capitalised;
  if (after_noun && verb_follows) {
    word.part = PartOfSpeech::kPronoun;
    word.form.roles &= ~std::uint64_t{kComplementizer};
    return;
  }
  if (singular_follows && !(before != kNone && is_verbal(item(before).part))) {
    word.part = PartOfSpeech::kDeterminer;
    word.form.roles &= ~std::uint64_t{kComplementizer | kRelative};
    return;
  }
  word.part = PartOfSpeech::kConjunction;
  word.form.roles &= ~std::uint64_t{kRelative};
}

/// "To buy" and "to Birch".
void EnglishReading::choose_to(int i) {
  Item& word = item(i);
  int next = i + 1;
  while (is_word(next) && item(next).form.count > 0 &&
         item(next).form.readings[0].part == PartOfSpeech::kAdverb && next < i + 3)
    ++next;
  word.part = PartOfSpeech::kPreposition;
  if (!is_word(next) || (token(next).capitalised && !begins_sentence(i))) return;
  const Reading* const infinitive = item(next).form.reading_as(PartOfSpeech::kInfinitive);
  if (infinitive == nullptr) return;
  const bool phrase_follows =
      inside(next + 1) && (token(next + 1).capitalised || token(next + 1).kind != TokenKind::kPunctuation) &&
      (token(next + 1).capitalised || token(next + 1).kind == TokenKind::kNumber ||
       token(next + 1).kind == TokenKind::kSymbol || item(next + 1).form.is(kPossessive) ||
       item(next + 1).form.reading_as(PartOfSpeech::kDeterminer) != nullptr ||
       (item(next + 1).form.count > 0 && is_noun(item(next + 1).form.readings[0].part)));
  if (infinitive->probability > 0.3F || phrase_follows || item(next).is(kBe | kHave))
    word.part = PartOfSpeech::kParticle;
}

}  // namespace whofunds::tagging::rules
