#include "whofunds/facts/found_fact.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace whofunds::facts {

using entities::kNoEntity;
using model::Relation;

namespace {

template <typename Value>
bool agree(const std::optional<Value>& a, const std::optional<Value>& b) {
  return !a || !b || *a == *b;
}

template <typename Value>
void take_over(std::optional<Value>& into, const std::optional<Value>& from) {
  if (!into) into = from;
}

bool contradict(const FoundFact& a, const FoundFact& b) {
  const bool same_round = a.round.empty() || b.round.empty() || a.round == b.round;
  return !same_round || !agree(a.amount, b.amount) || !agree(a.stake, b.stake) || !agree(a.date, b.date);
}

void merge(FoundFact& into, const FoundFact& from) {
  take_over(into.amount, from.amount);
  take_over(into.valuation, from.valuation);
  take_over(into.stake, from.stake);
  take_over(into.date, from.date);
  if (into.round.empty()) into.round = from.round;
  into.lead = into.lead || from.lead;
  if (into.deal == 0) into.deal = from.deal;
  if (from.confidence > into.confidence) {
    into.confidence = from.confidence;
    into.rule = from.rule;
  }
  // Facts are found in the order of the sentences.
  for (const std::size_t sentence : from.sentences) {
    if (into.sentences.back() < sentence) into.sentences.push_back(sentence);
  }
}

/// "has raised $120m in a round led by A": what was raised, and what A and others put in, is one sum of one
/// deal.
void share_deals(std::vector<FoundFact>& facts) {
  std::map<int, std::vector<const FoundFact*>> paid_to;
  for (const FoundFact& fact : facts) {
    if (fact.relation == Relation::kInvestsIn && fact.deal != 0 && fact.amount)
      paid_to[fact.object].push_back(&fact);
  }
  for (FoundFact& raised : facts) {
    if (raised.relation != Relation::kRaised || !raised.amount) continue;
    for (const FoundFact* const paid : paid_to[raised.object]) {
      if (paid->amount == raised.amount && paid->status == raised.status) raised.deal = paid->deal;
    }
  }
}

}  // namespace

std::vector<FoundFact> merge_facts(std::vector<FoundFact> found) {
  std::vector<FoundFact> merged;
  std::map<std::tuple<int, Relation, int, model::Status>, std::vector<std::size_t>> places;
  for (FoundFact& fact : found) {
    if (fact.subject == fact.object) continue;
    if (model::is_symmetric(fact.relation) && fact.subject > fact.object)
      std::swap(fact.subject, fact.object);
    std::vector<std::size_t>& alike = places[{fact.subject, fact.relation, fact.object, fact.status}];
    const auto same = std::find_if(alike.begin(), alike.end(),
                                   [&](std::size_t place) { return !contradict(merged[place], fact); });
    if (same != alike.end()) {
      merge(merged[*same], fact);
      continue;
    }
    alike.push_back(merged.size());
    merged.push_back(std::move(fact));
  }
  share_deals(merged);
  return merged;
}

}  // namespace whofunds::facts
