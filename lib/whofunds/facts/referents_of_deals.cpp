#include <algorithm>

#include "whofunds/facts/referents.hpp"

namespace whofunds::facts {

using entities::Reference;
using mentions::kNoWord;
using mentions::Word;
using model::EntityKind;
using model::Relation;
using tagging::Dependency;

namespace {

constexpr double kSureParty = 0.8;

}  // namespace

/// Of parties to a deal the only one; nothing where they are several, or of another kind.
std::vector<Referent> Referents::one_in_deal(const std::vector<int>& parties, int word,
                                             const Kinds& kinds) const {
  if (parties.size() != 1 || !fits(parties.front(), kinds) || is_excluded(parties.front())) return {};
  return {Referent{.entity = roster_.root(parties.front()), .word = word, .certainty = kSureParty}};
}

/// Whether a noun stands by itself in the place of who takes part: "The buyer will pay", "инвестору
/// достанется", but not "another buyer", "its buyer", "Покупателем стал А".
bool Referents::may_call_party(int word) const {
  const Word& noun = at(word);
  const bool is_alone = std::ranges::none_of(noun.children, [&](int child) {
    const Word& below = at(child);
    return below.is(Dependency::kNominalModifier) || below.is(Dependency::kAdjectiveModifier) ||
           below.is(Dependency::kApposition) || below.is(Dependency::kPossessor) ||
           below.is(Dependency::kCompound) || below.is(Dependency::kNumericModifier) ||
           below.is(Dependency::kConjunct) || is_possessive(lexicon_.pronouns, below);
  });
  if (!is_alone || noun.is(Dependency::kConjunct) || noun.note.head == kNoWord || is_qualified(word))
    return false;
  if (!lexicon_.inflected) return is_definite(word);
  return noun.note.grammatical_case != language::Case::kInstrumental || noun.is(Dependency::kAgent);
}

/// "The buyer", "кредитору": who takes part in the last deal of that kind, told in a sentence before this
/// one.
std::vector<Referent> Referents::party_of_deal(int word, const Kinds& kinds) {
  const auto noun = lexicon_.party_nouns.find(at(word).lemma);
  if (noun == lexicon_.party_nouns.end() || !may_call_party(word)) return {};
  const std::vector<int> told = told_deals_.parties(index_, noun->second);
  const bool are_many = at(word).note.number == language::Number::kPlural;
  if (told.empty() || are_many != (told.size() > 1)) return {};
  std::vector<Referent> found;
  for (const int entity : told) append(found, one_in_deal({entity}, word, kinds));
  looks_back_ = true;
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

/// "A bought B. It was founded by C", "A lent B $5m. Its parent …": what is said there is told of who or what
/// the deal is about, and not of who made it.
bool Referents::is_said_of_taker(int word, Relation deal) const {
  const bool is_bought = deal == Relation::kAcquires;
  const bool is_funded = deal == Relation::kInvestsIn;
  const Word& here = at(word);
  const int head = here.note.head;
  // "The foundation gave the museum $5m. It was founded …": the one as well as the other
  if (head == kNoWord || deal == Relation::kGrantsTo) return false;
  const auto is_done = [&](int verb, Relation relation) {
    return at(verb).is_verb() && lexicon_.has_verb_of(at(verb).lemma, relation);
  };
  const bool may_be_led = is_bought || is_funded;
  // "Its founder", "its parent"
  if (is_possessive(lexicon_.pronouns, here)) {
    const bool is_owner = lexicon_.has_title_of(at(head).lemma, Relation::kOwns) &&
                          at(head).note.number != language::Number::kPlural;
    return lexicon_.has_title_of(at(head).lemma, Relation::kFounded) ||
           (deal == Relation::kLendsTo && is_owner);
  }
  // "The company, founded by A, makes"
  const bool was_founded = std::ranges::any_of(here.children, [&](int child) {
    return at(child).is(Dependency::kClauseOfNoun) && clause_->is_passive(child) &&
           is_done(child, Relation::kFounded);
  });
  if (was_founded) return true;
  if (here.is(Dependency::kPassiveSubject)) {
    const bool was_owned =
        is_bought && is_done(head, Relation::kOwns) && std::ranges::any_of(at(head).children, [&](int child) {
          return at(child).note.tense == language::Tense::kPast;
        });
    return is_done(head, Relation::kFounded) || (may_be_led && is_done(head, Relation::kLeads)) || was_owned;
  }
  // "Ann Lee, who founded the company"
  if (here.is(Dependency::kObject)) return is_done(head, Relation::kFounded);
  // "It makes sensors"
  return here.is(Dependency::kSubject) && may_be_led && is_done(head, Relation::kDevelops) &&
         at(head).note.tense == language::Tense::kPresent &&
         sentence_->tree.child(head, Dependency::kAuxiliary) == kNoWord;
}

/// What "it", "the company" or "the start-up" stands for at the head of the sentence after a deal, where that
/// is who or what the deal is about.
std::vector<Referent> Referents::taker_in_deal(int word, const Kinds& kinds) {
  const ToldDeal* const deal = lexicon_.inflected ? nullptr : told_deals_.only_before(index_);
  if (deal == nullptr || deal->givers.empty() || deal->takers.size() != 1) return {};
  const bool has_name_before = std::any_of(references_.begin() + static_cast<std::ptrdiff_t>(past_),
                                           references_.end(), [&](const Reference& reference) {
                                             return reference.sentence == index_ && reference.word < word &&
                                                    !roster_.at(reference.entity).is_person();
                                           });
  if (has_name_before) return {};
  const int taker = deal->takers.front();
  const bool is_young = lexicon_.young_firms.contains(at(word).lemma);
  // "Hansabank lent Aster $5m. The company …": a bank is one, but not beside another
  const bool is_no_bank = deal->relation == Relation::kLendsTo &&
                          lexicon_.general_nouns.contains(at(word).lemma) && !is_lender(taker) &&
                          is_lender(deal->givers.front());
  const bool may_be_called = !roster_.at(taker).kind_told() || fits(taker, {EntityKind::kOrganization});
  const bool is_meant = is_young || is_no_bank || is_said_of_taker(word, deal->relation);
  if (!is_meant || !may_be_called || roster_.at(taker).kind() == EntityKind::kPublicBody) return {};
  looks_back_ = true;
  return one_in_deal(deal->takers, word, kinds);
}

/// "Green Beacon put $3m into Aster. … of the firm": what a model takes for a place, and money goes into,
/// where nothing else can be called so.
std::vector<Referent> Referents::funded_place(const language::Descriptor& descriptor, int word,
                                              const Kinds& kinds) {
  const ToldDeal* const deal = lexicon_.inflected ? nullptr : told_deals_.only_before(index_);
  if (deal == nullptr || descriptor.kind != EntityKind::kCompany || deal->takers.size() != 1) return {};
  const int taker = deal->takers.front();
  const entities::RosterEntity& record = roster_.at(taker);
  if (record.kind() != EntityKind::kPlace || record.kind_told() || is_town(taker)) return {};
  looks_back_ = true;
  return one_in_deal(deal->takers, word, kinds);
}

/// "Aster got $3m from Blue Lantern. The fund …": of two who are called nothing the one that gives money.
std::vector<Referent> Referents::fund_in_deal(const language::Descriptor& descriptor, int word,
                                              const Kinds& kinds) {
  const ToldDeal* const deal = lexicon_.inflected ? nullptr : told_deals_.only_before(index_);
  if (deal == nullptr || descriptor.kind != EntityKind::kFund) return {};
  std::vector<int> funds = deal->givers;
  std::erase_if(funds, [&](int giver) {
    const entities::RosterEntity& record = roster_.at(giver);
    return record.is_person() || (record.kind_told() && record.kind() != EntityKind::kFund);
  });
  looks_back_ = looks_back_ || !funds.empty();
  return one_in_deal(funds, word, kinds);
}

}  // namespace whofunds::facts
