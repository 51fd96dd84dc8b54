#pragma once

#include <cstddef>
#include <vector>

#include "whofunds/graph/frozen_graph.hpp"
#include "whofunds/query/path.hpp"

namespace whofunds::query {

struct CyclesOptions {
  std::size_t max_length = 6;  ///< steps of a circle; 0 = any
  std::size_t limit = 1000;    ///< of circles
  PathOptions along;           ///< `undirected` is not heeded
};

/// Money that comes back to where it came from.
struct Cycles {
  std::vector<std::vector<graph::VertexNumber>> components;  ///< entities of which each reaches each: two or
                                                             ///< more, largest first, then in vertex order
  std::vector<Path>
      cycles;         ///< each begins at its first vertex; shortest first, then in the order of vertices
  bool more = false;  ///< there are more than `limit`
};

/// The circles of the graph. First its strongly connected components (Tarjan, SIAM J. Computing 1, 1972),
/// then the circles within them (Johnson, SIAM J. Computing 4, 1975), of bounded length by Gupta and
/// Suzumura, "Finding All Bounded-Length Simple Cycles in a Directed Graph", 2021. Facts of an entity with
/// itself are no circle.
Cycles cycles(const graph::FrozenGraph& graph, const CyclesOptions& options = {});

}  // namespace whofunds::query
