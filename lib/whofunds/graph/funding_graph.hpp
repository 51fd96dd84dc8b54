#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/graph/adjacency_list.hpp>

#include "whofunds/entities/joining.hpp"
#include "whofunds/entities/legal_forms.hpp"
#include "whofunds/graph/edge_fact.hpp"
#include "whofunds/graph/entity_table.hpp"
#include "whofunds/model/fact.hpp"

namespace whofunds::graph {

/// The vertices are entities, the edges facts. `raised`, which names no investor, is kept as a loop on its
/// company.
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, model::Entity, EdgeFact>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;
using Edge = boost::graph_traits<Graph>::edge_descriptor;

/// Who funds whom, of any number of documents: a Boost.Graph property graph with names that join across
/// documents.
///
///     FundingGraph graph(entities::load_legal_forms(language::share_directory()));
///     graph.add(facts);
///     for (const Vertex v : graph.find("яндекс")) …
///
/// The graph is a function of the *set* of facts added: adding a fact again changes nothing, and neither does
/// the order. Vertices stand in the order of their name (`entities::name_key`), then id; edges in the order
/// of their ends, then relation, status, date and id. How facts of several documents become one edge is told
/// in graph/edge_table.hpp.
///
/// Adding builds the graph anew, so add many facts at once. Reading is safe from many threads.
class FundingGraph {
 public:
  /// Without legal forms, "ООО «Ромашка»" and "Ромашка" are two.
  explicit FundingGraph(entities::LegalForms forms = {}, entities::Decisions decisions = {});

  /// Adds facts of any number of documents. Throws InputError, naming the document, for one that cannot be
  /// believed (`model::first_fault`); the graph is then as it was.
  void add(std::span<const model::Fact> facts);

  /// Adds what the other graph knows: union. Commutative, associative and idempotent; keeps all evidence and
  /// rules.
  void merge(const FundingGraph& other);

  /// The graph. Descriptors are good until the next `add` or `merge`.
  const Graph& graph() const noexcept { return graph_; }

  /// Every fact added, each once, sorted by document, then place.
  std::vector<model::Fact> facts() const;

  /// The ids of all documents with facts, sorted.
  std::vector<std::string> documents() const;

  /// All entities of that name or alias, whatever case, quotes, legal form or script, or of that id, in
  /// vertex order. Names in the same script come before all others: another script is tried only if there
  /// is no such name.
  std::vector<Vertex> find(std::string_view name) const;

  /// For a name that `find` does not know, what may be meant: entities with a name that begins with it or
  /// holds it as whole words, at most `limit`, names that begin with it first, then in vertex order.
  std::vector<Vertex> suggest(std::string_view name, std::size_t limit = 5) const;

  /// All names that documents have given the entity as its own, each with why it was joined; sorted.
  std::vector<JoinedName> joined_names(Vertex vertex) const;

  const entities::LegalForms& legal_forms() const noexcept { return forms_; }
  const entities::Decisions& decisions() const noexcept { return decisions_; }

  /// Whether both know the same facts, and so are the same graph.
  friend bool operator==(const FundingGraph& a, const FundingGraph& b) {
    return a.facts_ == b.facts_ && a.forms_ == b.forms_ && a.decisions_ == b.decisions_;
  }

 private:
  using Index = std::map<std::string, std::vector<Vertex>, std::less<>>;

  void rebuild();
  void add_names(Vertex vertex, const std::vector<std::string>& aliases);

  entities::LegalForms forms_;
  entities::Decisions decisions_;
  // By a key of all that a fact says (fact_key.hpp): the set that all else here follows from.
  std::map<std::string, model::Fact> facts_;
  Graph graph_;
  std::vector<std::vector<std::string>> names_;  // by vertex: names that documents gave it, sorted
  Index bare_;   // name or alias without legal form, in its own script → vertices in order
  Index latin_;  // the same in Latin letters
};

}  // namespace whofunds::graph
