#include "whofunds/facts/fact_reader.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "whofunds/facts/event_parties.hpp"
#include "whofunds/facts/gapping.hpp"
#include "whofunds/facts/possible_facts.hpp"
#include "whofunds/language/spelling.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
using language::Frame;
using mentions::SentenceMentions;
using model::Relation;
using model::Status;

namespace {

constexpr double kSureVerb = 0.93;
constexpr double kSureNoun = 0.85;
constexpr double kSureTitle = 0.88;
constexpr double kSureThing = 0.8;
constexpr double kSureContext = 0.8;
constexpr double kSureOtherwise = 0.92;

bool is_recent_deal(const FoundFact& fact, std::size_t sentence) {
  return fact.deal != 0 && model::moves_money(fact.relation) &&
         sentence - fact.sentences.back() <= FactReader::kDealMemory;
}

/// What a payment was told to be, in itself or by who gives and who takes.
Relation told_of(const FoundFact& told, const FoundFact& payment) {
  return told.relation == Relation::kRaised ? payment.relation : told.relation;
}

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

}  // namespace

bool FactReader::Outcome::lacks_value() const {
  return std::ranges::any_of(events, [](const Event& event) {
    return model::moves_money(event.trigger.frame->relation) && (!event.amount || !event.date);
  });
}

/// The sums whose currency no sentence has told yet are left out.
SentenceMentions FactReader::with_currencies(const SentenceMentions& mentions) const {
  SentenceMentions told = mentions;
  for (mentions::MoneyMention& money : told.values.money) {
    if (money.money.currency.empty()) money.money.currency = last_currency_;
  }
  std::erase_if(told.values.money, [](const auto& money) { return money.money.currency.empty(); });
  return told;
}

FactReader::Outcome FactReader::read(const SentenceMentions& given, std::size_t sentence) {
  const bool lacks_currency = std::ranges::any_of(
      given.values.money, [](const mentions::MoneyMention& money) { return money.money.currency.empty(); });
  // Few sentences do.
  const std::optional<SentenceMentions> told =
      lacks_currency ? std::optional(with_currencies(given)) : std::nullopt;
  const SentenceMentions& mentions = told ? *told : given;
  referents_.enter(mentions, sentence);
  const Clause clause(mentions.tree, lexicon_);
  Outcome outcome;
  std::vector<Event> events =
      told ? find_events(mentions, clause, find_triggers(mentions, clause, lexicon_))
           : find_events(mentions, clause,
                         memory_.find(sentence, TriggerMemory::Tree::kFirst, mentions, clause, lexicon_));
  if (events.size() > 1)
    std::erase_if(events, [told = events](const Event& event) { return is_told_by_verb(event, told); });
  pair_titles(events);
  for (Event& event : events) {
    outcome.tells = outcome.tells || !event.from.empty() || !event.to.empty();
    // What nobody takes part in must not keep a sum from its neighbour.
    (is_filled(event) ? outcome.events : outcome.unfilled).push_back(std::move(event));
  }
  for (Event& event : outcome.events) leave_out_described(event, outcome.events);
  if (outcome.events.size() > 1) {
    std::erase_if(outcome.events, [&, told = outcome.events](const Event& event) {
      return is_told_as_investment(event, told, roster_) || is_sum_of_parts(event, told, mentions.tree) ||
             is_borrowed(event, told) || is_part_of_product(event, told);
    });
  }
  attach_values(mentions, clause, lexicon_, outcome.events);
  tell_apart(mentions, clause, outcome.events);
  for (Event& event : outcome.events) leave_out_holders(event, outcome.events);
  for (const auto* found : {&outcome.events, &outcome.unfilled}) remember_asked(mentions, *found, sentence);
  for (Event& event : outcome.events) {
    retell_as_investment(event, sentence);
    emit(event, sentence);
  }

  for (const DealSum& sum : find_deal_sums(mentions, lexicon_)) tell_sum(sum, sentence);
  for (const model::PartialDate& date : find_deal_dates(mentions, lexicon_)) tell_date(date, sentence);

  // "проект за 30 миллиардов": money and a project without a name.
  if (referents_.open_project() != kNoEntity && !mentions.values.money.empty() &&
      !mentions.values.money.front().vague && !last_deal_) {
    outcome.tells = true;
    last_deal_ = LastDeal{.to = {{.entity = referents_.open_project()}},
                          .amount = mentions.values.money.front().money,
                          .deal = ++deals_,
                          .sentence = sentence};
  }
  outcome.looks_back = referents_.looks_back() || lacks_currency;
  // "Он владеет 30% компании": the sentences before it tell who and of what.
  const bool names_nobody = mentions.names.empty() && !(outcome.events.empty() && outcome.unfilled.empty());
  if (names_nobody && referents_.looks_back()) outcome.tells = true;
  if (!mentions.values.money.empty()) last_currency_ = mentions.values.money.back().money.currency;
  referents_.leave();
  return outcome;
}

