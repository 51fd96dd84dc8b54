#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "whofunds/graph/funding_graph.hpp"

namespace whofunds::query {

/// Which part of a graph is wanted. What is left at its default chooses nothing away.
struct Selection {
  std::vector<graph::Vertex> focus;  ///< start here; empty = the whole graph
  std::size_t depth = 1;  ///< steps from the focus, along or against the arrows; 0 = the focus alone

  std::vector<model::Relation> relations;  ///< empty = all
  std::vector<model::Status> statuses;     ///< empty = all

  /// The window of time, both ends within it and as exact as they are given: until 2023 is until the end of
  /// that year. A fact goes only when its date is known to lie outside; one without a date stays, for it may
  /// lie within.
  std::optional<model::PartialDate> since;
  std::optional<model::PartialDate> until;

  /// The least sum, in whole units of the fact's own currency (there are no exchange rates here); 0 = no
  /// minimum. A fact without a sum goes when there is a minimum, for the question is then about sums. Of a
  /// range, its upper end counts.
  std::int64_t min_amount = 0;
  std::string currency;  ///< ISO 4217: only sums in it reach the minimum; empty = in any currency

  double min_confidence = 0;
};

/// The part of `graph` that `selection` wants, as a graph of its own with the same entities and facts.
///
/// First the facts are chosen one by one, then the neighbourhood is walked over the chosen ones: all facts
/// between two entities within `depth` steps of the focus. A deal is kept whole: where one fact of it is in
/// the neighbourhood, every chosen fact of it is, since a sum shown beside one of its investors alone would
/// read as that investor's. Entities without a fact are left out. Vertices and edges stand in the order of
/// `graph`.
graph::Graph select(const graph::Graph& graph, const Selection& selection);

}  // namespace whofunds::query
