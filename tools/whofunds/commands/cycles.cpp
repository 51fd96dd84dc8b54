#include "whofunds/query/cycles.hpp"

#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "graph_query.hpp"
#include "option_checks.hpp"
#include "path_text.hpp"
#include "printing.hpp"
#include "relation_options.hpp"

namespace whofunds::tools {
namespace {

using Json = nlohmann::ordered_json;
using store::OpenedGraph;

std::string text_of(const OpenedGraph& graph, const query::Cycles& found, bool with_evidence) {
  std::string text;
  for (const query::Path& cycle : found.cycles) text += path_text(graph, cycle, with_evidence) + '\n';
  std::size_t entities = 0;
  for (const auto& component : found.components) entities += component.size();
  if (!found.components.empty())
    text += fmt::format("{} entities lie on circles, in {} group{}\n", entities, found.components.size(),
                        found.components.size() == 1 ? "" : "s");
  return text;
}

Json json_of(const OpenedGraph& graph, const query::Cycles& found) {
  Json cycles = Json::array();
  for (const query::Path& cycle : found.cycles) cycles.push_back(path_json(graph, cycle));
  Json components = Json::array();
  for (const auto& component : found.components) {
    Json members = Json::array();
    for (const graph::VertexNumber vertex : component) members.push_back(entity_json(graph, vertex));
    components.push_back(std::move(members));
  }
  return {{"cycles", std::move(cycles)}, {"more", found.more}, {"components", std::move(components)}};
}

class CyclesCommand : public Command {
 public:
  std::string_view name() const override { return "cycles"; }

  void setup(CLI::App& app) override {
    declare_query_options(app, query_);
    app.add_option("--max-length", options_.max_length)->check(whole_number(1));
    app.add_option("--limit", options_.limit)->check(whole_number(1));
    declare_along_options(app, along_);
    app.add_flag("--evidence", evidence_);
  }

  ExitCode run() override {
    const OpenedGraph graph = open_frozen(query_.graph);
    options_.along = along_of(along_);
    const query::Cycles found = query::cycles(graph.graph(), options_);
    print_answer(query_, {.text = [&] { return text_of(graph, found, evidence_); },
                          .json = [&] { return json_of(graph, found); },
                          .csv = [&] { return paths_csv(graph, found.cycles, "cycle"); }});
    if (found.more) say_error("there are more circles than these; a smaller --max-length finds fewer");
    if (!found.cycles.empty()) return ExitCode::kDone;
    say_error(found.components.empty() ? "no money comes back to where it came from"
                                       : "there are only circles longer than --max-length");
    return ExitCode::kNothingFound;
  }

 private:
  QueryOptions query_;
  query::CyclesOptions options_;
  AlongOptions along_;
  bool evidence_ = false;
};

}  // namespace

std::unique_ptr<Command> make_cycles() {
  return std::make_unique<CyclesCommand>();
}

}  // namespace whofunds::tools
