#include "whofunds/query/path.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <set>
#include <span>
#include <utility>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/pending/queue.hpp>

#include "whofunds/query/hops.hpp"

namespace whofunds::query {
namespace {

using graph::FundingGraph;
using graph::Graph;
using graph::Vertex;

using Route = std::vector<Vertex>;  // the vertices of a path, both ends included
using HopEdge = boost::graph_traits<HopGraph>::edge_descriptor;

constexpr std::size_t kFar = std::numeric_limits<std::size_t>::max();

// A part of the hop graph, as Boost's filtered_graph takes it.
struct Open {
  const HopGraph* hops = nullptr;
  const std::vector<bool>* hidden = nullptr;                    // vertices not to go to; none if null
  const std::set<std::pair<Vertex, Vertex>>* closed = nullptr;  // hops not to take; none if null
  std::int64_t width = 0;                                       // hops that are narrower are not taken

  bool operator()(const HopEdge& hop) const {
    const Vertex from = boost::source(hop, *hops);
    const Vertex to = boost::target(hop, *hops);
    if ((*hops)[hop].width < width || (hidden != nullptr && (*hidden)[to])) return false;
    return closed == nullptr || !closed->contains({from, to});
  }
};

// A map from vertices to the values of a vector, as Boost takes it.
template <typename AnyGraph, typename Value>
auto values_by_vertex(const AnyGraph& graph, std::vector<Value>& values) {
  return boost::make_iterator_property_map(values.begin(), boost::get(boost::vertex_index, graph));
}

// Goes to all that can be reached, nearest vertices first, and lets `recorder` note each hop to a vertex not
// met before.
template <typename AnyGraph, typename Recorder>
void search(const AnyGraph& graph, Vertex from, Recorder recorder) {
  std::vector<boost::default_color_type> colors(boost::num_vertices(graph), boost::white_color);
  boost::queue<Vertex> waiting;
  boost::breadth_first_visit(graph, from, waiting, boost::make_bfs_visitor(recorder),
                             values_by_vertex(graph, colors));
}

// The route with the fewest hops, of several the first in the order of vertices; empty if there is none.
Route shortest_route(const Open& open, Vertex from, Vertex to) {
  const boost::filtered_graph<HopGraph, Open> part(*open.hops, open);
  std::vector<Vertex> before(boost::num_vertices(*open.hops), to);
  search(part, from, boost::record_predecessors(values_by_vertex(part, before), boost::on_tree_edge()));
  if (from == to || before[to] == to) return {};  // nothing comes before `to`: it was not reached
  Route route{to};
  while (route.back() != from) route.push_back(before[route.back()]);
  std::reverse(route.begin(), route.end());
  return route;
}

// By vertex, how many hops it is away from `from`.
template <typename AnyGraph>
std::vector<std::size_t> distances(const AnyGraph& graph, Vertex from) {
  std::vector<std::size_t> away(boost::num_vertices(graph), kFar);
  away[from] = 0;
  search(graph, from, boost::record_distances(values_by_vertex(graph, away), boost::on_tree_edge()));
  return away;
}

// The vertices that lie on no way of at most `max_length` hops.
std::vector<bool> aside(const HopGraph& hops, Vertex from, Vertex to, std::size_t max_length) {
  const std::vector<std::size_t> out = distances(hops, from);
  const std::vector<std::size_t> back = distances(boost::make_reverse_graph(hops), to);
  std::vector<bool> is_aside(out.size());
  for (std::size_t v = 0; v < out.size(); ++v) {
    is_aside[v] = out[v] == kFar || back[v] == kFar || out[v] + back[v] > max_length;
  }
  return is_aside;
}

// All routes without loops, shortest first, of the same length in the order of vertices, one at a time (Yen
// 1971).
class Routes {
 public:
  Routes(const HopGraph& hops, Vertex from, Vertex to, std::size_t max_length)
      : hops_(hops), to_(to), aside_(aside(hops, from, to, max_length)) {
    if (from != to) add(shortest_route({.hops = &hops_, .hidden = &aside_}, from, to));
  }

  // The next; empty if there are no more.
  Route next() {
    if (candidates_.empty()) return {};
    found_.push_back(std::move(candidates_.extract(candidates_.begin()).value().second));
    deviate(found_.back());
    return found_.back();
  }

 private:
  // Adds the best route that leaves `route` at each of its vertices and is none that was found.
  void deviate(const Route& route) {
    std::vector<bool> hidden = aside_;
    for (std::size_t at = 0; at + 1 < route.size(); ++at) {
      const std::span<const Vertex> root(route.data(), at + 1);
      const auto closed = hops_taken_after(root);
      hidden[route[at]] = true;  // the root is not met again
      Route spur = shortest_route({.hops = &hops_, .hidden = &hidden, .closed = &closed}, route[at], to_);
      if (spur.empty()) continue;
      spur.insert(spur.begin(), root.begin(), root.end() - 1);
      add(std::move(spur));
    }
  }

