#include "whofunds/query/stats.hpp"

#include <set>
#include <string_view>

#include <boost/range/iterator_range.hpp>

namespace whofunds::query {

Stats stats(const graph::FundingGraph& graph) {
  const graph::Graph& edges = graph.graph();
  Stats result{.documents = graph.documents().size(),
               .entities = boost::num_vertices(edges),
               .facts = boost::num_edges(edges)};
  for (const graph::Vertex vertex : boost::make_iterator_range(boost::vertices(edges))) {
    ++result.entities_by_kind.at(static_cast<std::size_t>(edges[vertex].kind));
  }
  std::set<std::string_view> deals;
  std::vector<graph::Edge> moving_money;
  for (const graph::Edge& edge : boost::make_iterator_range(boost::edges(edges))) {
    const graph::EdgeFact& fact = edges[edge];
    ++result.facts_by_relation.at(static_cast<std::size_t>(fact.relation));
    ++result.facts_by_status.at(static_cast<std::size_t>(fact.status));
    result.evidence += fact.evidence.size();
    if (!fact.deal.empty()) deals.insert(fact.deal);
    if (model::is_funding(fact.relation) || fact.relation == model::Relation::kRaised)
      moving_money.push_back(edge);
  }
  result.deals = deals.size();
  result.sums = sums_by_currency(edges, moving_money);
  return result;
}

}  // namespace whofunds::query
