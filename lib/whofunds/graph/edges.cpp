#include "whofunds/graph/edges.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "whofunds/graph/fact_key.hpp"
#include "whofunds/graph/stable_id.hpp"

namespace whofunds::graph {
namespace {

using model::Fact;
using model::Money;
using model::PartialDate;
using model::Relation;
using model::Stake;
using model::Status;

// What must not contradict for two facts to be one.
struct Attributes {
  std::optional<Money> amount;
  std::optional<Stake> stake;
  std::string round;
  std::optional<PartialDate> date;
  std::optional<Money> valuation;

  friend bool operator==(const Attributes&, const Attributes&) = default;
};

std::optional<Stake> telling(std::optional<Stake> stake) {
  if (stake && !stake->percent) {
    stake->at_least = false;  // at least what?
    if (!stake->controlling) return std::nullopt;
  }
  return stake;
}

Attributes attributes_of(const Fact& fact) {
  return {.amount = fact.amount,
          .stake = telling(fact.stake),
          .round = fact.round,
          .date = fact.date,
          .valuation = fact.valuation};
}

// told_by(a, b): b tells all that a tells. A partial order.
bool told_by(const Money& a, const Money& b) {
  return a.value == b.value && a.currency == b.currency && a.min == b.min && a.max == b.max &&
         (a.approx || !b.approx);
}

bool told_by(const Stake& a, const Stake& b) {
  const bool percent_told = !a.percent || (a.percent == b.percent && (a.at_least || !b.at_least));
  return percent_told && (!a.controlling || b.controlling);
}

bool told_by(const PartialDate& a, const PartialDate& b) {
  return a.year == b.year && (a.month == 0 || a.month == b.month) && (a.day == 0 || a.day == b.day);
}

template <typename T>
bool told_by(const std::optional<T>& a, const std::optional<T>& b) {
  return !a || (b && told_by(*a, *b));
}

bool told_by(const Attributes& a, const Attributes& b) {
  return told_by(a.amount, b.amount) && told_by(a.stake, b.stake) &&
         (a.round.empty() || a.round == b.round) && told_by(a.date, b.date) &&
         told_by(a.valuation, b.valuation);
}

template <typename T>
bool agree(const std::optional<T>& a, const std::optional<T>& b) {
  return told_by(a, b) || told_by(b, a) || !a || !b;
}

std::string text_of(const std::optional<Money>& money) {
  if (!money) return {};
  return fmt::format("{} {} {} {} {}", money->value, money->currency, money->approx, money->min.value_or(-1),
                     money->max.value_or(-1));
}

std::string text_of(const std::optional<Stake>& stake) {
  if (!stake) return {};
  return fmt::format("{} {} {}", stake->percent.value_or(-1), stake->at_least, stake->controlling);
}

std::string text_of(const std::optional<PartialDate>& date) {
  return date ? model::to_string(*date) : std::string();
}

// Facts that tell the same, or less.
struct Version {
  Attributes attributes;
  std::vector<const Fact*> facts;
};

// Facts of the same entities, relation and status, by what they tell.
std::vector<Version> versions_of(std::span<const PlacedFact> group) {
  std::vector<Version> versions;
  for (const PlacedFact& placed : group) {
    const Attributes attributes = attributes_of(*placed.fact);
    auto found = std::find_if(versions.begin(), versions.end(),
                              [&](const Version& version) { return version.attributes == attributes; });
    if (found == versions.end()) found = versions.insert(versions.end(), {.attributes = attributes});
    found->facts.push_back(placed.fact);
  }
  return versions;
}

// Where each version goes: the one version that none tells more than and that tells all that it does; itself
// if there is none or more than one such.
std::vector<std::size_t> fullest_versions(const std::vector<Version>& versions) {
  const auto tells_more = [&](std::size_t a, std::size_t b) {
    return a != b && told_by(versions[b].attributes, versions[a].attributes);
  };
  std::vector<std::size_t> fullest;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    bool none_tells_more = true;
    for (std::size_t j = 0; none_tells_more && j < versions.size(); ++j) none_tells_more = !tells_more(j, i);
    if (none_tells_more) fullest.push_back(i);
  }
  std::vector<std::size_t> place(versions.size());
  for (std::size_t i = 0; i < versions.size(); ++i) {
    place[i] = i;
    std::size_t candidates = 0;
    for (const std::size_t full : fullest) {
      if (!tells_more(full, i)) continue;
      place[i] = full;
      ++candidates;
    }
    if (candidates > 1) place[i] = i;
  }
  return place;
}

std::vector<Version> merged_versions(std::span<const PlacedFact> group) {
  std::vector<Version> versions = versions_of(group);
  const std::vector<std::size_t> place = fullest_versions(versions);
  for (std::size_t i = 0; i < versions.size(); ++i) {
    if (place[i] == i) continue;
    std::vector<const Fact*>& into = versions[place[i]].facts;
    into.insert(into.end(), versions[i].facts.begin(), versions[i].facts.end());
    versions[i].facts.clear();
  }
  std::erase_if(versions, [](const Version& version) { return version.facts.empty(); });
  return versions;
}

EdgeFact edge_fact(const Version& version, std::string_view subject, std::string_view object) {
  const Fact& any = *version.facts.front();
  const Attributes& told = version.attributes;
  EdgeFact edge{.relation = any.relation,
                .amount = told.amount,
                .stake = told.stake,
                .round = told.round,
                .status = any.status,
                .date = told.date,
                .valuation = told.valuation,
                .confidence = 0};
  edge.id = stable_id("f", {subject, model::to_string(edge.relation), object, model::to_string(edge.status),
                            text_of(told.amount), text_of(told.stake), told.round, text_of(told.date),
                            text_of(told.valuation)});
  std::set<std::string> rules;
  for (const Fact* fact : version.facts) {
    edge.lead = edge.lead || fact->lead;
    edge.confidence = std::max(edge.confidence, fact->confidence);
    if (!fact->rule.empty()) rules.insert(fact->rule);
    edge.evidence.insert(edge.evidence.end(), fact->evidence.begin(), fact->evidence.end());
  }
  edge.rules.assign(rules.begin(), rules.end());
  sort_evidence(edge.evidence);
  return edge;
}

// Sets of deals that are one, each called by the least of its ids: what they are called does not depend on
// the order of joining.
class DealSets {
 public:
  std::string root(std::string deal) const {
    for (auto found = parent_.find(deal); found != parent_.end(); found = parent_.find(deal)) {
      deal = found->second;
    }
    return deal;
  }

