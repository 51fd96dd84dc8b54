#pragma once

#include <optional>
#include <vector>

#include "whofunds/query/ownership.hpp"

namespace whofunds::query {

struct OwnersOptions {
  double threshold =
      0;  ///< percent: who holds less, and does not control, is left out (25 = beneficial owners)
  bool ultimate = false;  ///< only those of whom no owner is known
};

/// One who owns a part of an entity, directly or through others.
struct Owner {
  graph::VertexNumber entity = 0;
  double percent = 0;             ///< in all, direct and through others; what is not told counts as nothing
  std::optional<Holding> direct;  ///< what it holds itself
  bool ultimate = false;          ///< nobody is known to own it
  bool lower_bound = false;       ///< it may be more: a stake on the way is "at least", or not told
  std::vector<graph::VertexNumber> control;  ///< the chain by which it controls the entity: itself first, the
                                             ///< entity last; empty = it does not, as far as is told
};

struct Owners {
  std::vector<Owner> owners;                   ///< largest part first, then in vertex order
  double told = 0;                             ///< percent of the entity whose ultimate owners are known
  std::vector<graph::VertexNumber> over_told;  ///< `IndirectStakes`, as vertices
  std::vector<graph::VertexNumber> wholly_inside;
};

/// Who owns an entity in the end: stakes multiplied along all paths, circles included.
Owners owners(const graph::FrozenGraph& graph, graph::VertexNumber entity, const OwnersOptions& options = {});

}  // namespace whofunds::query
