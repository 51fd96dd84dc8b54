#include "graph_query.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "fact_text.hpp"
#include "printing.hpp"
#include "whofunds/entities/name_key.hpp"
#include "whofunds/exchange/json_lines.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/store/store.hpp"
#include "whofunds/text/json_text.hpp"

namespace whofunds::tools {
namespace {

using Json = nlohmann::ordered_json;

/// Entities as lines of a message: name, kind, id.
std::string listed(const std::vector<model::Entity>& entities) {
  std::vector<std::vector<std::string>> rows;
  rows.reserve(entities.size());
  for (const model::Entity& entity : entities)
    rows.push_back({"", entity.name, std::string(to_string(entity.kind)), entity.id});
  return aligned(rows);
}

/// "John Smith (gb)" where "John Smith" is asked for: registers know several, told apart by a mark.
bool is_marked(std::string_view name, std::string_view asked) {
  const std::size_t mark = name.rfind(" (");
  return mark != std::string_view::npos && name.ends_with(')') &&
         entities::name_key(name.substr(0, mark), {}) == entities::name_key(asked, {});
}

/// The one of `found`, entities of that name. `near` gives those that may be meant where there is none.
std::size_t only_one(std::string_view name, const std::vector<model::Entity>& found,
                     const std::function<std::vector<model::Entity>()>& near) {
  const std::string quoted = "'" + printable(name) + "'";
  if (found.size() == 1) return 0;
  const auto check_one_is_meant = [&](const std::vector<model::Entity>& meant) {
    if (meant.size() > 1)
      throw UsageError("", fmt::format("{} may be any of {}", quoted, meant.size()),
                       "name one of them in full or by its id\n" + listed(meant));
  };
  check_one_is_meant(found);
  const std::vector<model::Entity> suggested = near();
  std::vector<model::Entity> alike;
  std::ranges::copy_if(suggested, std::back_inserter(alike),
                       [&](const model::Entity& entity) { return is_marked(entity.name, name); });
  check_one_is_meant(alike);
  if (suggested.empty()) throw NothingFound("", "the graph knows nobody by the name of " + quoted);
  throw NothingFound("", "the graph knows nobody by the name of " + quoted,
                     "near it are\n" + listed(suggested));
}

template <typename Vertices, typename EntityOf>
std::vector<model::Entity> entities_of(const Vertices& vertices, EntityOf entity_of) {
  std::vector<model::Entity> entities;
  entities.reserve(vertices.size());
  for (const auto vertex : vertices) entities.push_back(entity_of(vertex));
  return entities;
}

/// The edge as a fact of one document, so that it is written as facts are everywhere.
model::Fact as_fact(const graph::FrozenGraph& graph, graph::EdgeNumber edge, const graph::EdgeFact& said) {
  model::Fact fact{.object = graph.entity(graph.target(edge)),
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
  if (said.relation != model::Relation::kRaised) fact.subject = graph.entity(graph.source(edge));
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

store::OpenedGraph open_frozen(const std::string& file) {
  const auto tell = [&] {
    if (isatty(STDERR_FILENO) != 0) say("preparing " + file + " for queries; the next ones need not wait");
  };
  return store::OpenedGraph::open(file, entities::load_legal_forms(language::share_directory()), tell);
}

graph::FundingGraph open_graph(const std::string& file) {
  return store::Store::open(file).load(entities::load_legal_forms(language::share_directory()));
}

graph::VertexNumber find_entity(const store::OpenedGraph& opened, std::string_view name) {
  const graph::FrozenGraph& graph = opened.graph();
  const auto entity = [&](graph::VertexNumber vertex) { return graph.entity(vertex); };
  const auto found = graph.find(name, opened.forms());
  return found[only_one(name, entities_of(found, entity),
                        [&] { return entities_of(graph.suggest(name, opened.forms()), entity); })];
}

graph::Vertex find_entity(const graph::FundingGraph& graph, std::string_view name) {
  const auto entity = [&](graph::Vertex vertex) { return graph.graph()[vertex]; };
  const auto found = graph.find(name);
  return found[only_one(name, entities_of(found, entity),
                        [&] { return entities_of(graph.suggest(name), entity); })];
}

void print_answer(const QueryOptions& options, const AnswerForms& forms) {
  if (options.format == "json") return print(text::json_text(forms.json(), 2) + '\n');
  print(options.format == "csv" ? forms.csv() : forms.text());
}

Json entity_json(const model::Entity& entity) {
  return {{"id", entity.id}, {"name", entity.name}, {"kind", to_string(entity.kind)}};
}

Json entity_json(const store::OpenedGraph& graph, graph::VertexNumber vertex) {
  return entity_json(graph.graph().entity(vertex));
}

Json fact_json(const store::OpenedGraph& opened, graph::EdgeNumber edge) {
  const graph::FrozenGraph& graph = opened.graph();
  const graph::EdgeFact said = opened.fact(edge);
  Json json{{"id", said.id}};
  const Json written = Json::parse(exchange::to_json_line(as_fact(graph, edge, said)));
  for (const auto& [key, value] : written.items()) {
    if (key != "doc" && key != "evidence") json[key] = value;
  }
  if (json.contains("subject")) json["subject"] = entity_json(opened, graph.source(edge));
  json["object"] = entity_json(opened, graph.target(edge));
  json["rules"] = said.rules;
  json["evidence"] = evidence_json(said.evidence);
  return json;
}

Json facts_json(const store::OpenedGraph& graph, const std::vector<graph::EdgeNumber>& edges) {
  Json list = Json::array();
  for (const graph::EdgeNumber edge : edges) list.push_back(fact_json(graph, edge));
  return list;
}

Json sums_json(const std::vector<query::Sum>& sums) {
  Json list = Json::array();
  for (const query::Sum& sum : sums)
    list.push_back(
        {{"currency", sum.currency}, {"value", sum.value}, {"approx", sum.approx}, {"deals", sum.deals}});
  return list;
}

std::string fact_text(const store::OpenedGraph& opened, graph::EdgeNumber edge, bool with_evidence) {
  const graph::FrozenGraph& graph = opened.graph();
  const graph::EdgeFact said = opened.fact(edge);
  std::string text = fact_line(std::string(graph.name(graph.source(edge))), said,
                               std::string(graph.name(graph.target(edge)))) +
                     '\n';
  if (with_evidence) text += evidence_lines(said.evidence);
  return text;
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

std::vector<std::string> fact_cells(const store::OpenedGraph& opened, graph::EdgeNumber edge) {
  const graph::FrozenGraph& graph = opened.graph();
  const graph::EdgeFact said = opened.fact(edge);
  std::string quotes;
  for (const model::Evidence& each : said.evidence)
    quotes.append(quotes.empty() ? "" : " | ").append(each.document).append(": ").append(each.text);
  return {said.relation == model::Relation::kRaised ? "" : std::string(graph.name(graph.source(edge))),
          std::string(to_string(said.relation)),
          std::string(graph.name(graph.target(edge))),
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
