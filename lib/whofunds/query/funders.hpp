#pragma once

#include <cstddef>
#include <vector>

#include "whofunds/graph/frozen_graph.hpp"
#include "whofunds/model/relation.hpp"
#include "whofunds/query/sums.hpp"

namespace whofunds::query {

/// How far to follow money, and along what.
struct FundersOptions {
  std::size_t depth = 1;                   ///< 1 = direct only
  std::vector<model::Relation> relations;  ///< empty = the funding relations (`model::is_funding`)
  bool denied = false;  ///< also what the text says is not so; never in the sums, never followed further
};

/// One who funds, or is funded, by one relation.
struct Funder {
  graph::VertexNumber entity = 0;
  model::Relation relation = model::Relation::kInvestsIn;
  std::size_t depth = 1;                 ///< steps from the entity asked for, by the shortest way
  std::vector<graph::EdgeNumber> facts;  ///< between it and entities one step nearer, in edge order
  std::vector<Sum> sums;                 ///< of these facts, each deal once
};

/// Who funds an entity, or whom it funds.
struct Funding {
  std::vector<Funder> rows;  ///< by depth, then vertex, then relation
  std::vector<Sum>
      sums;  ///< of the facts of depth 1 together, each deal once: what rows add up to may be more
  std::vector<graph::EdgeNumber>
      unnamed;  ///< `raised` facts of the entity: money from sources not named (funders only)
};

/// Who funds `entity`: the subjects of funding facts into it, and, with `depth`, who funds those.
Funding funders(const graph::FrozenGraph& graph, graph::VertexNumber entity,
                const FundersOptions& options = {});

/// Whom `entity` funds.
Funding funded(const graph::FrozenGraph& graph, graph::VertexNumber entity,
               const FundersOptions& options = {});

}  // namespace whofunds::query
