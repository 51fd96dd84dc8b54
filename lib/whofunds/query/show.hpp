#pragma once

#include <vector>

#include "whofunds/graph/funding_graph.hpp"

namespace whofunds::query {

/// All that is known of an entity. Its names and kind are in `graph.graph()[entity]`, the words of each fact
/// in the edge.
struct Portrait {
  graph::Vertex entity = 0;
  std::vector<graph::JoinedName> names;  ///< as documents name it, each with why it was joined
  std::vector<graph::Edge> outgoing;     ///< facts of which it is the subject, in edge order
  std::vector<graph::Edge> incoming;     ///< facts of which it is the object
  std::vector<graph::Edge> raised;       ///< money it took in from sources not named
};

Portrait show(const graph::FundingGraph& graph, graph::Vertex entity);

}  // namespace whofunds::query
