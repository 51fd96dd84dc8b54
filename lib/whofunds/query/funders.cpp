#include "whofunds/query/funders.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include <boost/range/iterator_range.hpp>

namespace whofunds::query {
namespace {

using graph::Edge;
using graph::EdgeFact;
using graph::Graph;
using graph::Vertex;
using model::Relation;
using model::Status;

enum class Direction { kAgainstMoney, kWithMoney };

// Follows money step by step, nearest entities first.
class Walk {
 public:
  Walk(const Graph& graph, Vertex start, const FundersOptions& options, Direction direction)
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
  using Found = std::map<std::pair<Vertex, Relation>, std::vector<Edge>>;

  // Those one step further than the ring, and they become the ring.
  Found next_ring() {
    Found found;
    std::set<Vertex> next;
    for (const Vertex nearer : ring_) {
      for (const Edge& edge : facts_of(nearer)) {
        const Vertex further =
            direction_ == Direction::kWithMoney ? boost::target(edge, graph_) : boost::source(edge, graph_);
        if (seen_.contains(further) || !wanted(graph_[edge])) continue;
        found[{further, graph_[edge].relation}].push_back(edge);
        if (graph_[edge].status != Status::kDenied) next.insert(further);
      }
    }
    seen_.insert(next.begin(), next.end());
    ring_ = std::move(next);
    return found;
  }

  std::vector<Edge> facts_of(Vertex vertex) const {
    std::vector<Edge> facts;
    if (direction_ == Direction::kWithMoney) {
      std::ranges::copy(boost::make_iterator_range(boost::out_edges(vertex, graph_)),
                        std::back_inserter(facts));
    } else {
      std::ranges::copy(boost::make_iterator_range(boost::in_edges(vertex, graph_)),
                        std::back_inserter(facts));
    }
    return facts;
  }

  bool wanted(const EdgeFact& fact) const {
    if (fact.status == Status::kDenied && !options_.denied) return false;
    if (options_.relations.empty()) return model::is_funding(fact.relation);
    return std::find(options_.relations.begin(), options_.relations.end(), fact.relation) !=
           options_.relations.end();
  }

  const Graph& graph_;
  const FundersOptions& options_;
  Direction direction_;
  std::set<Vertex> seen_;
  std::set<Vertex> ring_;
};

Funding follow(const Graph& graph, Vertex entity, const FundersOptions& options, Direction direction) {
  Funding funding{.rows = Walk(graph, entity, options, direction).run(), .sums = {}, .unnamed = {}};
  std::vector<Edge> direct;
  for (const Funder& row : funding.rows) {
    if (row.depth == 1) direct.insert(direct.end(), row.facts.begin(), row.facts.end());
  }
  funding.sums = sums_by_currency(graph, direct);
  return funding;
}

}  // namespace

Funding funders(const graph::FundingGraph& graph, graph::Vertex entity, const FundersOptions& options) {
  Funding funding = follow(graph.graph(), entity, options, Direction::kAgainstMoney);
  for (const Edge& edge : boost::make_iterator_range(boost::in_edges(entity, graph.graph()))) {
    const EdgeFact& fact = graph.graph()[edge];
    const bool told = options.denied || fact.status != Status::kDenied;
    if (fact.relation == Relation::kRaised && told) funding.unnamed.push_back(edge);
  }
  return funding;
}

Funding funded(const graph::FundingGraph& graph, graph::Vertex entity, const FundersOptions& options) {
  return follow(graph.graph(), entity, options, Direction::kWithMoney);
}

}  // namespace whofunds::query
