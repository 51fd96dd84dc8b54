#include "whofunds/query/path.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <set>
#include <span>
#include <tuple>
#include <utility>

#include "whofunds/query/hops.hpp"
#include "whofunds/query/route_search.hpp"

namespace whofunds::query {
namespace {

using graph::EdgeNumber;
using graph::FrozenGraph;
using graph::VertexNumber;

Route shortest_route(const Hops& hops, VertexNumber from, VertexNumber to) {
  const auto every = [](VertexNumber, VertexNumber) { return true; };
  return RouteSearch(hops, every).run(from, to);
}

// All routes without loops, shortest first, of the same length in the order of vertices, one at a time (Yen
// 1971, Lawler 1972).
class Routes {
 public:
  Routes(const Hops& hops, VertexNumber from, VertexNumber to, std::size_t max_length)
      : hops_(hops), to_(to), max_length_(max_length) {
    if (from != to) look_for({}, from, {});
  }

  // The next; empty if there are no more.
  Route next() {
    if (!found_.empty()) deviate();
    if (candidates_.empty()) return {};
    Candidate best = std::move(candidates_.extract(candidates_.begin()).value());
    deviates_at_ = best.deviates_at;
    found_.push_back(std::move(best.route));
    return found_.back();
  }

 private:
  struct Candidate {
    std::size_t length = 0;
    Route route;
    std::size_t deviates_at = 0;

    bool operator<(const Candidate& other) const {
      return std::tie(length, route) < std::tie(other.length, other.route);
    }
  };

  // Adds the best routes that leave the last one found at one of its vertices.
  void deviate() {
    const Route& last = found_.back();
    for (std::size_t at = deviates_at_; at + 1 < last.size(); ++at) {
      const std::span<const VertexNumber> root(last.data(), at + 1);
      look_for(root.first(at), root.back(), taken_after(root));
    }
  }

  // Adds the best route that begins with `root`, then `spur`, and goes on to none of `closed`.
  void look_for(std::span<const VertexNumber> root, VertexNumber spur, const std::set<VertexNumber>& closed) {
    VertexMap hidden;  // the root is not met again
    for (const VertexNumber vertex : root) hidden.insert(vertex, 0);
    const auto open = [&](VertexNumber from, VertexNumber to) {
      if (from == spur && closed.contains(to)) return false;
      return hidden.size() == 0 || (!hidden.contains(from) && !hidden.contains(to));
    };
    if (root.size() >= max_length_) return;
    const Route rest = RouteSearch(hops_, open).run(spur, to_, max_length_ - root.size());
    if (rest.empty()) return;
    Candidate candidate{.route = {root.begin(), root.end()}, .deviates_at = root.size()};
    candidate.route.insert(candidate.route.end(), rest.begin(), rest.end());
    candidate.length = candidate.route.size();
    candidates_.insert(std::move(candidate));
  }

  // Where the routes found so far that begin with `root` go on to.
  std::set<VertexNumber> taken_after(std::span<const VertexNumber> root) const {
    std::set<VertexNumber> taken;
    for (const Route& known : found_) {
      if (known.size() > root.size() && std::equal(root.begin(), root.end(), known.begin()))
        taken.insert(known[root.size()]);
    }
    return taken;
  }

