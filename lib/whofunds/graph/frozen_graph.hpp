#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "whofunds/entities/legal_forms.hpp"
#include "whofunds/graph/entity_table.hpp"
#include "whofunds/graph/frozen_layout.hpp"
#include "whofunds/model/fact.hpp"

namespace whofunds::graph {

/// Vertices and edges of a frozen graph are numbers from 0: dense, so that an array holds what is known of
/// each.
using VertexNumber = std::uint32_t;
using EdgeNumber = std::uint32_t;

/// A sum of money as queries see it.
struct FrozenSum {
  std::int64_t value = 0;
  std::string_view currency;
  bool inexact = false;  ///< "about", "more than", "up to"
};

/// A stake as queries see it.
struct FrozenStake {
  std::optional<double> percent;
  bool at_least = false;
  bool controlling = false;
};

/// The form of the graph that queries work on: compressed sparse rows (targets of each vertex in one array,
/// in the order of vertices; the same the other way round), names in a sorted index. It is a block of bytes,
/// in memory or in a file that is mapped: opening does not read it, and several processes share it. It
/// never changes, so reading is safe from many threads.
///
/// Vertices stand in the order of their name (`entities::name_key`), then id; edges in the order of their
/// ends, then relation, status, date and id: as in `FundingGraph`. It models Boost.Graph's concepts
/// (frozen_boost.hpp). What queries do not need stays in the store: where the facts of an edge are found is
/// told by `facts`.
class FrozenGraph {
 public:
  /// A graph in memory, as `freeze` made it.
  explicit FrozenGraph(std::vector<std::byte> bytes);

  /// Maps the file. Throws MachineError where it cannot be mapped, InputError where it is no frozen graph, is
  /// of another version, is cut short, or its head is damaged. The rest is looked at by `check`.
  static FrozenGraph open(const std::filesystem::path& file);

  /// Reads all of it and throws InputError if any part is not as it was written.
  void check() const;

  /// What the bytes were made from: equal if that has not changed.
  const FrozenStamp& stamp() const { return header().stamp; }
  /// Of its head, which has those of all sections in it.
  std::uint64_t checksum() const { return header().checksum; }
  const FrozenCounts& counts() const { return header().counts; }
  std::span<const std::byte> bytes() const { return bytes_; }

  VertexNumber vertices() const { return static_cast<VertexNumber>(header().counts.vertices); }
  EdgeNumber edges() const { return static_cast<EdgeNumber>(header().counts.edges); }

  /// Edges out of a vertex: numbers from `out_begin` to before `out_end`.
  EdgeNumber out_begin(VertexNumber vertex) const { return out_rows_[vertex]; }
  EdgeNumber out_end(VertexNumber vertex) const { return out_rows_[vertex + 1]; }
  VertexNumber target(EdgeNumber edge) const { return targets_[edge]; }
  /// The vertex that an edge goes out of. Takes a search.
  VertexNumber source(EdgeNumber edge) const;

  /// Edges into a vertex: *places* from `in_begin` to before `in_end`, in the order of edges.
  std::uint32_t in_begin(VertexNumber vertex) const { return in_rows_[vertex]; }
  std::uint32_t in_end(VertexNumber vertex) const { return in_rows_[vertex + 1]; }
  VertexNumber in_source(std::uint32_t place) const { return in_sources_[place]; }
  EdgeNumber in_edge(std::uint32_t place) const { return in_edges_[place]; }

  /// Calls into the cache where the edges out of a vertex begin, or those into it, for who will read them
  /// soon.
  void expect_out(VertexNumber vertex) const {
    __builtin_prefetch(targets_.data() + out_rows_[vertex]);
    __builtin_prefetch(attributes_.data() + out_rows_[vertex]);
  }
  void expect_in(VertexNumber vertex) const {
    __builtin_prefetch(in_sources_.data() + in_rows_[vertex]);
    __builtin_prefetch(in_classes_.data() + in_rows_[vertex]);
  }

