#include "whofunds/store/told_entities.hpp"

#include <algorithm>
#include <set>

#include "whofunds/model/error.hpp"
#include "whofunds/store/fact_stream.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::store {
namespace {

// All facts of a vertex, by their number in the store.
std::set<std::uint32_t> facts_of(const graph::FrozenGraph& frozen, graph::VertexNumber vertex) {
  std::set<std::uint32_t> facts;
  const auto add = [&](graph::EdgeNumber edge) {
    const auto more = frozen.facts(edge);
    facts.insert(more.begin(), more.end());
  };
  for (graph::EdgeNumber edge = frozen.out_begin(vertex); edge < frozen.out_end(vertex); ++edge) add(edge);
  for (std::uint32_t place = frozen.in_begin(vertex); place < frozen.in_end(vertex); ++place)
    add(frozen.in_edge(place));
  return facts;
}

}  // namespace

std::vector<entities::LocalEntity> told_entities(const std::filesystem::path& file,
                                                 const graph::FrozenGraph& frozen,
                                                 graph::VertexNumber vertex) {
  const Store store = Store::open(file);
  const Snapshot snapshot = store.snapshot();
  if (store.stamp() != frozen.stamp().store)
    throw MachineError(file.string(), "the graph has changed meanwhile", "ask again");
  std::set<std::string> names;
  for (const std::string& alias : frozen.entity(vertex).aliases) names.insert(alias);
  FactFinder finder(store.database());
  std::vector<entities::LocalEntity> told;
  for (const std::uint32_t fact : facts_of(frozen, vertex)) {
    for (entities::LocalEntity& entity : finder.ends(frozen.fact_places(), fact)) {
      if (names.contains(entity.name)) told.push_back(std::move(entity));  // the other end is somebody else
    }
  }
  return told;
}

}  // namespace whofunds::store
