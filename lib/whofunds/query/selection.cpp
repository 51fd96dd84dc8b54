#include "whofunds/query/selection.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>

#include <boost/range/iterator_range.hpp>

#include "whofunds/query/fact_window.hpp"

namespace whofunds::query {
namespace {

using graph::Edge;
using graph::EdgeFact;
using graph::Graph;
using graph::Vertex;

template <typename T>
bool wanted(const std::vector<T>& list, const T& value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

bool chosen(const EdgeFact& fact, const Selection& selection) {
  const FactWindow window{.since = selection.since,
                          .until = selection.until,
                          .min_amount = selection.min_amount,
                          .currency = selection.currency};
  const auto value = fact.amount ? std::optional(fact.amount->value) : std::nullopt;
  const std::string_view currency =
      fact.amount ? std::string_view(fact.amount->currency) : std::string_view();
  return wanted(selection.relations, fact.relation) && wanted(selection.statuses, fact.status) &&
         in_window(fact.date, window) && large_enough(value, currency, window) &&
         fact.confidence >= selection.min_confidence;
}

std::vector<Edge> chosen_edges(const Graph& graph, const Selection& selection) {
  std::vector<Edge> edges;
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph))) {
    if (chosen(graph[edge], selection)) edges.push_back(edge);
  }
  return edges;
}

// For each vertex, whether it lies within `depth` steps of the focus.
std::vector<bool> neighbourhood(const Graph& graph, const std::vector<Edge>& edges,
                                const Selection& selection) {
  std::vector<std::vector<Vertex>> neighbours(boost::num_vertices(graph));
  for (const Edge& edge : edges) {
    neighbours[boost::source(edge, graph)].push_back(boost::target(edge, graph));
    neighbours[boost::target(edge, graph)].push_back(boost::source(edge, graph));
  }
  std::vector<bool> near(boost::num_vertices(graph), false);
  std::vector<Vertex> ring;
  for (const Vertex vertex : selection.focus) {
    if (!near.at(vertex)) ring.push_back(vertex);
    near.at(vertex) = true;
  }
  for (std::size_t step = 0; step < selection.depth && !ring.empty(); ++step) {
    std::vector<Vertex> next;
    for (const Vertex vertex : ring) {
      for (const Vertex neighbour : neighbours[vertex]) {
        if (!near[neighbour]) next.push_back(neighbour);
        near[neighbour] = true;
      }
    }
    ring = std::move(next);
  }
  return near;
}

// Of `edges`, those between two near vertices and those of a deal with such an edge.
std::vector<Edge> near_edges(const Graph& graph, const std::vector<Edge>& edges,
                             const std::vector<bool>& near) {
  const auto is_near = [&](const Edge& edge) {
    return near[boost::source(edge, graph)] && near[boost::target(edge, graph)];
  };
  std::set<std::string_view> deals;
  for (const Edge& edge : edges) {
    if (is_near(edge) && !graph[edge].deal.empty()) deals.insert(graph[edge].deal);
  }
  std::vector<Edge> kept;
  std::copy_if(edges.begin(), edges.end(), std::back_inserter(kept),
               [&](const Edge& edge) { return is_near(edge) || deals.contains(graph[edge].deal); });
  return kept;
}

Graph graph_of(const Graph& graph, const std::vector<Edge>& edges) {
  std::vector<bool> used(boost::num_vertices(graph), false);
  for (const Edge& edge : edges) {
    used[boost::source(edge, graph)] = true;
    used[boost::target(edge, graph)] = true;
  }
  Graph part;
  std::vector<Vertex> place(boost::num_vertices(graph));
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph))) {
    if (used[vertex]) place[vertex] = boost::add_vertex(graph[vertex], part);
  }
  for (const Edge& edge : edges) {
    boost::add_edge(place[boost::source(edge, graph)], place[boost::target(edge, graph)], graph[edge], part);
  }
  return part;
}

}  // namespace

Graph select(const Graph& graph, const Selection& selection) {
  std::vector<Edge> edges = chosen_edges(graph, selection);
  if (!selection.focus.empty()) {
    edges = near_edges(graph, edges, neighbourhood(graph, edges, selection));
  }
  return graph_of(graph, edges);
}

}  // namespace whofunds::query
