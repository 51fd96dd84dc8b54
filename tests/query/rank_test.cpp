#include "whofunds/query/rank.hpp"

#include <doctest/doctest.h>

#include "../graph/example_facts.hpp"
#include "whofunds/query/common.hpp"

using namespace whofunds;
using examples::paid;
using graph::FrozenGraph;
using query::Centrality;
using query::Ranked;

namespace {

std::string names(const FrozenGraph& graph, const std::vector<Ranked>& ranked) {
  std::vector<graph::VertexNumber> vertices;
  for (const Ranked& each : ranked) vertices.push_back(each.entity);
  return examples::names(graph, vertices);
}

}  // namespace

TEST_CASE("who gave most of what the funded have comes first") {
  const FrozenGraph graph = examples::frozen({paid("x", "A", "X", 10), paid("x", "B", "X", 90)});
  CHECK(names(graph, query::rank(graph)) == "B > A");  // and not X, which funds nobody
}

TEST_CASE("sums of currencies are compared by what is usual in each") {
  std::vector<model::Fact> facts{paid("x", "A", "X", 100), paid("x", "C", "Y", 100),
                                 paid("x", "D", "Y", 100)};
  model::Fact yen = paid("x", "B", "X", 15000);
  yen.amount->currency = "JPY";
  facts.push_back(yen);
  const FrozenGraph graph = examples::frozen(facts);
  const auto ranked = query::rank(graph);
  CHECK(ranked[0].score == doctest::Approx(ranked[1].score));  // A and B: each the median of its currency
}

TEST_CASE("the one through whom all paths lead is the most between") {
  const FrozenGraph graph = examples::frozen(
      {paid("x", "A", "M", 1), paid("x", "B", "M", 1), paid("x", "M", "X", 1), paid("x", "M", "Y", 1)});
  const auto ranked = query::rank(graph, {.by = Centrality::kBetweenness});
  REQUIRE(ranked.size() == 1);
  CHECK(graph.name(ranked[0].entity) == "M");
  CHECK(ranked[0].score == 4);
}

TEST_CASE("degree counts entities, not facts") {
  const FrozenGraph graph = examples::frozen(
      {paid("x", "A", "X", 1), paid("x", "A", "X", 2), paid("x", "B", "X", 1), paid("x", "A", "C", 1)});
  const auto ranked = query::rank(graph, {.by = Centrality::kDegree, .top = 2});
  CHECK(names(graph, ranked) == "A > X");
  CHECK(ranked[0].score == 2);
}

TEST_CASE("two entities share those who fund both and those whom both fund") {
  const FrozenGraph graph =
      examples::frozen({paid("x", "F", "A", 1), paid("x", "F", "B", 2), paid("x", "G", "A", 3),
                        paid("x", "A", "T", 4), paid("x", "B", "T", 5), paid("x", "A", "B", 6)});
  const auto found = query::common(graph, examples::vertex(graph, "A"), examples::vertex(graph, "B"));
  REQUIRE(found.funders.size() == 1);
  CHECK(graph.name(found.funders[0].entity) == "F");
  REQUIRE(found.funded.size() == 1);
  CHECK(graph.name(found.funded[0].entity) == "T");
}
