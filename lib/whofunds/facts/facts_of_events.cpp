#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "whofunds/facts/event_parties.hpp"
#include "whofunds/facts/fact_reader.hpp"
#include "whofunds/facts/possible_facts.hpp"
#include "whofunds/language/spelling.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
using language::Frame;
using model::EntityKind;
using model::Relation;
using model::Status;

namespace {

constexpr double kSureVerb = 0.93;
constexpr double kSureNoun = 0.85;
constexpr double kSureTitle = 0.88;
constexpr double kSureThing = 0.8;
constexpr double kSureOtherwise = 0.92;
constexpr double kSureContext = 0.8;

/// As `Trigger::Form` lists them.
constexpr std::array<std::string_view, 4> kFormNames{"verb", "noun", "title", "thing"};

std::string_view form_name(Trigger::Form form) {
  return kFormNames[static_cast<std::size_t>(form)];
}

double sureness(Trigger::Form form) {
  switch (form) {
    case Trigger::Form::kVerb:
      return kSureVerb;
    case Trigger::Form::kNoun:
      return kSureNoun;
    case Trigger::Form::kTitle:
      return kSureTitle;
    case Trigger::Form::kThing:
      return kSureThing;
  }
  return 0;
}

/// What a payment was told to be, in itself or by who gives and who takes.
Relation told_of(const FoundFact& told, const FoundFact& payment) {
  return told.relation == Relation::kRaised ? payment.relation : told.relation;
}

}  // namespace

