#pragma once

#include <cstddef>
#include <vector>

#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/store/opened_graph.hpp"

namespace whofunds::tools {

/// How large a part may be.
struct PartLimits {
  std::size_t entities = 0;
  std::size_t facts = 0;
};

/// Which entities are wanted.
struct PartRequest {
  std::vector<graph::VertexNumber> drawn;
  std::vector<graph::VertexNumber> expanded;  ///< with all who have a fact with them
};

/// The wanted entities of a graph, and the facts between them, read from where they lie; entities without a
/// fact are left out. A deal is whole, with all who take part in it, as far as the limits allow. Where not
/// all have room, the expanded stay, then their neighbours with the most facts, then the others that are
/// drawn, as they are named; and the first facts between them.
graph::Graph part_of(const store::OpenedGraph& opened, const PartRequest& request, const PartLimits& limits);

/// All facts between entities that are within `depth` steps of the focus, along or against the arrows, and
/// all other facts of their deals, in the order of the graph: what `query::select` needs of it for a
/// selection with that focus and depth. Without a focus, all facts.
graph::Graph surroundings(const store::OpenedGraph& opened, const std::vector<graph::VertexNumber>& focus,
                          std::size_t depth);

/// The entities with the most facts, at most so many, in vertex order.
std::vector<graph::VertexNumber> best_known(const graph::FrozenGraph& graph, std::size_t most);

}  // namespace whofunds::tools
