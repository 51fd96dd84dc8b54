#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "whofunds/entities/legal_forms.hpp"
#include "whofunds/graph/edge_fact.hpp"
#include "whofunds/graph/frozen_graph.hpp"
#include "whofunds/model/fact.hpp"
#include "whofunds/store/frozen_file.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::store {

/// A graph as queries open it: its frozen form, and the store for what is printed. Both are of one moment,
/// whatever is written meanwhile.
///
/// The frozen form lies beside the graph, in GRAPH.frozen. Where there is none, or it was made from another
/// state of the graph, or is damaged (`read_frozen`), it is made anew and kept, if the folder can be written;
/// otherwise it is made in memory. An answer is always of the last commit when it was asked for, or of a
/// later one.
class OpenedGraph {
 public:
  /// Throws what `Store::open` throws. `on_freeze` is called before the frozen form is made, which takes
  /// some seconds for each million of facts.
  static OpenedGraph open(const std::filesystem::path& path, const entities::LegalForms& forms,
                          const std::function<void()>& on_freeze = {});

  ~OpenedGraph();
  OpenedGraph(OpenedGraph&&) noexcept;
  OpenedGraph& operator=(OpenedGraph&&) noexcept;

  /// Whether the frozen form was made by this call of `open`, and not found.
  bool was_frozen_here() const;

  const graph::FrozenGraph& graph() const;
  const entities::LegalForms& forms() const;

  /// All that is told of an edge, with its evidence. Looks into the store: a fifth of a millisecond at most.
  graph::EdgeFact fact(graph::EdgeNumber edge) const;

  /// What is known of a document (`Store::document`).
  std::optional<DocumentRecord> document(std::string_view id) const;

 private:
  struct Parts;
  explicit OpenedGraph(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace whofunds::store
