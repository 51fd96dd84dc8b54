#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "graph_query.hpp"
#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/model/partial_date.hpp"
#include "whofunds/query/selection.hpp"
#include "whofunds/render/dot.hpp"
#include "whofunds/render/style.hpp"
#include "whofunds/store/opened_graph.hpp"

namespace whofunds::tools {

/// What is drawn and how: what `render` and `dot` share.
struct DrawingOptions {
  std::string graph;
  std::vector<std::string> focus;
  std::size_t depth = 1;
  std::vector<std::string> relations;
  std::vector<std::string> statuses;
  std::optional<model::PartialDate> since;
  std::optional<model::PartialDate> until;
  std::int64_t min_amount = 0;
  std::string currency;
  std::string layout = "auto";
  std::string theme = "light";
  std::string group;
  std::size_t max_nodes = 0;  ///< 0 = all
  std::string title;
  std::string source;
  std::string lang = "en";
};

/// Declares GRAPH and the options.
void declare_drawing_options(CLI::App& app, DrawingOptions& options);

using Sources = std::map<std::string, render::Source, std::less<>>;

/// What a graph knows of the documents that a part of it quotes.
Sources sources_of(const graph::Graph& part, const store::OpenedGraph& opened);

/// A part of a graph, ready to be drawn.
struct Drawing {
  graph::Graph part;
  render::Style style;
  render::Options options;
};

/// Opens the graph and chooses the part. Throws NothingFound where a name is unknown or nothing is left to
/// draw, and what `open_graph` and `find_entity` throw.
Drawing make_drawing(const DrawingOptions& options);

}  // namespace whofunds::tools
