#include <algorithm>

#include "whofunds/facts/referents.hpp"

namespace whofunds::facts {

using language::PartyNoun;
using mentions::kNoWord;
using tagging::Dependency;

namespace {

constexpr double kSureParty = 0.85;

}  // namespace

void Referents::remember_party(model::Relation relation, PartyNoun::End end, int entity) {
  Parties& parties = parties_[relation];
  // What is told in one sentence is one deal.
  if (parties.sentence != index_) parties = {.sentence = index_};
  std::vector<int>& known = parties.by_end[end];
  if (std::ranges::find(known, entity) == known.end()) known.push_back(entity);
}

/// Whether a noun stands by itself in the place of who takes part: "The buyer will pay", "инвестору
/// достанется", but not "another buyer", "its buyer", "Покупателем стал А".
bool Referents::may_call_party(int word) const {
  const mentions::Word& noun = at(word);
  const bool is_alone = std::ranges::none_of(noun.children, [&](int child) {
    const mentions::Word& below = at(child);
    return below.is(Dependency::kNominalModifier) || below.is(Dependency::kAdjectiveModifier) ||
           below.is(Dependency::kApposition) || below.is(Dependency::kPossessor) ||
           below.is(Dependency::kCompound) || below.is(Dependency::kNumericModifier) ||
           below.is(Dependency::kConjunct) || is_possessive(lexicon_.pronouns, below);
  });
  if (!is_alone || noun.is(Dependency::kConjunct) || noun.note.head == kNoWord) return false;
  if (!lexicon_.inflected) return is_definite(word);
  return noun.note.grammatical_case != language::Case::kInstrumental || noun.is(Dependency::kAgent);
}

/// "The buyer", "кредитору": who takes part in the last deal of that kind, told in a sentence before this
/// one.
std::vector<Referent> Referents::party_of_deal(int word, const Kinds& kinds) {
  const auto noun = lexicon_.party_nouns.find(at(word).lemma);
  if (noun == lexicon_.party_nouns.end() || !may_call_party(word)) return {};
  const auto deal = parties_.find(noun->second.relation);
  if (deal == parties_.end() || deal->second.sentence >= index_ || index_ - deal->second.sentence > kFarthest)
    return {};
  const auto told = deal->second.by_end.find(noun->second.end);
  if (told == deal->second.by_end.end()) return {};
  const bool are_many = at(word).note.number == language::Number::kPlural;
  if (are_many != (told->second.size() > 1)) return {};
  std::vector<Referent> found;
  for (const int entity : told->second) {
    if (fits(entity, kinds))
      found.push_back({.entity = roster_.root(entity), .word = word, .certainty = kSureParty});
  }
  looks_back_ = looks_back_ || !found.empty();
  return found;
}

/// "The buyer will invest in the company", "Инвесторы получили по 10% компании": the parties that a noun
/// before the verb calls.
std::vector<int> Referents::acting_parties(int word) {
  int verb = at(word).note.head;
  for (int steps = 0; steps < kDeepest && verb != kNoWord && !at(verb).is_verb(); ++steps)
    verb = at(verb).note.head;
  std::vector<int> acting;
  if (verb == kNoWord || !at(verb).is_verb() || at(word).is_subject()) return acting;
  for (const int child : at(verb).children) {
    if (!at(child).is(Dependency::kSubject) || child > word) continue;
    for (const Referent& party : party_of_deal(child, {})) acting.push_back(party.entity);
  }
  return acting;
}

}  // namespace whofunds::facts