/// Keeps what a grant or a loan without a giver is for: who gives it may be told next.
void FactReader::remember_asked(const SentenceMentions& mentions, const std::vector<Event>& events,
                                std::size_t sentence) {
  for (const Event& event : events) {
    const Frame& frame = *event.trigger.frame;
    const bool is_verb = event.trigger.form == Trigger::Form::kVerb && !frame.object_words.empty();
    const bool is_asked = (frame.relation == Relation::kGrantsTo && is_verb) ||
                          (frame.relation == Relation::kLendsTo && (is_verb || frame.both));
    if (!is_asked || !event.from.empty() || event.to.size() != 1 || event.to.front().certainty < 1.0 ||
        event.status == Status::kDenied)
      continue;
    last_asked_ = LastDeal{.to = event.to, .sentence = sentence, .relation = frame.relation};
    if (mentions.values.money.size() == 1 && !mentions.values.money.front().vague)
      last_asked_->amount = mentions.values.money.front().money;
  }
}

/// What an event that does not say itself to whom money goes is about; nothing where no deal was told.
const FactReader::LastDeal* FactReader::deal_meant(const Frame& frame) const {
  const std::optional<LastDeal>& last = frame.continues ? last_payment_ : last_deal_;
  const bool is_general = frame.to_nonprofit && !frame.continues;
  if (last_asked_ && (is_general || frame.relation == last_asked_->relation) &&
      (!last || last->sentence < last_asked_->sentence))
    return &*last_asked_;
  return last ? &*last : nullptr;
}

/// What the triggers of a sentence tell, whether all parties are found or not.
std::vector<Event> FactReader::find_events(const SentenceMentions& mentions, const Clause& clause,
                                           const std::vector<Trigger>& triggers) {
  std::vector<Event> events;
  for (const Trigger& trigger : triggers) {
    if (is_argument_of_event(mentions.tree, trigger, clause, triggers)) continue;
    if (is_carried_by_agent(mentions.tree, trigger, triggers)) continue;
    if (is_purpose_of_investment(mentions.tree, trigger, triggers)) continue;
    if (is_purpose_of_payment(mentions.tree, trigger, triggers)) continue;
    if (is_price_of_share(mentions.tree, trigger, lexicon_)) continue;
    if (is_outcome_of_purchase(mentions.tree, trigger, lexicon_)) continue;
    if (is_price(mentions, trigger, lexicon_)) continue;
    Event event = fill_roles(mentions, clause, lexicon_, referents_, trigger);
    if (trigger.frame->relation == Relation::kLeads && !event.to.empty()) {
      for (const Referent& head : event.from) roster_.tell_kind(head.entity, model::EntityKind::kPerson);
    }
    event.is_from_many = is_from_many(event, mentions.tree, clause, lexicon_);
    events.push_back(std::move(event));
  }
  return events;
}

/// Adds the events that the sentence tells with the same verb, which is said once.
void FactReader::tell_apart(const SentenceMentions& mentions, const Clause& clause,
                            std::vector<Event>& events) {
  // "А вложил 3 млн в Б, а В – 2 млн в Г": in Russian a part with a dash has its own values.
  const bool parts_first = !lexicon_.inflected;
  std::vector<Event> more;
  if (parts_first) more = part_respective(mentions, lexicon_, events);
  for (Event& event : events) {
    std::ranges::move(find_gapped(mentions, lexicon_, referents_, event), std::back_inserter(more));
    std::ranges::move(find_gapped_rest(mentions, lexicon_, referents_, event), std::back_inserter(more));
    std::ranges::move(find_held_rest(mentions, lexicon_, referents_, event), std::back_inserter(more));
    std::ranges::move(find_held_through(mentions, lexicon_, referents_, event), std::back_inserter(more));
    std::ranges::move(find_gapped_values(mentions, clause, lexicon_, referents_, event),
                      std::back_inserter(more));
    std::ranges::move(find_joined_moneys(mentions, lexicon_, referents_, events, event),
                      std::back_inserter(more));
    attach_own_stakes(mentions, lexicon_, event);
  }
  if (!parts_first) std::ranges::move(part_respective(mentions, lexicon_, events), std::back_inserter(more));
  std::ranges::move(more, std::back_inserter(events));
}

