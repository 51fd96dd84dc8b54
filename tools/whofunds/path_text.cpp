#include "path_text.hpp"

#include <cstddef>
#include <utility>

#include "csv.hpp"
#include "printing.hpp"

namespace whofunds::tools {

using store::OpenedGraph;

std::string path_text(const OpenedGraph& graph, const query::Path& path, bool with_evidence) {
  std::string text = printable(graph.graph().name(path.steps.front().from));
  for (const query::Step& step : path.steps) text += " → " + printable(graph.graph().name(step.to));
  text += '\n';
  for (const query::Step& step : path.steps) {
    for (const query::StepFact& fact : step.facts) text += "  " + fact_text(graph, fact.edge, with_evidence);
  }
  return text;
}

nlohmann::ordered_json path_json(const OpenedGraph& graph, const query::Path& path) {
  nlohmann::ordered_json steps = nlohmann::ordered_json::array();
  for (const query::Step& step : path.steps) {
    nlohmann::ordered_json facts = nlohmann::ordered_json::array();
    for (const query::StepFact& fact : step.facts) {
      facts.push_back(fact_json(graph, fact.edge));
      facts.back()["forward"] = fact.forward;
    }
    steps.push_back({{"from", entity_json(graph, step.from)},
                     {"to", entity_json(graph, step.to)},
                     {"facts", std::move(facts)}});
  }
  return {{"length", path.steps.size()}, {"steps", std::move(steps)}};
}

std::string paths_csv(const OpenedGraph& graph, const std::vector<query::Path>& paths,
                      const std::string& what) {
  std::vector<std::string> columns = fact_columns();
  columns.insert(columns.begin(), {what, "step", "from", "to"});
  std::string rows = csv_row(columns);
  for (std::size_t path = 0; path < paths.size(); ++path) {
    const auto& steps = paths[path].steps;
    for (std::size_t step = 0; step < steps.size(); ++step) {
      for (const query::StepFact& fact : steps[step].facts) {
        std::vector<std::string> cells = fact_cells(graph, fact.edge);
        cells.insert(cells.begin(), {std::to_string(path + 1), std::to_string(step + 1),
                                     std::string(graph.graph().name(steps[step].from)),
                                     std::string(graph.graph().name(steps[step].to))});
        rows += csv_row(cells);
      }
    }
  }
  return rows;
}

}  // namespace whofunds::tools
