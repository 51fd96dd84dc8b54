#include <algorithm>

#include "whofunds/facts/fact_reader.hpp"

namespace whofunds::facts {

using language::Frame;
using mentions::SentenceMentions;
using model::Relation;
using model::Status;

namespace {

bool is_recent_deal(const FoundFact& fact, std::size_t sentence) {
  return fact.deal != 0 && model::moves_money(fact.relation) &&
         sentence - fact.sentences.back() <= FactReader::kDealMemory;
}

}  // namespace

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

}  // namespace whofunds::facts
