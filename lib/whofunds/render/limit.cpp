#include "whofunds/render/limit.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include <boost/range/iterator_range.hpp>

namespace whofunds::render {
namespace {

using graph::Edge;
using graph::Graph;
using graph::Vertex;

// By vertex, how many steps it is from the focus, whichever way arrows point; of those that are not connected
// with it, more than any. Without a focus all are as near.
std::vector<std::size_t> distances(const Graph& graph, std::span<const Vertex> focus) {
  const std::size_t far = focus.empty() ? 0 : boost::num_vertices(graph);
  std::vector<std::size_t> distance(boost::num_vertices(graph), far);
  std::vector<Vertex> queue(focus.begin(), focus.end());
  for (const Vertex vertex : focus) distance[vertex] = 0;
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const Vertex vertex = queue[at];
    const auto reach = [&](Vertex next) {
      if (distance[next] != far) return;
      distance[next] = distance[vertex] + 1;
      queue.push_back(next);
    };
    for (const Edge edge : boost::make_iterator_range(boost::out_edges(vertex, graph)))
      reach(boost::target(edge, graph));
    for (const Edge edge : boost::make_iterator_range(boost::in_edges(vertex, graph)))
      reach(boost::source(edge, graph));
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

}  // namespace

Layout fitting_layout(const Graph& graph, std::size_t most_for_dot) {
  return boost::num_edges(graph) <= most_for_dot ? Layout::kDot : Layout::kSfdp;
}

Graph most_connected(const Graph& graph, std::size_t most, std::span<const Vertex> focus) {
  if (boost::num_vertices(graph) <= most) return graph;
  const std::vector<Vertex> order = by_rank(graph, focus);
  std::vector<bool> kept(order.size(), false);
  for (std::size_t place = 0; place < most; ++place) kept[order[place]] = true;

  std::vector<Edge> edges;
  std::vector<bool> used(order.size(), false);
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph))) {
    const Vertex from = boost::source(edge, graph);
    const Vertex to = boost::target(edge, graph);
    if (!kept[from] || !kept[to]) continue;
    edges.push_back(edge);
    used[from] = used[to] = true;
  }
  Graph part;
  std::vector<Vertex> place(order.size());
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph))) {
    if (used[vertex]) place[vertex] = boost::add_vertex(graph[vertex], part);
  }
  for (const Edge& edge : edges)
    boost::add_edge(place[boost::source(edge, graph)], place[boost::target(edge, graph)], graph[edge], part);
  return part;
}

}  // namespace whofunds::render
