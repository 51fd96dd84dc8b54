#pragma once

#include <string>

#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/model/fact.hpp"

namespace whofunds::tools {

/// A fact as a person reads it, one line: "A —invests in→ B · 30 bn USD · 2025 · 49 % · announced".
std::string fact_line(const model::Fact& fact);

/// An edge of the graph between the entities of those names, in the same form.
std::string fact_line(const std::string& subject, const graph::EdgeFact& fact, const std::string& object);

/// The quotes that say it, each one line: two spaces, the quoted text, the document it stands in.
std::string evidence_lines(const std::vector<model::Evidence>& evidence);

}  // namespace whofunds::tools
