#include "whofunds/graph/edge_fact.hpp"

#include <algorithm>
#include <set>

#include "whofunds/graph/attributes.hpp"
#include "whofunds/graph/fact_key.hpp"
#include "whofunds/graph/stable_id.hpp"

namespace whofunds::graph {

EdgeFact edge_fact(std::span<const model::Fact* const> facts, std::string_view subject,
                   std::string_view object) {
  const model::Fact& any = *facts.front();
  Attributes told = attributes_of(any);
  for (const model::Fact* fact : facts) {
    if (Attributes more = attributes_of(*fact); told_by(told, more)) told = std::move(more);
  }
  EdgeFact edge{.id = id_text("f", edge_number(subject, object, any.relation, any.status, told)),
                .relation = any.relation,
                .amount = told.amount,
                .stake = told.stake,
                .round = told.round,
                .status = any.status,
                .date = told.date,
                .valuation = told.valuation,
                .confidence = 0};
  std::set<std::string> rules;
  for (const model::Fact* fact : facts) {
    edge.lead = edge.lead || fact->lead;
    edge.confidence = std::max(edge.confidence, fact->confidence);
    if (!fact->rule.empty()) rules.insert(fact->rule);
    edge.evidence.insert(edge.evidence.end(), fact->evidence.begin(), fact->evidence.end());
  }
  edge.rules.assign(rules.begin(), rules.end());
  sort_evidence(edge.evidence);
  return edge;
}

}  // namespace whofunds::graph