void FactReader::emit(const Event& event, std::size_t sentence) {
  const Frame& frame = *event.trigger.frame;
  if (frame.needs_amount && !event.amount && !event.amount_is_vague) return;
  if (frame.known) return end_known(event, sentence);
  // "Ann Lee founded Aster. It …": a person, though no model may take her for one
  for (const Referent& founder : event.from) {
    if (frame.relation == Relation::kFounded && referents_.has_given_name(founder.entity))
      referents_.tell_person(founder.entity);
  }
  FoundFact fact{.relation = event.holds ? Relation::kOwns : frame.relation,
                 .amount = event.amount,
                 .valuation = event.valuation,
                 .stake = event.stake,
                 .round = event.round,
                 .lead = frame.lead,
                 .status = event.may_be_to_come && event.amount ? Status::kAnnounced : event.status,
                 .date = event.date,
                 .confidence = sureness(event.trigger.form) * (event.read_otherwise ? kSureOtherwise : 1.0),
                 .rule = frame.id + "." + std::string(form_name(event.trigger.form)) +
                         (event.read_otherwise ? ".rules" : ""),
                 .sentences = {sentence}};
  std::vector<Referent> to = event.to;
  const bool is_funding = model::is_funding(fact.relation);
  if (event.to_from_context) {
    fact.confidence *= kSureContext;
    fact.rule += ".context";
    const LastDeal* const last = deal_meant(frame);
    if (last == nullptr || sentence - last->sentence > kDealMemory) {
      if (event.to_else.empty()) return;
      to = event.to_else;
    } else {
      to = last->to;
      fact.deal = last->deal;
      if (!fact.amount) fact.amount = last->amount;
      if (fact.round.empty()) fact.round = last->round;
      if (frame.continues || (last_asked_ && last == &*last_asked_)) fact.relation = last->relation;
    }
  }
  // "raised $5m in its round led by A": the same deal
  const bool is_of_last = last_deal_ && last_deal_->sentence == sentence && to.size() == 1 &&
                          last_deal_->to.size() == 1 && to.front().entity == last_deal_->to.front().entity;
  if (frame.from_context && fact.deal == 0 && !fact.amount && is_of_last && !event.from.empty()) {
    fact.deal = last_deal_->deal;
    fact.amount = last_deal_->amount;
  }
  const double sure = fact.confidence;
  const auto give = [&](const Referent* from, const Referent& object) {
    FoundFact given = fact;
    if (event.begins && frame.relation == Relation::kDevelops && is_undertaking(object.entity))
      given.relation = Relation::kFounded;
    // "Издательство запустило сервис «А»": a firm makes a service, people found it
    if (given.relation == Relation::kFounded && event.trigger.form == Trigger::Form::kVerb &&
        from != nullptr && referents_.is_told_among(from->entity, {model::EntityKind::kCompany}) &&
        referents_.is_said_to_be(object.entity, lexicon_.service_nouns))
      given.relation = Relation::kDevelops;
    if (frame.to_nonprofit && given.relation == frame.relation &&
        referents_.takes_gifts(object.entity, from == nullptr ? kNoEntity : from->entity))
      given.relation = *frame.to_nonprofit;
    if (frame.from_lender && given.relation == frame.relation && given.round.empty() &&
        all_lend(event.from) && may_borrow(object.entity))
      given.relation = *frame.from_lender;
    given.confidence = sure * object.certainty * (from == nullptr ? 1.0 : from->certainty);
    given.object = object.entity;
    if (from != nullptr) given.subject = from->entity;
    if (from != nullptr && from->stake) given.stake = from->stake;
    if (object.stake) given.stake = object.stake;
    if (event.takes_rest && !given.stake && event.from.size() == 1)
      given.stake = rest_of(object.entity, given.subject, sentence);
    if (from != nullptr && from->heads_group && given.relation == Relation::kInvestsIn) given.lead = true;
    add(std::move(given));
  };

  if (frame.both && frame.relation != Relation::kLendsTo) {
    // "A and B work with C" says nothing of A and B; "a partnership of A and B" names them in one place.
    for (const Referent& from : event.from) {
      for (const Referent& object : to) give(&from, object);
    }
    if (!to.empty()) return;
    for (std::size_t i = 0; i < event.from.size(); ++i) {
      for (std::size_t j = i + 1; j < event.from.size(); ++j) give(&event.from[i], event.from[j]);
    }
    return;
  }
  if (is_funding && !to.empty() && fact.deal == 0 &&
      (!event.from.empty() || frame.without_from || event.is_from_many))
    fact.deal = ++deals_;
  for (const Referent& object : to) {
    for (const Referent& from : event.from) {
      if (event.amount_of_each && fact.deal != 0 && (&object != &to.front() || &from != &event.from.front()))
        fact.deal = ++deals_;
      give(&from, object);
    }
    // "will get 12% of A": a share, and no money
    const bool is_share = event.stake && !event.amount && !event.amount_is_vague && event.round.empty();
    if (event.from.empty() && (frame.without_from || (event.is_from_many && event.amount)) && !is_share) {
      fact.relation = frame.without_from.value_or(Relation::kRaised);
      give(nullptr, object);
      fact.relation = frame.relation;
    }
    for (const Referent& seller : event.seller) {
      if (event.status == Status::kDenied) continue;
      const bool has_sold = event.status == Status::kCompleted && !event.sells_part;
      const FoundFact sale = std::exchange(
          fact, FoundFact{.relation = frame.relation == Relation::kLeads ? Relation::kLeads : Relation::kOwns,
                          .status = has_sold ? Status::kEnded : Status::kCompleted,
                          .date = has_sold ? fact.date : std::nullopt,
                          .rule = fact.rule + ".seller",
                          .sentences = fact.sentences});
      give(&seller, object);
      fact = sale;
    }
  }
  if (event.status != Status::kDenied && !to.empty()) remember_deal(event, to, fact.relation);
  const bool is_payment = model::moves_money(fact.relation) && fact.relation != Relation::kAcquires;
  if (is_payment && !to.empty() && !facts_.empty() && event.status != Status::kDenied && !frame.continues)
    last_payment_ = {
        .to = to, .deal = fact.deal, .sentence = sentence, .relation = told_of(facts_.back(), fact)};
  if (is_funding && !to.empty() && event.status != Status::kDenied &&
      (frame.relation == Relation::kInvestsIn || frame.without_from)) {
    last_deal_ = LastDeal{
        .to = to, .amount = fact.amount, .round = fact.round, .deal = fact.deal, .sentence = sentence};
  }
}

