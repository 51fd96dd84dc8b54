#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "whofunds/graph/frozen_graph.hpp"

namespace whofunds::query {

/// What one entity holds of another now, by the facts that are done: `owns` and `acquires`, and what else
/// tells a stake. Of facts that tell different stakes the latest counts, of one date the largest.
///
/// A fact does not count where an ended one of the same two is not dated before it and is not of a smaller
/// part. What an `owns` tells with a stake stands longer: until an ended fact that is dated later, or tells
/// the very same stake.
struct Holding {
  graph::VertexNumber owner = 0;
  graph::VertexNumber asset = 0;
  std::optional<double> percent;  ///< nothing: the stake is not told
  bool at_least = false;
  bool controlling = false;  ///< called so, or more than half, or bought without telling a smaller part where
                             ///< less than half is told to be in other hands
  std::vector<graph::EdgeNumber> facts;
};

/// Who holds the asset, in vertex order.
std::vector<Holding> holdings_in(const graph::FrozenGraph& graph, graph::VertexNumber asset);

/// All holdings by which anybody can own a part of an entity.
struct Ownership {
  std::vector<graph::VertexNumber> entities;  ///< the entity itself first, then the nearest owners
  std::vector<Holding> holdings;              ///< `owner` and `asset` are numbers of `entities`
};
Ownership ownership_of(const graph::FrozenGraph& graph, graph::VertexNumber entity);

/// The parts of entity 0 that all entities hold, directly and through others.
struct IndirectStakes {
  std::vector<double> percent;  ///< by number; what is not told counts as nothing
  std::vector<std::size_t>
      over_told;  ///< whose stakes add up to more than 100 %; they were scaled down to it
  std::vector<std::size_t> wholly_inside;  ///< who own each other wholly, so that nobody outside owns them:
                                           ///< they count as having no owner
};

/// Solves the system of stakes, circles included: with S the matrix of direct stakes, (I − S) v = S e₀. What
/// an entity holds through itself is not counted twice (net integrated ownership: Baldone, Brioschi and
/// Paleari, "Ownership Measures Among Firms Connected by Cross-Shareholdings", 1997).
IndirectStakes indirect_stakes(const Ownership& ownership);

/// Who controls entity 0 by majority: alone, or with those whom it controls, it holds more than half, or a
/// stake that is called controlling.
struct Control {
  std::size_t controller = 0;
  std::vector<std::size_t>
      chain;  ///< from the controller to entity 0, each controlled through the one before
};
std::vector<Control> controllers(const Ownership& ownership);

}  // namespace whofunds::query
