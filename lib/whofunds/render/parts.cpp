#include "whofunds/render/parts.hpp"

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "whofunds/model/error.hpp"
#include "whofunds/render/layout.hpp"
#include "whofunds/render/packing.hpp"

namespace whofunds::render {
namespace {

constexpr double kGap = 40;  // points

// By node, the number of its part; parts in the order of their first nodes.
class Parts {
 public:
  explicit Parts(Agraph_t* graph) {
    for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
      if (!numbers_.contains(node)) gather(graph, node);
    }
  }

  std::size_t count() const { return count_; }
  std::size_t of(Agnode_t* node) const { return numbers_.at(node); }

 private:
  void gather(Agraph_t* graph, Agnode_t* first) {
    std::vector<Agnode_t*> waiting{first};
    numbers_.emplace(first, count_);
    while (!waiting.empty()) {
      Agnode_t* const node = waiting.back();
      waiting.pop_back();
      for (Agedge_t* edge = agfstedge(graph, node); edge != nullptr; edge = agnxtedge(graph, edge, node)) {
        if (numbers_.emplace(edge->node, count_).second) waiting.push_back(edge->node);
      }
    }
    ++count_;
  }

  std::unordered_map<Agnode_t*, std::size_t> numbers_;
  std::size_t count_ = 0;
};

// Sets a text that may be one in the HTML-like language.
void set(Agraph_t* graph, void* object, Agsym_t* symbol, char* value) {
  if (aghtmlstr(value) == 0) {
    agxset(object, symbol, value);
    return;
  }
  char* const kept = agstrdup_html(graph, value);
  agxset(object, symbol, kept);
  agstrfree(graph, kept);
}

// A graph of its own for each part.
class Copies {
 public:
  Copies(Agraph_t* graph, const Parts& parts) : graph_(graph), parts_(parts) {
    for (std::size_t part = 0; part < parts.count(); ++part) copies_.push_back(empty());
    for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
      Agraph_t* const copy = copy_with(node);
      Agnode_t* const made = agnode(copy, agnameof(node), 1);
      nodes_.emplace_back(node, made);
      made_.emplace(node, made);
      take_attributes(node, copy, made);
    }
    for (const auto& [node, made] : nodes_) {
      for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
        Agraph_t* const copy = copy_with(node);
        Agedge_t* const line = agedge(copy, made, made_.at(aghead(edge)), agnameof(edge), 1);
        edges_.emplace_back(edge, line);
        take_attributes(edge, copy, line);
      }
    }
  }

  std::vector<GraphHandle>& copies() { return copies_; }
  /// What is in the graph, and what stands for it in the copy of its part.
  const std::vector<std::pair<Agnode_t*, Agnode_t*>>& nodes() const { return nodes_; }
  const std::vector<std::pair<Agedge_t*, Agedge_t*>>& edges() const { return edges_; }

 private:
  Agraph_t* copy_with(Agnode_t* node) const { return copies_[parts_.of(node)].get(); }

  // All that the graph is told but its label, which stands over the whole.
  GraphHandle empty() const {
    GraphHandle copy(agopen(to_graphviz("part"), graph_->desc, nullptr));
    if (!copy)
      throw MachineError("Graphviz", "it could not make a graph", "see whether there is memory left");
    for (const int kind : {AGRAPH, AGNODE, AGEDGE}) {
      for (Agsym_t* told = agnxtattr(graph_, kind, nullptr); told != nullptr;
           told = agnxtattr(graph_, kind, told)) {
        const bool is_title = kind == AGRAPH && std::string_view(told->name) == "label";
        if (!is_title) agattr(copy.get(), kind, told->name, told->defval);
      }
    }
    return copy;
  }

  void take_attributes(void* object, Agraph_t* copy, void* made) const {
    const int kind = AGTYPE(object) == AGNODE ? AGNODE : AGEDGE;
    for (Agsym_t* told = agnxtattr(graph_, kind, nullptr); told != nullptr;
         told = agnxtattr(graph_, kind, told))
      set(copy, made, agattr(copy, kind, told->name, nullptr), agxget(object, told));
  }

  Agraph_t* graph_;
  const Parts& parts_;
  std::vector<GraphHandle> copies_;
  std::vector<std::pair<Agnode_t*, Agnode_t*>> nodes_;
  std::unordered_map<Agnode_t*, Agnode_t*> made_;
  std::vector<std::pair<Agedge_t*, Agedge_t*>> edges_;
};

