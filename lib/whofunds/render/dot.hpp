#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/render/style.hpp"

namespace whofunds::render {

/// Who places the nodes: programs of Graphviz.
enum class Layout {
  kDot,    ///< in layers, along the arrows; the best for up to some hundred entities
  kNeato,  ///< by springs
  kFdp,    ///< by forces
  kSfdp,   ///< by forces, for thousands of entities
  kTwopi,  ///< in rings
  kCirco,  ///< in circles
};

/// The layout of that name ("dot", "sfdp" …); nothing if there is none.
std::optional<Layout> parse_layout(std::string_view name);

/// Which way the arrows of `Layout::kDot` run.
enum class Direction { kLeftToRight, kTopToBottom };

/// What a frame is drawn around.
enum class Grouping {
  kNone,
  kKind,       ///< entities of one kind
  kComponent,  ///< entities that facts connect, where there are several such groups
  kPlace,      ///< entities with a fact about one place
  kCountry,    ///< entities that are said to be of one country
};

/// The grouping of that name ("kind", "component", "place", "country"); nothing if there is none.
std::optional<Grouping> parse_grouping(std::string_view name);

/// A document that facts quote, as far as it is known.
struct Source {
  std::string title;
  std::string url;   ///< only http and https make a link
  std::string date;  ///< as exact as it is known: "2025-03"
};

struct Options {
  std::string title;               ///< above the picture; empty = none
  std::string source;              ///< where it comes from, under the title; empty = none
  std::string note;                ///< under the source: what was left out; empty = none
  std::vector<std::string> focus;  ///< ids of entities to draw with a heavy outline
  Layout layout = Layout::kDot;
  Direction direction = Direction::kLeftToRight;
  /// Drawn by `Layout::kDot` alone. Of the others only fdp could, which places framed nodes differently each
  /// time (seen in 2.43).
  Grouping grouping = Grouping::kNone;
  std::map<std::string, Source, std::less<>> sources;  ///< by document; arrows link to them
  /// How much the graph holds that this is a part of; nothing = it is the whole.
  std::optional<std::size_t> total_entities;
  std::optional<std::size_t> total_facts;
  bool key = true;  ///< explain the shapes, colours and lines that occur
};

/// The graph as a DOT file that Graphviz draws without further options (it names its layout).
///
/// An entity is a node whose shape and colour tell its kind, a fact an arrow whose colour and head tell its
/// relation, whose width tells its sum (on a log scale) and whose line tells its status. A deal of several
/// facts is one small node between its parties, so that its sum is told once. `raised` is a note at the
/// company. Tooltips quote the evidence.
///
/// In SVG the element of entity `v` has the id "e<v + 1>", that of item `n` of the plan (plan.hpp) "i<n +
/// 1>", and the line of a deal or note to its party number `p` "i<n + 1>_<p + 1>".
///
/// The same graph gives the same text. Whatever a name or a quotation holds, it is shown as text: it can
/// neither break the file nor, drawn as SVG, bring markup into it. Safe to call from many threads (they wait
/// for each other).
std::string to_dot(const graph::Graph& graph, const Style& style, const Options& options = {});

}  // namespace whofunds::render
