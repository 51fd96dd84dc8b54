#include "whofunds/query/show.hpp"

#include <doctest/doctest.h>

#include "../graph/example_facts.hpp"

using namespace whofunds;
using examples::fact;
using model::Relation;

TEST_CASE("a portrait has every fact of an entity once, by its direction") {
  const graph::FrozenGraph graph =
      examples::frozen({fact("a", "X", Relation::kOwns, "B"), fact("a", "C", Relation::kLendsTo, "X"),
                        fact("a", "", Relation::kRaised, "X"), fact("a", "X", Relation::kInvestsIn, "X"),
                        fact("a", "B", Relation::kOwns, "C"), fact("b", "«X»", Relation::kOwns, "B")});
  const query::Portrait portrait = query::show(graph, examples::vertex(graph, "X"), {});
  CHECK(portrait.outgoing.size() == 2);  // one of them to itself
  CHECK(portrait.incoming.size() == 1);
  CHECK(portrait.raised.size() == 1);
  REQUIRE(portrait.names.size() == 2);
  CHECK(portrait.names[1].name == "«X»");
  CHECK(graph.facts(portrait.outgoing[0]).size() == 2);
}
