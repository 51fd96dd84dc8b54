#include "whofunds/graph/frozen_graph.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>

#include <boost/concept/assert.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/range/iterator_range.hpp>
#include <doctest/doctest.h>

#include "example_facts.hpp"
#include "whofunds/graph/freezing.hpp"
#include "whofunds/graph/frozen_boost.hpp"
#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/model/error.hpp"

using namespace whofunds;
using examples::fact;
using examples::paid;
using graph::FrozenGraph;
using graph::FundingGraph;
using graph::VertexNumber;
using model::Relation;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<FrozenGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<FrozenGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<FrozenGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<FrozenGraph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<FrozenGraph, VertexNumber, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<FrozenGraph, graph::FrozenEdge, boost::edge_index_t>));

namespace {

const entities::LegalForms& known_forms() {
  static const entities::LegalForms forms = entities::load_legal_forms(std::getenv("WHOFUNDS_SHARE"));
  return forms;
}

FundingGraph funding(const std::vector<model::Fact>& facts) {
  FundingGraph graph(known_forms());
  graph.add(facts);
  return graph;
}

// Whether the edge of the frozen graph says what that of the whole graph does.
void check_edge(const FundingGraph& whole, const FrozenGraph& frozen, const graph::Edge& edge,
                graph::EdgeNumber number) {
  const graph::EdgeFact& said = whole.graph()[edge];
  CHECK(frozen.source(number) == boost::source(edge, whole.graph()));
  CHECK(frozen.target(number) == boost::target(edge, whole.graph()));
  CHECK(frozen.relation(number) == said.relation);
  CHECK(frozen.status(number) == said.status);
  CHECK(graph::unpack_date(frozen.packed_date(number)) == said.date);
  CHECK(frozen.amount(number).has_value() == said.amount.has_value());
  if (said.amount) {
    CHECK(frozen.amount(number)->value == said.amount->value);
    CHECK(frozen.amount(number)->currency == said.amount->currency);
  }
  CHECK(frozen.stake(number).has_value() == said.stake.has_value());
  if (said.stake) CHECK(frozen.stake(number)->percent == said.stake->percent);
  CHECK((frozen.deal(number) ? frozen.deal_id(*frozen.deal(number)) : "") == said.deal);
  const std::vector<model::Fact> facts = whole.facts();
  std::vector<model::Evidence> evidence;
  for (const std::uint32_t fact : frozen.facts(number))
    evidence.insert(evidence.end(), facts[fact].evidence.begin(), facts[fact].evidence.end());
  CHECK(std::is_permutation(evidence.begin(), evidence.end(), said.evidence.begin(), said.evidence.end()));
}

}  // namespace

TEST_CASE("the frozen form says what the graph says, in the same order") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const FundingGraph whole = funding(examples::random_facts(seed, 80));
    const FrozenGraph frozen = graph::freeze(whole);
    REQUIRE(frozen.vertices() == boost::num_vertices(whole.graph()));
    REQUIRE(frozen.edges() == boost::num_edges(whole.graph()));
    for (VertexNumber vertex = 0; vertex < frozen.vertices(); ++vertex)
      CHECK(frozen.entity(vertex) == whole.graph()[vertex]);
    graph::EdgeNumber number = 0;
    for (const auto& edge : boost::make_iterator_range(boost::edges(whole.graph())))
      check_edge(whole, frozen, edge, number++);
    CHECK_NOTHROW(frozen.check());
  }
}

TEST_CASE("each edge into a vertex is one of those out of another, and the other way round") {
  const FrozenGraph frozen = graph::freeze(funding(examples::random_facts(5, 90)));
  std::vector<graph::EdgeNumber> seen;
  for (VertexNumber vertex = 0; vertex < frozen.vertices(); ++vertex) {
    for (const graph::FrozenEdge& edge : boost::make_iterator_range(in_edges(vertex, frozen))) {
      CHECK(edge.to == vertex);
      CHECK(frozen.target(edge.number) == vertex);
      CHECK(frozen.source(edge.number) == edge.from);
      seen.push_back(edge.number);
    }
  }
  std::sort(seen.begin(), seen.end());
  CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
  CHECK(seen.size() == frozen.edges());
}

