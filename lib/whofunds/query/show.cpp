#include "whofunds/query/show.hpp"

#include <boost/range/iterator_range.hpp>

namespace whofunds::query {

Portrait show(const graph::FundingGraph& graph, graph::Vertex entity) {
  const graph::Graph& edges = graph.graph();
  Portrait portrait{
      .entity = entity, .names = graph.joined_names(entity), .outgoing = {}, .incoming = {}, .raised = {}};
  for (const graph::Edge& edge : boost::make_iterator_range(boost::out_edges(entity, edges))) {
    const bool raised = edges[edge].relation == model::Relation::kRaised;
    (raised ? portrait.raised : portrait.outgoing).push_back(edge);
  }
  for (const graph::Edge& edge : boost::make_iterator_range(boost::in_edges(entity, edges))) {
    // A loop stands among the outgoing already.
    if (boost::source(edge, edges) != entity) portrait.incoming.push_back(edge);
  }
  return portrait;
}

}  // namespace whofunds::query
