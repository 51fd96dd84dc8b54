#include "whofunds/query/path.hpp"

#include <algorithm>
#include <string>
#include <utility>
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
using graph::VertexNumber;
using store::OpenedGraph;

/// What was found. `widths` holds what --widest tells of the path; otherwise it is empty.
struct Answer {
  std::vector<query::Path> paths;
  std::vector<query::WidestPath> widths;
  bool more = false;
};

class PathCommand : public Command {
 public:
  std::string_view name() const override { return "path"; }

  void setup(CLI::App& app) override {
    declare_query_options(app, options_);
    app.add_option("A", from_)->required();
    app.add_option("B", to_)->required();
    auto* const which = app.add_option_group("which");
    which->add_flag("--shortest");
    which->add_option("--k", k_)->check(whole_number(1));
    auto* const all = which->add_flag("--all", all_);
    which->add_flag("--widest", widest_);
    which->require_option(0, 1);
    app.add_option("--max-length", max_length_)->check(whole_number(1))->needs(all);
    app.add_option("--currency", currency_)->transform(currency_code());
    app.add_flag("--undirected", undirected_);
    declare_along_options(app, along_);
    app.add_flag("--evidence", evidence_);
  }

  ExitCode run() override {
    const OpenedGraph graph = open_frozen(options_.graph);
    const VertexNumber from = find_entity(graph, from_);
    const VertexNumber to = find_entity(graph, to_);
    const std::string from_name(graph.graph().name(from));
    if (from == to) throw UsageError("", "both names are of one entity: " + from_name, "name two");
    const Answer answer = search(graph.graph(), from, to);
    print_answer(options_, {.text = [&] { return text(graph, answer); },
                            .json = [&] { return json(graph, from, to, answer); },
                            .csv = [&] { return paths_csv(graph, answer.paths, "path"); }});
    if (answer.paths.empty())
      say_error(fmt::format("no path leads from {} to {}{}", from_name, graph.graph().name(to),
                            undirected_ ? "" : "; --undirected also goes against the arrows"));
    if (answer.more) say_error("there are more paths than these; a smaller --max-length finds fewer");
    return answer.paths.empty() ? ExitCode::kNothingFound : ExitCode::kDone;
  }

 private:
  Answer search(const graph::FrozenGraph& graph, VertexNumber from, VertexNumber to) const {
    query::PathOptions along = along_of(along_);
    along.undirected = undirected_;
    along.window.currency = currency_;
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
    } else if (k_ == 1) {
      if (auto path = query::shortest_path(graph, from, to, along)) answer.paths.push_back(*std::move(path));
    } else {
      answer.paths = query::shortest_paths(graph, from, to, k_, along);
    }
    return answer;
  }

  std::string text(const OpenedGraph& graph, const Answer& answer) const {
    std::string text;
    for (const query::Path& path : answer.paths) {
      if (!text.empty()) text += '\n';
      text += path_text(graph, path, evidence_);
    }
    for (const query::WidestPath& widest : answer.widths) {
      if (widest.currency.empty()) continue;
      text +=
          widest.width == 0
              ? "Of a step of it no sum in " + widest.currency + " is told\n"
              : "Its smallest sum: " + model::to_text({.value = widest.width, .currency = widest.currency}) +
                    '\n';
    }
    return text;
  }

  static Json json(const OpenedGraph& graph, VertexNumber from, VertexNumber to, const Answer& answer) {
    Json paths = Json::array();
    for (const query::Path& path : answer.paths) paths.push_back(path_json(graph, path));
    for (std::size_t i = 0; i < answer.widths.size(); ++i) {
      paths[i]["currency"] = answer.widths[i].currency;
      paths[i]["width"] = answer.widths[i].width;
      paths[i]["step_sums"] = answer.widths[i].step_sums;
    }
    return {{"from", entity_json(graph, from)},
            {"to", entity_json(graph, to)},
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
  AlongOptions along_;
  bool evidence_ = false;
};

}  // namespace

std::unique_ptr<Command> make_path() {
  return std::make_unique<PathCommand>();
}

}  // namespace whofunds::tools
