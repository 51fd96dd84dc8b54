#include "whofunds/query/cycles.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include "whofunds/graph/frozen_boost.hpp"
#include "whofunds/query/hops.hpp"

namespace whofunds::query {
namespace {

using graph::FrozenGraph;
using graph::VertexNumber;
using Circle = std::vector<VertexNumber>;

// The facts that hops run along, as Boost's filtered_graph takes them.
struct Carrying {
  const Hops* hops = nullptr;
  bool operator()(const graph::FrozenEdge& edge) const { return hops->carries(edge.number); }
};

// By vertex, the number of its component.
std::pair<std::vector<std::uint32_t>, std::size_t> component_numbers(const Hops& hops) {
  const FrozenGraph& graph = hops.graph();
  std::vector<std::uint32_t> numbers(graph.vertices());
  const boost::filtered_graph<FrozenGraph, Carrying> part(graph, Carrying{&hops});
  const auto index = get(boost::vertex_index, graph);
  const std::size_t count = boost::strong_components(
      part, boost::make_iterator_property_map(numbers.begin(), index), boost::vertex_index_map(index));
  return {std::move(numbers), count};
}

std::vector<Circle> components_of(const Hops& hops) {
  const auto [numbers, count] = component_numbers(hops);
  std::vector<std::uint32_t> sizes(count);
  for (const std::uint32_t number : numbers) ++sizes[number];
  std::map<std::uint32_t, Circle> members;
  for (VertexNumber vertex = 0; vertex < numbers.size(); ++vertex) {
    if (sizes[numbers[vertex]] > 1) members[numbers[vertex]].push_back(vertex);
  }
  std::vector<Circle> components;
  components.reserve(members.size());
  for (auto& [number, vertices] : members) components.push_back(std::move(vertices));
  std::sort(components.begin(), components.end(), [](const Circle& a, const Circle& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  return components;
}

// The circles of one component that begin at its vertices, each from the least of its vertices. Vertices are
// numbered within the component. A vertex is locked at the length at which coming to it again leads nowhere.
class CircleSearch {
 public:
  CircleSearch(const std::vector<std::vector<std::uint32_t>>& next, std::size_t max_length, std::size_t limit)
      : next_(next),
        bound_(max_length == 0 ? next.size() : std::min(max_length, next.size())),
        limit_(limit) {}

  // Circles of at most `bound` vertices; stops after more than `limit`.
  std::vector<Circle> run() {
    for (std::uint32_t start = 0; start < next_.size() && found_.size() <= limit_; ++start) from(start);
    return std::move(found_);
  }

 private:
  struct Frame {
    std::uint32_t vertex = 0;
    std::size_t at = 0;        // of its neighbours
    std::size_t to_start = 0;  // the least number of steps back to the start that was found
  };

  void from(std::uint32_t start) {
    start_ = start;
    lock_.assign(next_.size(), kUnlocked);
    waiting_.assign(next_.size(), {});
    path_.clear();
    enter(start);
    while (!path_.empty() && found_.size() <= limit_) step();
  }

  void enter(std::uint32_t vertex) {
    path_.push_back({.vertex = vertex, .to_start = kUnlocked});
    lock_[vertex] = path_.size();
  }

  void step() {
    Frame& frame = path_.back();
    const std::vector<std::uint32_t>& next = next_[frame.vertex];
    if (frame.at == next.size()) return leave();
    const std::uint32_t to = next[frame.at++];
    if (to < start_) return;
    if (to == start_) {
      Circle circle;
      for (const Frame& each : path_) circle.push_back(each.vertex);
      found_.push_back(std::move(circle));
      frame.to_start = 1;
    } else if (path_.size() < std::min(lock_[to], bound_) && !is_on_path(to)) {
      enter(to);
    }
  }

  bool is_on_path(std::uint32_t vertex) const {
    return std::any_of(path_.begin(), path_.end(), [&](const Frame& each) { return each.vertex == vertex; });
  }

  void leave() {
    const Frame done = path_.back();
    path_.pop_back();
    if (done.to_start == kUnlocked) {
      for (const std::uint32_t to : next_[done.vertex]) {
        if (to >= start_) waiting_[to].insert(done.vertex);
      }
      return;
    }
    // That the way back from here is longer is not passed on: a shorter one may be shut only by this very
    // path.
    if (!path_.empty()) path_.back().to_start = std::min(path_.back().to_start, done.to_start);
    relax(done.vertex, done.to_start);
  }

  // A way back was found: who was given up for want of one may be tried again where it is short enough.
  void relax(std::uint32_t vertex, std::size_t to_start) {
    std::vector<std::pair<std::uint32_t, std::size_t>> open{{vertex, to_start}};
    while (!open.empty()) {
      const auto [at, steps] = open.back();
      open.pop_back();
      if (steps > bound_) continue;
      const std::size_t latest = bound_ - steps + 1;  // the longest path to it that still closes in time
      if (lock_[at] != kUnlocked && lock_[at] >= latest) continue;
      lock_[at] = latest;
      for (const std::uint32_t before : waiting_[at]) {
        if (!is_on_path(before)) open.emplace_back(before, steps + 1);
      }
    }
  }

  static constexpr std::size_t kUnlocked = std::numeric_limits<std::size_t>::max();

  const std::vector<std::vector<std::uint32_t>>& next_;
  std::size_t bound_;
  std::size_t limit_;
  std::uint32_t start_ = 0;
  std::vector<Frame> path_;
  std::vector<std::size_t> lock_;
  std::vector<std::set<std::uint32_t>> waiting_;
  std::vector<Circle> found_;
};

// The circles of a component as vertices of the graph.
std::vector<Circle> circles_in(const Circle& component, const Hops& hops, const CyclesOptions& options) {
  std::vector<std::vector<std::uint32_t>> next(component.size());
  for (std::uint32_t n = 0; n < component.size(); ++n) {
    hops.each_next(component[n], [&](VertexNumber to, graph::EdgeNumber, bool) {
      const auto found = std::lower_bound(component.begin(), component.end(), to);
      if (found != component.end() && *found == to)
        next[n].push_back(static_cast<std::uint32_t>(found - component.begin()));
    });
    std::sort(next[n].begin(), next[n].end());
    next[n].erase(std::unique(next[n].begin(), next[n].end()), next[n].end());
  }
  std::vector<Circle> circles = CircleSearch(next, options.max_length, options.limit).run();
  for (Circle& circle : circles) {
    for (VertexNumber& vertex : circle) vertex = component[vertex];
  }
  return circles;
}

Path path_around(const Hops& hops, const Circle& circle) {
  Path path;
  for (std::size_t at = 0; at < circle.size(); ++at) {
    const VertexNumber from = circle[at];
    const VertexNumber to = circle[(at + 1) % circle.size()];
    path.steps.push_back({.from = from, .to = to, .facts = hops.facts(from, to)});
  }
  return path;
}

}  // namespace

Cycles cycles(const FrozenGraph& graph, const CyclesOptions& options) {
  PathOptions along = options.along;
  along.undirected = false;
  const Hops hops(graph, along);
  Cycles result;
  result.components = components_of(hops);
  std::vector<Circle> circles;
  for (const Circle& component : result.components) {
    std::vector<Circle> found = circles_in(component, hops, options);
    circles.insert(circles.end(), std::make_move_iterator(found.begin()),
                   std::make_move_iterator(found.end()));
    if (circles.size() > options.limit) break;
  }
  result.more = circles.size() > options.limit;
  std::sort(circles.begin(), circles.end(), [](const Circle& a, const Circle& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  if (result.more) circles.resize(options.limit);
  for (const Circle& circle : circles) result.cycles.push_back(path_around(hops, circle));
  return result;
}

}  // namespace whofunds::query