  void unite(const std::string& a, const std::string& b) {
    const std::string root_a = root(a);
    const std::string root_b = root(b);
    if (root_a != root_b) parent_[std::max(root_a, root_b)] = std::min(root_a, root_b);
  }

 private:
  std::map<std::string, std::string> parent_;  // towards lesser ids
};

struct EdgeInProgress {
  PlacedEdge edge;
  std::set<std::string> deals;  // of documents, by their id in the graph
  std::string deal;             // the one of them that stands for the edge, before deals are united
};

std::string deal_id(const Fact& fact) {
  return fact.deal.empty() ? std::string() : stable_id("d", {fact.document, fact.deal});
}

// By deal, the sums that its document tells of it.
using DealSums = std::map<std::string, std::set<std::string>>;

DealSums sums_of_deals(std::span<const PlacedFact> facts) {
  DealSums sums;
  for (const PlacedFact& placed : facts) {
    const Fact& fact = *placed.fact;
    if (fact.deal.empty()) continue;
    auto& of_deal = sums[deal_id(fact)];
    if (fact.amount) of_deal.insert(fmt::format("{} {}", fact.amount->value, fact.amount->currency));
  }
  return sums;
}

void unite_all(const std::vector<std::string>& deals, DealSets& sets) {
  for (const std::string& deal : deals) sets.unite(deals.front(), deal);
}

// Deals of several documents that are one, as one edge has facts of them.
void unite_deals(EdgeInProgress& edge, const DealSums& sums, DealSets& sets) {
  std::map<std::set<std::string>, std::vector<std::string>> by_sums;
  for (const std::string& deal : edge.deals) by_sums[sums.at(deal)].push_back(deal);
  if (by_sums.empty()) return;
  for (const auto& [told, deals] : by_sums) unite_all(deals, sets);
  const bool first_tells_none = by_sums.begin()->first.empty();
  if (first_tells_none && by_sums.size() == 2) {
    sets.unite(by_sums.begin()->second.front(), std::next(by_sums.begin())->second.front());
  }
  // A deal with a sum before one without: the edge is counted under it.
  const auto stands = first_tells_none && by_sums.size() > 1 ? std::next(by_sums.begin()) : by_sums.begin();
  edge.deal = stands->second.front();
}

// How far the status says that the deal has got; nothing for what is denied.
std::optional<int> progress(Status status) {
  switch (status) {
    case Status::kRumoured:
      return 0;
    case Status::kAnnounced:
      return 1;
    case Status::kCompleted:
    case Status::kEnded:
      return 2;
    case Status::kDenied:
      return std::nullopt;
  }
  return std::nullopt;
}

// Whether `later` can be what `earlier` speaks of as still to come.
bool can_become(const EdgeFact& earlier, const EdgeFact& later) {
  const auto before = progress(earlier.status);
  const auto after = progress(later.status);
  if (!before || !after || *before >= *after || !earlier.amount || !later.amount) return false;
  const bool same_sum =
      earlier.amount->value == later.amount->value && earlier.amount->currency == later.amount->currency;
  const bool dated_before =
      earlier.date && later.date && *later.date < *earlier.date && !told_by(*later.date, *earlier.date);
  const bool same_round = earlier.round.empty() || later.round.empty() || earlier.round == later.round;
  return same_sum && !dated_before && same_round && agree(earlier.stake, later.stake);
}

std::string deal_for(EdgeInProgress& edge) {
  if (edge.deal.empty()) edge.deal = stable_id("d", {edge.edge.fact.id});
  return edge.deal;
}

// Edges of the same entities and relation: what was to come and what came of it are one deal.
void unite_stages(std::span<EdgeInProgress> edges, DealSets& sets) {
  for (EdgeInProgress& earlier : edges) {
    EdgeInProgress* meant = nullptr;
    std::size_t candidates = 0;
    for (EdgeInProgress& later : edges) {
      if (!can_become(earlier.edge.fact, later.edge.fact)) continue;
      meant = &later;
      ++candidates;
    }
    if (candidates == 1) sets.unite(deal_for(earlier), deal_for(*meant));
  }
}

// Calls `take` with each run of neighbours that have the same `key`.
template <typename T, typename Key, typename Take>
void each_run(std::span<T> items, Key key, Take take) {
  for (std::size_t begin = 0; begin < items.size();) {
    std::size_t end = begin + 1;
    while (end < items.size() && key(items[end]) == key(items[begin])) ++end;
    take(items.subspan(begin, end - begin));
    begin = end;
  }
}

auto ends_and_relation(const PlacedFact& placed) {
  return std::tuple(placed.subject, placed.object, placed.fact->relation, placed.fact->status);
}

std::vector<PlacedFact> in_order(std::span<const PlacedFact> facts) {
  std::vector<PlacedFact> sorted(facts.begin(), facts.end());
  for (PlacedFact& placed : sorted) {
    if (model::is_symmetric(placed.fact->relation) && placed.object < placed.subject) {
      std::swap(placed.subject, placed.object);
    }
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const PlacedFact& a, const PlacedFact& b) {
    return ends_and_relation(a) < ends_and_relation(b);
  });
  return sorted;
}

