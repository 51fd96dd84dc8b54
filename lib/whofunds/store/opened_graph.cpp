#include "whofunds/store/opened_graph.hpp"

#include <optional>
#include <utility>

#include "whofunds/graph/freezing.hpp"
#include "whofunds/graph/stable_id.hpp"
#include "whofunds/store/fact_stream.hpp"
#include "whofunds/store/frozen_file.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::store {

using graph::FrozenGraph;
using graph::FrozenStamp;

struct OpenedGraph::Parts {
  Parts(const std::filesystem::path& path, entities::LegalForms legal_forms)
      : forms(std::move(legal_forms)), store(Store::open(path)), snapshot(store.snapshot()) {}

  FrozenStamp stamp() const {
    return {.store = store.stamp(), .rules = graph::stable_number({forms.digest_text()})};
  }

  // Makes the frozen form of the last commit, or takes the one that somebody else has made of it meanwhile.
  void freeze_in_turn(const std::filesystem::path& file) {
    snapshot.reset();  // while it is held, what others write to the graph piles up in its log
    FreezeTurn turn(file);
    snapshot = store.snapshot();
    graph = read_frozen(file, stamp());
    if (graph) return;
    graph.emplace(store.freeze(forms, stamp()));
    frozen_here = true;
    if (!turn.keep(*graph)) return;
    // Mapped rather than held, so that several processes share it.
    if (auto mapped = read_frozen(file, stamp(), 0)) graph = std::move(mapped);
  }

  entities::LegalForms forms;
  Store store;
  Snapshot snapshot;
  std::optional<FrozenGraph> graph;
  std::unique_ptr<FactFinder> finder;
  bool frozen_here = false;
};

OpenedGraph::OpenedGraph(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
OpenedGraph::~OpenedGraph() = default;
OpenedGraph::OpenedGraph(OpenedGraph&&) noexcept = default;
OpenedGraph& OpenedGraph::operator=(OpenedGraph&&) noexcept = default;

OpenedGraph OpenedGraph::open(const std::filesystem::path& path, const entities::LegalForms& forms,
                              const std::function<void()>& on_freeze) {
  auto parts = std::make_unique<Parts>(path, forms);
  const std::filesystem::path file = frozen_path(path);
  parts->graph = read_frozen(file, parts->stamp());
  if (!parts->graph) {
    if (on_freeze) on_freeze();
    parts->freeze_in_turn(file);
  }
  return OpenedGraph(std::move(parts));
}

bool OpenedGraph::was_frozen_here() const {
  return parts_->frozen_here;
}

const FrozenGraph& OpenedGraph::graph() const {
  return *parts_->graph;
}

const entities::LegalForms& OpenedGraph::forms() const {
  return parts_->forms;
}

graph::EdgeFact OpenedGraph::fact(graph::EdgeNumber edge) const {
  const FrozenGraph& frozen = *parts_->graph;
  if (!parts_->finder) parts_->finder = std::make_unique<FactFinder>(parts_->store.database());
  std::vector<model::Fact> facts;
  for (const std::uint32_t number : frozen.facts(edge)) {
    facts.push_back(parts_->finder->find(frozen.fact_places(), number));
  }
  std::vector<const model::Fact*> said;
  said.reserve(facts.size());
  for (const model::Fact& fact : facts) said.push_back(&fact);
  graph::EdgeFact result =
      graph::edge_fact(said, frozen.id(frozen.source(edge)), frozen.id(frozen.target(edge)));
  if (const auto deal = frozen.deal(edge)) result.deal = frozen.deal_id(*deal);
  return result;
}

std::optional<DocumentRecord> OpenedGraph::document(std::string_view id) const {
  return parts_->store.document(id);
}

}  // namespace whofunds::store
