#include "whofunds/query/stats.hpp"

namespace whofunds::query {

Stats stats(const graph::FrozenGraph& graph) {
  Stats result{.documents = graph.counts().documents,
               .entities = graph.vertices(),
               .facts = graph.edges(),
               .deals = graph.deals(),
               .evidence = graph.counts().evidence};
  for (graph::VertexNumber vertex = 0; vertex < graph.vertices(); ++vertex) {
    ++result.entities_by_kind.at(static_cast<std::size_t>(graph.kind(vertex)));
  }
  std::vector<graph::EdgeNumber> moving_money;
  for (graph::EdgeNumber edge = 0; edge < graph.edges(); ++edge) {
    const model::Relation relation = graph.relation(edge);
    ++result.facts_by_relation.at(static_cast<std::size_t>(relation));
    ++result.facts_by_status.at(static_cast<std::size_t>(graph.status(edge)));
    if (model::is_funding(relation) || relation == model::Relation::kRaised) moving_money.push_back(edge);
  }
  result.sums = sums_by_currency(graph, moving_money);
  return result;
}

}  // namespace whofunds::query
