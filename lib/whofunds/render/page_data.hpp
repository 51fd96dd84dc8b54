#pragma once

#include <nlohmann/json_fwd.hpp>

#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/render/page.hpp"

namespace whofunds::render {

/// All that the program of a page is told: the graph, what its picture is made of, the words of every
/// language and the colours of both themes. Its form is `MapData` in page/data.ts. Text is valid UTF-8, on
/// one line.
nlohmann::ordered_json page_data(const graph::Graph& graph, const PageKit& kit, const Options& options);

}  // namespace whofunds::render
