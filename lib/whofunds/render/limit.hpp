#pragma once

#include <cstddef>
#include <span>

#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/render/dot.hpp"

namespace whofunds::render {

/// The layout that comes to an end on a graph of this size: `kDot` up to some hundred facts, for which it
/// takes seconds (its time grows with about the fourth power: 1 s for 450 facts, 6 s for 730, 76 s for 1500),
/// then `kSfdp` (10 s for 7500). Who has to answer at once lets `kDot` have fewer facts.
Layout fitting_layout(const graph::Graph& graph, std::size_t most_for_dot = 600);

/// At most `most` entities of the graph, with the facts between them: the nearest to
/// `focus`, of equally near ones those with the most facts, then the first in vertex order. What has no fact
/// left is left out.
graph::Graph most_connected(const graph::Graph& graph, std::size_t most,
                            std::span<const graph::Vertex> focus = {});

}  // namespace whofunds::render
