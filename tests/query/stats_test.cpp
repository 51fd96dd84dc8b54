#include "whofunds/query/stats.hpp"

#include <numeric>

#include <doctest/doctest.h>

#include "../graph/example_facts.hpp"

using namespace whofunds;
using examples::fact;
using examples::paid;
using model::Relation;

TEST_CASE("the counts of a graph") {
  std::vector<model::Fact> facts{paid("a", "A", "X", 30), paid("a", "B", "X", 30), paid("b", "A", "Y", 5),
                                 fact("b", "C", Relation::kLeads, "Y"),
                                 fact("c", "", Relation::kRaised, "Y")};
  facts[0].deal = facts[1].deal = "d1";
  facts[3].subject->kind = model::EntityKind::kPerson;
  facts[4].status = model::Status::kRumoured;
  const query::Stats stats = query::stats(examples::frozen(facts));
  CHECK(stats.documents == 3);
  CHECK(stats.entities == 5);
  CHECK(stats.facts == 5);
  CHECK(stats.deals == 1);
  CHECK(stats.evidence == 5);
  CHECK(stats.entities_by_kind.at(static_cast<std::size_t>(model::EntityKind::kPerson)) == 1);
  CHECK(stats.facts_by_relation.at(static_cast<std::size_t>(Relation::kInvestsIn)) == 3);
  CHECK(stats.facts_by_status.at(static_cast<std::size_t>(model::Status::kRumoured)) == 1);
  CHECK(std::accumulate(stats.facts_by_relation.begin(), stats.facts_by_relation.end(), 0U) == 5);
  CHECK(stats.sums == std::vector<query::Sum>{{.currency = "USD", .value = 35, .deals = 2}});
}

TEST_CASE("an empty graph has nothing to count") {
  const query::Stats stats = query::stats(examples::frozen({}));
  CHECK(stats.documents == 0);
  CHECK(stats.entities == 0);
  CHECK(stats.sums.empty());
}
