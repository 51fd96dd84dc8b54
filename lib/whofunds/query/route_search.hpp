#pragma once

#include <algorithm>
#include <cstddef>
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
        widen_ahead();
      } else {
        widen_back();
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

  void widen_ahead() {
    Route ring = begin_ring(ahead_);
    for (const graph::VertexNumber vertex : ring) {
      hops_.each_next(vertex, [&](graph::VertexNumber next, graph::EdgeNumber, bool) {
        if (!open_(vertex, next)) return;
        if (meet(ahead_, back_, next)) ahead_.cost += hops_.next_cost(next);
      });
    }
  }

  void widen_back() {
    Route ring = begin_ring(back_);
    for (const graph::VertexNumber vertex : ring) {
      hops_.each_previous(vertex, [&](graph::VertexNumber previous, graph::EdgeNumber, bool) {
        if (!open_(previous, vertex)) return;
        if (meet(back_, ahead_, previous)) back_.cost += hops_.previous_cost(previous);
      });
    }
  }

  static Route begin_ring(Side& side) {
    ++side.depth;
    side.cost = 0;
    return std::exchange(side.ring, {});
  }

  // Notes a vertex that one side has come to; false if it was there before.
  bool meet(Side& side, const Side& other, graph::VertexNumber vertex) {
    if (!side.depths.insert(vertex, static_cast<std::uint32_t>(side.depth))) return false;
    side.ring.push_back(vertex);
    if (other.depths.contains(vertex)) met_.push_back(vertex);
    return true;
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
  Route met_;
};

}  // namespace whofunds::query
