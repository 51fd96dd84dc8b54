#pragma once

#include <vector>

#include "whofunds/query/funders.hpp"

namespace whofunds::query {

/// Somebody whom both entities have to do with.
struct Shared {
  graph::VertexNumber entity = 0;
  std::vector<Funder> with_first;   ///< rows of `funders` or `funded` of the first entity
  std::vector<Funder> with_second;  ///< and of the second
};

struct Common {
  std::vector<Shared> funders;  ///< who funds both, in vertex order
  std::vector<Shared> funded;   ///< whom both fund
};

/// Whom two entities share: their funders and their targets, direct or with `options.depth`.
Common common(const graph::FrozenGraph& graph, graph::VertexNumber first, graph::VertexNumber second,
              const FundersOptions& options = {});

}  // namespace whofunds::query
