#include "drawing.hpp"

#include <CLI/CLI.hpp>
#include <boost/graph/graph_traits.hpp>

#include "relation_options.hpp"
#include "whofunds/language/share.hpp"

namespace whofunds::tools {
namespace {

void declare_date(CLI::App& app, const std::string& name, std::optional<model::PartialDate>& date) {
  app.add_option_function<std::string>(name, [name, &date](const std::string& text) {
    date = model::parse_partial_date(text);
    if (!date)
      throw CLI::ValidationError(name, "'" + text + "' is no date; write 2023, 2023-01 or 2023-01-15");
  });
}

query::Selection selection_of(const DrawingOptions& options, const graph::FundingGraph& graph) {
  query::Selection selection{.depth = options.depth,
                             .relations = relations_of(options.relations),
                             .since = options.since,
                             .until = options.until,
                             .min_amount = options.min_amount,
                             .currency = options.currency};
  for (const std::string& name : options.focus) selection.focus.push_back(find_entity(graph, name));
  for (const std::string& status : options.statuses)
    selection.statuses.push_back(*model::parse_status(status));
  return selection;
}

}  // namespace

void declare_drawing_options(CLI::App& app, DrawingOptions& options) {
  app.add_option("GRAPH", options.graph)->required();
  app.add_option("--focus", options.focus)->allow_extra_args(false);
  app.add_option("--depth", options.depth);
  declare_relation_option(app, options.relations);
  declare_date(app, "--since", options.since);
  declare_date(app, "--until", options.until);
  app.add_option("--status", options.statuses)
      ->check(CLI::IsMember(names_of(model::kAllStatuses)))
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--min-amount", options.min_amount)->check(CLI::NonNegativeNumber);
  app.add_option("--currency", options.currency);
  app.add_option("--layout", options.layout)
      ->check(CLI::IsMember({"dot", "neato", "fdp", "sfdp", "twopi", "circo"}));
  app.add_option("--title", options.title);
  app.add_option("--lang", options.lang)->check(CLI::IsMember({"en", "ru"}));
}

Drawing make_drawing(const DrawingOptions& options) {
  const graph::FundingGraph graph = open_graph(options.graph);
  const query::Selection selection = selection_of(options, graph);
  Drawing drawing{.part = query::select(graph.graph(), selection),
                  .style = render::load_style(language::share_directory(), options.lang),
                  .options = {.title = options.title, .layout = *render::parse_layout(options.layout)}};
  if (num_edges(drawing.part) == 0)
    throw NothingFound(options.graph, "no fact is left to draw", "ask for less with fewer options");
  for (const graph::Vertex vertex : selection.focus)
    drawing.options.focus.push_back(graph.graph()[vertex].id);
  return drawing;
}

}  // namespace whofunds::tools