TEST_CASE("names are found as in the graph, and what is near them") {
  for (unsigned seed = 0; seed < 10; ++seed) {
    const FundingGraph whole = funding(examples::random_facts(seed, 80));
    const FrozenGraph frozen = graph::freeze(whole);
    for (const char* name : {"ромашка", "ROMASHKA", "ООО «Ромашка»", "acme", "Acme Ventures", "Петров",
                             "petrov", "норвегия", "Links", "nobody", "", "иван петров"}) {
      const auto expected = whole.find(name);
      const auto found = frozen.find(name, known_forms());
      CHECK(std::vector<graph::Vertex>(found.begin(), found.end()) == expected);
      const auto near_expected = whole.suggest(name, 3);
      const auto near = frozen.suggest(name, known_forms(), 3);
      CHECK(std::vector<graph::Vertex>(near.begin(), near.end()) == near_expected);
    }
    for (VertexNumber vertex = 0; vertex < frozen.vertices(); ++vertex)
      CHECK(frozen.find(frozen.id(vertex), known_forms()) == std::vector{vertex});
  }
}

TEST_CASE("what holds a word in the middle of a name is near") {
  const FrozenGraph frozen = graph::freeze(funding(
      {paid("x", "Northern Light", "Big Acme Partners", 1), paid("x", "Acmeology", "Lighthouse", 1)}));
  CHECK(examples::names(frozen, frozen.suggest("acme", {})) == "Acmeology > Big Acme Partners");
  CHECK(examples::names(frozen, frozen.suggest("light", {})) == "Lighthouse > Northern Light");
}

TEST_CASE("Boost's algorithms run on a frozen graph") {
  const FrozenGraph frozen = graph::freeze(funding({paid("x", "A", "B", 1), paid("x", "B", "C", 1)}));
  std::vector<int> depth(frozen.vertices());
  const auto index = get(boost::vertex_index, frozen);
  boost::breadth_first_search(
      frozen, VertexNumber{0},
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                         boost::make_iterator_property_map(depth.begin(), index), boost::on_tree_edge())))
          .vertex_index_map(index));
  CHECK(depth == std::vector<int>{0, 1, 2});
}

TEST_CASE("the same facts make the same bytes, in whatever order they come") {
  std::vector<model::Fact> facts = examples::random_facts(7, 60);
  const FrozenGraph first = graph::freeze(funding(facts));
  std::mt19937 random(1);
  std::shuffle(facts.begin(), facts.end(), random);
  const FrozenGraph second = graph::freeze(funding(facts));
  CHECK(std::equal(first.bytes().begin(), first.bytes().end(), second.bytes().begin(), second.bytes().end()));
}

TEST_CASE("a frozen graph that is cut short, or of which a byte has changed, is told from a whole one") {
  const FrozenGraph whole = graph::freeze(funding(examples::random_facts(3, 40)));
  const std::vector<std::byte> bytes(whole.bytes().begin(), whole.bytes().end());
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{100}, bytes.size() - 1})
    CHECK_THROWS_AS(
        FrozenGraph(std::vector<std::byte>(bytes.begin(), bytes.begin() + static_cast<long>(size))),
        InputError);
  std::size_t told = 0;
  std::size_t changed = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 37) {
    std::vector<std::byte> damaged = bytes;
    damaged[at] ^= std::byte{0x40};
    ++changed;
    try {
      FrozenGraph(std::move(damaged)).check();
    } catch (const InputError&) {
      ++told;
    }
  }
  // All but bytes between two sections, which nobody reads.
  CHECK(told * 100 >= changed * 75);
}

TEST_CASE("an empty graph can be frozen and asked") {
  const FrozenGraph frozen = examples::frozen({});
  CHECK(frozen.vertices() == 0);
  CHECK(frozen.find("A", {}).empty());
  CHECK(frozen.suggest("A", {}).empty());
}
