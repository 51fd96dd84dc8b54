#include <algorithm>
#include <iterator>

#include "whofunds/facts/event.hpp"
#include "whofunds/facts/filling.hpp"

namespace whofunds::facts {

using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

bool Filling::lends_with(const Event& event) const {
  if (frame_.relation != model::Relation::kLendsTo || event.from.empty() || event.to.empty()) return false;
  const bool is_pair = event.from.size() == 1 && event.to.size() == 1;
  if (lexicon_.inflected) return is_pair && is_bank_taken_for_borrower(event.from.front(), event.to.front());
  const auto lends = [&](const Referent& party) { return referents_.is_called_lender(party.entity); };
  const bool is_noun = trigger_.form == Trigger::Form::kNoun;  // "a bank called in its client's loan"
  return (is_noun || tree_.preposition(event.from.front().word) == "with") &&
         std::ranges::any_of(event.to, lends) && std::ranges::none_of(event.from, lends);
}

/// "привлечение кредита Астрабанка", "Кредит заводу выдал Астрабанк": a bank whose name stands as it may
/// where it lends, beside a firm that is none, does not borrow from that.
bool Filling::is_bank_taken_for_borrower(const Referent& giver, const Referent& taker) const {
  const bool may_lend = referents_.is_told_among(
      giver.entity, {model::EntityKind::kFund, model::EntityKind::kPublicBody, model::EntityKind::kPerson});
  if (frame_.both || may_lend || referents_.is_called_lender(giver.entity) ||
      !referents_.is_called_lender(taker.entity) || mentions_.name_at(taker.word) == kNoWord)
    return false;
  const Word& name = tree_.at(taker.word);
  const int noun = name.is(Dependency::kApposition) ? name.note.head : taker.word;
  const Word& said = tree_.at(noun);
  const bool is_whose = trigger_.form == Trigger::Form::kNoun && said.is(Dependency::kNominalModifier) &&
                        said.note.head == trigger_.word &&
                        said.note.grammatical_case == language::Case::kGenitive;
  const bool may_act =
      trigger_.form == Trigger::Form::kVerb && noun == taker.word && name.lower == name.lemma;
  return tree_.preposition(noun).empty() && (is_whose || may_act);
}

std::vector<Referent> Filling::taker_of_loan(const language::Role& role) {
  const Word& here = tree_.at(trigger_.word);
  const int loan = here.note.head;
  if (!lexicon_.inflected || frame_.relation != model::Relation::kLendsTo || frame_.both ||
      trigger_.form != Trigger::Form::kVerb || loan == kNoWord || !tree_.at(loan).is_noun() ||
      here.note.part_of_speech != language::PartOfSpeech::kParticiple ||
      here.note.voice != language::Voice::kPassive || !frame_.to.has(language::Slot::Place::kSubject))
    return {};
  const int verb = clause_.governing_verb(loan);
  const bool pays_back =
      verb != kNoWord && lexicon_.any_frame_of_verb(tree_.at(verb).lemma, [](const language::Frame& frame) {
        return frame.relation == model::Relation::kLendsTo && frame.status == model::Status::kEnded &&
               frame.to.has(language::Slot::Place::kSubject);
      });
  std::vector<Referent> found;
  if (!pays_back) return found;
  for (const int subject : clause_.subjects(verb)) append(found, referents_.of(subject, role.kinds));
  return found;
}

void Filling::part_lenders(Event& event) const {
  if (frame_.relation != model::Relation::kLendsTo || !frame_.both) return;
  std::vector<Referent> lenders = std::exchange(event.from, {});
  std::ranges::move(event.to, std::back_inserter(lenders));
  const bool has_bank = std::ranges::any_of(
      lenders, [&](const Referent& party) { return referents_.is_called_lender(party.entity); });
  const auto borrowers = std::stable_partition(lenders.begin(), lenders.end(), [&](const Referent& party) {
    return has_bank ? referents_.is_called_lender(party.entity)
                    : referents_.is_told_among(party.entity, {model::EntityKind::kFund});
  });
  event.to.assign(borrowers, lenders.end());
  lenders.erase(borrowers, lenders.end());
  event.from = std::move(lenders);
}

std::vector<Referent> Filling::sellers() {
  std::vector<Referent> found = fill(frame_.seller);
  std::erase_if(found, [&](const Referent& seller) {
    const int noun = tree_.head_of(seller.word);
    if (lexicon_.inflected || noun == mentions::kNoWord || noun == trigger_.word || !tree_.at(noun).is_noun())
      return false;
    return lexicon_.has_noun_of(tree_.at(noun).lemma, model::Relation::kLendsTo);
  });
  return found;
}

void Filling::leave_out_persons(Event& event) const {
  // "первая контролирует 40%": not of the other
  if (event.from.size() == 1)
    std::erase_if(event.to, [&](const Referent& other) {
      return referents_.is_other_of_pair(event.from.front(), other.entity);
    });
  if (frame_.relation == model::Relation::kAcquires)
    std::erase_if(event.to,
                  [&](const Referent& bought) { return referents_.is_called_person(bought.entity); });
  // "The project is run by the firm A": who runs what is built need not be a person
  const bool may_be_firm = frame_.relation == model::Relation::kLeads && !event.to.empty() &&
                           referents_.is_told_among(event.to.front().entity, {model::EntityKind::kProject}) &&
                           lexicon_.has_verb_of(tree_.at(trigger_.word).lemma, model::Relation::kDevelops);
  if (may_be_firm)
    std::erase_if(event.from, [&](const Referent& head) { return referents_.is_thing(head.entity); });
  if (!frame_.without_from || event.to.size() != 1 || referents_.is_thing(event.to.front().entity)) return;
  std::vector<Referent> founded =
      referents_.tied_to(event.to.front().entity, event.to.front().word, {model::EntityKind::kCompany});
  // "Ann Lee won $4m in the lottery": no firm took that in
  const bool is_person = referents_.is_told_among(event.to.front().entity, {model::EntityKind::kPerson});
  if (!founded.empty() || (is_person && event.from.empty())) event.to = std::move(founded);
}

}  // namespace whofunds::facts
