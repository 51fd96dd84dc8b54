#include "whofunds/query/path.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "csv.hpp"
#include "documents.hpp"
#include "fact_text.hpp"
#include "graph_query.hpp"
#include "printing.hpp"
#include "relation_options.hpp"

namespace whofunds::tools {
namespace {

using Json = nlohmann::ordered_json;

/// What was found. `widths` holds what --widest tells of the path; otherwise it is empty.
struct Answer {
  std::vector<query::Path> paths;
  std::vector<query::WidestPath> widths;
  bool more = false;
};

std::string path_text(const graph::Graph& graph, const query::Path& path, bool with_evidence) {
  std::string text = printable(graph[path.steps.front().from].name);
  for (const query::Step& step : path.steps) text += " → " + printable(graph[step.to].name);
  text += '\n';
  for (const query::Step& step : path.steps) {
    for (const query::StepFact& fact : step.facts) {
      text += "  " + fact_line(graph, fact.edge) + '\n';
      if (with_evidence) text += evidence_lines(graph[fact.edge].evidence);
    }
  }
  return text;
}

Json path_json(const graph::Graph& graph, const query::Path& path) {
  Json steps = Json::array();
  for (const query::Step& step : path.steps) {
    Json facts = Json::array();
    for (const query::StepFact& fact : step.facts) {
      facts.push_back(fact_json(graph, fact.edge));
      facts.back()["forward"] = fact.forward;
    }
    steps.push_back({{"from", entity_json(graph[step.from])},
                     {"to", entity_json(graph[step.to])},
                     {"facts", std::move(facts)}});
  }
  return {{"length", path.steps.size()}, {"steps", std::move(steps)}};
}

std::string csv(const graph::Graph& graph, const Answer& answer) {
  std::vector<std::string> columns = fact_columns();
  columns.insert(columns.begin(), {"path", "step", "from", "to"});
  std::string rows = csv_row(columns);
  for (std::size_t path = 0; path < answer.paths.size(); ++path) {
    const auto& steps = answer.paths[path].steps;
    for (std::size_t step = 0; step < steps.size(); ++step) {
      for (const query::StepFact& fact : steps[step].facts) {
        std::vector<std::string> cells = fact_cells(graph, fact.edge);
        cells.insert(cells.begin(), {std::to_string(path + 1), std::to_string(step + 1),
                                     graph[steps[step].from].name, graph[steps[step].to].name});
        rows += csv_row(cells);
      }
    }
  }
  return rows;
}

class PathCommand : public Command {
 public:
  std::string_view name() const override { return "path"; }

  void setup(CLI::App& app) override {
    declare_query_options(app, options_);
    app.add_option("A", from_)->required();
    app.add_option("B", to_)->required();
    auto* const which = app.add_option_group("which");
    which->add_flag("--shortest");
    which->add_option("--k", k_)->check(CLI::PositiveNumber);
    auto* const all = which->add_flag("--all", all_);
    auto* const widest = which->add_flag("--widest", widest_);
    which->require_option(0, 1);
    app.add_option("--max-length", max_length_)->check(CLI::PositiveNumber)->needs(all);
    app.add_option("--currency", currency_)->needs(widest);
    app.add_flag("--undirected", undirected_);
    declare_relation_option(app, relations_);
    app.add_flag("--evidence", evidence_);
  }

  ExitCode run() override {
    const graph::FundingGraph graph = open_graph(options_.graph);
    const graph::Vertex from = find_entity(graph, from_);
    const graph::Vertex to = find_entity(graph, to_);
    const Answer answer = from == to ? Answer{} : search(graph, from, to);
    print_answer(options_, {.text = [&] { return text(graph.graph(), answer); },
                            .json = [&] { return json(graph.graph(), from, to, answer); },
                            .csv = [&] { return csv(graph.graph(), answer); }});
    if (from == to) say_error("both names are of one entity: " + graph.graph()[from].name);
    if (from != to && answer.paths.empty())
      say_error(fmt::format("no path leads from {} to {}{}", graph.graph()[from].name, graph.graph()[to].name,
                            undirected_ ? "" : "; --undirected also goes against the arrows"));
    if (answer.more) say_error("there are more paths than these; a smaller --max-length finds fewer");
    return answer.paths.empty() ? ExitCode::kNothingFound : ExitCode::kDone;
  }

 private:
  Answer search(const graph::FundingGraph& graph, graph::Vertex from, graph::Vertex to) const {
    const query::PathOptions along{.relations = relations_of(relations_), .undirected = undirected_};
    Answer answer;
    if (all_) {
      query::PathList list = query::all_paths(graph, from, to, max_length_, kMostPaths, along);
      answer.paths = std::move(list.paths);
      answer.more = list.more;
    } else if (widest_) {
      if (auto widest = query::widest_path(graph, from, to, currency_, along)) {
        answer.paths.push_back(widest->path);
        answer.widths.push_back(*std::move(widest));
      }
    } else {
      answer.paths = query::shortest_paths(graph, from, to, k_, along);
    }
    return answer;
  }

  std::string text(const graph::Graph& graph, const Answer& answer) const {
    std::string text;
    for (const query::Path& path : answer.paths) {
      if (!text.empty()) text += '\n';
      text += path_text(graph, path, evidence_);
    }
    for (const query::WidestPath& widest : answer.widths) {
      if (widest.currency.empty()) continue;
      text +=
          "Its smallest sum: " + model::to_text({.value = widest.width, .currency = widest.currency}) + '\n';
    }
    return text;
  }

  static Json json(const graph::Graph& graph, graph::Vertex from, graph::Vertex to, const Answer& answer) {
    Json paths = Json::array();
    for (const query::Path& path : answer.paths) paths.push_back(path_json(graph, path));
    for (std::size_t i = 0; i < answer.widths.size(); ++i) {
      paths[i]["currency"] = answer.widths[i].currency;
      paths[i]["width"] = answer.widths[i].width;
      paths[i]["step_sums"] = answer.widths[i].step_sums;
    }
    return {{"from", entity_json(graph[from])},
            {"to", entity_json(graph[to])},
            {"paths", std::move(paths)},
            {"more", answer.more}};
  }

  static constexpr std::size_t kMostPaths = 1000;

  QueryOptions options_;
  std::string from_;
  std::string to_;
  std::size_t k_ = 1;
  bool all_ = false;
  std::size_t max_length_ = 6;
  bool widest_ = false;
  std::string currency_;
  bool undirected_ = false;
  std::vector<std::string> relations_;
  bool evidence_ = false;
};

}  // namespace

std::unique_ptr<Command> make_path() {
  return std::make_unique<PathCommand>();
}

}  // namespace whofunds::tools
