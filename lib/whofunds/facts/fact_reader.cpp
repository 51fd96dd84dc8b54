#include "whofunds/facts/fact_reader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "whofunds/facts/event_parties.hpp"
#include "whofunds/facts/gapping.hpp"
#include "whofunds/facts/possible_facts.hpp"
#include "whofunds/language/spelling.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
using mentions::SentenceMentions;
using model::Relation;

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

}  // namespace whofunds::facts
