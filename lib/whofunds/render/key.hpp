#pragma once

#include <string>
#include <vector>

#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/render/plan.hpp"
#include "whofunds/render/style.hpp"

namespace whofunds::render {

/// What shapes, colours and lines of a picture say, of those that occur in it, in the HTML-like language of
/// Graphviz.
std::string key_of(const graph::Graph& graph, const std::vector<PlannedItem>& plan, const Style& style);

}  // namespace whofunds::render
