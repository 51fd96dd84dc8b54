#include "whofunds/render/canvas.hpp"

#include <fmt/format.h>

#include "whofunds/model/error.hpp"

namespace whofunds::render {
namespace {

int put_string(void* text, const char* part) {
  static_cast<std::string*>(text)->append(part);
  return 0;
}

int no_flush(void* /*text*/) {
  return 0;
}

Agiodisc_t to_memory{.afread = nullptr, .putstr = put_string, .flush = no_flush};
Agdisc_t in_memory{.mem = &AgMemDisc, .id = &AgIdDisc, .io = &to_memory};

}  // namespace

Canvas::Canvas() : graph_(agopen(to_graphviz("whofunds"), Agdirected, &in_memory)) {
  if (!graph_)
    throw MachineError("Graphviz", "it could not make a graph", "see whether there is memory left");
}

void Canvas::defaults(int kind, const Attributes& attributes) {
  for (const auto& [name, value] : attributes)
    agattr(graph_.get(), kind, to_graphviz(name), to_graphviz(value));
}

void Canvas::graph_label(const std::string& markup) {
  char* const label = agstrdup_html(graph_.get(), to_graphviz(markup));
  agattr(graph_.get(), AGRAPH, to_graphviz("label"), label);
  agstrfree(graph_.get(), label);
}

void Canvas::node(const std::string& name, const std::string& markup, const Attributes& attributes) {
  set(agnode(graph_.get(), to_graphviz(name), 1), markup, attributes);
}

void Canvas::edge(const std::string& from, const std::string& to, const std::string& markup,
                  const Attributes& attributes) {
  Agnode_t* const tail = agnode(graph_.get(), to_graphviz(from), 0);
  Agnode_t* const head = agnode(graph_.get(), to_graphviz(to), 0);
  const std::string key = fmt::format("{}", ++edges_);
  set(agedge(graph_.get(), tail, head, to_graphviz(key), 1), markup, attributes);
}

void Canvas::frame(const std::string& name, const std::string& markup, const std::vector<std::string>& nodes,
                   const Attributes& attributes) {
  Agraph_t* const frame = agsubg(graph_.get(), to_graphviz("cluster_" + name), 1);
  for (const std::string& node : nodes) agsubnode(frame, agnode(graph_.get(), to_graphviz(node), 0), 1);
  set(frame, markup, attributes);
}

std::string Canvas::text() const {
  std::string text;
  agwrite(graph_.get(), &text);
  return text;
}

void Canvas::set(void* object, const std::string& markup, const Attributes& attributes) {
  if (!markup.empty()) {
    char* const label = agstrdup_html(graph_.get(), to_graphviz(markup));
    agsafeset(object, to_graphviz("label"), label, to_graphviz(""));
    agstrfree(graph_.get(), label);
  }
  for (const auto& [name, value] : attributes) {
    agsafeset(object, to_graphviz(name), to_graphviz(value), to_graphviz(""));
  }
}

}  // namespace whofunds::render
