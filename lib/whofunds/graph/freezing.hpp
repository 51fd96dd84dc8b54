#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "whofunds/graph/edge_table.hpp"
#include "whofunds/graph/entity_table.hpp"
#include "whofunds/graph/fact_table.hpp"
#include "whofunds/graph/frozen_graph.hpp"
#include "whofunds/graph/funding_graph.hpp"

namespace whofunds::graph {

/// What goes into a frozen graph beside its facts.
struct FreezeDetails {
  FrozenStamp stamp;
  std::uint64_t evidence = 0;
  std::span<const FactPlace> places;
  entities::Decisions decisions = {};
};

/// Joins the entities of a finished table, merges its facts, and lays the graph out (frozen_layout.hpp). The
/// same facts make the same bytes. Throws MachineError where the graph is beyond its numbers: 2^30 entities
/// or 2^31 facts.
std::vector<std::byte> freeze(FactTable& table, const FreezeDetails& details);

/// The frozen form of a graph in memory. The facts of its edges (`FrozenGraph::facts`) are numbers of
/// `FundingGraph::facts`.
FrozenGraph freeze(const FundingGraph& graph);

}  // namespace whofunds::graph
