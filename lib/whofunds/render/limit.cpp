#include "whofunds/render/limit.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <vector>

#include <boost/range/iterator_range.hpp>

namespace whofunds::render {
namespace {

using graph::Edge;
using graph::Graph;
using graph::Vertex;

// Those with a fact between them and the vertex, itself too where it has one with itself.
std::vector<Vertex> neighbours_of(const Graph& graph, Vertex vertex) {
  std::vector<Vertex> found;
  for (const Edge edge : boost::make_iterator_range(boost::out_edges(vertex, graph)))
    found.push_back(boost::target(edge, graph));
  for (const Edge edge : boost::make_iterator_range(boost::in_edges(vertex, graph)))
    found.push_back(boost::source(edge, graph));
  return found;
}

// By vertex, how many steps it is from the focus, whichever way arrows point; of those that are not connected
// with it, more than any. Without a focus all are as near.
std::vector<std::size_t> distances(const Graph& graph, std::span<const Vertex> focus) {
  const std::size_t far = focus.empty() ? 0 : boost::num_vertices(graph);
  std::vector<std::size_t> distance(boost::num_vertices(graph), far);
  std::vector<Vertex> queue(focus.begin(), focus.end());
  for (const Vertex vertex : focus) distance[vertex] = 0;
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const Vertex vertex = queue[at];
    for (const Vertex next : neighbours_of(graph, vertex)) {
      if (distance[next] != far) continue;
      distance[next] = distance[vertex] + 1;
      queue.push_back(next);
    }
  }
  return distance;
}

// All vertices, the ones to keep first.
std::vector<Vertex> by_rank(const Graph& graph, std::span<const Vertex> focus) {
  std::vector<Vertex> order(boost::num_vertices(graph));
  std::iota(order.begin(), order.end(), Vertex{0});
  const std::vector<std::size_t> distance = distances(graph, focus);
  std::stable_sort(order.begin(), order.end(), [&](Vertex a, Vertex b) {
    if (distance[a] != distance[b]) return distance[a] < distance[b];
    return boost::degree(a, graph) > boost::degree(b, graph);
  });
  return order;
}

// So many vertices, each with a fact between it and another of them.
class Choice {
 public:
  Choice(const Graph& graph, std::size_t most)
      : graph_(graph), left_(most), kept_(boost::num_vertices(graph)) {}

  // Of those in this order the first that have, or come to have, a neighbour that is kept too.
  std::vector<bool> of(const std::vector<Vertex>& order) {
    std::vector<bool> waits(kept_.size());
    for (const Vertex vertex : order) {
      const std::vector<Vertex> near = neighbours_of(graph_, vertex);
      const auto is_waiting = [&](Vertex other) { return waits[other]; };
      if (std::ranges::any_of(near, [&](Vertex other) { return kept_[other] || other == vertex; })) {
        keep(vertex);
      } else if (const auto other = std::ranges::find_if(near, is_waiting);
                 other != near.end() && left_ > 1) {
        keep(*other);
        keep(vertex);
      } else {
        waits[vertex] = true;
        continue;
      }
      // Who waited for this one has a neighbour now.
      for (const Vertex other : near) {
        if (waits[other]) keep(other);
      }
    }
    if (std::ranges::none_of(kept_, std::identity()) && !order.empty()) keep(order.front());
    return kept_;
  }

 private:
  void keep(Vertex vertex) {
    if (left_ == 0 || kept_[vertex]) return;
    kept_[vertex] = true;
    --left_;
  }

  const Graph& graph_;
  std::size_t left_;
  std::vector<bool> kept_;
};

}  // namespace

Layout fitting_layout(const Graph& graph, std::size_t most_for_dot) {
  return boost::num_edges(graph) <= most_for_dot ? Layout::kDot : Layout::kSfdp;
}

Graph most_connected(const Graph& graph, std::size_t most, std::span<const Vertex> focus) {
  if (boost::num_vertices(graph) <= most) return graph;
  const std::vector<bool> kept = Choice(graph, most).of(by_rank(graph, focus));
  Graph part;
  std::vector<Vertex> place(kept.size());
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph))) {
    if (kept[vertex]) place[vertex] = boost::add_vertex(graph[vertex], part);
  }
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph))) {
    const Vertex from = boost::source(edge, graph);
    const Vertex to = boost::target(edge, graph);
    if (kept[from] && kept[to]) boost::add_edge(place[from], place[to], graph[edge], part);
  }
  return part;
}

}  // namespace whofunds::render
