#include "whofunds/query/funders.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "../graph/example_facts.hpp"

using namespace whofunds;
using namespace whofunds::query;
using examples::fact;
using examples::paid;
using graph::FrozenGraph;
using model::Fact;
using model::Relation;

namespace {

FrozenGraph funding_graph(const std::vector<Fact>& facts) {
  return examples::frozen(facts);
}

// "1 A invests_in (2 facts)" by row.
std::vector<std::string> rows(const FrozenGraph& graph, const Funding& funding) {
  std::vector<std::string> result;
  for (const Funder& row : funding.rows) {
    result.push_back(fmt::format("{} {} {} {}", row.depth, graph.name(row.entity), to_string(row.relation),
                                 row.facts.size()));
  }
  return result;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("direct funders come by name, then relation, with their facts") {
  const FrozenGraph graph = funding_graph({paid("x", "B", "X", 5), paid("y", "B", "X", 7),
                                           fact("x", "B", Relation::kOwns, "X"), paid("x", "A", "X", 1),
                                           paid("x", "X", "C", 1), fact("x", "F", Relation::kFounded, "X")});
  const Funding funding = funders(graph, examples::vertex(graph, "X"));
  CHECK(rows(graph, funding) == Rows{"1 A invests_in 1", "1 B invests_in 2", "1 B owns 1"});
  CHECK(funding.rows[1].sums == std::vector<Sum>{{.currency = "USD", .value = 12, .deals = 2}});
  CHECK(rows(graph, funded(graph, examples::vertex(graph, "X"))) == Rows{"1 C invests_in 1"});
}

TEST_CASE("three investors in one deal have put in its sum once") {
  std::vector<Fact> facts{paid("x", "A", "X", 30), paid("x", "B", "X", 30), paid("x", "C", "X", 30)};
  for (Fact& each : facts) each.deal = "d1";
  const FrozenGraph graph = funding_graph(facts);
  const Funding funding = funders(graph, examples::vertex(graph, "X"));
  CHECK(funding.rows.size() == 3);
  CHECK(funding.rows[0].sums == std::vector<Sum>{{.currency = "USD", .value = 30, .deals = 1}});
  CHECK(funding.sums == std::vector<Sum>{{.currency = "USD", .value = 30, .deals = 1}});
}

TEST_CASE("with depth, those who fund the funders follow, each once by the shortest way, circles included") {
  const FrozenGraph graph =
      funding_graph({paid("x", "A", "X", 1), paid("x", "B", "A", 2), paid("x", "C", "B", 3),
                     paid("x", "C", "X", 4), paid("x", "X", "B", 5)});
  const auto x = examples::vertex(graph, "X");
  CHECK(rows(graph, funders(graph, x, {.depth = 2})) ==
        Rows{"1 A invests_in 1", "1 C invests_in 1", "2 B invests_in 1"});
  CHECK(rows(graph, funders(graph, x, {.depth = 99})) == rows(graph, funders(graph, x, {.depth = 2})));
  CHECK(rows(graph, funded(graph, x, {.depth = 99})) == Rows{"1 B invests_in 1", "2 A invests_in 1"});
  CHECK(funders(graph, x, {.depth = 0}).rows.empty());
}

TEST_CASE("what is denied is shown only if asked to, counts for nothing and leads no further") {
  Fact denied = paid("x", "A", "X", 5);
  denied.status = model::Status::kDenied;
  const FrozenGraph graph = funding_graph({denied, paid("x", "B", "A", 6)});
  const auto x = examples::vertex(graph, "X");
  CHECK(funders(graph, x, {.depth = 2}).rows.empty());
  const Funding funding = funders(graph, x, {.depth = 2, .denied = true});
  CHECK(rows(graph, funding) == Rows{"1 A invests_in 1"});
  CHECK(funding.sums.empty());
}

TEST_CASE("money from sources not named stands apart") {
  Fact raised = fact("x", "", Relation::kRaised, "X");
  raised.amount = model::Money{.value = 40, .currency = "USD"};
  const FrozenGraph graph = funding_graph({raised, paid("x", "A", "X", 5)});
  const Funding funding = funders(graph, examples::vertex(graph, "X"));
  CHECK(rows(graph, funding) == Rows{"1 A invests_in 1"});
  CHECK(funding.unnamed.size() == 1);
  CHECK(funded(graph, examples::vertex(graph, "X")).unnamed.empty());
}

TEST_CASE("other relations are followed if named") {
  const FrozenGraph graph = funding_graph({fact("x", "F", Relation::kFounded, "X"), paid("x", "A", "X", 5)});
  CHECK(rows(graph, funders(graph, examples::vertex(graph, "X"), {.relations = {Relation::kFounded}})) ==
        Rows{"1 F founded 1"});
}
