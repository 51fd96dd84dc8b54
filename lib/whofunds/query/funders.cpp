#include "whofunds/query/funders.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace whofunds::query {
namespace {

using graph::EdgeNumber;
using graph::FrozenGraph;
using graph::VertexNumber;
using model::Relation;
using model::Status;

enum class Direction { kAgainstMoney, kWithMoney };

// Follows money step by step, nearest entities first.
class Walk {
 public:
  Walk(const FrozenGraph& graph, VertexNumber start, const FundersOptions& options, Direction direction)
      : graph_(graph), options_(options), direction_(direction), seen_{start}, ring_{start} {}

  std::vector<Funder> run() {
    std::vector<Funder> rows;
    for (std::size_t depth = 1; depth <= options_.depth && !ring_.empty(); ++depth) {
      for (auto& [who, facts] : next_ring()) {
        rows.push_back({.entity = who.first,
                        .relation = who.second,
                        .depth = depth,
                        .facts = std::move(facts),
                        .sums = {}});
        rows.back().sums = sums_by_currency(graph_, rows.back().facts);
      }
    }
    return rows;
  }

 private:
  using Found = std::map<std::pair<VertexNumber, Relation>, std::vector<EdgeNumber>>;

  // Those one step further than the ring, and they become the ring.
  Found next_ring() {
    Found found;
    std::set<VertexNumber> next;
    const auto take = [&](VertexNumber further, EdgeNumber edge) {
      const Relation relation = graph_.relation(edge);
      const bool denied = graph_.status(edge) == Status::kDenied;
      if (seen_.contains(further) || !wanted(relation, denied)) return;
      found[{further, relation}].push_back(edge);
      if (!denied) next.insert(further);
    };
    for (const VertexNumber nearer : ring_) {
      if (direction_ == Direction::kWithMoney) {
        for (EdgeNumber edge = graph_.out_begin(nearer); edge < graph_.out_end(nearer); ++edge)
          take(graph_.target(edge), edge);
      } else {
        for (std::uint32_t place = graph_.in_begin(nearer); place < graph_.in_end(nearer); ++place)
          take(graph_.in_source(place), graph_.in_edge(place));
      }
    }
    seen_.insert(next.begin(), next.end());
    ring_ = std::move(next);
    return found;
  }

  bool wanted(Relation relation, bool denied) const {
    if (denied && !options_.denied) return false;
    if (options_.relations.empty()) return model::is_funding(relation);
    return std::find(options_.relations.begin(), options_.relations.end(), relation) !=
           options_.relations.end();
  }

  const FrozenGraph& graph_;
  const FundersOptions& options_;
  Direction direction_;
  std::set<VertexNumber> seen_;
  std::set<VertexNumber> ring_;
};

Funding follow(const FrozenGraph& graph, VertexNumber entity, const FundersOptions& options,
               Direction direction) {
  Funding funding{.rows = Walk(graph, entity, options, direction).run(), .sums = {}, .unnamed = {}};
  std::vector<EdgeNumber> direct;
  for (const Funder& row : funding.rows) {
    if (row.depth == 1) direct.insert(direct.end(), row.facts.begin(), row.facts.end());
  }
  funding.sums = sums_by_currency(graph, direct);
  return funding;
}

}  // namespace

Funding funders(const FrozenGraph& graph, VertexNumber entity, const FundersOptions& options) {
  Funding funding = follow(graph, entity, options, Direction::kAgainstMoney);
  for (EdgeNumber edge = graph.out_begin(entity); edge < graph.out_end(entity); ++edge) {
    const bool told = options.denied || graph.status(edge) != Status::kDenied;
    if (graph.relation(edge) == Relation::kRaised && told) funding.unnamed.push_back(edge);
  }
  return funding;
}

Funding funded(const FrozenGraph& graph, VertexNumber entity, const FundersOptions& options) {
  return follow(graph, entity, options, Direction::kWithMoney);
}

}  // namespace whofunds::query
