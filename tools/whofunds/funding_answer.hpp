#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph_query.hpp"
#include "whofunds/query/funders.hpp"

namespace whofunds::tools {

/// What `funders` and `funded` were asked.
struct FundingOptions {
  QueryOptions query;
  std::string name;
  std::size_t depth = 1;
  std::vector<std::string> relations;
  bool evidence = false;
};

/// Declares GRAPH, X and the options.
void declare_funding_options(CLI::App& app, FundingOptions& options);

/// The library's function that answers: `query::funders` or `query::funded`.
using FundingQuery = query::Funding (*)(const graph::FrozenGraph&, graph::VertexNumber,
                                        const query::FundersOptions&);

/// Asks and prints. `rows_key` names the list in JSON ("funders"); `nobody` is said, after the entity's name,
/// where there is none ("is funded by nobody that the graph knows").
ExitCode answer_funding(const FundingOptions& options, FundingQuery ask, const std::string& rows_key,
                        const std::string& nobody);

}  // namespace whofunds::tools
