#include "whofunds/facts/found_fact.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <utility>

namespace whofunds::facts {

using entities::kNoEntity;
using model::Relation;

namespace {

/// A document that tells more facts of the same parties than this, one after the other, is no text that
/// people write: the newest are compared, so that work stays linear.
constexpr std::size_t kMostAlike = 100;

template <typename Value>
std::span<const Value> newest(const std::vector<Value>& all) {
  const std::size_t count = std::min(all.size(), kMostAlike);
  return std::span(all).last(count);
}

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
    for (const FoundFact* const paid : newest(paid_to[raised.object])) {
      if (paid->amount == raised.amount && paid->status == raised.status) raised.deal = paid->deal;
    }
  }
}

/// Whether a rule of that form told the fact, in either tree.
bool is_told_by(const FoundFact& fact, std::string_view form) {
  std::string_view rule = fact.rule;
  constexpr std::string_view kSecondTree = ".rules";
  if (rule.ends_with(kSecondTree)) rule.remove_suffix(kSecondTree.size());
  return rule.ends_with(form);
}

/// Whether `other`, which a sentence tells together with `fact`, says better what that says.
bool outdoes(const FoundFact& other, const FoundFact& fact) {
  // "в состав группы А входит Б": that A owns it says more.
  if (fact.relation == Relation::kPartOf && other.relation == Relation::kOwns)
    return fact.subject == other.object && fact.object == other.subject;
  // "signed an agreement with A on a loan"
  if (fact.relation == Relation::kPartnersWith && is_told_by(fact, ".noun") &&
      (other.relation == Relation::kLendsTo || other.relation == Relation::kAcquires))
    return (fact.subject == other.subject && fact.object == other.object) ||
           (fact.subject == other.object && fact.object == other.subject);
  if (fact.object != other.object || fact.subject != other.subject) return false;
  // "will finance A with a loan"
  const bool is_debt = other.relation == Relation::kLendsTo || other.relation == Relation::kGrantsTo;
  if (fact.relation == Relation::kInvestsIn && is_debt && (!fact.amount || fact.amount == other.amount))
    return true;
  // "the investor A holds 24% of B"
  if (fact.relation == Relation::kInvestsIn && other.relation == Relation::kOwns && !fact.amount)
    return is_told_by(fact, ".title") && other.stake.has_value();
  // "станет собственностью А": it will be bought.
  if (fact.relation == Relation::kOwns && other.relation == Relation::kAcquires &&
      (!fact.stake || fact.stake == other.stake))
    return fact.status == model::Status::kAnnounced && other.status == model::Status::kAnnounced;
  if (fact.relation != other.relation) return false;
  // "sold 3%, cutting its holding to 9%": it still holds some.
  const bool holds_still =
      is_told_by(fact, ".seller") && fact.status == model::Status::kEnded &&
      (other.status == model::Status::kCompleted || other.status == model::Status::kAnnounced) &&
      is_told_by(other, ".verb") && other.stake;
  return holds_still || (is_told_by(fact, ".title") && fact.status == model::Status::kCompleted &&
                         other.status != model::Status::kCompleted);
}

/// Leaves out what another fact says better: that a company raised what somebody named put in, and that what
/// a title says of a party stands, where the sentence tells its end ("sold its subsidiary A").
void leave_out_outdone(std::vector<FoundFact>& facts) {
  std::set<std::pair<int, int>> kept_back;                                    // what was not put in
  std::set<std::pair<int, int>> put_in;                                       // into whom, in which deal
  std::map<std::pair<std::size_t, int>, std::vector<const FoundFact*>> told;  // in which sentence, of whom
  std::set<std::tuple<int, Relation, int>> ended;
  for (const FoundFact& fact : facts) {
    if (fact.status == model::Status::kEnded) ended.emplace(fact.subject, fact.relation, fact.object);
    // "разместила облигации; весь выпуск выкупил А"
    const bool pays = fact.relation == Relation::kInvestsIn || fact.relation == Relation::kLendsTo;
    if (pays && fact.deal != 0)
      (fact.status == model::Status::kDenied ? kept_back : put_in).emplace(fact.object, fact.deal);
    for (const std::size_t sentence : fact.sentences) told[{sentence, fact.object}].push_back(&fact);
  }
  const auto is_outdone = [&](const FoundFact& fact) {
    if (fact.relation == Relation::kRaised)
      return put_in.contains({fact.object, fact.deal}) ||
             (fact.status == model::Status::kDenied && kept_back.contains({fact.object, fact.deal}));
    // "stepped down as its head. She will be succeeded by B": it has ended, whoever comes next.
    if (is_told_by(fact, ".seller") && fact.status == model::Status::kCompleted &&
        ended.contains({fact.subject, fact.relation, fact.object}))
      return true;
    const auto is_outdone_of = [&](int about) {
      return std::ranges::any_of(fact.sentences, [&](std::size_t sentence) {
        const auto beside = told.find({sentence, about});
        return beside != told.end() &&
               std::ranges::any_of(newest(beside->second),
                                   [&](const FoundFact* other) { return outdoes(*other, fact); });
      });
    };
    return (fact.relation != Relation::kPartOf && is_outdone_of(fact.object)) ||
           ((fact.relation == Relation::kPartOf || fact.relation == Relation::kPartnersWith) &&
            is_outdone_of(fact.subject));
  };
  std::vector<FoundFact> kept;
  std::ranges::copy_if(facts, std::back_inserter(kept),
                       [&](const FoundFact& fact) { return !is_outdone(fact); });
  facts = std::move(kept);
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
    const std::span<const std::size_t> candidates = newest(alike);
    const auto same =
        std::ranges::find_if(candidates, [&](std::size_t place) { return !contradict(merged[place], fact); });
    if (same != candidates.end()) {
      merge(merged[*same], fact);
      continue;
    }
    alike.push_back(merged.size());
    merged.push_back(std::move(fact));
  }
  share_deals(merged);
  leave_out_outdone(merged);
  return merged;
}

}  // namespace whofunds::facts
