#include "whofunds/render/layout.hpp"

#include <cstdlib>

#include <fmt/format.h>

#include "whofunds/model/error.hpp"

namespace whofunds::render {
namespace {

// What Graphviz complained of since somebody began to listen. Guarded by the mutex of Graphviz.
std::string& complaints() {
  static std::string text;
  return text;
}

int hear_complaint(char* text) {
  complaints().append(text);
  return 0;
}

}  // namespace

Listening::Listening() : before_(agseterrf(hear_complaint)) {
  complaints().clear();
}

Listening::~Listening() {
  agseterrf(before_);
}

std::string Listening::heard() {
  std::string line = complaints().substr(0, complaints().find('\n'));
  return line.empty() ? "no reason given" : line;
}

Laid::Laid(GVC_t* context, Agraph_t* graph, const std::string& engine) : context_(context), graph_(graph) {
  // What it places by chance, it places by this chance: a picture does not depend on what was drawn before.
  std::srand(1);
  ::srand48(1);
  if (gvLayout(context, graph, engine.c_str()) != 0) {
    throw MachineError("Graphviz",
                       fmt::format("it cannot lay out with '{}' ({})", engine, Listening::heard()),
                       kInstallGraphviz);
  }
}

Laid::~Laid() {
  if (agfstsubg(graph_) == nullptr) gvFreeLayout(context_, graph_);
}

}  // namespace whofunds::render
