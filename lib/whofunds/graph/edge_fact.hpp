#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/model/fact.hpp"

namespace whofunds::graph {

/// One fact of a graph: an edge from its subject to its object. What entity it runs between is told by the
/// edge itself.
struct EdgeFact {
  std::string id;  ///< stable: made from what the fact says and of whom, so the same fact has the same id in
                   ///< every graph
  model::Relation relation = model::Relation::kInvestsIn;
  std::optional<model::Money> amount;  ///< the sum of the whole deal
  std::optional<model::Stake> stake;
  std::string round;
  bool lead = false;
  model::Status status = model::Status::kCompleted;
  std::optional<model::PartialDate> date;
  std::optional<model::Money> valuation;
  std::string
      deal;  ///< id of the deal, unique in the graph; facts of one event share it; empty = stands alone
  double confidence = 1.0;                ///< the best of the facts that say it
  std::vector<std::string> rules;         ///< every rule that found it, sorted
  std::vector<model::Evidence> evidence;  ///< all of it, sorted by document and place, each once

  friend bool operator==(const EdgeFact&, const EdgeFact&) = default;
};

/// The edge that facts make which are one (edge_table.hpp), between entities of these ids. The deal is left
/// to whoever knows it.
EdgeFact edge_fact(std::span<const model::Fact* const> facts, std::string_view subject,
                   std::string_view object);

}  // namespace whofunds::graph
