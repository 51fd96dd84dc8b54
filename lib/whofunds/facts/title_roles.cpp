#include "whofunds/facts/title_roles.hpp"

#include <utility>
#include <vector>

namespace whofunds::facts {

using entities::kNoEntity;
using language::Frame;

namespace {

constexpr double kSurePost = 0.85;

/// Kinds that have a head.
const std::vector<model::EntityKind> headed_kinds = {
    model::EntityKind::kCompany, model::EntityKind::kFund, model::EntityKind::kOrganization,
    model::EntityKind::kPublicBody, model::EntityKind::kProject};

}  // namespace

void fill_title(Filling& filling, const Clause& clause, Referents& referents, Event& event) {
  const Trigger& trigger = event.trigger;
  const Frame& frame = *trigger.frame;
  std::vector<Referent>& party = frame.title_is_from ? event.from : event.to;
  const language::Role& party_role = frame.title_is_from ? frame.from : frame.to;
  const language::Role& other_role = frame.title_is_from ? frame.to : frame.from;
  party = filling.denoted({.slots = {}, .kinds = party_role.kinds});
  if (party_role.told)
    std::erase_if(party, [&](const Referent& named) {
      return !referents.is_told_among(named.entity, party_role.kinds);
    });
  // "неизвестно, кто выступил кредитором"; "Модуль «А» — часть «Б»": what it calls so stands beside it
  if (filling.asks_who() || filling.names_other_part(party)) party.clear();
  filling.mark_used(party);
  // "Aster said Ann Lee would become its chief executive": whoever is to head it is not "it".
  if (frame.relation == model::Relation::kLeads && party.size() == 1 && party.front().certainty >= 1.0)
    referents.tell_person(party.front().entity);
  std::vector<Referent>& other = frame.title_is_from ? event.to : event.from;
  other = filling.bought_from_title(other_role);
  if (other.empty()) other = filling.fill(other_role);
  // "the entrepreneur behind A": a title that asks for a preposition is nobody's without it.
  const bool may_be_anyones = other_role.has(language::Slot::Place::kPossessor);
  // "the Aster service Birch" is no part of Aster.
  if (other.empty() && may_be_anyones && frame.relation != model::Relation::kPartOf)
    other = filling.name_right_before(other_role);
  if (other.empty()) other = filling.name_right_after(other_role);
  if (other.empty()) other = filling.relative_of_title(other_role);
  if (other.empty() && !party.empty()) other = filling.before_bracket(other_role);
  const bool is_head =
      frame.relation == model::Relation::kFounded || frame.relation == model::Relation::kLeads;
  if (other.empty() && is_head && may_be_anyones && clause.possessors(trigger.word).empty())
    other = filling.dealt_with(other_role);
  // "обладатель гранта фонда «А»": whose the grant is
  for (const int of : frame.object_words.empty() || frame.title_is_from || !other.empty()
                          ? std::vector<int>()
                          : clause.possessors(trigger.word)) {
    for (const int whose : clause.possessors(of)) append(other, referents.of(whose, other_role.kinds));
  }
  const bool says_whose = filling.says_whose();
  if (other.empty() && !says_whose && party.size() == 1 && referents.is_thing(party.front().entity))
    other = filling.owner_in_clause(other_role);
  const bool sums_up = !clause.listed(trigger.word).empty();
  if (other.empty() && !says_whose && (sums_up || filling.is_parent_of_topic(party)))
    other = referents.topic(trigger.word, other_role.kinds);
  // "Other partners include A": of no undertaking that only a model takes for one
  if (frame.relation == model::Relation::kParticipatesIn && sums_up && !says_whose)
    std::erase_if(other, [&](const Referent& undertaking) {
      return !referents.is_told_among(undertaking.entity, other_role.kinds);
    });
  // "Генеральный директор — Белова", "…, рассказал гендиректор Иван Белов": of what the text is about.
  const bool is_owner = frame.relation == model::Relation::kOwns && frame.title_is_from;
  // "«А» продала «Б», покупателем стал В", "Сделка по продаже «Б» закрыта, покупатель – В": of what was sold.
  const bool is_buyer = frame.relation == model::Relation::kAcquires && frame.title_is_from && !frame.status;
  // "Область продала на торгах «Б». Победителем стал В"
  const bool is_winner = is_buyer && filling.tells_winner();
  const bool is_seller = is_owner && frame.status == model::Status::kEnded && other_role.slots.empty();
  if (is_winner) other.clear();
  if (is_winner && filling.is_auction_winner() && filling.is_predicate() && referents.was_auctioned())
    other = referents.last_asset(trigger.word, other_role.kinds);
  if (other.empty() && ((is_buyer && !is_winner) || is_seller) && !says_whose &&
      (filling.introduces(party) || filling.is_predicate()))
    other = filling.sold_before(other_role);
  if (other.empty() && (is_head || is_owner) && !says_whose && !is_seller &&
      (filling.introduces(party) || filling.is_post_of_firm(party))) {
    // "«А» владела Б, вместо неё собственником стала В": of what was owned.
    if (is_owner) other = referents.last_asset(trigger.word, other_role.kinds);
    if (other.empty()) other = referents.topic(trigger.word, other_role.kinds);
  }
  // "Ann Lee founded A. She stepped down as chief executive": of what is hers.
  const bool is_post = frame.relation == model::Relation::kLeads && frame.title_is_from;
  if (other.empty() && is_post && !says_whose && party.size() == 1 &&
      (filling.is_predicate() || filling.is_of_post()))
    other = referents.tied_to(party.front().entity, trigger.word, other_role.kinds);
  if (other.empty() && frame.of_topic && !says_whose) other = filling.in_topic(other_role, party);
  // "a group of investors including A": the group is they.
  if (filling.is_group_of(party, other)) other.clear();
  // "Партнёры проекта — А и Б": of the project, and not of each other
  if (frame.both && other.empty() && says_whose) party.clear();
  if (frame.relation == model::Relation::kPartOf && party.empty()) other.clear();
  event.to_from_context = event.to.empty() && frame.from_context && (frame.lead || filling.is_predicate());
  // "Стартап «А» оценили в 300 млн. Инвестором выступил «Б»"
  if (event.to_from_context && !says_whose && !party.empty())
    event.to_else = referents.topic(trigger.word, takers_of_money);
  // "«А» построит завод «Б». Соинвестором станет В": in what is built, and not in who builds it
  if (event.to_else.size() == 1 && referents.built() != kNoEntity)
    event.to_else.front().entity = referents.built();
  // "В раунде участвовали фонды А и Б, а ведущим инвестором стал В": money goes to none of those who give it
  std::erase_if(event.to_else, [&](const Referent& taker) {
    return frame.relation == model::Relation::kInvestsIn &&
           referents.is_told_among(taker.entity, {model::EntityKind::kFund});
  });
  if (party.size() == 1 && other.size() == 1 && party.front().entity == other.front().entity) {
    // "A и Б, компанией, которой он основатель": he is not what he founded.
    const Referents::Exclusion exclusion(referents, other.front().entity);
    party = filling.denoted({.slots = {}, .kinds = party_role.kinds});
  }
  const bool has_sold = frame.relation == model::Relation::kOwns && frame.status == model::Status::kEnded;
  for (const Referent& from : event.from) {
    if (event.to.empty()) continue;
    referents.tie(from.entity, event.to.front().entity);
    if (has_sold) referents.remember_seller(from.entity, event.to.front().entity);
  }
}

void fill_succession(Filling& filling, Referents& referents, Event& event) {
  const Frame& frame = *event.trigger.frame;
  const bool names_former = event.trigger.form == Trigger::Form::kTitle && !frame.title_is_from;
  if (names_former) {
    // "её предшественник А ушёл", but not "ушёл вслед за её предшественником А"
    if (!filling.tells_of_title()) return;
    event.seller = filling.denoted({.slots = {}, .kinds = frame.to.kinds});
    event.from = filling.fill(frame.from);
  } else {
    const Referents::Exclusion exclusion(referents, filling.named_subject());
    event.seller = filling.fill(frame.to);
  }
  // "преемником А стал Б"
  if (!names_former) {
    event.from = event.trigger.form == Trigger::Form::kTitle
                     ? filling.denoted({.slots = {}, .kinds = frame.from.kinds})
                     : filling.fill(frame.from);
    if (event.from.empty()) event.from = filling.appointed(frame.from);
  }
  if (event.seller.empty() || (names_former && event.from.empty())) return;
  event.to = filling.post_left({.slots = {}, .kinds = headed_kinds});
  const Referent& known = names_former ? event.from.front() : event.seller.front();
  const int post = referents.post_of(known.entity);
  // "She was succeeded by A, who had run B": what A headed before was not hers
  const std::vector<Referent>& successor = names_former ? event.seller : event.from;
  const bool is_of_successor = !referents.is_tied(known.entity) && !successor.empty() &&
                               filling.is_told_of(successor.front().word) &&
                               referents.post_of(successor.front().entity) == post;
  if (event.to.empty() && post != kNoEntity && !is_of_successor)
    event.to = {Referent{.entity = post, .word = event.trigger.word, .certainty = kSurePost}};
  if (event.to.empty() && filling.leaves_post_of_nobody())
    event.to = referents.topic(event.trigger.word, headed_kinds);
  if (!names_former) return;
  // who comes after has been told; the past is that of him who went
  event.from = std::exchange(event.seller, {});
  const bool is_so = event.status == model::Status::kCompleted || event.status == model::Status::kEnded;
  event.status = is_so ? model::Status::kEnded : model::Status::kDenied;
}

}  // namespace whofunds::facts
