#pragma once

#include <ostream>

#include "whofunds/exchange/graph_table.hpp"

namespace whofunds::exchange {

/// Writes the graph as GEXF 1.3 (gexf.net), what Gephi opens: a node an entity, its name the label; an edge a
/// fact, its relation the label and the kind; the other columns as attributes. Every edge is directed; of
/// `partners_with` the direction says nothing. `raised` is a loop. Lists are JSON.
void write_gexf(const GraphTable& table, std::ostream& out);

}  // namespace whofunds::exchange
