#pragma once

#include <map>
#include <string>

#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/render/dot.hpp"
#include "whofunds/render/style.hpp"

namespace whofunds::render {

/// Where a picture comes from: the titles of the documents that its facts quote, or, where they are many, how
/// many there are.
std::string source_caption(const graph::Graph& graph, const Style& style,
                           const std::map<std::string, Source, std::less<>>& sources);

/// How much of a graph `most_connected` has left, with a focus or without: "Drawn: 60 of 5,000 entities …".
std::string limit_caption(const graph::Graph& drawn, const graph::Graph& whole, bool has_focus,
                          const Style& style);

}  // namespace whofunds::render
