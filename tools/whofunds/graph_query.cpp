#include "graph_query.hpp"

#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "fact_text.hpp"
#include "printing.hpp"
#include "whofunds/exchange/json_lines.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::tools {
namespace {

using Json = nlohmann::ordered_json;

/// Entities as lines of a message: name, kind, id.
std::string listed(const graph::Graph& graph, const std::vector<graph::Vertex>& vertices) {
  std::vector<std::vector<std::string>> rows;
  for (const graph::Vertex vertex : vertices) {
    const model::Entity& entity = graph[vertex];
    rows.push_back({"", entity.name, std::string(to_string(entity.kind)), entity.id});
  }
  return aligned(rows);
}

/// The edge as a fact of one document, so that it is written as facts are everywhere.
model::Fact as_fact(const graph::Graph& graph, graph::Edge edge) {
  const graph::EdgeFact& said = graph[edge];
  model::Fact fact{.object = graph[target(edge, graph)],
                   .amount = said.amount,
                   .stake = said.stake,
                   .round = said.round,
                   .lead = said.lead,
                   .status = said.status,
                   .date = said.date,
                   .valuation = said.valuation,
                   .deal = said.deal,
                   .confidence = said.confidence};
  fact.relation = said.relation;
  if (said.relation != model::Relation::kRaised) fact.subject = graph[source(edge, graph)];
  return fact;
}

Json evidence_json(const std::vector<model::Evidence>& evidence) {
  Json list = Json::array();
  for (const model::Evidence& each : evidence)
    list.push_back({{"doc", each.document}, {"begin", each.begin}, {"end", each.end}, {"text", each.text}});
  return list;
}

}  // namespace

void declare_query_options(CLI::App& app, QueryOptions& options) {
  app.add_option("GRAPH", options.graph)->required();
  app.add_option("--format", options.format)->check(CLI::IsMember({"text", "json", "csv"}));
}

graph::FundingGraph open_graph(const std::string& file) {
  return store::Store::open(file).load(entities::load_legal_forms(language::share_directory()));
}

graph::Vertex find_entity(const graph::FundingGraph& graph, std::string_view name) {
  const std::vector<graph::Vertex> found = graph.find(name);
  const std::string quoted = "'" + printable(name) + "'";
  if (found.size() == 1) return found.front();
  if (found.size() > 1)
    throw UsageError("", fmt::format("{} may be any of {}", quoted, found.size()),
                     "name one of them in full or by its id\n" + listed(graph.graph(), found));
  const std::vector<graph::Vertex> near = graph.suggest(name);
  if (near.empty()) throw NothingFound("", "the graph knows nobody by the name of " + quoted);
  throw NothingFound("", "the graph knows nobody by the name of " + quoted,
                     "near it are\n" + listed(graph.graph(), near));
}

void print_answer(const QueryOptions& options, const AnswerForms& forms) {
  if (options.format == "json") return print(forms.json().dump(2) + '\n');
  print(options.format == "csv" ? forms.csv() : forms.text());
}

Json entity_json(const model::Entity& entity) {
  return {{"id", entity.id}, {"name", entity.name}, {"kind", to_string(entity.kind)}};
}

Json fact_json(const graph::Graph& graph, graph::Edge edge) {
  const graph::EdgeFact& said = graph[edge];
  Json json{{"id", said.id}};
  const Json written = Json::parse(exchange::to_json_line(as_fact(graph, edge)));
  for (const auto& [key, value] : written.items()) {
    if (key != "doc" && key != "evidence") json[key] = value;
  }
  if (json.contains("subject")) json["subject"] = entity_json(graph[source(edge, graph)]);
  json["object"] = entity_json(graph[target(edge, graph)]);
  json["rules"] = said.rules;
  json["evidence"] = evidence_json(said.evidence);
  return json;
}

Json sums_json(const std::vector<query::Sum>& sums) {
  Json list = Json::array();
  for (const query::Sum& sum : sums)
    list.push_back(
        {{"currency", sum.currency}, {"value", sum.value}, {"approx", sum.approx}, {"deals", sum.deals}});
  return list;
}

std::string fact_line(const graph::Graph& graph, graph::Edge edge) {
  return fact_line(graph[source(edge, graph)].name, graph[edge], graph[target(edge, graph)].name);
}

std::string sums_text(const std::vector<query::Sum>& sums) {
  std::string text;
  for (const query::Sum& sum : sums) {
    if (!text.empty()) text += ", ";
    text += model::to_text({.value = sum.value, .currency = sum.currency, .approx = sum.approx});
  }
  return text;
}

std::vector<std::string> fact_columns() {
  return {"subject", "relation", "object", "amount", "currency",   "stake_percent", "round",
          "lead",    "status",   "date",   "deal",   "confidence", "evidence"};
}

std::vector<std::string> fact_cells(const graph::Graph& graph, graph::Edge edge) {
  const graph::EdgeFact& said = graph[edge];
  std::string quotes;
  for (const model::Evidence& each : said.evidence)
    quotes.append(quotes.empty() ? "" : " | ").append(each.document).append(": ").append(each.text);
  return {said.relation == model::Relation::kRaised ? "" : graph[source(edge, graph)].name,
          std::string(to_string(said.relation)),
          graph[target(edge, graph)].name,
          said.amount ? std::to_string(said.amount->value) : "",
          said.amount ? said.amount->currency : "",
          said.stake && said.stake->percent ? fmt::format("{:g}", *said.stake->percent) : "",
          said.round,
          said.lead ? "true" : "",
          std::string(to_string(said.status)),
          said.date ? to_string(*said.date) : "",
          said.deal,
          fmt::format("{:.2f}", said.confidence),
          quotes};
}

}  // namespace whofunds::tools
