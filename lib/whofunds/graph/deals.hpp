#pragma once

#include "whofunds/graph/edge_table.hpp"

namespace whofunds::graph {

/// Brings together the deals of many documents that are one (edge_table.hpp), and gives each edge its deal.
void unite_deals(const FactTable& table, const EntityTable& entities, EdgeTable& edges);

}  // namespace whofunds::graph
