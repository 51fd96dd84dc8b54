#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "whofunds/render/dot.hpp"

namespace whofunds::render {

enum class PictureFormat { kSvg, kPng, kPdf };

/// The format of that name, or file ending without its dot ("svg", "png", "pdf"); nothing if there is none.
std::optional<PictureFormat> parse_picture_format(std::string_view name);

/// Draws a DOT file, as `to_dot` writes it, with the layout that it names (`dot` where it names none): the
/// bytes of the picture. In SVG the tooltip of a node or an arrow is its <title>, which browsers show and
/// screen readers read.
///
/// Throws InputError where `dot` is no DOT file, MachineError, saying what to install, where Graphviz lacks
/// the part that it needs. Safe to call from many threads, though Graphviz is not: calls wait for each other.
std::string draw(std::string_view dot, PictureFormat format);

/// The same picture as `draw(to_dot(graph, style, options), format)`, without a text between.
std::string draw(const graph::Graph& graph, const Style& style, const Options& options, PictureFormat format);

/// Lets fontconfig look what fonts there are, which takes it as long as a small picture takes Graphviz.
/// Nobody has to call it: called on a thread of its own while a graph is read, it lets the first picture come
/// sooner.
void find_fonts();

}  // namespace whofunds::render
