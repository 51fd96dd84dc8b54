#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <boost/graph/adjacency_list.hpp>

#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/query/path.hpp"

namespace whofunds::query {

/// From one entity to another, however many facts say so.
struct Hop {
  std::vector<StepFact> facts;  ///< forward ones first, then in edge order
  std::int64_t width = 0;       ///< their sums in the currency asked for, each deal once; 0 = none is told
};

/// What paths are looked for in: the vertices of the graph, and at most one edge from one to another. Edges
/// out of a vertex stand in the order of their targets, so that searches come to the same result every time.
using HopGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, Hop>;

/// The hops that the options allow. Facts of an entity with itself make none.
HopGraph hops_of(const graph::Graph& graph, const PathOptions& options);

/// Sets the width of every hop.
void measure(HopGraph& hops, const graph::Graph& graph, std::string_view currency);

/// The currency that most facts of hops tell, of several the first by code; empty if no fact tells a sum.
std::string main_currency(const HopGraph& hops, const graph::Graph& graph);

}  // namespace whofunds::query
