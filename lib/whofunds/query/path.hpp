#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "whofunds/graph/frozen_graph.hpp"
#include "whofunds/model/relation.hpp"
#include "whofunds/query/fact_window.hpp"

namespace whofunds::query {

/// Which facts a path may run along. Denied facts and `raised` never carry one.
struct PathOptions {
  std::vector<model::Relation> relations;  ///< empty = the funding relations (`model::is_funding`)
  std::vector<model::Status> statuses;     ///< empty = all but what has ended
  bool ended = false;                      ///< also what was so and is no longer
  FactWindow window;                       ///< by date and sum
  bool undirected = false;                 ///< also from object to subject
};

/// A fact that a step runs along.
struct StepFact {
  graph::EdgeNumber edge = 0;
  bool forward =
      true;  ///< the step goes from the fact's subject to its object; false: the other way (`undirected`)
};

/// From one entity to the next, with all facts between them that carry the step.
struct Step {
  graph::VertexNumber from = 0;
  graph::VertexNumber to = 0;
  std::vector<StepFact> facts;  ///< at least one, in edge order, forward ones first
};

/// From A to B; no entity twice.
struct Path {
  std::vector<Step> steps;
};

/// A path with the money that can have gone its whole length.
struct WidestPath {
  Path path;
  std::string currency;  ///< the currency compared; empty if no fact has a sum
  std::vector<std::int64_t>
      step_sums;  ///< by step, each deal once; 0 where no fact of the step tells a sum in that currency
  std::int64_t width = 0;  ///< the smallest of them
};

/// Paths, and whether there are more than were asked for.
struct PathList {
  std::vector<Path> paths;
  bool more = false;
};

/// The path with the fewest steps; of several, the first by the order of vertices. Nothing if there is none,
/// or if `from` is `to`. Breadth-first search from both ends.
std::optional<Path> shortest_path(const graph::FrozenGraph& graph, graph::VertexNumber from,
                                  graph::VertexNumber to, const PathOptions& options = {});

/// The `k` shortest paths without loops, shortest first, of the same length by the order of vertices.
/// Algorithm: Yen, "Finding the K Shortest Loopless Paths in a Network", Management Science 17 (1971),
/// without looking twice for the same deviation: Lawler, Management Science 18 (1972).
std::vector<Path> shortest_paths(const graph::FrozenGraph& graph, graph::VertexNumber from,
                                 graph::VertexNumber to, std::size_t k, const PathOptions& options = {});

/// All paths of at most `max_length` steps, shortest first, of the same length by the order of vertices; at
/// most `limit` of them.
PathList all_paths(const graph::FrozenGraph& graph, graph::VertexNumber from, graph::VertexNumber to,
                   std::size_t max_length, std::size_t limit = 1000, const PathOptions& options = {});

/// The path whose smallest sum is the largest; of several, the shortest. Sums of one currency only are
/// compared: `currency`, or, if that is empty, the one that most facts of the graph tell. A step without a
/// sum counts as 0.
std::optional<WidestPath> widest_path(const graph::FrozenGraph& graph, graph::VertexNumber from,
                                      graph::VertexNumber to, std::string currency = {},
                                      const PathOptions& options = {});

}  // namespace whofunds::query