std::vector<EdgeInProgress> edges_of(std::span<const PlacedFact> sorted, std::span<const std::string> ids) {
  std::vector<EdgeInProgress> edges;
  each_run(sorted, ends_and_relation, [&](std::span<const PlacedFact> group) {
    const std::size_t subject = group.front().subject;
    const std::size_t object = group.front().object;
    for (const Version& version : merged_versions(group)) {
      EdgeInProgress edge{.edge = {.subject = subject,
                                   .object = object,
                                   .fact = edge_fact(version, ids[subject], ids[object])}};
      for (const Fact* fact : version.facts) {
        if (!fact->deal.empty()) edge.deals.insert(deal_id(*fact));
      }
      edges.push_back(std::move(edge));
    }
  });
  return edges;
}

bool edge_less(const PlacedEdge& a, const PlacedEdge& b) {
  return std::tie(a.subject, a.object, a.fact.relation, a.fact.status, a.fact.date, a.fact.id) <
         std::tie(b.subject, b.object, b.fact.relation, b.fact.status, b.fact.date, b.fact.id);
}

}  // namespace

std::vector<PlacedEdge> merge_facts(std::span<const PlacedFact> facts,
                                    std::span<const std::string> entity_ids) {
  std::vector<EdgeInProgress> edges = edges_of(in_order(facts), entity_ids);
  const DealSums sums = sums_of_deals(facts);
  DealSets sets;
  for (EdgeInProgress& edge : edges) unite_deals(edge, sums, sets);
  each_run(
      std::span(edges),
      [](const EdgeInProgress& edge) {
        return std::tuple(edge.edge.subject, edge.edge.object, edge.edge.fact.relation);
      },
      [&](std::span<EdgeInProgress> group) { unite_stages(group, sets); });

  std::vector<PlacedEdge> placed;
  placed.reserve(edges.size());
  for (EdgeInProgress& edge : edges) {
    if (!edge.deal.empty()) edge.edge.fact.deal = sets.root(edge.deal);
    placed.push_back(std::move(edge.edge));
  }
  std::sort(placed.begin(), placed.end(), edge_less);
  return placed;
}

}  // namespace whofunds::graph
