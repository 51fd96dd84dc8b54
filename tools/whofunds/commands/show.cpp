#include "whofunds/query/show.hpp"

#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "csv.hpp"
#include "graph_query.hpp"
#include "printing.hpp"
#include "whofunds/entities/explanation.hpp"
#include "whofunds/render/phrases.hpp"
#include "whofunds/store/store.hpp"
#include "whofunds/store/told_entities.hpp"

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
  for (const std::string& country : entity.countries)
    text += fmt::format("  of {} ({})\n", render::country_name(country, "en"), country);
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
  if (!entity.countries.empty()) json["countries"] = entity.countries;
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

/// One step of why two names are one, for people.
std::string step_text(const entities::ExplainedStep& step) {
  std::string text = printable(step.from) + " = " + printable(step.to) + ": ";
  switch (step.step) {
    case entities::JoinStep::kAlias:
      return text + "document " + printable(step.document) + " calls it both\n";
    case entities::JoinStep::kDecision:
      return text + "decided so\n";
    default:
      return text + std::string(to_string(step.step)) + '\n';
  }
}

Json steps_json(const std::vector<entities::ExplainedStep>& steps) {
  Json list = Json::array();
  for (const entities::ExplainedStep& step : steps) {
    list.push_back({{"from", step.from}, {"to", step.to}, {"joined_by", to_string(step.step)}});
    if (!step.document.empty()) list.back()["doc"] = step.document;
  }
  return list;
}

std::string steps_csv(const std::vector<entities::ExplainedStep>& steps) {
  std::string rows = csv_row({"from", "to", "joined_by", "doc"});
  for (const entities::ExplainedStep& step : steps)
    rows += csv_row({step.from, step.to, std::string(to_string(step.step)), step.document});
  return rows;
}

class ShowCommand : public Command {
 public:
  std::string_view name() const override { return "show"; }

  void setup(CLI::App& app) override {
    declare_query_options(app, options_);
    app.add_option("X", name_)->required();
    app.add_option("--why", other_);
  }

  ExitCode run() override {
    const OpenedGraph graph = open_frozen(options_.graph);
    const graph::VertexNumber entity = find_entity(graph, name_);
    const entities::Decisions decisions = store::Store::open(options_.graph).decisions();
    if (!other_.empty()) return explain(graph, entity, decisions);
    const query::Portrait portrait = query::show(graph.graph(), entity, graph.forms(), decisions);
    print_answer(options_, {.text = [&] { return text_of(graph, portrait); },
                            .json = [&] { return json_of(graph, portrait); },
                            .csv = [&] { return csv_of(graph, portrait); }});
    return ExitCode::kDone;
  }

 private:
  ExitCode explain(const OpenedGraph& graph, graph::VertexNumber entity,
                   const entities::Decisions& decisions) const {
    const graph::VertexNumber other = find_entity(graph, other_);
    if (other != entity) {
      const auto described = [&](graph::VertexNumber vertex) {
        return fmt::format("{} ({}, {})", graph.graph().name(vertex), to_string(graph.graph().kind(vertex)),
                           graph.graph().id(vertex));
      };
      say_error("these are two: " + described(entity) + " and " + described(other) +
                "; 'whofunds help build' tells how to decide that they are one");
      return ExitCode::kNothingFound;
    }
    const auto told = store::told_entities(options_.graph, graph.graph(), entity);
    const auto steps =
        entities::explain(name_, other_, told, graph.graph().kind(entity), graph.forms(), decisions);
    print_answer(options_,
                 {.text =
                      [&] {
                        std::string text;
                        for (const auto& step : steps) text += step_text(step);
                        return text.empty() ? std::string("both are one name\n") : text;
                      },
                  .json =
                      [&] {
                        return Json{{"entity", entity_json(graph, entity)}, {"steps", steps_json(steps)}};
                      },
                  .csv = [&] { return steps_csv(steps); }});
    return ExitCode::kDone;
  }

  QueryOptions options_;
  std::string name_;
  std::string other_;
};

}  // namespace

std::unique_ptr<Command> make_show() {
  return std::make_unique<ShowCommand>();
}

}  // namespace whofunds::tools
