#include "whofunds/graph/deals.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "whofunds/graph/attributes.hpp"
#include "whofunds/graph/stable_id.hpp"

namespace whofunds::graph {
namespace {

using model::Status;

using DealId = std::uint64_t;  // of `id_text("d", …)`
constexpr DealId kNoDeal = 0;

// Sets of deals that are one, each called by the least of its ids: what they are called does not depend on
// the order of joining.
class DealSets {
 public:
  DealId root(DealId deal) const {
    for (auto found = parent_.find(deal); found != parent_.end(); found = parent_.find(deal)) {
      deal = found->second;
    }
    return deal;
  }

  void unite(DealId a, DealId b) {
    const DealId root_a = root(a);
    const DealId root_b = root(b);
    if (root_a != root_b) parent_[std::max(root_a, root_b)] = std::min(root_a, root_b);
  }

 private:
  std::unordered_map<DealId, DealId> parent_;  // towards lesser ids
};

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

template <typename T>
bool agree(const std::optional<T>& a, const std::optional<T>& b) {
  return told_by(a, b) || told_by(b, a) || !a || !b;
}

// Whether `later` can be what `earlier` speaks of as still to come.
bool can_become(Status status, const Attributes& earlier, Status later_status, const Attributes& later) {
  const auto before = progress(status);
  const auto after = progress(later_status);
  if (!before || !after || *before >= *after || !earlier.amount || !later.amount) return false;
  const bool same_sum =
      earlier.amount->value == later.amount->value && earlier.amount->currency == later.amount->currency;
  const bool dated_before =
      earlier.date && later.date && *later.date < *earlier.date && !told_by(*later.date, *earlier.date);
  const bool same_round = earlier.round.empty() || later.round.empty() || earlier.round == later.round;
  return same_sum && !dated_before && same_round && agree(earlier.stake, later.stake);
}

// By deal, the sums that its document tells of it.
using DealSums = std::unordered_map<DealId, std::set<std::string>>;

class Uniting {
 public:
  Uniting(const FactTable& table, const EntityTable& entities, EdgeTable& edges)
      : table_(table), entities_(entities), edges_(edges), deal_(edges.edges.size(), kNoDeal) {}

  void run() {
    by_edges();
    by_stages();
    number();
  }

 private:
  const ShortFact& told(std::size_t edge) const { return table_.facts()[edges_.edges[edge].told]; }

  std::set<DealId> deals_of(const ShortEdge& edge) const {
    std::set<DealId> deals;
    for (std::uint32_t at = edge.facts_begin; at < edge.facts_end; ++at) {
      const std::uint32_t deal = table_.facts()[edges_.facts[at]].deal;
      if (deal != 0) deals.insert(table_.deals()[deal - 1]);
    }
    return deals;
  }

  // The sums of the deals that stand beside others at one edge; nobody asks for those of the rest.
  DealSums sums_of(const std::unordered_set<DealId>& wanted) const {
    DealSums sums;
    if (wanted.empty()) return sums;
    for (const ShortFact& fact : table_.facts()) {
      if (fact.deal == 0 || fact.amount == 0 || !wanted.contains(table_.deals()[fact.deal - 1])) continue;
      const model::Money& sum = table_.sum(fact.amount);
      sums[table_.deals()[fact.deal - 1]].insert(fmt::format("{} {}", sum.value, sum.currency));
    }
    return sums;
  }

  // Deals of several documents that are one, as one edge has facts of them.
  void by_edges() {
    std::unordered_set<DealId> beside_others;
    for (std::size_t n = 0; n < edges_.edges.size(); ++n) {
      const ShortEdge& edge = edges_.edges[n];
      const std::uint32_t first = table_.facts()[edge.told].deal;
      if (first != 0) deal_[n] = table_.deals()[first - 1];
      if (edge.facts_end - edge.facts_begin == 1) continue;
      const std::set<DealId> deals = deals_of(edge);
      if (deals.size() > 1) beside_others.insert(deals.begin(), deals.end());
      deal_[n] = deals.empty() ? kNoDeal : *deals.begin();
    }
    const DealSums sums = sums_of(beside_others);
    for (std::size_t n = 0; n < edges_.edges.size() && !beside_others.empty(); ++n) {
      const ShortEdge& edge = edges_.edges[n];
      if (edge.facts_end - edge.facts_begin == 1) continue;
      const std::set<DealId> deals = deals_of(edge);
      if (deals.size() > 1) deal_[n] = united(deals, sums);
    }
  }