  std::set<std::pair<Vertex, Vertex>> hops_taken_after(std::span<const Vertex> root) const {
    std::set<std::pair<Vertex, Vertex>> taken;
    for (const Route& known : found_) {
      if (known.size() > root.size() && std::equal(root.begin(), root.end(), known.begin())) {
        taken.emplace(root.back(), known[root.size()]);
      }
    }
    return taken;
  }

  void add(Route route) {
    if (!route.empty()) candidates_.emplace(route.size(), std::move(route));
  }

  const HopGraph& hops_;
  Vertex to_;
  std::vector<bool> aside_;
  std::vector<Route> found_;
  std::set<std::pair<std::size_t, Route>> candidates_;
};

const Hop& hop_between(const HopGraph& hops, Vertex from, Vertex to) {
  return hops[boost::edge(from, to, hops).first];
}

Path path_of(const HopGraph& hops, const Route& route) {
  Path path;
  for (std::size_t at = 0; at + 1 < route.size(); ++at) {
    path.steps.push_back(
        {.from = route[at], .to = route[at + 1], .facts = hop_between(hops, route[at], route[at + 1]).facts});
  }
  return path;
}

// The largest width that a route can have; nothing if there is no route. Dijkstra's algorithm with "as wide
// as its narrowest hop" for length and "wider" for shorter.
std::optional<std::int64_t> largest_width(const HopGraph& hops, Vertex from, Vertex to) {
  constexpr std::int64_t kUnreached = -1;
  std::vector<std::int64_t> width(boost::num_vertices(hops), kUnreached);
  std::vector<boost::default_color_type> colors(width.size(), boost::white_color);
  boost::dijkstra_shortest_paths(
      hops, from,
      boost::weight_map(boost::get(&Hop::width, hops))
          .distance_map(values_by_vertex(hops, width))
          .color_map(values_by_vertex(hops, colors))
          .distance_compare(std::greater<>{})
          .distance_combine([](std::int64_t a, std::int64_t b) { return std::min(a, b); })
          .distance_inf(kUnreached)
          .distance_zero(std::numeric_limits<std::int64_t>::max()));
  if (width[to] == kUnreached) return std::nullopt;
  return width[to];
}

PathList first_paths(const HopGraph& hops, Vertex from, Vertex to, std::size_t max_length,
                     std::size_t limit) {
  PathList list;
  Routes routes(hops, from, to, max_length);
  for (Route route = routes.next(); !route.empty() && route.size() - 1 <= max_length; route = routes.next()) {
    if (list.paths.size() == limit) {
      list.more = true;
      break;
    }
    list.paths.push_back(path_of(hops, route));
  }
  return list;
}

}  // namespace

std::optional<Path> shortest_path(const FundingGraph& graph, Vertex from, Vertex to,
                                  const PathOptions& options) {
  const HopGraph hops = hops_of(graph.graph(), options);
  const Route route = shortest_route({.hops = &hops}, from, to);
  if (route.empty()) return std::nullopt;
  return path_of(hops, route);
}

std::vector<Path> shortest_paths(const FundingGraph& graph, Vertex from, Vertex to, std::size_t k,
                                 const PathOptions& options) {
  const HopGraph hops = hops_of(graph.graph(), options);
  return first_paths(hops, from, to, boost::num_vertices(hops), k).paths;
}

PathList all_paths(const FundingGraph& graph, Vertex from, Vertex to, std::size_t max_length,
                   std::size_t limit, const PathOptions& options) {
  const HopGraph hops = hops_of(graph.graph(), options);
  return first_paths(hops, from, to, max_length, limit);
}

std::optional<WidestPath> widest_path(const FundingGraph& graph, Vertex from, Vertex to, std::string currency,
                                      const PathOptions& options) {
  HopGraph hops = hops_of(graph.graph(), options);
  if (currency.empty()) currency = main_currency(hops, graph.graph());
  measure(hops, graph.graph(), currency);
  const auto width = from == to ? std::nullopt : largest_width(hops, from, to);
  if (!width) return std::nullopt;
  const Route route = shortest_route({.hops = &hops, .width = *width}, from, to);
  WidestPath widest{.path = path_of(hops, route), .currency = std::move(currency), .width = *width};
  for (const Step& step : widest.path.steps) {
    widest.step_sums.push_back(hop_between(hops, step.from, step.to).width);
  }
  return widest;
}

}  // namespace whofunds::query
