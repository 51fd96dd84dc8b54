#pragma once

#include <string>
#include <string_view>

#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/render/dot.hpp"
#include "whofunds/render/style.hpp"

namespace whofunds::render {

/// A web page that stands alone: the picture of the graph and, below it, a table of all its facts with the
/// words that say them. One file without scripts, pictures or fonts from elsewhere; it works from disk.
/// Throws what `draw` throws.
std::string to_page(const graph::Graph& graph, const Style& style, const Options& options = {});

}  // namespace whofunds::render
