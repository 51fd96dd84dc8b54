#pragma once

#include <string>
#include <vector>

#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/render/dot.hpp"
#include "whofunds/render/style.hpp"

namespace whofunds::render {

/// Entities that stand in one frame.
struct Group {
  std::string name;   ///< its own among the groups of a picture
  std::string label;  ///< above the frame, as text; may be empty
  std::vector<graph::Vertex> members;
};

/// The frames of a picture; an entity is in at most one. A group of one, and a group of all, is none, but by
/// country, which nothing else on the picture tells.
///
/// By component: connected parts of the graph, whichever way arrows point. By place: an entity belongs to the
/// first place, in vertex order, that a fact names with it. By country: an entity of several stands with
/// those of just these; one of which no country is known in no frame.
std::vector<Group> groups_of(const graph::Graph& graph, const Style& style, Grouping grouping);

}  // namespace whofunds::render