void FactReader::read_otherwise(const SentenceMentions& other, std::size_t sentence, Outcome& outcome) {
  referents_.enter(other, sentence);
  const Clause clause(other.tree, lexicon_);
  // Of the sums of the sentence those are left out that belong to what was found before.
  std::vector<Event> events = outcome.events;
  for (Event& event : events) {
    event.amount.reset();
    event.valuation.reset();
    event.stake.reset();
    event.date.reset();
    event.round.clear();
  }
  const std::size_t before = events.size();
  const std::vector<Trigger>& triggers =
      memory_.find(sentence, TriggerMemory::Tree::kOther, other, clause, lexicon_);
  for (Event& event : find_events(other, clause, triggers)) {
    const bool is_new = std::ranges::none_of(outcome.events, [&](const Event& found) {
      return found.trigger.word == event.trigger.word || found.trigger.frame == event.trigger.frame;
    });
    if (is_new &&
        (is_told_as_investment(event, outcome.events, roster_) || is_borrowed(event, outcome.events)))
      continue;
    if (is_new) leave_out_told(event, outcome.events);
    if (!is_new || !is_filled(event) || adds_nothing(event, outcome.events, other.tree)) continue;
    event.read_otherwise = true;
    events.push_back(std::move(event));
  }
  if (events.size() > before) attach_values(other, clause, lexicon_, events);
  std::vector<Event> found(std::make_move_iterator(events.begin() + static_cast<std::ptrdiff_t>(before)),
                           std::make_move_iterator(events.end()));
  tell_apart(other, clause, found);
  for (Event& event : found) {
    // "A, 20% of which is held by B, bought C": the stake was told of another thing
    const bool is_of_other_thing = std::ranges::any_of(outcome.events, [&](const Event& told) {
      return told.stake && told.stake == event.stake && told.to.size() == 1 && event.to.size() == 1 &&
             told.to.front().entity != event.to.front().entity;
    });
    if (is_of_other_thing) event.stake.reset();
    emit(event, sentence);
    outcome.events.push_back(std::move(event));
    outcome.tells = true;
  }
  for (const DealSum& sum : find_deal_sums(other, lexicon_)) tell_sum(sum, sentence);
  outcome.looks_back = outcome.looks_back || referents_.looks_back();
  referents_.leave();
}

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

/// The sum of the last deal told, in this sentence or shortly before, if that has none of its own.
void FactReader::tell_sum(const DealSum& sum, std::size_t sentence) {
  const auto is_sum = [&](const FoundFact& fact) {
    return fact.amount == sum.money || fact.valuation == sum.money;
  };
  // An event of the sentence has it already.
  if (std::ranges::any_of(
          facts_, [&](const FoundFact& fact) { return is_recent_deal(fact, sentence) && is_sum(fact); }))
    return;
  const int deal = last_deal_before(sentence);
  const auto place = sum.is_worth ? &FoundFact::valuation : &FoundFact::amount;
  for (FoundFact& fact : facts_) {
    if (fact.deal != deal || deal == 0 || fact.*place) continue;
    fact.*place = sum.money;
    if (fact.sentences.back() != sentence) fact.sentences.push_back(sentence);
    if (last_deal_ && last_deal_->deal == deal) last_deal_->amount = fact.amount;
  }
}

/// The day of the last deal told, in this sentence or shortly before, if that has none of its own.
void FactReader::tell_date(const model::PartialDate& date, std::size_t sentence) {
  const int deal = last_deal_before(sentence);
  for (FoundFact& fact : facts_) {
    if (fact.deal != deal || deal == 0 || fact.date || fact.status != Status::kCompleted) continue;
    fact.date = date;
    if (fact.sentences.back() != sentence) fact.sentences.push_back(sentence);
  }
}

