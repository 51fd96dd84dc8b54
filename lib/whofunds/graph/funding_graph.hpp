#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <boost/graph/adjacency_list.hpp>

#include "whofunds/model/fact.hpp"

namespace whofunds::graph {

/// One fact of a graph: an edge from its subject to its object. What entity it runs between is told by the edge itself.
struct EdgeFact {
  std::string id;  ///< stable: made from what the fact says and of whom, so the same fact has the same id in every graph
  model::Relation relation = model::Relation::kInvestsIn;
  std::optional<model::Money> amount;  ///< the sum of the whole deal
  std::optional<model::Stake> stake;
  std::string round;
  bool lead = false;
  model::Status status = model::Status::kCompleted;
  std::optional<model::PartialDate> date;
  std::optional<model::Money> valuation;
  std::string deal;  ///< id of the deal, unique in the graph; facts of one event share it; empty = stands alone
  double confidence = 1.0;
  std::vector<std::string> rules;             ///< every rule that found it, sorted
  std::vector<model::Evidence> evidence;      ///< all of it, sorted by document and place, each once
};

/// The vertices are entities, the edges facts. `raised`, which names no investor, is kept as a loop on its company.
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, model::Entity, EdgeFact>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;
using Edge = boost::graph_traits<Graph>::edge_descriptor;

/// Who funds whom, of any number of documents: a Boost.Graph property graph with names that join across documents.
///
/// Adding is idempotent (the same fact of the same document changes nothing), and the result does not depend on the order
/// in which facts are added.
class FundingGraph;

}  // namespace whofunds::graph
