#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "whofunds/graph/entity_table.hpp"
#include "whofunds/graph/fact_table.hpp"

namespace whofunds::graph {

/// An edge to be: what a set of facts says of two entities.
struct ShortEdge {
  std::uint32_t subject = 0;
  std::uint32_t object = 0;
  std::uint32_t told = 0;  ///< the fact that tells all that the others do: a number in the FactTable
  std::uint32_t deal = 0;  ///< 0 = stands alone; otherwise a number in `EdgeTable::deals`, counted from 1
  std::uint32_t facts_begin = 0;  ///< its facts, in `EdgeTable::facts`
  std::uint32_t facts_end = 0;
};

/// The edges of a graph, sorted by ends, then relation, status, date and id.
struct EdgeTable {
  std::vector<ShortEdge> edges;
  std::vector<std::uint32_t> facts;  ///< numbers in the FactTable, edge by edge
  std::vector<std::uint64_t> deals;  ///< ids of deals (`id_text("d", …)`)
};

/// The edges that facts of many documents come to. What comes out does not depend on the order of facts. Of a
/// symmetric relation, the entity with the lower number is the subject. Afterwards the subject and object of
/// the facts of `table` are entities.
///
/// **One fact.** Facts of the same two entities, relation and status are one if they tell the same amount,
/// stake, round, date and valuation. One that tells less (no sum, or only the year) goes into one that tells
/// all that it does and more, if there is exactly one that none tells more than; if there are two that
/// differ, it stays by itself, for it may be either. Facts that contradict each other are never one. The edge
/// keeps the evidence and rules of all, and the best confidence.
///
/// **One deal.** A deal of a document gets an id that is unique in the graph. Deals of several documents are
/// one if a fact of each came to be one edge and the sums that the documents tell of the deals agree; a deal
/// of which no sum is told goes with those of that edge if these agree. What is rumoured or announced, then
/// done, is one deal under two edges if the sum is the same and exactly one later edge, not dated before, can
/// be meant: its money is not counted twice.
EdgeTable merge_facts(FactTable& table, const EntityTable& entities);

}  // namespace whofunds::graph
