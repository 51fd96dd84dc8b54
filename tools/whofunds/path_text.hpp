#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "graph_query.hpp"
#include "whofunds/query/path.hpp"

namespace whofunds::tools {

/// A path as a chain of names, then the facts of each step.
std::string path_text(const store::OpenedGraph& graph, const query::Path& path, bool with_evidence);

/// {"length", "steps": [{"from", "to", "facts": [FACT with "forward"]}]}
nlohmann::ordered_json path_json(const store::OpenedGraph& graph, const query::Path& path);

/// A row of CSV for each fact of each step of each path, after one with the names of the columns; the first
/// column is called `what`.
std::string paths_csv(const store::OpenedGraph& graph, const std::vector<query::Path>& paths,
                      const std::string& what);

}  // namespace whofunds::tools
