#include "funding_answer.hpp"

#include <utility>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "csv.hpp"
#include "fact_text.hpp"
#include "option_checks.hpp"
#include "printing.hpp"
#include "relation_options.hpp"

namespace whofunds::tools {
namespace {

using Json = nlohmann::ordered_json;

using store::OpenedGraph;

std::string text_of(const OpenedGraph& graph, const query::Funding& funding, bool with_evidence) {
  std::string text;
  const auto add = [&](graph::EdgeNumber edge, std::size_t depth) {
    text += std::string(2 * (depth - 1), ' ') + fact_text(graph, edge, with_evidence);
  };
  for (const query::Funder& row : funding.rows) {
    for (const graph::EdgeNumber edge : row.facts) add(edge, row.depth);
  }
  for (const graph::EdgeNumber edge : funding.unnamed) add(edge, 1);
  if (!funding.sums.empty()) text += "Directly, each deal once: " + sums_text(funding.sums) + '\n';
  return text;
}

Json json_of(const OpenedGraph& graph, graph::VertexNumber entity, const query::Funding& funding,
             const std::string& rows_key) {
  Json rows = Json::array();
  for (const query::Funder& row : funding.rows) {
    rows.push_back({{"entity", entity_json(graph, row.entity)},
                    {"relation", to_string(row.relation)},
                    {"depth", row.depth},
                    {"sums", sums_json(row.sums)},
                    {"facts", facts_json(graph, row.facts)}});
  }
  return {{"entity", entity_json(graph, entity)},
          {rows_key, std::move(rows)},
          {"unnamed", facts_json(graph, funding.unnamed)},
          {"sums", sums_json(funding.sums)}};
}

std::string csv_of(const OpenedGraph& graph, const query::Funding& funding) {
  std::vector<std::string> columns = fact_columns();
  columns.insert(columns.begin(), "depth");
  std::string rows = csv_row(columns);
  const auto add = [&](graph::EdgeNumber edge, std::size_t depth) {
    std::vector<std::string> cells = fact_cells(graph, edge);
    cells.insert(cells.begin(), std::to_string(depth));
    rows += csv_row(cells);
  };
  for (const query::Funder& row : funding.rows) {
    for (const graph::EdgeNumber edge : row.facts) add(edge, row.depth);
  }
  for (const graph::EdgeNumber edge : funding.unnamed) add(edge, 1);
  return rows;
}

}  // namespace

void declare_funding_options(CLI::App& app, FundingOptions& options) {
  declare_query_options(app, options.query);
  app.add_option("X", options.name)->required();
  app.add_option("--depth", options.depth)->check(whole_number(1));
  declare_relation_option(app, options.relations);
  app.add_flag("--evidence", options.evidence);
}

ExitCode answer_funding(const FundingOptions& options, FundingQuery ask, const std::string& rows_key,
                        const std::string& nobody) {
  const OpenedGraph graph = open_frozen(options.query.graph);
  const graph::VertexNumber entity = find_entity(graph, options.name);
  const query::Funding funding =
      ask(graph.graph(), entity, {.depth = options.depth, .relations = relations_of(options.relations)});
  print_answer(options.query, {.text = [&] { return text_of(graph, funding, options.evidence); },
                               .json = [&] { return json_of(graph, entity, funding, rows_key); },
                               .csv = [&] { return csv_of(graph, funding); }});
  if (!funding.rows.empty() || !funding.unnamed.empty()) return ExitCode::kDone;
  say_error(std::string(graph.graph().name(entity)) + " " + nobody);
  return ExitCode::kNothingFound;
}

}  // namespace whofunds::tools