  const Hops& hops_;
  VertexNumber to_;
  std::size_t max_length_;
  std::vector<Route> found_;
  std::size_t deviates_at_ = 0;  // where the last one found leaves the one that it came of
  std::set<Candidate> candidates_;
};

Path path_of(const Hops& hops, const Route& route) {
  Path path;
  for (std::size_t at = 0; at + 1 < route.size(); ++at) {
    path.steps.push_back(
        {.from = route[at], .to = route[at + 1], .facts = hops.facts(route[at], route[at + 1])});
  }
  return path;
}

// Calls `take(vertex, width)` for each vertex that a hop leads to from `vertex`.
template <typename Take>
void each_width(const Hops& hops, VertexNumber vertex, std::string_view currency, Take take) {
  std::vector<std::pair<VertexNumber, StepFact>> facts;
  hops.each_next(vertex, [&](VertexNumber next, EdgeNumber edge, bool forward) {
    facts.emplace_back(next, StepFact{.edge = edge, .forward = forward});
  });
  std::stable_sort(facts.begin(), facts.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<StepFact> of_hop;
  for (std::size_t at = 0; at < facts.size(); ++at) {
    of_hop.push_back(facts[at].second);
    if (at + 1 < facts.size() && facts[at + 1].first == facts[at].first) continue;
    take(facts[at].first, width_of(hops.graph(), of_hop, currency));
    of_hop.clear();
  }
}

// The largest width that a route can have; nothing if there is no route. Dijkstra's algorithm with "as wide
// as its narrowest hop" for length and "wider" for shorter.
std::optional<std::int64_t> largest_width(const Hops& hops, VertexNumber from, VertexNumber to,
                                          std::string_view currency) {
  constexpr std::int64_t kUnreached = -1;
  std::vector<std::int64_t> widths(hops.graph().vertices(), kUnreached);
  std::priority_queue<std::pair<std::int64_t, VertexNumber>> waiting;
  widths[from] = std::numeric_limits<std::int64_t>::max();
  waiting.emplace(widths[from], from);
  while (!waiting.empty()) {
    const auto [width, vertex] = waiting.top();
    waiting.pop();
    if (vertex == to) return width;
    if (width < widths[vertex]) continue;
    each_width(hops, vertex, currency, [&, reached = width](VertexNumber next, std::int64_t hop) {
      const std::int64_t narrowest = std::min(reached, hop);
      if (narrowest <= widths[next]) return;
      widths[next] = narrowest;
      waiting.emplace(narrowest, next);
    });
  }
  return std::nullopt;
}

}  // namespace

std::optional<Path> shortest_path(const FrozenGraph& graph, VertexNumber from, VertexNumber to,
                                  const PathOptions& options) {
  const Hops hops(graph, options);
  const Route route = shortest_route(hops, from, to);
  if (route.empty()) return std::nullopt;
  return path_of(hops, route);
}

std::vector<Path> shortest_paths(const FrozenGraph& graph, VertexNumber from, VertexNumber to, std::size_t k,
                                 const PathOptions& options) {
  const Hops hops(graph, options);
  std::vector<Path> paths;
  Routes routes(hops, from, to, kAnyLength);
  while (paths.size() < k) {
    const Route route = routes.next();
    if (route.empty()) break;
    paths.push_back(path_of(hops, route));
  }
  return paths;
}

PathList all_paths(const FrozenGraph& graph, VertexNumber from, VertexNumber to, std::size_t max_length,
                   std::size_t limit, const PathOptions& options) {
  const Hops hops(graph, options);
  PathList list;
  Routes routes(hops, from, to, max_length);
  for (Route route = routes.next(); !route.empty(); route = routes.next()) {
    if (list.paths.size() == limit) {
      list.more = true;
      break;
    }
    list.paths.push_back(path_of(hops, route));
  }
  return list;
}

std::optional<WidestPath> widest_path(const FrozenGraph& graph, VertexNumber from, VertexNumber to,
                                      std::string currency, const PathOptions& options) {
  const Hops hops(graph, options);
  if (currency.empty()) currency = main_currency(hops);
  const auto width = from == to ? std::nullopt : largest_width(hops, from, to, currency);
  if (!width) return std::nullopt;
  const auto wide_enough = [&](VertexNumber a, VertexNumber b) {
    return *width == 0 || width_of(graph, hops.facts(a, b), currency) >= *width;
  };
  WidestPath widest{.path = path_of(hops, RouteSearch(hops, wide_enough).run(from, to)),
                    .currency = std::move(currency),
                    .width = *width};
  for (const Step& step : widest.path.steps) {
    widest.step_sums.push_back(width_of(graph, step.facts, widest.currency));
  }
  return widest;
}

}  // namespace whofunds::query
