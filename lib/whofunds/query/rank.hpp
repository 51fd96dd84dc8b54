#pragma once

#include <cstddef>
#include <vector>

#include "whofunds/graph/frozen_graph.hpp"
#include "whofunds/query/path.hpp"

namespace whofunds::query {

enum class Centrality {
  kMoney,        ///< PageRank against the arrows: who funds much, or funds those who do
  kBetweenness,  ///< how many shortest paths lead through it
  kDegree,       ///< with how many others it has to do
};

struct RankOptions {
  Centrality by = Centrality::kMoney;
  std::size_t top = 20;
  std::size_t pivots = 256;  ///< betweenness: from how many vertices paths are counted; exact where there are
                             ///< no more vertices with a fact than that
  PathOptions along;
};

struct Ranked {
  graph::VertexNumber entity = 0;
  double score = 0;
};

/// The most central entities, best first, of the same score in vertex order; those of score 0 are left out.
///
/// - money: PageRank (Brin and Page, 1998; damping 0.85) in which an entity hands on what it has to those who
///   fund it, to each by its sums. Sums of different currencies are made comparable by taking each as a
///   multiple of the median sum of its currency; a fact without a sum counts as one median. The sum of a deal
///   is shared among its facts.
/// - betweenness: Brandes, "A Faster Algorithm for Betweenness Centrality", J. Math. Sociology 25 (2001); on
///   large graphs from pivots, spread evenly over the vertices (Brandes and Pich, 2007), scaled to all.
/// - degree: entities joined to it by at least one fact, in either direction.
std::vector<Ranked> rank(const graph::FrozenGraph& graph, const RankOptions& options = {});

}  // namespace whofunds::query
