#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "whofunds/graph/frozen_graph.hpp"
#include "whofunds/query/sums.hpp"

namespace whofunds::query {

/// How much a graph holds.
struct Stats {
  std::size_t documents = 0;  ///< with at least one fact
  std::size_t entities = 0;
  std::size_t facts = 0;
  std::size_t deals = 0;  ///< events that facts share
  std::size_t evidence = 0;
  std::array<std::size_t, model::kAllEntityKinds.size()>
      entities_by_kind{};  ///< in the order of `kAllEntityKinds`
  std::array<std::size_t, model::kAllRelations.size()>
      facts_by_relation{};                                                ///< in the order of `kAllRelations`
  std::array<std::size_t, model::kAllStatuses.size()> facts_by_status{};  ///< in the order of `kAllStatuses`
  std::vector<Sum> sums;  ///< of funding facts and `raised`, each deal once, without what is denied
};

Stats stats(const graph::FrozenGraph& graph);

}  // namespace whofunds::query
