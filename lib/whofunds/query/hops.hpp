#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/graph/frozen_graph.hpp"
#include "whofunds/query/path.hpp"

namespace whofunds::query {

/// From one entity to another, however many facts say so: what paths are made of. Knows which facts the
/// options allow, and in which direction each may be gone along.
class Hops {
 public:
  Hops(const graph::FrozenGraph& graph, const PathOptions& options);

  const graph::FrozenGraph& graph() const { return graph_; }

  /// Calls `take(vertex, edge, forward)` for each fact that leads on from `vertex`, in no order that
  /// matters. A vertex may come more than once.
  template <typename Take>
  void each_next(graph::VertexNumber vertex, Take take) const {
    each_out(vertex, along_, true, take);
    if (any_against_) each_in(vertex, against_, false, take);
  }

  /// The same for facts that lead to `vertex`.
  template <typename Take>
  void each_previous(graph::VertexNumber vertex, Take take) const {
    each_in(vertex, along_, true, take);
    if (any_against_) each_out(vertex, against_, false, take);
  }

  /// Calls into the cache what `each_next` will read first, or `each_previous`.
  void expect_next(graph::VertexNumber vertex) const {
    graph_.expect_out(vertex);
    if (any_against_) graph_.expect_in(vertex);
  }
  void expect_previous(graph::VertexNumber vertex) const {
    graph_.expect_in(vertex);
    if (any_against_) graph_.expect_out(vertex);
  }

  /// How many facts `each_next` looks at, or `each_previous`.
  std::size_t next_cost(graph::VertexNumber vertex) const;
  std::size_t previous_cost(graph::VertexNumber vertex) const;

  /// The facts that lead from the one to the other: forward ones first, then in edge order.
  std::vector<StepFact> facts(graph::VertexNumber from, graph::VertexNumber to) const;

  /// Whether the options allow the fact in one direction at least.
  bool carries(graph::EdgeNumber edge) const { return along_[graph_.edge_class(edge)] && in_window(edge); }

 private:
  using Classes = std::array<bool, graph::kEdgeClasses>;

  template <typename Take>
  void each_out(graph::VertexNumber vertex, const Classes& classes, bool forward, Take& take) const {
    for (graph::EdgeNumber edge = graph_.out_begin(vertex); edge < graph_.out_end(vertex); ++edge) {
      const graph::VertexNumber other = graph_.target(edge);
      if (classes[graph_.edge_class(edge)] && other != vertex && in_window(edge)) take(other, edge, forward);
    }
  }

  template <typename Take>
  void each_in(graph::VertexNumber vertex, const Classes& classes, bool forward, Take& take) const {
    for (std::uint32_t place = graph_.in_begin(vertex); place < graph_.in_end(vertex); ++place) {
      const graph::VertexNumber other = graph_.in_source(place);
      if (!classes[graph_.in_class(place)] || other == vertex) continue;
      if (open_window_ || in_window(graph_.in_edge(place))) take(other, graph_.in_edge(place), forward);
    }
  }

  bool in_window(graph::EdgeNumber edge) const { return open_window_ || lies_in_window(edge); }
  bool lies_in_window(graph::EdgeNumber edge) const;
  void add_facts(graph::VertexNumber subject, graph::VertexNumber object, const Classes& classes,
                 bool forward, std::vector<StepFact>& facts) const;

  const graph::FrozenGraph& graph_;
  FactWindow window_;
  Classes along_{};
  Classes against_{};
  bool any_against_ = false;
  bool open_window_ = true;
};

/// The sums of facts in the currency, each deal once; 0 = none is told.
std::int64_t width_of(const graph::FrozenGraph& graph, const std::vector<StepFact>& facts,
                      std::string_view currency);

/// The currency that most facts of hops tell, of several the first by code; empty if no fact tells a sum.
std::string main_currency(const Hops& hops);

}  // namespace whofunds::query