/// The last deal told in the sentence or shortly before; 0 if there is none.
int FactReader::last_deal_before(std::size_t sentence) const {
  const auto last = std::find_if(facts_.rbegin(), facts_.rend(),
                                 [&](const FoundFact& fact) { return is_recent_deal(fact, sentence); });
  return last == facts_.rend() ? 0 : last->deal;
}

/// What others leave of something that they were just said to hold; nothing where that cannot be told.
std::optional<model::Stake> FactReader::rest_of(int asset, int holder, std::size_t sentence) const {
  constexpr double kWhole = 100;
  double held = 0;
  std::vector<int> holders;
  for (const FoundFact& fact : facts_) {
    const bool is_share = fact.relation == Relation::kOwns || fact.relation == Relation::kAcquires;
    if (!is_share || roster_.root(fact.object) != roster_.root(asset) ||
        fact.subject == entities::kNoEntity || roster_.root(fact.subject) == roster_.root(holder) ||
        fact.status == Status::kEnded || fact.status == Status::kDenied ||
        fact.sentences.back() + 1 < sentence ||
        std::ranges::find(holders, roster_.root(fact.subject)) != holders.end())
      continue;
    // "set up a joint venture, of which A owns 60%": A was said before to own a part
    const bool is_told_again = std::ranges::any_of(facts_, [&](const FoundFact& other) {
      return other.relation == fact.relation && other.stake && other.subject == fact.subject &&
             roster_.root(other.object) == roster_.root(asset);
    });
    if (!fact.stake && is_told_again) continue;
    if (!fact.stake || !fact.stake->percent || fact.stake->at_least) return std::nullopt;
    holders.push_back(roster_.root(fact.subject));
    held += *fact.stake->percent;
  }
  return held > 0 && held < kWhole ? std::optional(model::Stake{.percent = kWhole - held}) : std::nullopt;
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

void FactReader::add(FoundFact fact) {
  if (fact.subject == fact.object || !is_possible(fact, roster_, lexicon_)) return;
  // "has a stake in Aster. It put $5m into the firm": what is held is no place, though a model takes it for
  // one
  const bool is_held = fact.relation == Relation::kOwns || fact.relation == Relation::kAcquires ||
                       fact.relation == Relation::kFounded;
  if (!lexicon_.inflected && is_held) roster_.tell_firm(fact.object);
  facts_.push_back(std::move(fact));
}

std::vector<FoundFact> FactReader::take() {
  std::vector<FoundFact> found = std::exchange(facts_, {});
  // "bought the $5m bond issued by A": money that somebody is said to have paid is not raised once more
  std::erase_if(found, [told = found](const FoundFact& fact) {
    return fact.relation == Relation::kRaised && fact.amount &&
           std::ranges::any_of(told, [&](const FoundFact& paid) {
             return paid.relation == Relation::kLendsTo && paid.object == fact.object &&
                    paid.amount == fact.amount && paid.sentences.front() == fact.sentences.front();
           });
  });
  referents_.name_topic([&](int entity) {
    const int topic = referents_.nameless_topic();
    return std::any_of(found.begin(), found.end(), [&](const FoundFact& fact) {
      const int subject = fact.subject == kNoEntity ? kNoEntity : roster_.root(fact.subject);
      const int object = roster_.root(fact.object);
      const bool deals_with_topic =
          (subject == entity && object == topic) || (subject == topic && object == entity);
      return deals_with_topic || (subject == entity && model::is_funding(fact.relation));
    });
  });
  std::erase_if(found, [&](const FoundFact& fact) {
    return fact.subject != kNoEntity && roster_.root(fact.subject) == roster_.root(fact.object);
  });
  for (FoundFact& fact : found) {
    if (fact.subject != kNoEntity) fact.subject = roster_.root(fact.subject);
    fact.object = roster_.root(fact.object);
    tell_kind(fact);
  }
  return merge_facts(std::move(found));
}

void FactReader::tell_kind(const FoundFact& fact) {
  const bool is_bought = fact.relation == Relation::kAcquires || fact.relation == Relation::kRaised;
  const bool is_held = fact.relation == Relation::kInvestsIn || fact.relation == Relation::kOwns ||
                       fact.relation == Relation::kLeads;
  if (is_bought) roster_.tell_kind(fact.object, model::EntityKind::kCompany);
  if (is_held) roster_.tell_kind(fact.object, model::EntityKind::kOrganization);
}

}  // namespace whofunds::facts
