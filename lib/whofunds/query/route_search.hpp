#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "whofunds/query/hops.hpp"
#include "whofunds/query/vertex_map.hpp"

namespace whofunds::query {

/// The vertices of a path, both ends included; empty = there is none.
using Route = std::vector<graph::VertexNumber>;

inline constexpr std::size_t kAnyLength = std::numeric_limits<std::size_t>::max();

/// The route with the fewest hops, of several the first in the order of vertices. Searches breadth-first from
/// both ends at once, always on the side that is cheaper (Pohl, "Bi-directional Search", Machine Intelligence
/// 6, 1971), so it meets about the square root of what a search from one end meets. `open(u, v)` tells
/// whether the hop from u to v may be taken.
template <typename Open>
class RouteSearch {
 public:
  RouteSearch(const Hops& hops, Open open) : hops_(hops), open_(open) {}

  Route run(graph::VertexNumber from, graph::VertexNumber to, std::size_t max_length = kAnyLength) {
    if (from == to) return {};
    start(ahead_, from, hops_.next_cost(from));
    start(back_, to, hops_.previous_cost(to));
    while (met_.empty()) {
      if (ahead_.ring.empty() || back_.ring.empty() || ahead_.depth + back_.depth >= max_length) return {};
      if (ahead_.cost <= back_.cost) {
        reach_ahead();
        widen(ahead_, back_, [&](graph::VertexNumber vertex) { return hops_.next_cost(vertex); });
      } else {
        reach_back();
        widen(back_, ahead_, [&](graph::VertexNumber vertex) { return hops_.previous_cost(vertex); });
      }
    }
    return first_route(from);
  }

 private:
  struct Side {
    VertexMap depths;
    Route ring;  // those met last
    std::size_t depth = 0;
    std::size_t cost = 0;  // of widening the ring
  };

  static void start(Side& side, graph::VertexNumber vertex, std::size_t cost) {
    side.depths.insert(vertex, 0);
    side.ring = {vertex};
    side.cost = cost;
  }

  // Calls `take` for each vertex. What it will look at some vertices later is called into the cache by
  // `expect`: most of the time of a search is waiting for memory.
  template <typename Expect, typename Take>
  static void each_expected(const Route& vertices, Expect expect, Take take) {
    constexpr std::size_t kAhead = 8;
    for (std::size_t at = 0; at < vertices.size(); ++at) {
      if (at + kAhead < vertices.size()) expect(vertices[at + kAhead]);
      take(vertices[at]);
    }
  }

  // Gathers what hops lead to from the ring, some of it more than once.
  void reach_ahead() {
    reached_.clear();
    each_expected(
        ahead_.ring, [&](graph::VertexNumber vertex) { hops_.expect_next(vertex); },
        [&](graph::VertexNumber vertex) {
          hops_.each_next(vertex, [&](graph::VertexNumber next, graph::EdgeNumber, bool) {
            if (open_(vertex, next)) reached_.push_back(next);
          });
        });
  }

  void reach_back() {
    reached_.clear();
    each_expected(
        back_.ring, [&](graph::VertexNumber vertex) { hops_.expect_previous(vertex); },
        [&](graph::VertexNumber vertex) {
          hops_.each_previous(vertex, [&](graph::VertexNumber previous, graph::EdgeNumber, bool) {
            if (open_(previous, vertex)) reached_.push_back(previous);
          });
        });
  }

  // Makes what was reached the next ring of a side. Where some of it is the other side's, the two have met:
  // nothing else of the ring is noted then, as no shortest route goes through it.
  template <typename Cost>
  void widen(Side& side, const Side& other, Cost cost) {
    ++side.depth;
    const auto depth = static_cast<std::uint32_t>(side.depth);
    each_expected(
        reached_, [&](graph::VertexNumber vertex) { other.depths.expect(vertex); },
        [&](graph::VertexNumber vertex) {
          if (other.depths.contains(vertex) && side.depths.insert(vertex, depth)) met_.push_back(vertex);
        });
    if (!met_.empty()) return;
    side.ring.clear();
    each_expected(
        reached_, [&](graph::VertexNumber vertex) { side.depths.expect(vertex); },
        [&](graph::VertexNumber vertex) {
          if (side.depths.insert(vertex, depth)) side.ring.push_back(vertex);
        });
    side.cost = 0;
    for (const graph::VertexNumber vertex : side.ring) side.cost += cost(vertex);
  }

  // Of the vertices met from the start, those that lie on a shortest route.
  VertexMap on_routes() const {
    VertexMap marked;
    Route ring = met_;
    for (const graph::VertexNumber vertex : ring) marked.insert(vertex, 0);
    for (std::size_t depth = ahead_.depth; depth > 0; --depth) {
      Route nearer;
      for (const graph::VertexNumber vertex : ring) {
        hops_.each_previous(vertex, [&](graph::VertexNumber previous, graph::EdgeNumber, bool) {
          if (ahead_.depths.find(previous) != depth - 1 || !open_(previous, vertex)) return;
          if (marked.insert(previous, 0)) nearer.push_back(previous);
        });
      }
      ring = std::move(nearer);
    }
    return marked;
  }

  Route first_route(graph::VertexNumber from) const {
    const VertexMap marked = on_routes();
    const std::size_t length = ahead_.depth + back_.depth;
    Route route{from};
    while (route.size() <= length) {
      const std::size_t depth = route.size();
      constexpr graph::VertexNumber kNone = std::numeric_limits<graph::VertexNumber>::max();
      graph::VertexNumber first = kNone;
      hops_.each_next(route.back(), [&](graph::VertexNumber next, graph::EdgeNumber, bool) {
        if (next >= first) return;
        const bool on_route = depth <= ahead_.depth
                                  ? marked.contains(next) && ahead_.depths.find(next) == depth
                                  : back_.depths.find(next) == length - depth;
        if (on_route && open_(route.back(), next)) first = next;
      });
      route.push_back(first);
    }
    return route;
  }

  const Hops& hops_;
  Open open_;
  Side ahead_;
  Side back_;
  Route reached_;
  Route met_;
};

}  // namespace whofunds::query