  /// Relation and status in one number below `kEdgeClasses`; of a place without touching its edge.
  std::uint8_t edge_class(EdgeNumber edge) const { return edge_class_of(attributes_[edge]); }
  std::uint8_t in_class(std::uint32_t place) const { return in_classes_[place]; }
  model::Relation relation(EdgeNumber edge) const { return relation_of_class(edge_class(edge)); }
  model::Status status(EdgeNumber edge) const { return status_of_class(edge_class(edge)); }
  /// As `pack` wrote it; 0 = not told.
  std::uint32_t packed_date(EdgeNumber edge) const { return (attributes_[edge] & kDateBits) >> kClassBits; }
  std::optional<FrozenSum> amount(EdgeNumber edge) const;
  std::optional<FrozenStake> stake(EdgeNumber edge) const;
  /// A number below `deals()`; nothing if the edge stands alone.
  std::optional<std::uint32_t> deal(EdgeNumber edge) const;
  std::size_t deals() const { return deal_ids_.size(); }
  std::string deal_id(std::uint32_t deal) const;
  /// Sources of the facts of an edge, as they were given to the FactTable.
  std::span<const std::uint32_t> facts(EdgeNumber edge) const;

  std::string id(VertexNumber vertex) const;
  model::EntityKind kind(VertexNumber vertex) const { return static_cast<model::EntityKind>(kinds_[vertex]); }
  std::string_view name(VertexNumber vertex) const;
  model::Entity entity(VertexNumber vertex) const;  ///< with its aliases and countries
  /// All names that documents have given the entity as its own, each with why it was joined; sorted.
  std::vector<JoinedName> joined_names(VertexNumber vertex, const entities::LegalForms& forms,
                                       const entities::Decisions& decisions = {}) const;

  /// All entities of that name or alias, whatever case, quotes, legal form or script, or of that id, in
  /// vertex order. Names in the same script come before all others: another script is tried only if there
  /// is no such name.
  std::vector<VertexNumber> find(std::string_view name, const entities::LegalForms& forms) const;

  /// For a name that `find` does not know, what may be meant: entities with a name that begins with it or
  /// holds it as whole words, at most `limit`, names that begin with it first, then in vertex order.
  std::vector<VertexNumber> suggest(std::string_view name, const entities::LegalForms& forms,
                                    std::size_t limit = 5) const;

  /// The places of facts in the store, every `kFactsPerPlace`th (store/edge_facts.hpp).
  std::span<const FactPlace> fact_places() const { return fact_places_; }

 private:
  struct Held;  // what keeps the bytes alive

  FrozenGraph(std::shared_ptr<const Held> held, std::span<const std::byte> bytes, std::string where);
  const FrozenHeader& header() const { return *reinterpret_cast<const FrozenHeader*>(bytes_.data()); }
  template <typename T>
  std::span<const T> section(Section section, std::size_t count) const;
  template <typename T>
  std::span<const T> section(Section section) const;
  void set_sections();
  std::string_view form(std::size_t entry) const;
  std::pair<std::size_t, std::size_t> entries_of(std::string_view form) const;

  std::shared_ptr<const Held> held_;
  std::span<const std::byte> bytes_;
  std::string where_;

  std::span<const std::uint32_t> out_rows_, in_rows_;
  std::span<const std::uint32_t> targets_, in_sources_, in_edges_;
  std::span<const std::uint8_t> in_classes_, kinds_;
  std::span<const std::uint32_t> attributes_, amounts_, edge_facts_, more_facts_;
  std::span<const StoredDeal> edge_deals_;
  std::span<const StoredSum> sums_;
  std::span<const std::uint64_t> deal_ids_, ids_;
  std::span<const StoredStake> stakes_;
  std::span<const std::uint32_t> text_rows_;
  std::span<const char> texts_, forms_;
  std::span<const NameEntry> name_entries_;
  std::span<const FactPlace> fact_places_;
  std::span<const StoredCountry> countries_;
};

}  // namespace whofunds::graph
