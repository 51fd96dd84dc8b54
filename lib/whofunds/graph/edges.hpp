#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/model/fact.hpp"

namespace whofunds::graph {

/// A fact of a document with the entities of the graph that it is of. `raised` has its company at both ends.
struct PlacedFact {
  std::size_t subject = 0;
  std::size_t object = 0;
  const model::Fact* fact = nullptr;  ///< canonical (fact_key.hpp)
};

/// An edge to be: what a set of facts says of two entities.
struct PlacedEdge {
  std::size_t subject = 0;
  std::size_t object = 0;
  EdgeFact fact;
};

/// The edges that facts of many documents come to. `entity_ids[n]` is the id of entity n. What comes out does
/// not depend on the order of `facts`; it is sorted by ends, then relation, status, date and id. Of a
/// symmetric relation, the entity with the lower number is the subject.
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
std::vector<PlacedEdge> merge_facts(std::span<const PlacedFact> facts,
                                    std::span<const std::string> entity_ids);

}  // namespace whofunds::graph
