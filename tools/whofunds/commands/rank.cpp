#include "whofunds/query/rank.hpp"

#include <map>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "csv.hpp"
#include "graph_query.hpp"
#include "option_checks.hpp"
#include "printing.hpp"
#include "relation_options.hpp"

namespace whofunds::tools {
namespace {

using Json = nlohmann::ordered_json;
using store::OpenedGraph;

std::string score_text(double score) {
  return fmt::format("{:.6g}", score);
}

std::string text_of(const OpenedGraph& graph, const std::vector<query::Ranked>& ranked) {
  std::vector<std::vector<std::string>> rows;
  rows.reserve(ranked.size());
  for (const query::Ranked& each : ranked) {
    rows.push_back({std::to_string(rows.size() + 1), std::string(graph.graph().name(each.entity)),
                    score_text(each.score)});
  }
  return aligned(rows);
}

Json json_of(const OpenedGraph& graph, const std::vector<query::Ranked>& ranked, const std::string& by) {
  Json list = Json::array();
  for (const query::Ranked& each : ranked) {
    list.push_back(
        {{"rank", list.size() + 1}, {"entity", entity_json(graph, each.entity)}, {"score", each.score}});
  }
  return {{"by", by}, {"entities", std::move(list)}};
}

std::string csv_of(const OpenedGraph& graph, const std::vector<query::Ranked>& ranked) {
  std::string rows = csv_row({"rank", "name", "id", "kind", "score"});
  std::size_t number = 0;
  for (const query::Ranked& each : ranked) {
    rows += csv_row({std::to_string(++number), std::string(graph.graph().name(each.entity)),
                     graph.graph().id(each.entity), std::string(to_string(graph.graph().kind(each.entity))),
                     score_text(each.score)});
  }
  return rows;
}

class RankCommand : public Command {
 public:
  std::string_view name() const override { return "rank"; }

  void setup(CLI::App& app) override {
    declare_query_options(app, query_);
    app.add_option("--by", by_)->check(CLI::IsMember({"money", "betweenness", "degree"}));
    app.add_option("--top", options_.top)->check(whole_number(1));
    app.add_option("--pivots", options_.pivots)->check(whole_number(1));
    declare_along_options(app, along_);
  }

  ExitCode run() override {
    const std::map<std::string, query::Centrality> measures{{"money", query::Centrality::kMoney},
                                                            {"betweenness", query::Centrality::kBetweenness},
                                                            {"degree", query::Centrality::kDegree}};
    const OpenedGraph graph = open_frozen(query_.graph);
    options_.by = measures.at(by_);
    options_.along = along_of(along_);
    const std::vector<query::Ranked> ranked = query::rank(graph.graph(), options_);
    print_answer(query_, {.text = [&] { return text_of(graph, ranked); },
                          .json = [&] { return json_of(graph, ranked, by_); },
                          .csv = [&] { return csv_of(graph, ranked); }});
    if (!ranked.empty()) return ExitCode::kDone;
    say_error("there is nobody to rank");
    return ExitCode::kNothingFound;
  }

 private:
  QueryOptions query_;
  query::RankOptions options_;
  std::string by_ = "money";
  AlongOptions along_;
};

}  // namespace

std::unique_ptr<Command> make_rank() {
  return std::make_unique<RankCommand>();
}

}  // namespace whofunds::tools
