
#include "whofunds/tagging/rules_russian.hpp"

namespace whofunds::tagging::rules {

using language::PartOfSpeech;
using text::TokenKind;

/// Hangs a phrase on the head of one before it, in what is left of its cases.
void RussianReading::become(int number, int before, Dependency dependency, Agreement agreement) {
  Phrase& here = phrase(number);
  here.attached = true;
  attach(here.head, phrase(before).head, dependency);
  if ((item(here.head).agreement & agreement) != 0) item(here.head).agreement &= agreement;
}

/// Hangs a phrase that follows another on it, or on one above it, where it belongs to a noun.
bool RussianReading::hang_on_noun(int number) {
  const int before = last_phrase_;
  if (before == kNone || phrase(before).last != phrase(number).first || phrase(before).clause != current_)
    return false;
  return phrase(number).preposition != kNone ? hang_preposition(number, before) : hang_bare(number, before);
}

/// "доля в компании", "инвестиции в": a noun takes the prepositions that its frames have; else, before the
/// verb, a phrase goes with the noun right before it.
bool RussianReading::hang_preposition(int number, int before) {
  const Item& preposition = item(phrase(number).preposition);
  const std::uint32_t bit = preposition.form.preposition;
  const Clause& here = clause(current_);
  for (int above = before; above != kNone; above = phrase_above(above)) {
    if (phrase(above).name || (item(phrase(above).head).form.noun_prepositions & bit) == 0) continue;
    become(number, above, Dependency::kNominalModifier, kAnyAgreement);
    return true;
  }
  if (here.governor != kNone && (item(here.governor).form.verb_prepositions & bit) != 0) return false;
  const Item& noun = item(phrase(before).head);
  const bool goes_with_noun = noun.is_noun() && !phrase(before).name && !noun.is(kTime) &&
                              !item(phrase(number).head).is(kTime | kMonth);
  const bool is_place = preposition.is(kLoose);
  if (!goes_with_noun || (here.governor != kNone && is_place)) return false;
  if (here.governor == kNone && here.predicate == kNone && is_place && phrase(before).preposition != kNone)
    return false;
  become(number, before, Dependency::kNominalModifier, kAnyAgreement);
  return true;
}

/// Whether a name stands beside the noun that says what it names: "инвестор Юрий …", "холдинг «Север»".
bool RussianReading::is_apposition(int number, int before) const {
  const Phrase& here = phrase(number);
  const Phrase& noun = phrase(before);
  if (!here.name || noun.name) return false;
  const Item& word = item(noun.head);
  const bool same_case = in_cases_of(word.agreement, item(here.head).agreement) != 0;
  if (here.person) return word.is(kPersonWord | kTitle) && same_case;
  if (word.is(kPersonWord)) return false;
  const bool describes = word.is(kDescriptor | kBodyWord | kLegalForm);
  const bool nominative = (item(here.head).agreement & kNominative) != 0 || item(here.head).caseless;
  if (here.quoted)
    return describes ? nominative || same_case : same_case && (item(here.head).agreement & kGenitive) == 0;
  return describes && nominative;
}

bool RussianReading::hang_bare(int number, int before) {
  Item& word = item(phrase(number).head);
  for (int above = before; above != kNone; above = phrase_above(above)) {
    if (!is_apposition(number, above)) continue;
    // Quotes stand right beside their noun.
    if (phrase(number).quoted && above != before) break;
    Agreement& agreement = item(phrase(above).head).agreement;
    if (phrase(number).person) agreement = in_cases_of(agreement, word.agreement);
    become(number, above, Dependency::kApposition, in_cases_of(kAnyAgreement, agreement));
    return true;
  }
  const Item& noun = item(phrase(before).head);
  const bool can_own = noun.is_noun() || phrase(before).number || noun.is(PartOfSpeech::kNumeral) ||
                       token(phrase(before).head).kind == TokenKind::kSymbol;
  if (phrase(number).number) {
    // "владелец 75% компании", "в размере 3 млрд рублей"
    const bool counted =
        noun.is(kTitle) ? (noun.agreement & kDative) == 0 : phrase(before).preposition != kNone;
    if (!can_own || phrase(before).name || !counted) return false;
    become(number, before, Dependency::kNominalModifier, kAnyAgreement);
    return true;
  }
  if (!can_own || word.is(PartOfSpeech::kPronoun)) return false;
  if ((word.agreement & kGenitive) == 0) return false;
  if (phrase(before).name && !phrase(before).quoted && !phrase(before).person && !word.is(kTime)) {
    // "Сбербанк акции": a name seldom has what follows it.
    if ((word.agreement & (kNominative | kAccusative)) != 0) return false;
  }
  become(number, before, Dependency::kNominalModifier, kGenitive);
  return true;
}

}  // namespace whofunds::tagging::rules
