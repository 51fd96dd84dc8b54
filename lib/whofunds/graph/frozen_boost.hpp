#pragma once

#include <cstddef>
#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include "whofunds/graph/frozen_graph.hpp"

// FrozenGraph as Boost.Graph sees it: a VertexListGraph, EdgeListGraph, AdjacencyGraph and BidirectionalGraph
// with vertex and edge indices, so that its algorithms run on it:
//
//     boost::strong_components(frozen, …)
namespace whofunds::graph {

/// An edge with its ends.
struct FrozenEdge {
  VertexNumber from = 0;
  VertexNumber to = 0;
  EdgeNumber number = 0;

  friend bool operator==(const FrozenEdge& a, const FrozenEdge& b) { return a.number == b.number; }
};

struct FrozenTraversal : boost::bidirectional_graph_tag,
                         boost::adjacency_graph_tag,
                         boost::vertex_list_graph_tag,
                         boost::edge_list_graph_tag {};

struct OutEdgeAt {
  const FrozenGraph* graph = nullptr;
  VertexNumber from = 0;
  FrozenEdge operator()(EdgeNumber edge) const { return {from, graph->target(edge), edge}; }
};

struct InEdgeAt {
  const FrozenGraph* graph = nullptr;
  VertexNumber to = 0;
  FrozenEdge operator()(std::uint32_t place) const {
    return {graph->in_source(place), to, graph->in_edge(place)};
  }
};

struct EdgeAt {
  const FrozenGraph* graph = nullptr;
  FrozenEdge operator()(EdgeNumber edge) const { return {graph->source(edge), graph->target(edge), edge}; }
};

struct TargetAt {
  const FrozenGraph* graph = nullptr;
  VertexNumber operator()(EdgeNumber edge) const { return graph->target(edge); }
};

template <typename At>
using FrozenIterator = boost::transform_iterator<At, boost::counting_iterator<std::uint32_t>>;

template <typename At>
std::pair<FrozenIterator<At>, FrozenIterator<At>> frozen_range(std::uint32_t begin, std::uint32_t end,
                                                               At at) {
  using Count = boost::counting_iterator<std::uint32_t>;
  return {FrozenIterator<At>(Count(begin), at), FrozenIterator<At>(Count(end), at)};
}

inline std::pair<boost::counting_iterator<VertexNumber>, boost::counting_iterator<VertexNumber>> vertices(
    const FrozenGraph& graph) {
  using Count = boost::counting_iterator<VertexNumber>;
  return {Count(0), Count(graph.vertices())};
}
inline std::size_t num_vertices(const FrozenGraph& graph) {
  return graph.vertices();
}
inline auto edges(const FrozenGraph& graph) {
  return frozen_range(0, graph.edges(), EdgeAt{&graph});
}
inline std::size_t num_edges(const FrozenGraph& graph) {
  return graph.edges();
}

inline auto out_edges(VertexNumber vertex, const FrozenGraph& graph) {
  return frozen_range(graph.out_begin(vertex), graph.out_end(vertex), OutEdgeAt{&graph, vertex});
}
inline std::size_t out_degree(VertexNumber vertex, const FrozenGraph& graph) {
  return graph.out_end(vertex) - graph.out_begin(vertex);
}
inline auto in_edges(VertexNumber vertex, const FrozenGraph& graph) {
  return frozen_range(graph.in_begin(vertex), graph.in_end(vertex), InEdgeAt{&graph, vertex});
}
inline std::size_t in_degree(VertexNumber vertex, const FrozenGraph& graph) {
  return graph.in_end(vertex) - graph.in_begin(vertex);
}
inline std::size_t degree(VertexNumber vertex, const FrozenGraph& graph) {
  return out_degree(vertex, graph) + in_degree(vertex, graph);
}
inline auto adjacent_vertices(VertexNumber vertex, const FrozenGraph& graph) {
  return frozen_range(graph.out_begin(vertex), graph.out_end(vertex), TargetAt{&graph});
}
inline VertexNumber source(const FrozenEdge& edge, const FrozenGraph& /*graph*/) {
  return edge.from;
}
inline VertexNumber target(const FrozenEdge& edge, const FrozenGraph& /*graph*/) {
  return edge.to;
}

/// The number of an edge, as Boost's `edge_index`.
struct FrozenEdgeIndex {
  using key_type = FrozenEdge;
  using value_type = EdgeNumber;
  using reference = EdgeNumber;
  using category = boost::readable_property_map_tag;
  friend EdgeNumber get(const FrozenEdgeIndex& /*map*/, const FrozenEdge& edge) { return edge.number; }
};

inline boost::typed_identity_property_map<VertexNumber> get(boost::vertex_index_t /*tag*/,
                                                            const FrozenGraph& /*graph*/) {
  return {};
}
inline VertexNumber get(boost::vertex_index_t /*tag*/, const FrozenGraph& /*graph*/, VertexNumber vertex) {
  return vertex;
}
inline FrozenEdgeIndex get(boost::edge_index_t /*tag*/, const FrozenGraph& /*graph*/) {
  return {};
}
inline EdgeNumber get(boost::edge_index_t /*tag*/, const FrozenGraph& /*graph*/, const FrozenEdge& edge) {
  return edge.number;
}

}  // namespace whofunds::graph

namespace boost {

template <>
struct graph_traits<whofunds::graph::FrozenGraph> {
  using vertex_descriptor = whofunds::graph::VertexNumber;
  using edge_descriptor = whofunds::graph::FrozenEdge;
  using directed_category = bidirectional_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = whofunds::graph::FrozenTraversal;
  using vertex_iterator = counting_iterator<vertex_descriptor>;
  using edge_iterator = whofunds::graph::FrozenIterator<whofunds::graph::EdgeAt>;
  using out_edge_iterator = whofunds::graph::FrozenIterator<whofunds::graph::OutEdgeAt>;
  using in_edge_iterator = whofunds::graph::FrozenIterator<whofunds::graph::InEdgeAt>;
  using adjacency_iterator = whofunds::graph::FrozenIterator<whofunds::graph::TargetAt>;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;

  static vertex_descriptor null_vertex() { return static_cast<vertex_descriptor>(-1); }
};

template <>
struct property_map<whofunds::graph::FrozenGraph, vertex_index_t> {
  using type = typed_identity_property_map<whofunds::graph::VertexNumber>;
  using const_type = type;
};

template <>
struct property_map<whofunds::graph::FrozenGraph, edge_index_t> {
  using type = whofunds::graph::FrozenEdgeIndex;
  using const_type = type;
};

}  // namespace boost
