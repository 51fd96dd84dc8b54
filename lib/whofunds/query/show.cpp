#include "whofunds/query/show.hpp"

namespace whofunds::query {

Portrait show(const graph::FrozenGraph& graph, graph::VertexNumber entity, const entities::LegalForms& forms,
              const entities::Decisions& decisions) {
  Portrait portrait{.entity = entity,
                    .names = graph.joined_names(entity, forms, decisions),
                    .outgoing = {},
                    .incoming = {},
                    .raised = {}};
  for (graph::EdgeNumber edge = graph.out_begin(entity); edge < graph.out_end(entity); ++edge) {
    const bool raised = graph.relation(edge) == model::Relation::kRaised;
    (raised ? portrait.raised : portrait.outgoing).push_back(edge);
  }
  for (std::uint32_t place = graph.in_begin(entity); place < graph.in_end(entity); ++place) {
    // A loop stands among the outgoing already.
    if (graph.in_source(place) != entity) portrait.incoming.push_back(graph.in_edge(place));
  }
  return portrait;
}

}  // namespace whofunds::query
