#include "whofunds/query/common.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
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

// Each fact once, though it leads to both; how far both are where they are not next to it.
std::string shared_text(const OpenedGraph& graph, const std::vector<query::Shared>& shared,
                        const std::string& says, bool with_evidence) {
  std::string text;
  for (const query::Shared& each : shared) {
    std::vector<graph::EdgeNumber> facts;
    std::size_t steps = 1;
    for (const auto* const rows : {&each.with_first, &each.with_second}) {
      for (const query::Funder& row : *rows) {
        steps = std::max(steps, row.depth);
        std::ranges::copy_if(row.facts, std::back_inserter(facts), [&](graph::EdgeNumber fact) {
          return std::ranges::find(facts, fact) == facts.end();
        });
      }
    }
    text += printable(graph.graph().name(each.entity)) + " " + says;
    text += steps > 1 ? fmt::format(", in up to {} steps\n", steps) : "\n";
    for (const graph::EdgeNumber fact : facts) text += "  " + fact_text(graph, fact, with_evidence);
  }
  return text;
}

Json rows_json(const OpenedGraph& graph, const std::vector<query::Funder>& rows) {
  Json list = Json::array();
  for (const query::Funder& row : rows) {
    list.push_back({{"relation", to_string(row.relation)},
                    {"depth", row.depth},
                    {"sums", sums_json(row.sums)},
                    {"facts", facts_json(graph, row.facts)}});
  }
  return list;
}

Json shared_json(const OpenedGraph& graph, const std::vector<query::Shared>& shared) {
  Json list = Json::array();
  for (const query::Shared& each : shared) {
    list.push_back({{"entity", entity_json(graph, each.entity)},
                    {"with_first", rows_json(graph, each.with_first)},
                    {"with_second", rows_json(graph, each.with_second)}});
  }
  return list;
}

std::string csv_of(const OpenedGraph& graph, const query::Common& found) {
  std::vector<std::string> columns = fact_columns();
  columns.insert(columns.begin(), {"shared", "as", "with"});
  std::string rows = csv_row(columns);
  const auto add = [&](const query::Shared& each, const std::string& as, const std::string& with,
                       const std::vector<query::Funder>& found_rows) {
    for (const query::Funder& row : found_rows) {
      for (const graph::EdgeNumber edge : row.facts) {
        std::vector<std::string> cells = fact_cells(graph, edge);
        cells.insert(cells.begin(), {std::string(graph.graph().name(each.entity)), as, with});
        rows += csv_row(cells);
      }
    }
  };
  for (const query::Shared& each : found.funders) {
    add(each, "funder", "first", each.with_first);
    add(each, "funder", "second", each.with_second);
  }
  for (const query::Shared& each : found.funded) {
    add(each, "funded", "first", each.with_first);
    add(each, "funded", "second", each.with_second);
  }
  return rows;
}

class CommonCommand : public Command {
 public:
  std::string_view name() const override { return "common"; }

  void setup(CLI::App& app) override {
    declare_query_options(app, query_);
    app.add_option("A", first_)->required();
    app.add_option("B", second_)->required();
    app.add_option("--depth", depth_)->check(whole_number(1));
    declare_relation_option(app, relations_);
    app.add_flag("--evidence", evidence_);
  }

  ExitCode run() override {
    const OpenedGraph graph = open_frozen(query_.graph);
    const graph::VertexNumber first = find_entity(graph, first_);
    const graph::VertexNumber second = find_entity(graph, second_);
    if (first == second)
      throw UsageError("", "both names are of one entity: " + std::string(graph.graph().name(first)),
                       "name two");
    const query::Common found =
        query::common(graph.graph(), first, second, {.depth = depth_, .relations = relations_of(relations_)});
    print_answer(query_, {.text = [&] { return text(graph, found); },
                          .json =
                              [&] {
                                return Json{{"first", entity_json(graph, first)},
                                            {"second", entity_json(graph, second)},
                                            {"funders", shared_json(graph, found.funders)},
                                            {"funded", shared_json(graph, found.funded)}};
                              },
                          .csv = [&] { return csv_of(graph, found); }});
    if (!found.funders.empty() || !found.funded.empty()) return ExitCode::kDone;
    say_error("they share no funder and no target; --depth looks further");
    return ExitCode::kNothingFound;
  }

 private:
  std::string text(const OpenedGraph& graph, const query::Common& found) const {
    return shared_text(graph, found.funders, "funds both", evidence_) +
           shared_text(graph, found.funded, "is funded by both", evidence_);
  }

  QueryOptions query_;
  std::string first_;
  std::string second_;
  std::size_t depth_ = 1;
  std::vector<std::string> relations_;
  bool evidence_ = false;
};

}  // namespace

std::unique_ptr<Command> make_common() {
  return std::make_unique<CommonCommand>();
}

}  // namespace whofunds::tools
