#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/render/dot.hpp"
#include "whofunds/render/style.hpp"

namespace whofunds::render {

/// What pages are made of besides a graph.
struct PageKit {
  std::string frame;          ///< share/page.html: the page, with marks (@@data@@) where a graph goes
  std::vector<Style> styles;  ///< the languages of the page, light; first the one that it opens in
  Style dark;                 ///< the dark look, in the first language
};

/// Reads the kit from the folder `share` (`language::share_directory()`). Throws what `load_style` throws,
/// and MachineError where the page is not there.
PageKit load_page_kit(const std::filesystem::path& share, std::string_view language = "en");

/// A web page that stands alone and lets one explore the graph: one file, without anything from elsewhere,
/// that works from disk. The picture is the one that `to_dot` and `draw` make; what moves, finds and filters
/// is the program in render/page/. Whatever a name or a quotation holds, it is shown as text; the page allows
/// no script but its own. Throws what `draw` throws.
std::string to_page(const graph::Graph& graph, const PageKit& kit, const Options& options = {});

/// The same page for `whofunds serve`: it may ask the server that it came from, and nobody else.
std::string to_served_page(const graph::Graph& graph, const PageKit& kit, const Options& options = {});

/// What the page of `serve` loads when it is to show another part: {"picture": SVG, "data": …}, as JSON.
std::string to_page_part(const graph::Graph& graph, const PageKit& kit, const Options& options = {});

}  // namespace whofunds::render
