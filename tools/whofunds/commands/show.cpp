#include "whofunds/query/show.hpp"

#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "csv.hpp"
#include "fact_text.hpp"
#include "graph_query.hpp"
#include "printing.hpp"

namespace whofunds::tools {
namespace {

using Json = nlohmann::ordered_json;

/// Every fact of the portrait, each once (one of an entity with itself is both outgoing and incoming).
std::vector<graph::Edge> all_facts(const graph::Graph& graph, const query::Portrait& portrait) {
  std::vector<graph::Edge> edges = portrait.outgoing;
  for (const graph::Edge edge : portrait.incoming) {
    if (source(edge, graph) != portrait.entity) edges.push_back(edge);
  }
  edges.insert(edges.end(), portrait.raised.begin(), portrait.raised.end());
  return edges;
}

std::string text_of(const graph::Graph& graph, const query::Portrait& portrait) {
  const model::Entity& entity = graph[portrait.entity];
  std::string text =
      printable(entity.name) + " (" + std::string(to_string(entity.kind)) + ", " + entity.id + ")\n";
  for (const graph::JoinedName& joined : portrait.names) {
    if (joined.name != entity.name)
      text += "  also " + printable(joined.name) + " (" + std::string(to_string(joined.step)) + ")\n";
  }
  for (const graph::Edge edge : all_facts(graph, portrait))
    text += fact_line(graph, edge) + '\n' + evidence_lines(graph[edge].evidence);
  return text;
}

Json json_of(const graph::Graph& graph, const query::Portrait& portrait) {
  const model::Entity& entity = graph[portrait.entity];
  Json json = entity_json(entity);
  json["aliases"] = entity.aliases;
  json["names"] = Json::array();
  for (const graph::JoinedName& joined : portrait.names)
    json["names"].push_back({{"name", joined.name}, {"joined_by", to_string(joined.step)}});
  json["facts"] = Json::array();
  for (const graph::Edge edge : all_facts(graph, portrait)) json["facts"].push_back(fact_json(graph, edge));
  return json;
}

std::string csv_of(const graph::Graph& graph, const query::Portrait& portrait) {
  std::string rows = csv_row(fact_columns());
  for (const graph::Edge edge : all_facts(graph, portrait)) rows += csv_row(fact_cells(graph, edge));
  return rows;
}

class ShowCommand : public Command {
 public:
  std::string_view name() const override { return "show"; }

  void setup(CLI::App& app) override {
    declare_query_options(app, options_);
    app.add_option("X", name_)->required();
  }

  ExitCode run() override {
    const graph::FundingGraph graph = open_graph(options_.graph);
    const query::Portrait portrait = query::show(graph, find_entity(graph, name_));
    print_answer(options_, {.text = [&] { return text_of(graph.graph(), portrait); },
                            .json = [&] { return json_of(graph.graph(), portrait); },
                            .csv = [&] { return csv_of(graph.graph(), portrait); }});
    return ExitCode::kDone;
  }

 private:
  QueryOptions options_;
  std::string name_;
};

}  // namespace

std::unique_ptr<Command> make_show() {
  return std::make_unique<ShowCommand>();
}

}  // namespace whofunds::tools
