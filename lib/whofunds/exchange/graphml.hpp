#pragma once

#include <ostream>

#include "whofunds/exchange/graph_table.hpp"

namespace whofunds::exchange {

/// Writes the graph as GraphML (graphml.graphdrawing.org, 1.0 with the types of attributes): a node an
/// entity, an edge a fact, their columns as keys. Every edge is directed, for readers refuse a mixture; of
/// `partners_with` the direction says nothing. `raised` is a loop. Lists are JSON.
void write_graphml(const GraphTable& table, std::ostream& out);

}  // namespace whofunds::exchange
