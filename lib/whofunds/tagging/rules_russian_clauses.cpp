#include <algorithm>

#include "whofunds/tagging/rules_russian.hpp"

namespace whofunds::tagging::rules {

using language::Case;
using language::Number;
using language::PartOfSpeech;
using language::Tense;
using language::Voice;
using text::TokenKind;

namespace {

void narrow(Item& word, Agreement to) {
  if ((word.agreement & to) != 0) word.agreement &= to;
}

bool is_reflexive(std::string_view form) {
  return form.ends_with("ся") || form.ends_with("сь");
}

}  // namespace

/// Whether a phrase can be the subject of a verb by number and gender.
bool RussianReading::agrees_with_verb(const Phrase& candidate, int verb) const {
  const Agreement of_verb = item(verb).agreement >> kVerbShift & 0xFU;
  if (of_verb == 0 || candidate.number || item(candidate.head).caseless) return true;
  const Agreement of_noun = item(candidate.head).agreement & kNominative;
  if (candidate.conjoined && of_verb == 8U) return true;
  return (of_noun & of_verb) != 0;
}

/// The phrase that does it: a nominative that agrees with the verb, one that is nothing but a nominative
/// first, then what stands before the verb.
int RussianReading::subject_of(const Clause& resolved, int predicate) {
  int best = kNone;
  int best_score = 0;
  for (int number = resolved.first_phrase; number != kNone; number = phrase(number).next) {
    const Phrase& candidate = phrase(number);
    const Item& word = item(candidate.head);
    if (candidate.preposition != kNone || (word.agreement & kNominative) == 0) continue;
    // "должен был купить банк": what can be no object of the infinitive.
    const bool after_other = candidate.governor != kNone && candidate.governor != predicate;
    if (after_other && (word.agreement & kAccusative) != 0) continue;
    // Texts turned by a machine: "Элон Маск удалось".
    const bool agrees = agrees_with_verb(candidate, predicate);
    if (!agrees && !(candidate.person && candidate.name && candidate.head < predicate)) continue;
    int score = agrees ? 4 : 1;
    if ((word.agreement & kAccusative) == 0) score += 8;
    if (candidate.head < predicate) score += 4;
    if (!candidate.number) score += 2;
    if (word.is(kTime) || token(candidate.head).kind != TokenKind::kWord) score -= 2;
    if (candidate.name || word.is(PartOfSpeech::kPronoun)) score += 1;
    if (score > best_score) {
      best = number;
      best_score = score;
    }
  }
  return best;
}

void RussianReading::resolve(int number) {
  const Clause resolved = clause(number);
  int predicate = resolved.predicate;
  int subject = kNone;
  if (predicate == kNone) {
    // "A — владелец B", and what has no verb at all.
    int first = kNone;
    for (int p = resolved.first_phrase; p != kNone; p = phrase(p).next) {
      if (phrase(p).preposition != kNone || (item(phrase(p).head).agreement & kNominative) == 0) continue;
      if (first != kNone && resolved.dash != kNone && phrase(first).last <= resolved.dash &&
          phrase(p).first > resolved.dash) {
        attach(phrase(first).head, phrase(p).head, Dependency::kSubject);
        narrow(item(phrase(first).head), kNominative);
        phrase(first).attached = true;
        narrow(item(phrase(p).head), kNominative);
        clause(number).predicate = predicate = phrase(p).head;
        attach(resolved.dash, predicate, Dependency::kPunctuation);
        break;
      }
      if (first == kNone) first = p;
    }
    if (predicate == kNone) predicate = clause(number).predicate = predicate_of(number);
    if (predicate == kNone) return;
  } else if (item(predicate).is(PartOfSpeech::kVerb) || item(predicate).is(PartOfSpeech::kShortForm)) {
    subject = subject_of(resolved, predicate);
  }
  bool passive = item(predicate).is(PartOfSpeech::kShortForm) && item(predicate).voice == Voice::kPassive &&
                 !item(predicate).is(kTakesInfinitive);
  if (!passive && item(predicate).is(PartOfSpeech::kShortForm)) item(predicate).voice = Voice::kActive;
  if (item(predicate).is(PartOfSpeech::kVerb) && is_reflexive(token(predicate).text) && subject != kNone &&
      item(predicate).is(kReflexiveDeal) && !item(phrase(subject).head).animate()) {
    passive = true;
    item(predicate).voice = Voice::kPassive;
  }
  if (subject != kNone) {
    narrow(item(phrase(subject).head), kNominative);
    attach(phrase(subject).head, predicate, passive ? Dependency::kPassiveSubject : Dependency::kSubject);
  }
  bool has_object = passive;
  int last_governor = kNone;
  for (int p = resolved.first_phrase; p != kNone; p = phrase(p).next) {
    if (p == subject || phrase(p).attached || phrase(p).head == predicate) continue;
    int verb = phrase(p).governor == kNone ? predicate : phrase(p).governor;
    // "Инвестором должна была стать «А»"
    const int last = resolved.governor;
    const bool is_complement = phrase(p).governor == kNone && phrase(p).preposition == kNone &&
                               last != kNone && item(last).is(PartOfSpeech::kInfinitive) &&
                               item(last).is(kCopular) &&
                               (item(phrase(p).head).agreement & (kNominative | kAccusative)) == 0;
    if (is_complement) verb = last;
    if (verb != last_governor) has_object = passive && verb == predicate;
    last_governor = verb;
    hang_argument(phrase(p), verb, has_object);
  }
}

/// Hangs what is no subject: by its preposition or its case.
void RussianReading::hang_argument(Phrase& argument, int verb, bool& has_object) {
  Item& word = item(argument.head);
  const bool verbal = !item(verb).is_noun();
  Dependency dependency = Dependency::kOblique;
  if (argument.preposition != kNone) {
    if (!verbal) dependency = Dependency::kNominalModifier;
    return attach(argument.head, verb, dependency);
  }
  const bool only_when = word.is(kTime) && !argument.number;
  // "принадлежит Birch": a foreign name shows no dative.
  if (word.caseless && item(verb).is(kDitransitive))
    return attach(argument.head, verb, Dependency::kIndirectObject);
  if (!has_object && verbal && (word.agreement & kAccusative) != 0 && !only_when) {
    narrow(word, kAccusative);
    dependency = Dependency::kObject;
    has_object = true;
  } else if ((word.agreement & kDative) != 0 && !only_when && verbal &&
             (word.agreement & kInstrumental) == 0) {
    narrow(word, kDative);
    dependency = Dependency::kIndirectObject;
  } else if ((word.agreement & kInstrumental) != 0 && !word.caseless) {
    narrow(word, kInstrumental);
  } else if (!has_object && verbal && (word.agreement & kGenitive) != 0) {
    narrow(word, kGenitive);
    dependency = Dependency::kObject;
    has_object = true;
  } else if ((word.agreement & kNominative) != 0) {
    narrow(word, kNominative);
    dependency = verbal ? Dependency::kParataxis : Dependency::kApposition;
  }
  attach(argument.head, verb, dependency);
}

}  // namespace whofunds::tagging::rules