  // Unites what is one of the deals, and gives the one that stands for their edge.
  DealId united(const std::set<DealId>& deals, const DealSums& sums) {
    std::map<std::set<std::string>, std::vector<DealId>> by_sums;
    for (const DealId deal : deals) {
      const auto told = sums.find(deal);
      by_sums[told == sums.end() ? std::set<std::string>() : told->second].push_back(deal);
    }
    for (const auto& [told, alike] : by_sums) {
      for (const DealId deal : alike) sets_.unite(alike.front(), deal);
    }
    const bool first_tells_none = by_sums.begin()->first.empty();
    if (first_tells_none && by_sums.size() == 2) {
      sets_.unite(by_sums.begin()->second.front(), std::next(by_sums.begin())->second.front());
    }
    // A deal with a sum before one without: the edge is counted under it.
    const auto stands = first_tells_none && by_sums.size() > 1 ? std::next(by_sums.begin()) : by_sums.begin();
    return stands->second.front();
  }

  // Edges of the same entities and relation: what was to come and what came of it are one deal.
  void by_stages() {
    for (std::size_t begin = 0; begin < edges_.edges.size();) {
      const auto same = [&](std::size_t n) {
        const ShortFact& a = told(begin);
        const ShortFact& b = told(n);
        return a.subject == b.subject && a.object == b.object && a.relation == b.relation;
      };
      std::size_t end = begin + 1;
      while (end < edges_.edges.size() && same(end)) ++end;
      if (end - begin > 1) unite_stages(begin, end);
      begin = end;
    }
  }

  void unite_stages(std::size_t begin, std::size_t end) {
    struct Stage {
      std::size_t edge;
      Status status;
      Attributes attributes;
    };
    std::vector<Stage> stages;
    for (std::size_t n = begin; n < end; ++n) {
      const ShortFact& fact = told(n);
      if (fact.amount != 0) stages.push_back({n, fact.status_told(), table_.attributes(fact)});
    }
    for (const Stage& earlier : stages) {
      const Stage* meant = nullptr;
      std::size_t candidates = 0;
      for (const Stage& later : stages) {
        if (!can_become(earlier.status, earlier.attributes, later.status, later.attributes)) continue;
        meant = &later;
        ++candidates;
      }
      if (candidates == 1) sets_.unite(deal_for(earlier.edge), deal_for(meant->edge));
    }
  }

  DealId deal_for(std::size_t edge) {
    if (deal_[edge] != kNoDeal) return deal_[edge];
    const ShortFact& fact = told(edge);
    const std::uint64_t number =
        edge_number(entities_.entities[fact.subject].entity.id, entities_.entities[fact.object].entity.id,
                    fact.relation_told(), fact.status_told(), table_.attributes(fact));
    deal_[edge] = stable_number({id_text("f", number)});
    return deal_[edge];
  }

  // Gives the deals that are left dense numbers, in the order of their ids.
  void number() {
    std::vector<DealId>& ids = edges_.deals;
    for (DealId& deal : deal_) {
      if (deal == kNoDeal) continue;
      deal = sets_.root(deal);
      ids.push_back(deal);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (std::size_t n = 0; n < deal_.size(); ++n) {
      if (deal_[n] == kNoDeal) continue;
      const auto found = std::lower_bound(ids.begin(), ids.end(), deal_[n]);
      edges_.edges[n].deal = static_cast<std::uint32_t>(found - ids.begin() + 1);
    }
  }

  const FactTable& table_;
  const EntityTable& entities_;
  EdgeTable& edges_;
  DealSets sets_;
  std::vector<DealId> deal_;  // by edge, before deals are united
};

}  // namespace

void unite_deals(const FactTable& table, const EntityTable& entities, EdgeTable& edges) {
  Uniting(table, entities, edges).run();
}

}  // namespace whofunds::graph
