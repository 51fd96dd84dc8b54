#pragma once

#include <memory>
#include <mutex>
#include <string>

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

namespace whofunds::render {

/// Graphviz, cgraph included, keeps state of its own between calls and is not made for threads: one at a
/// time.
std::mutex& graphviz_mutex();

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphHandle = std::unique_ptr<Agraph_t, CloseGraph>;

struct FreeContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};
using ContextHandle = std::unique_ptr<GVC_t, FreeContext>;

/// The text for a function of Graphviz, which only reads it though it does not say so.
inline char* to_graphviz(const std::string& text) {
  return const_cast<char*>(text.c_str());
}

}  // namespace whofunds::render
