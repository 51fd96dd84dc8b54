#pragma once

#include <string>

#include "whofunds/render/graphviz.hpp"

namespace whofunds::render {

inline constexpr const char* kInstallGraphviz =
    "install the packages graphviz and libgvc6, or run 'dot -c' as root";

/// Takes the messages of Graphviz, which it would print, for as long as it lives.
class Listening {
 public:
  Listening();
  ~Listening();
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

  /// The first line of what was heard.
  static std::string heard();

 private:
  agusererrf before_;
};

/// A layout of a graph, undone at the end. That of a graph with frames is not: Graphviz would free twice what
/// it knows of arrows that stay within a rank and have a label (seen in 2.43; its own program never undoes
/// the last layout).
class Laid {
 public:
  Laid(GVC_t* context, Agraph_t* graph, const std::string& engine);
  ~Laid();
  Laid(const Laid&) = delete;
  Laid& operator=(const Laid&) = delete;

 private:
  GVC_t* context_;
  Agraph_t* graph_;
};

}  // namespace whofunds::render
