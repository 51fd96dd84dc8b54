#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "command.hpp"
#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/query/sums.hpp"
#include "whofunds/store/opened_graph.hpp"

namespace whofunds::tools {

/// A query was understood, and its answer is that there is nothing (exit code 1).
class NothingFound : public Error {
 public:
  using Error::Error;
};

/// What every query was told: which graph, and how to answer.
struct QueryOptions {
  std::string graph;
  std::string format = "text";  ///< "text", "json" or "csv"
};

/// Declares GRAPH and --format.
void declare_query_options(CLI::App& app, QueryOptions& options);

/// The graph of that file in the form that queries work on. Where it must be made first, a person at a
/// terminal is told.
store::OpenedGraph open_frozen(const std::string& file);

/// All of the graph of that file in memory, for who needs every word of it.
graph::FundingGraph open_graph(const std::string& file);

/// The entity that is meant by a name, alias or id. Throws NothingFound, with near names, where there is
/// none, UsageError, with the candidates, where there are several.
graph::VertexNumber find_entity(const store::OpenedGraph& graph, std::string_view name);
graph::Vertex find_entity(const graph::FundingGraph& graph, std::string_view name);

/// The three forms of an answer. Only the one that was asked for is made.
struct AnswerForms {
  std::function<std::string()> text;
  std::function<nlohmann::ordered_json()> json;
  std::function<std::string()> csv;
};

/// Prints the form that `options` ask for.
void print_answer(const QueryOptions& options, const AnswerForms& forms);

/// {"id", "name", "kind"}
nlohmann::ordered_json entity_json(const model::Entity& entity);
nlohmann::ordered_json entity_json(const store::OpenedGraph& graph, graph::VertexNumber vertex);

/// A fact of the graph with the keys of a JSON line of `extract`, but "id" in place of "doc", "rules" in
/// place of "rule", and a "doc" for each piece of evidence.
nlohmann::ordered_json fact_json(const store::OpenedGraph& graph, graph::EdgeNumber edge);
nlohmann::ordered_json facts_json(const store::OpenedGraph& graph,
                                  const std::vector<graph::EdgeNumber>& edges);

/// [{"currency", "value", "approx", "deals"}, …]
nlohmann::ordered_json sums_json(const std::vector<query::Sum>& sums);

/// A fact of the graph as a person reads it, one line with its end, and below it, if asked for, the words
/// that say it.
std::string fact_text(const store::OpenedGraph& graph, graph::EdgeNumber edge, bool with_evidence);

/// "120 m USD, ≈ 4 m EUR"
std::string sums_text(const std::vector<query::Sum>& sums);

/// A fact as cells of CSV, and the names of these columns.
std::vector<std::string> fact_cells(const store::OpenedGraph& graph, graph::EdgeNumber edge);
std::vector<std::string> fact_columns();

}  // namespace whofunds::tools
