#include "whofunds/query/show.hpp"

#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "csv.hpp"
#include "graph_query.hpp"
#include "printing.hpp"

namespace whofunds::tools {
namespace {

using Json = nlohmann::ordered_json;

using store::OpenedGraph;

/// Every fact of the portrait, each once.
std::vector<graph::EdgeNumber> all_facts(const query::Portrait& portrait) {
  std::vector<graph::EdgeNumber> edges = portrait.outgoing;
  edges.insert(edges.end(), portrait.incoming.begin(), portrait.incoming.end());
  edges.insert(edges.end(), portrait.raised.begin(), portrait.raised.end());
  return edges;
}

std::string text_of(const OpenedGraph& graph, const query::Portrait& portrait) {
  const model::Entity entity = graph.graph().entity(portrait.entity);
  std::string text =
      printable(entity.name) + " (" + std::string(to_string(entity.kind)) + ", " + entity.id + ")\n";
  for (const graph::JoinedName& joined : portrait.names) {
    if (joined.name != entity.name)
      text += "  also " + printable(joined.name) + " (" + std::string(to_string(joined.step)) + ")\n";
  }
  for (const graph::EdgeNumber edge : all_facts(portrait)) text += fact_text(graph, edge, true);
  return text;
}

Json json_of(const OpenedGraph& graph, const query::Portrait& portrait) {
  const model::Entity entity = graph.graph().entity(portrait.entity);
  Json json = entity_json(entity);
  json["aliases"] = entity.aliases;
  json["names"] = Json::array();
  for (const graph::JoinedName& joined : portrait.names)
    json["names"].push_back({{"name", joined.name}, {"joined_by", to_string(joined.step)}});
  json["facts"] = facts_json(graph, all_facts(portrait));
  return json;
}

std::string csv_of(const OpenedGraph& graph, const query::Portrait& portrait) {
  std::string rows = csv_row(fact_columns());
  for (const graph::EdgeNumber edge : all_facts(portrait)) rows += csv_row(fact_cells(graph, edge));
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
    const OpenedGraph graph = open_frozen(options_.graph);
    const query::Portrait portrait = query::show(graph.graph(), find_entity(graph, name_), graph.forms());
    print_answer(options_, {.text = [&] { return text_of(graph, portrait); },
                            .json = [&] { return json_of(graph, portrait); },
                            .csv = [&] { return csv_of(graph, portrait); }});
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
