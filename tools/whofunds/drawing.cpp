#include "drawing.hpp"

#include <map>
#include <utility>

#include <CLI/CLI.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/range/iterator_range.hpp>
#include <fmt/format.h>

#include "graph_part.hpp"
#include "option_checks.hpp"
#include "printing.hpp"
#include "relation_options.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/render/captions.hpp"
#include "whofunds/render/limit.hpp"

namespace whofunds::tools {
namespace {

query::Selection selection_of(const DrawingOptions& options) {
  check_window({.since = options.since, .until = options.until});
  query::Selection selection{.depth = options.depth,
                             .relations = relations_of(options.relations),
                             .since = options.since,
                             .until = options.until,
                             .min_amount = options.min_amount,
                             .currency = options.currency};
  for (const std::string& status : options.statuses)
    selection.statuses.push_back(*model::parse_status(status));
  return selection;
}

std::vector<graph::Vertex> vertices_of(const graph::Graph& graph, const std::vector<std::string>& ids) {
  std::vector<graph::Vertex> found;
  for (const std::string& id : ids) {
    for (const auto vertex : boost::make_iterator_range(vertices(graph))) {
      if (graph[vertex].id == id) found.push_back(vertex);
    }
  }
  return found;
}

// Leaves out all but `most` entities and says so on the picture.
void limit(Drawing& drawing, std::size_t most) {
  drawing.options.total_entities = num_vertices(drawing.part);
  drawing.options.total_facts = num_edges(drawing.part);
  if (most == 0 || num_vertices(drawing.part) <= most) return;
  const std::vector<graph::Vertex> focus = vertices_of(drawing.part, drawing.options.focus);
  const graph::Graph part = render::most_connected(drawing.part, most, focus);
  drawing.options.note = render::limit_caption(part, drawing.part, !focus.empty(), drawing.style);
  drawing.part = part;
}

void choose_layout(Drawing& drawing, const std::string& name) {
  drawing.options.layout = render::parse_layout(name).value_or(render::fitting_layout(drawing.part));
  const bool is_layered = drawing.options.layout == render::Layout::kDot;
  if (drawing.options.grouping != render::Grouping::kNone && !is_layered)
    say("this layout draws no frames for --group; --layout dot does");
  if (name != "auto" || is_layered) return;
  say(
      fmt::format("{} facts are too many to be drawn in layers; they are placed by forces (--layout sfdp); "
                  "--focus, --max-nodes or --min-amount draw a part",
                  num_edges(drawing.part)));
}

}  // namespace

void declare_drawing_options(CLI::App& app, DrawingOptions& options) {
  app.add_option("GRAPH", options.graph)->required();
  app.add_option("--focus", options.focus)->allow_extra_args(false);
  app.add_option("--depth", options.depth)->check(whole_number(0));
  declare_relation_option(app, options.relations);
  declare_date_option(app, "--since", options.since);
  declare_date_option(app, "--until", options.until);
  app.add_option("--status", options.statuses)
      ->check(CLI::IsMember(names_of(model::kAllStatuses)))
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--min-amount", options.min_amount)->check(whole_number(0));
  app.add_option("--currency", options.currency)->transform(currency_code());
  app.add_option("--layout", options.layout)
      ->check(CLI::IsMember({"auto", "dot", "neato", "fdp", "sfdp", "twopi", "circo"}));
  app.add_option("--theme", options.theme)->check(CLI::IsMember({"light", "dark", "grey"}));
  app.add_option("--group", options.group)->check(CLI::IsMember({"kind", "component", "place", "country"}));
  app.add_option("--max-nodes", options.max_nodes)->check(whole_number(1));
  app.add_option("--title", options.title);
  app.add_option("--source", options.source);
  app.add_option("--lang", options.lang)->check(CLI::IsMember({"en", "ru"}));
}

Sources sources_of(const graph::Graph& part, const store::OpenedGraph& opened) {
  Sources sources;
  for (const auto edge : boost::make_iterator_range(boost::edges(part))) {
    for (const model::Evidence& evidence : part[edge].evidence) {
      if (sources.contains(evidence.document)) continue;
      const auto record = opened.document(evidence.document);
      if (!record) continue;
      sources[record->id] = {.title = record->title,
                             .url = record->url,
                             .date = record->date ? to_string(*record->date) : std::string()};
    }
  }
  return sources;
}

Drawing make_drawing(const DrawingOptions& options) {
  const store::OpenedGraph opened = open_frozen(options.graph);
  std::vector<graph::VertexNumber> focus;
  for (const std::string& name : options.focus) focus.push_back(find_entity(opened, name));
  std::vector<std::string> ids;
  ids.reserve(focus.size());
  for (const graph::VertexNumber vertex : focus) ids.push_back(opened.graph().id(vertex));
  const graph::Graph near = surroundings(opened, focus, options.depth);
  query::Selection selection = selection_of(options);
  selection.focus = vertices_of(near, ids);
  Drawing drawing{
      .part = query::select(near, selection),
      .style = render::load_style(language::share_directory(), options.lang, options.theme),
      .options = {.title = options.title,
                  .grouping = render::parse_grouping(options.group).value_or(render::Grouping::kNone)}};
  if (num_edges(drawing.part) == 0)
    throw NothingFound(options.graph, "no fact is left to draw", "ask for less with fewer options");
  drawing.options.focus = std::move(ids);
  limit(drawing, options.max_nodes);
  drawing.options.sources = sources_of(drawing.part, opened);
  drawing.options.source = options.source.empty()
                               ? render::source_caption(drawing.part, drawing.style, drawing.options.sources)
                               : options.source;
  choose_layout(drawing, options.layout);
  return drawing;
}

}  // namespace whofunds::tools
