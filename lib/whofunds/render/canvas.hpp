#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "whofunds/render/dot.hpp"
#include "whofunds/render/graphviz.hpp"

namespace whofunds::render {

/// Attributes of Graphviz, name and value.
using Attributes = std::vector<std::pair<std::string, std::string>>;

/// A graph for Graphviz that takes our strings: nodes, edges, frames around nodes, and their attributes. What
/// it gives is used under `graphviz_mutex`.
class Canvas {
 public:
  /// What every object of a kind (AGRAPH, AGNODE, AGEDGE) has unless it says otherwise.
  void defaults(int kind, const Attributes& attributes);

  /// The label of the whole, in the HTML-like language of Graphviz.
  void graph_label(const std::string& markup);

  /// Adds a node. `markup` is its label in the HTML-like language of Graphviz; empty = none.
  void node(const std::string& name, const std::string& markup, const Attributes& attributes);

  /// Adds an edge between two nodes that are there.
  void edge(const std::string& from, const std::string& to, const std::string& markup,
            const Attributes& attributes);

  /// Puts a frame with a label around nodes that are there.
  void frame(const std::string& name, const std::string& markup, const std::vector<std::string>& nodes,
             const Attributes& attributes);

  /// The graph in the language DOT.
  std::string text() const;

  /// The graph as Graphviz has it when it has read `text()`: laid out, it gives the same picture.
  GraphHandle graph() const;

 private:
  struct Object {
    std::string name;
    std::string markup;
    Attributes attributes;
  };
  struct Line {
    std::size_t from = 0;  // a node
    std::size_t to = 0;    // a node
    Object object;
  };
  struct Frame {
    std::vector<std::size_t> nodes;
    Object object;
  };

  std::vector<std::size_t> as_read(const std::vector<std::vector<std::size_t>>& lines_of) const;
  GraphHandle made(const std::vector<std::size_t>& nodes, const std::vector<std::size_t>& lines) const;

  std::vector<std::pair<int, Attributes>> defaults_;
  std::string label_;
  std::vector<Object> nodes_;
  std::unordered_map<std::string, std::size_t> numbers_;  // of nodes, by name
  std::vector<Line> lines_;
  std::vector<Frame> frames_;
};

/// What `to_dot` writes and `draw` draws.
Canvas paint(const graph::Graph& graph, const Style& style, const Options& options);

}  // namespace whofunds::render
