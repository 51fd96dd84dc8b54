#pragma once

#include <string>
#include <utility>
#include <vector>

#include "whofunds/render/graphviz.hpp"

namespace whofunds::render {

/// Attributes of Graphviz, name and value.
using Attributes = std::vector<std::pair<std::string, std::string>>;

/// A graph of cgraph in memory that takes our strings: nodes, edges, frames around nodes, and their
/// attributes. Used under `graphviz_mutex`.
class Canvas {
 public:
  Canvas();

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

 private:
  void set(void* object, const std::string& markup, const Attributes& attributes);

  GraphHandle graph_;
  int edges_ = 0;
};

}  // namespace whofunds::render
