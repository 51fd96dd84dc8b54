#include "whofunds/query/owners.hpp"

#include <algorithm>
#include <utility>

namespace whofunds::query {
namespace {

using graph::VertexNumber;

// By number of an entity, whether more may be held than is told: some stake between it and entity 0 is "at
// least", or not told.
std::vector<bool> lower_bounds(const Ownership& ownership) {
  std::vector<bool> bounds(ownership.entities.size());
  for (bool changed = true; changed;) {
    changed = false;
    for (const Holding& holding : ownership.holdings) {
      const bool inexact = holding.at_least || !holding.percent || bounds[holding.asset];
      if (!inexact || bounds[holding.owner] || holding.owner == 0) continue;
      bounds[holding.owner] = true;
      changed = true;
    }
  }
  return bounds;
}

std::vector<VertexNumber> vertices_of(const Ownership& ownership, const std::vector<std::size_t>& numbers) {
  std::vector<VertexNumber> vertices;
  vertices.reserve(numbers.size());
  for (const std::size_t number : numbers) vertices.push_back(ownership.entities[number]);
  return vertices;
}

std::vector<Owner> all_owners(const Ownership& ownership, const IndirectStakes& stakes) {
  std::vector<Owner> all(ownership.entities.size());
  const std::vector<bool> bounds = lower_bounds(ownership);
  for (std::size_t n = 0; n < all.size(); ++n) {
    all[n] = {.entity = ownership.entities[n],
              .percent = stakes.percent[n],
              .ultimate = true,
              .lower_bound = bounds[n]};
  }
  for (const Holding& holding : ownership.holdings) {
    all[holding.asset].ultimate = false;
    if (holding.asset != 0) continue;
    all[holding.owner].direct = holding;
    all[holding.owner].direct->owner = ownership.entities[holding.owner];
    all[holding.owner].direct->asset = ownership.entities[0];
  }
  for (const std::size_t number : stakes.wholly_inside) all[number].ultimate = true;
  for (const Control& control : controllers(ownership)) {
    all[control.controller].control = vertices_of(ownership, control.chain);
  }
  return all;
}

}  // namespace

Owners owners(const graph::FrozenGraph& graph, VertexNumber entity, const OwnersOptions& options) {
  const Ownership ownership = ownership_of(graph, entity);
  const IndirectStakes stakes = indirect_stakes(ownership);
  Owners result{.owners = all_owners(ownership, stakes),
                .over_told = vertices_of(ownership, stakes.over_told),
                .wholly_inside = vertices_of(ownership, stakes.wholly_inside)};
  result.owners.erase(result.owners.begin());  // the entity itself
  for (const Owner& owner : result.owners) {
    if (owner.ultimate) result.told += owner.percent;
  }
  std::erase_if(result.owners, [&](const Owner& owner) {
    const bool too_small = owner.percent < options.threshold && owner.control.empty();
    return too_small || (options.ultimate && !owner.ultimate);
  });
  std::sort(result.owners.begin(), result.owners.end(), [](const Owner& a, const Owner& b) {
    return a.percent != b.percent ? a.percent > b.percent : a.entity < b.entity;
  });
  return result;
}

}  // namespace whofunds::query
