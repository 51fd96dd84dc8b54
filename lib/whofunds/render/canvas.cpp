#include "whofunds/render/canvas.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

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
// The names of what is in a graph, numbered as they come. What cgraph has for this numbers them by where they
// lie in memory, and draws frames in the order of their numbers.
class Names {
 public:
  explicit Names(Agraph_t* graph) : graph_(graph) {}

  // The number of a name, new ones added if `add`; of what has none (null), a new number each time.
  std::optional<IDTYPE> number_of(char* name, bool add) {
    char* const kept = add ? agstrdup(graph_, name) : agstrbind(graph_, name);
    const auto found = kept == nullptr ? numbers_.end() : numbers_.find(kept);
    if (found != numbers_.end()) return found->second;
    if (!add) return std::nullopt;
    names_.push_back(kept);
    if (kept != nullptr) numbers_.emplace(kept, names_.size() - 1);
    return names_.size() - 1;
  }

  char* name_of(IDTYPE number) const { return names_.at(number); }

 private:
  Agraph_t* graph_;
  std::vector<char*> names_;  // kept by cgraph, each once
  std::unordered_map<const char*, IDTYPE> numbers_;
};

Names& names_in(void* state) {
  return *static_cast<Names*>(state);
}

Agiddisc_t in_order{
    .open = [](Agraph_t* graph, Agdisc_t* /*discipline*/) -> void* { return new Names(graph); },
    .map = [](void* names, int /*kind*/, char* name, IDTYPE* number, int add) -> long {
      const auto found = names_in(names).number_of(name, add != 0);
      if (found) *number = *found;
      return found ? 1 : 0;
    },
    .alloc = [](void* /*names*/, int /*kind*/, IDTYPE /*number*/) -> long { return 0; },
    .free = [](void* /*names*/, int /*kind*/, IDTYPE /*number*/) {},
    .print = [](void* names, int /*kind*/, IDTYPE number) { return names_in(names).name_of(number); },
    .close = [](void* names) { delete &names_in(names); },
    .idregister = [](void* /*names*/, int /*kind*/, void* /*object*/) {}};
Agdisc_t in_memory{.mem = &AgMemDisc, .id = &in_order, .io = &to_memory};

void set(Agraph_t* graph, void* object, const std::string& markup, const Attributes& attributes) {
  if (!markup.empty()) {
    char* const label = agstrdup_html(graph, to_graphviz(markup));
    agsafeset(object, to_graphviz("label"), label, to_graphviz(""));
    agstrfree(graph, label);
  }
  for (const auto& [name, value] : attributes)
    agsafeset(object, to_graphviz(name), to_graphviz(value), to_graphviz(""));
}

std::vector<std::size_t> numbers_up_to(std::size_t count) {
  std::vector<std::size_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  return numbers;
}

}  // namespace

void Canvas::defaults(int kind, const Attributes& attributes) {
  defaults_.emplace_back(kind, attributes);
}

void Canvas::graph_label(const std::string& markup) {
  label_ = markup;
}

void Canvas::node(const std::string& name, const std::string& markup, const Attributes& attributes) {
  numbers_.emplace(name, nodes_.size());
  nodes_.push_back({name, markup, attributes});
}

void Canvas::edge(const std::string& from, const std::string& to, const std::string& markup,
                  const Attributes& attributes) {
  const std::string key = fmt::format("{}", lines_.size() + 1);
  lines_.push_back({numbers_.at(from), numbers_.at(to), {key, markup, attributes}});
}

void Canvas::frame(const std::string& name, const std::string& markup, const std::vector<std::string>& nodes,
                   const Attributes& attributes) {
  Frame& frame = frames_.emplace_back();
  frame.object = {"cluster_" + name, markup, attributes};
  for (const std::string& node : nodes) frame.nodes.push_back(numbers_.at(node));
}

std::string Canvas::text() const {
  const GraphHandle graph = made(numbers_up_to(nodes_.size()), numbers_up_to(lines_.size()));
  std::string text;
  agwrite(graph.get(), &text);
  return text;
}

GraphHandle Canvas::graph() const {
  std::vector<std::vector<std::size_t>> lines_of(nodes_.size());
  for (std::size_t line = 0; line < lines_.size(); ++line) lines_of[lines_[line].from].push_back(line);
  std::vector<std::size_t> lines;
  for (auto& some : lines_of) {
    // As cgraph has the lines of a node in order.
    std::stable_sort(some.begin(), some.end(),
                     [&](std::size_t one, std::size_t other) { return lines_[one].to < lines_[other].to; });
    lines.insert(lines.end(), some.begin(), some.end());
  }
  return made(as_read(lines_of), lines);
}

// Nodes in the order in which the text first names them: frames stand first in it, then each node with the
// lines that go out of it. The order has its part in the layout.
std::vector<std::size_t> Canvas::as_read(const std::vector<std::vector<std::size_t>>& lines_of) const {
  std::vector<std::size_t> order;
  std::vector<bool> is_named(nodes_.size());
  const auto name = [&](std::size_t node) {
    if (!is_named[node]) order.push_back(node);
    is_named[node] = true;
  };
  for (const Frame& frame : frames_) {
    std::vector<std::size_t> nodes = frame.nodes;
    std::sort(nodes.begin(), nodes.end());
    for (const std::size_t node : nodes) name(node);
  }
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    name(node);
    for (const std::size_t line : lines_of[node]) name(lines_[line].to);
  }
  return order;
}

GraphHandle Canvas::made(const std::vector<std::size_t>& nodes, const std::vector<std::size_t>& lines) const {
  GraphHandle graph(agopen(to_graphviz("whofunds"), Agdirected, &in_memory));
  if (!graph) throw MachineError("Graphviz", "it could not make a graph", "see whether there is memory left");
  for (const auto& [kind, attributes] : defaults_) {
    for (const auto& [name, value] : attributes)
      agattr(graph.get(), kind, to_graphviz(name), to_graphviz(value));
  }
  if (!label_.empty()) {
    char* const label = agstrdup_html(graph.get(), to_graphviz(label_));
    agattr(graph.get(), AGRAPH, to_graphviz("label"), label);
    agstrfree(graph.get(), label);
  }
  std::vector<Agnode_t*> made(nodes_.size());
  for (const std::size_t number : nodes) {
    const Object& node = nodes_[number];
    made[number] = agnode(graph.get(), to_graphviz(node.name), 1);
    set(graph.get(), made[number], node.markup, node.attributes);
  }
  for (const std::size_t number : lines) {
    const Line& line = lines_[number];
    Agedge_t* const edge =
        agedge(graph.get(), made[line.from], made[line.to], to_graphviz(line.object.name), 1);
    set(graph.get(), edge, line.object.markup, line.object.attributes);
  }
  for (const Frame& frame : frames_) {
    Agraph_t* const around = agsubg(graph.get(), to_graphviz(frame.object.name), 1);
    for (const std::size_t node : frame.nodes) agsubnode(around, made[node], 1);
    set(graph.get(), around, frame.object.markup, frame.object.attributes);
  }
  return graph;
}

}  // namespace whofunds::render