std::string shifted(const pointf& point, const pointf& shift) {
  return fmt::format("{:.2f},{:.2f}", point.x + shift.x, point.y + shift.y);
}

// The course of a line in the language of Graphviz; empty = it has none.
std::string course_of(Agedge_t* edge, const pointf& shift) {
  const splines* const course = ED_spl(edge);
  std::string text;
  for (int piece = 0; course != nullptr && piece < course->size; ++piece) {
    const bezier& curve = course->list[piece];
    if (!text.empty()) text += ';';
    if (curve.sflag != 0) text.append("s,").append(shifted(curve.sp, shift)).append(" ");
    if (curve.eflag != 0) text.append("e,").append(shifted(curve.ep, shift)).append(" ");
    for (int at = 0; at < curve.size; ++at)
      text.append(at == 0 ? "" : " ").append(shifted(curve.list[at], shift));
  }
  return text;
}

void put(void* object, const char* name, const std::string& value) {
  agsafeset(object, to_graphviz(name), to_graphviz(value), to_graphviz(""));
}

void put_label(Agedge_t* edge, const char* name, const textlabel_t* label, const pointf& shift) {
  if (label != nullptr) put(edge, name, shifted(label->pos, shift));
}

std::vector<pointf> shifts_of(const std::vector<GraphHandle>& copies) {
  std::vector<Size> sizes;
  for (const GraphHandle& copy : copies) {
    const boxf box = GD_bb(copy.get());
    sizes.push_back({.width = box.UR.x - box.LL.x, .height = box.UR.y - box.LL.y});
  }
  const std::vector<Corner> corners = packed(sizes, kGap);
  std::vector<pointf> shifts;
  for (std::size_t part = 0; part < copies.size(); ++part) {
    const boxf box = GD_bb(copies[part].get());
    shifts.push_back({.x = corners[part].x - box.LL.x, .y = -corners[part].y - box.UR.y});  // up is positive
  }
  return shifts;
}

}  // namespace

bool lay_out_parts(GVC_t* context, Agraph_t* graph) {
  if (agfstsubg(graph) != nullptr) return false;
  const Parts parts(graph);
  if (parts.count() < 2) return false;
  Copies copies(graph, parts);
  std::deque<Laid> laid;
  for (const GraphHandle& copy : copies.copies()) laid.emplace_back(context, copy.get(), "dot");
  const std::vector<pointf> shifts = shifts_of(copies.copies());

  std::vector<std::string> courses;
  for (const auto& [edge, line] : copies.edges()) {
    courses.push_back(course_of(line, shifts[parts.of(agtail(edge))]));
    if (courses.back().empty()) return false;
  }
  for (const auto& [node, made] : copies.nodes())
    put(node, "pos", shifted(ND_coord(made), shifts[parts.of(node)]));
  for (std::size_t at = 0; at < courses.size(); ++at) {
    const auto& [edge, line] = copies.edges()[at];
    put(edge, "pos", courses[at]);
    const pointf& shift = shifts[parts.of(agtail(edge))];
    put_label(edge, "lp", ED_label(line), shift);
    put_label(edge, "head_lp", ED_head_label(line), shift);
    put_label(edge, "tail_lp", ED_tail_label(line), shift);
    put_label(edge, "xlp", ED_xlabel(line), shift);
  }
  return true;
}

}  // namespace whofunds::render
