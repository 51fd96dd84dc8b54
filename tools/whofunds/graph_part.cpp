#include "graph_part.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <set>
#include <unordered_set>
#include <utility>

#include <boost/graph/adjacency_list.hpp>

namespace whofunds::tools {
namespace {

using graph::EdgeNumber;
using graph::FrozenGraph;
using graph::VertexNumber;

std::size_t degree(const FrozenGraph& graph, VertexNumber vertex) {
  return std::size_t{graph.out_end(vertex) - graph.out_begin(vertex)} +
         (graph.in_end(vertex) - graph.in_begin(vertex));
}

// The `most` of the vertices that have the most facts, those first; of equals, the first in vertex order.
void keep_best_known(const FrozenGraph& graph, std::vector<VertexNumber>& vertices, std::size_t most) {
  const auto kept = vertices.begin() + static_cast<std::ptrdiff_t>(std::min(most, vertices.size()));
  std::partial_sort(vertices.begin(), kept, vertices.end(), [&](VertexNumber a, VertexNumber b) {
    return std::pair(degree(graph, b), a) < std::pair(degree(graph, a), b);
  });
  vertices.erase(kept, vertices.end());
}

std::vector<VertexNumber> neighbours_of(const FrozenGraph& graph, const std::vector<VertexNumber>& vertices) {
  std::vector<VertexNumber> found;
  for (const VertexNumber vertex : vertices) {
    for (EdgeNumber edge = graph.out_begin(vertex); edge < graph.out_end(vertex); ++edge)
      found.push_back(graph.target(edge));
    for (std::uint32_t place = graph.in_begin(vertex); place < graph.in_end(vertex); ++place)
      found.push_back(graph.in_source(place));
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// Those facts and their parties.
graph::Graph graph_of(const store::OpenedGraph& opened, const std::set<EdgeNumber>& edges) {
  const FrozenGraph& graph = opened.graph();
  std::set<VertexNumber> used;
  for (const EdgeNumber edge : edges) {
    used.insert(graph.source(edge));
    used.insert(graph.target(edge));
  }
  graph::Graph part;
  std::map<VertexNumber, graph::Vertex> places;
  for (const VertexNumber vertex : used) places[vertex] = boost::add_vertex(graph.entity(vertex), part);
  for (const EdgeNumber edge : edges) {
    boost::add_edge(places.at(graph.source(edge)), places.at(graph.target(edge)), opened.fact(edge), part);
  }
  return part;
}

// By vertex, whether it is within so many steps of those, along or against the arrows.
std::vector<bool> near(const FrozenGraph& graph, const std::vector<VertexNumber>& focus, std::size_t depth) {
  std::vector<bool> is_near(graph.vertices(), false);
  for (const VertexNumber vertex : focus) is_near[vertex] = true;
  std::vector<VertexNumber> ring = focus;
  for (std::size_t step = 0; step < depth && !ring.empty(); ++step) {
    std::vector<VertexNumber> next;
    for (const VertexNumber vertex : neighbours_of(graph, ring)) {
      if (!is_near[vertex]) next.push_back(vertex);
      is_near[vertex] = true;
    }
    ring = std::move(next);
  }
  return is_near;
}

// Collects a part within its limits.
class Part {
 public:
  Part(const FrozenGraph& graph, const PartLimits& limits) : graph_(graph), limits_(limits) {}

  void add(const std::vector<VertexNumber>& vertices) {
    for (const VertexNumber vertex : vertices) {
      if (vertices_.size() < limits_.entities) vertices_.insert(vertex);
    }
  }

  void add_facts() {
    const std::set<VertexNumber> chosen = vertices_;
    std::unordered_set<std::uint32_t> deals;
    for (const VertexNumber vertex : chosen) {
      for (EdgeNumber edge = graph_.out_begin(vertex); edge < graph_.out_end(vertex); ++edge) {
        if (!chosen.contains(graph_.target(edge)) || !take(edge)) continue;
        if (const auto deal = graph_.deal(edge)) deals.insert(*deal);
      }
    }
    if (!deals.empty()) complete(deals, chosen);
  }

  const std::set<EdgeNumber>& edges() const { return edges_; }

 private:
  bool take(EdgeNumber edge) {
    if (edges_.size() < limits_.facts) edges_.insert(edge);
    return edges_.contains(edge);
  }

  // Adds what else those entities have to do with the deals, and the other parties as far as they have room.
  void complete(const std::unordered_set<std::uint32_t>& deals, const std::set<VertexNumber>& chosen) {
    const auto add_fact = [&](EdgeNumber edge, VertexNumber other) {
      const auto deal = graph_.deal(edge);
      if (!deal || !deals.contains(*deal)) return;
      add({other});
      if (vertices_.contains(other)) take(edge);
    };
    for (const VertexNumber vertex : chosen) {
      for (EdgeNumber edge = graph_.out_begin(vertex); edge < graph_.out_end(vertex); ++edge)
        add_fact(edge, graph_.target(edge));
      for (std::uint32_t place = graph_.in_begin(vertex); place < graph_.in_end(vertex); ++place)
        add_fact(graph_.in_edge(place), graph_.in_source(place));
    }
  }

  const FrozenGraph& graph_;
  PartLimits limits_;
  std::set<VertexNumber> vertices_;
  std::set<EdgeNumber> edges_;
};

}  // namespace

graph::Graph part_of(const store::OpenedGraph& opened, const PartRequest& request, const PartLimits& limits) {
  const FrozenGraph& graph = opened.graph();
  std::vector<VertexNumber> near = neighbours_of(graph, request.expanded);
  keep_best_known(graph, near, limits.entities);
  Part part(graph, limits);
  part.add(request.expanded);
  part.add(near);
  part.add(request.drawn);
  part.add_facts();
  return graph_of(opened, part.edges());
}

graph::Graph surroundings(const store::OpenedGraph& opened, const std::vector<VertexNumber>& focus,
                          std::size_t depth) {
  const FrozenGraph& graph = opened.graph();
  const std::vector<bool> is_near =
      focus.empty() ? std::vector<bool>(graph.vertices(), true) : near(graph, focus, depth);
  std::set<EdgeNumber> edges;
  std::unordered_set<std::uint32_t> deals;
  for (VertexNumber vertex = 0; vertex < graph.vertices(); ++vertex) {
    if (!is_near[vertex]) continue;
    for (EdgeNumber edge = graph.out_begin(vertex); edge < graph.out_end(vertex); ++edge) {
      if (!is_near[graph.target(edge)]) continue;
      edges.insert(edges.end(), edge);
      if (const auto deal = graph.deal(edge)) deals.insert(*deal);
    }
  }
  for (EdgeNumber edge = 0; edge < graph.edges() && !deals.empty(); ++edge) {
    if (const auto deal = graph.deal(edge); deal && deals.contains(*deal)) edges.insert(edge);
  }
  return graph_of(opened, edges);
}

std::vector<VertexNumber> best_known(const FrozenGraph& graph, std::size_t most) {
  std::vector<VertexNumber> vertices(graph.vertices());
  std::iota(vertices.begin(), vertices.end(), VertexNumber{0});
  keep_best_known(graph, vertices, most);
  std::sort(vertices.begin(), vertices.end());
  return vertices;
}

}  // namespace whofunds::tools