/// "headed the firm until May, when she left it": what was told before has ended, and nothing else is said.
void FactReader::end_known(const Event& event, std::size_t sentence) {
  const auto is_party = [&](const std::vector<Referent>& side, int entity) {
    return std::ranges::any_of(
        side, [&](const Referent& party) { return roster_.root(party.entity) == roster_.root(entity); });
  };
  if (event.status != event.trigger.frame->status) return;
  for (FoundFact& fact : facts_) {
    if (fact.relation != event.trigger.frame->relation || fact.status != Status::kCompleted ||
        fact.subject == kNoEntity || !is_party(event.from, fact.subject) || !is_party(event.to, fact.object))
      continue;
    fact.status = Status::kEnded;
    if (fact.sentences.back() != sentence) fact.sentences.push_back(sentence);
  }
}

/// Who dealt with whom is spoken of in what follows: "the buyer", "продавец" of who is said to own no more.
void FactReader::remember_deal(const Event& event, const std::vector<Referent>& to, Relation relation) {
  const auto entities_of = [](const std::vector<Referent>& parties) {
    std::vector<int> entities;
    entities.reserve(parties.size());
    for (const Referent& party : parties) entities.push_back(party.entity);
    return entities;
  };
  const bool has_sold = relation == Relation::kOwns && event.trigger.frame->status == Status::kEnded;
  if (has_sold) {
    referents_.remember_deal({.relation = Relation::kAcquires,
                              .givers = {},
                              .takers = entities_of(to),
                              .sellers = entities_of(event.from)});
  } else if (model::moves_money(relation) || relation == Relation::kFounded) {
    referents_.remember_deal({.relation = relation,
                              .givers = entities_of(event.from),
                              .takers = entities_of(to),
                              .sellers = entities_of(event.seller)});
  }
}

/// "the Aster Initiative", which is founded, while a product is developed.
bool FactReader::is_undertaking(int entity) const {
  const std::string name = roster_.at(entity).name();
  const auto kind = lexicon_.descriptors.find(language::lower_case(name.substr(name.rfind(' ') + 1)));
  return kind != lexicon_.descriptors.end() && kind->second.anaphoric &&
         kind->second.kind == model::EntityKind::kProject;
}

/// A bank gives money to a firm as a loan, while a charity may get a gift.
bool FactReader::may_borrow(int entity) const {
  using model::EntityKind;
  return !referents_.is_told_among(entity, {EntityKind::kOrganization, EntityKind::kFund, EntityKind::kPerson,
                                            EntityKind::kPublicBody, EntityKind::kPlace});
}

/// "привлекла 5 млрд у банка «А» и ВТБ": whether all those who give are called so, or have such names.
bool FactReader::all_lend(const std::vector<Referent>& givers) const {
  return !givers.empty() && std::ranges::all_of(givers, [&](const Referent& giver) {
    return referents_.is_called_lender(giver.entity);
  });
}

void FactReader::add(FoundFact fact) {
  if (fact.subject == fact.object || !is_possible(fact, roster_, lexicon_)) return;
  // "has a stake in Aster. It put $5m into the firm": what is held is no place, though a model takes it for
  // one
  const bool is_held = fact.relation == Relation::kOwns || fact.relation == Relation::kAcquires ||
                       fact.relation == Relation::kFounded;
  if (!lexicon_.inflected && is_held) roster_.tell_firm(fact.object);
  facts_.push_back(std::move(fact));
}

void FactReader::tell_kind(const FoundFact& fact) {
  const bool is_bought = fact.relation == Relation::kAcquires || fact.relation == Relation::kRaised;
  const bool is_held = fact.relation == Relation::kInvestsIn || fact.relation == Relation::kOwns ||
                       fact.relation == Relation::kLeads;
  if (is_bought) roster_.tell_kind(fact.object, model::EntityKind::kCompany);
  if (is_held) roster_.tell_kind(fact.object, model::EntityKind::kOrganization);
}

}  // namespace whofunds::facts
