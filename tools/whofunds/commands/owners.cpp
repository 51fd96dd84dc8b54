#include "whofunds/query/owners.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "csv.hpp"
#include "graph_query.hpp"
#include "printing.hpp"

namespace whofunds::tools {
namespace {

using Json = nlohmann::ordered_json;
using graph::VertexNumber;
using store::OpenedGraph;

std::string name_of(const OpenedGraph& graph, VertexNumber vertex) {
  return std::string(graph.graph().name(vertex));
}

/// "51 %", "≥ 25 %", "not told".
std::string percent_text(double percent, bool lower_bound) {
  if (lower_bound && percent == 0) return "not told";
  return fmt::format("{}{:.4g} %", lower_bound ? "≥ " : "", percent);
}

std::string direct_text(const query::Owner& owner) {
  if (!owner.direct) return "";
  const query::Holding& direct = *owner.direct;
  return "directly " + percent_text(direct.percent.value_or(0), direct.at_least || !direct.percent);
}

std::string control_text(const OpenedGraph& graph, const query::Owner& owner) {
  if (owner.control.empty()) return "";
  std::string text = "controls it";
  for (std::size_t at = 1; at + 1 < owner.control.size(); ++at)
    text += (at == 1 ? " through " : ", ") + name_of(graph, owner.control[at]);
  return text;
}

std::string text_of(const OpenedGraph& graph, const query::Owners& found, bool with_evidence) {
  std::string text;
  std::vector<std::vector<std::string>> rows;
  for (const query::Owner& owner : found.owners) {
    rows.push_back({percent_text(owner.percent, owner.lower_bound), name_of(graph, owner.entity),
                    owner.ultimate ? "ultimate" : "", direct_text(owner), control_text(graph, owner)});
  }
  text += aligned(rows);
  if (!found.owners.empty())
    text += fmt::format("Of {:.4g} % the ultimate owners are known\n", std::min(found.told, 100.0));
  if (!with_evidence) return text;
  for (const query::Owner& owner : found.owners) {
    if (!owner.direct) continue;
    for (const graph::EdgeNumber edge : owner.direct->facts) text += fact_text(graph, edge, true);
  }
  return text;
}

Json entities_json(const OpenedGraph& graph, const std::vector<VertexNumber>& vertices) {
  Json list = Json::array();
  for (const VertexNumber vertex : vertices) list.push_back(entity_json(graph, vertex));
  return list;
}

Json owner_json(const OpenedGraph& graph, const query::Owner& owner) {
  Json json{{"entity", entity_json(graph, owner.entity)},
            {"percent", owner.percent},
            {"lower_bound", owner.lower_bound},
            {"ultimate", owner.ultimate},
            {"control", entities_json(graph, owner.control)}};
  if (!owner.direct) return json;
  Json direct = Json::object();
  if (owner.direct->percent) direct["percent"] = *owner.direct->percent;
  direct["at_least"] = owner.direct->at_least;
  direct["controlling"] = owner.direct->controlling;
  direct["facts"] = facts_json(graph, owner.direct->facts);
  json["direct"] = std::move(direct);
  return json;
}

Json json_of(const OpenedGraph& graph, VertexNumber entity, const query::Owners& found) {
  Json owners = Json::array();
  for (const query::Owner& owner : found.owners) owners.push_back(owner_json(graph, owner));
  return {{"entity", entity_json(graph, entity)},
          {"owners", std::move(owners)},
          {"told_percent", found.told},
          {"over_told", entities_json(graph, found.over_told)},
          {"own_each_other", entities_json(graph, found.wholly_inside)}};
}

std::string csv_of(const OpenedGraph& graph, const query::Owners& found) {
  std::string rows =
      csv_row({"owner", "id", "percent", "lower_bound", "ultimate", "direct_percent", "control"});
  for (const query::Owner& owner : found.owners) {
    std::string control;
    for (const VertexNumber step : owner.control)
      control += (control.empty() ? "" : " > ") + name_of(graph, step);
    const bool told = owner.direct && owner.direct->percent;
    rows += csv_row({name_of(graph, owner.entity), graph.graph().id(owner.entity),
                     fmt::format("{:.6g}", owner.percent), owner.lower_bound ? "true" : "",
                     owner.ultimate ? "true" : "", told ? fmt::format("{:g}", *owner.direct->percent) : "",
                     control});
  }
  return rows;
}

void warn(const OpenedGraph& graph, const query::Owners& found) {
  for (const VertexNumber vertex : found.over_told)
    say_error("the stakes told in " + name_of(graph, vertex) +
              " add up to more than 100 %; they were scaled down to 100 %");
  if (found.wholly_inside.empty()) return;
  std::string names;
  for (const VertexNumber vertex : found.wholly_inside)
    names += (names.empty() ? "" : ", ") + name_of(graph, vertex);
  say_error("these own each other wholly, nobody outside owns them: " + names);
}

class OwnersCommand : public Command {
 public:
  std::string_view name() const override { return "owners"; }

  void setup(CLI::App& app) override {
    declare_query_options(app, query_);
    app.add_option("X", name_)->required();
    app.add_option("--threshold", options_.threshold)->check(CLI::Range(0.0, 100.0));
    app.add_flag("--ultimate", options_.ultimate);
    app.add_flag("--evidence", evidence_);
  }

  ExitCode run() override {
    const OpenedGraph graph = open_frozen(query_.graph);
    const VertexNumber entity = find_entity(graph, name_);
    const query::Owners found = query::owners(graph.graph(), entity, options_);
    print_answer(query_, {.text = [&] { return text_of(graph, found, evidence_); },
                          .json = [&] { return json_of(graph, entity, found); },
                          .csv = [&] { return csv_of(graph, found); }});
    warn(graph, found);
    if (!found.owners.empty()) return ExitCode::kDone;
    say_error("the graph knows no such owner of " + name_of(graph, entity));
    return ExitCode::kNothingFound;
  }

 private:
  QueryOptions query_;
  std::string name_;
  query::OwnersOptions options_;
  bool evidence_ = false;
};

}  // namespace

std::unique_ptr<Command> make_owners() {
  return std::make_unique<OwnersCommand>();
}

}  // namespace whofunds::tools
