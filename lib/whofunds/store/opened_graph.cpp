#include "whofunds/store/opened_graph.hpp"

#include <cstdio>
#include <fstream>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "whofunds/graph/freezing.hpp"
#include "whofunds/graph/stable_id.hpp"
#include "whofunds/store/digest.hpp"
#include "whofunds/store/fact_stream.hpp"
#include "whofunds/store/schema.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::store {
namespace {

using graph::FrozenGraph;
using graph::FrozenStamp;

// The frozen form that lies there, if it is of this state of the graph and whole as far as its head tells.
std::optional<FrozenGraph> kept(const std::filesystem::path& file, const FrozenStamp& stamp) {
  try {
    FrozenGraph found = FrozenGraph::open(file);
    if (found.stamp() == stamp) return found;
  } catch (const Error&) {
    // None, or none that can be used: it is made anew.
  }
  return std::nullopt;
}

// Puts the bytes into the file, whole or not at all. False where the folder or the disk does not take them.
bool keep(const std::filesystem::path& file, std::span<const std::byte> bytes) {
  const std::filesystem::path unfinished = file.string() + fmt::format(".{}", ::getpid());
  std::error_code none;
  {
    std::ofstream output(unfinished, std::ios::binary);
    output.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    output.close();
    if (!output) {
      std::filesystem::remove(unfinished, none);
      return false;
    }
  }
  std::filesystem::rename(unfinished, file, none);
  if (!none) return true;
  std::filesystem::remove(unfinished, none);
  return false;
}

}  // namespace

struct OpenedGraph::Parts {
  Parts(const std::filesystem::path& path, entities::LegalForms legal_forms)
      : forms(std::move(legal_forms)), store(Store::open(path)), snapshot(store.snapshot()) {}

  FrozenStamp stamp() const {
    return {.store = store.stamp(), .rules = graph::stable_number({forms.digest_text()})};
  }

  entities::LegalForms forms;
  Store store;
  Snapshot snapshot;
  std::optional<FrozenGraph> graph;
  std::unique_ptr<FactFinder> finder;
};

OpenedGraph::OpenedGraph(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
OpenedGraph::~OpenedGraph() = default;
OpenedGraph::OpenedGraph(OpenedGraph&&) noexcept = default;
OpenedGraph& OpenedGraph::operator=(OpenedGraph&&) noexcept = default;

OpenedGraph OpenedGraph::open(const std::filesystem::path& path, const entities::LegalForms& forms,
                              const std::function<void()>& on_freeze) {
  auto parts = std::make_unique<Parts>(path, forms);
  const std::filesystem::path file = frozen_path(path);
  const FrozenStamp stamp = parts->stamp();
  parts->graph = kept(file, stamp);
  if (!parts->graph) {
    if (on_freeze) on_freeze();
    std::vector<std::byte> bytes = parts->store.freeze(parts->forms, stamp);
    // Mapped rather than held, so that several processes share it.
    if (keep(file, bytes)) parts->graph = kept(file, stamp);
    if (!parts->graph) parts->graph.emplace(std::move(bytes));
  }
  return OpenedGraph(std::move(parts));
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

std::filesystem::path frozen_path(const std::filesystem::path& graph) {
  return graph.string() + ".frozen";
}

}  // namespace whofunds::store
