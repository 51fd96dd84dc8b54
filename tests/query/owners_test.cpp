#include "whofunds/query/owners.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "../graph/example_facts.hpp"

using namespace whofunds;
using examples::fact;
using graph::FrozenGraph;
using model::Fact;
using model::Relation;
using query::Owners;

namespace {

Fact owns(const char* owner, const char* asset, double percent) {
  Fact result = fact("x", owner, Relation::kOwns, asset);
  result.stake = model::Stake{.percent = percent};
  return result;
}

// "A 60 ultimate controls", a line an owner.
std::vector<std::string> lines(const FrozenGraph& graph, const Owners& found) {
  std::vector<std::string> result;
  for (const query::Owner& owner : found.owners) {
    result.push_back(
        fmt::format("{} {:.4g}{}{}{}", graph.name(owner.entity), owner.percent,
                    owner.lower_bound ? " at least" : "", owner.ultimate ? " ultimate" : "",
                    owner.control.empty() ? "" : " by " + examples::names(graph, owner.control)));
  }
  return result;
}

std::vector<std::string> owners_of(const std::vector<Fact>& facts, const char* name,
                                   const query::OwnersOptions& options = {}) {
  const FrozenGraph graph = examples::frozen(facts);
  return lines(graph, query::owners(graph, examples::vertex(graph, name), options));
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("stakes are multiplied along paths and added up over them") {
  const std::vector<Fact> facts{owns("A", "X", 20), owns("A", "B", 50), owns("B", "X", 40),
                                owns("C", "B", 30)};
  CHECK(owners_of(facts, "X") == Lines{"A 40 ultimate", "B 40", "C 12 ultimate"});
  CHECK(owners_of(facts, "X", {.threshold = 25, .ultimate = true}) == Lines{"A 40 ultimate"});
  CHECK(owners_of(facts, "A").empty());
}

TEST_CASE("what an entity owns of itself through others belongs to those outside") {
  // X owns all of B, which holds half of X: all that X is worth is A's.
  const std::vector<Fact> facts{owns("A", "X", 50), owns("X", "B", 100), owns("B", "X", 50)};
  CHECK(owners_of(facts, "X") == Lines{"A 100 ultimate", "B 50"});
}

TEST_CASE("a circle among owners is solved, not cut off") {
  // B and C hold 20 % of each other; A the rest of both.
  const std::vector<Fact> facts{owns("A", "B", 80), owns("A", "C", 80), owns("B", "C", 20),
                                owns("C", "B", 20), owns("B", "X", 60), owns("C", "X", 40)};
  const Lines found = owners_of(facts, "X");
  REQUIRE(found.size() == 3);
  CHECK(found[0].starts_with("A 100 ultimate by A > B > X"));
  CHECK(found[1].starts_with("B 68"));
}

TEST_CASE("those who own each other wholly have no owner outside") {
  const FrozenGraph graph = examples::frozen({owns("A", "B", 100), owns("B", "A", 100), owns("B", "X", 30)});
  const Owners found = query::owners(graph, examples::vertex(graph, "X"));
  CHECK(found.wholly_inside.size() == 2);
  CHECK(lines(graph, found) == Lines{"B 30 ultimate", "A 0 ultimate"});
}

TEST_CASE("stakes above 100 % in all are scaled down, and it is said") {
  const FrozenGraph graph =
      examples::frozen({owns("A", "X", 80), owns("B", "X", 80), owns("X", "A", 60), owns("X", "B", 100)});
  const Owners found = query::owners(graph, examples::vertex(graph, "X"));
  REQUIRE(found.over_told.size() == 1);
  CHECK(graph.name(found.over_told[0]) == "X");
  for (const query::Owner& owner : found.owners) CHECK(owner.percent <= 100.0001);
}

TEST_CASE("who controls by majority is told with the chain, also where it is made of several parts") {
  CHECK(owners_of({owns("A", "B", 60), owns("B", "X", 55), owns("C", "X", 45)}, "X") ==
        Lines{"B 55 by B > X", "C 45 ultimate", "A 33 ultimate by A > B > X"});
  // Neither part is a majority; together, through one whom A controls, they are.
  const Lines both = owners_of({owns("A", "X", 30), owns("A", "B", 51), owns("B", "X", 25)}, "X");
  CHECK(both[0] == "A 42.75 ultimate by A > X");
}

TEST_CASE("a stake that is not told counts as nothing and says so; the whole that was bought controls") {
  CHECK(owners_of({fact("x", "A", Relation::kOwns, "X")}, "X") == Lines{"A 0 at least ultimate"});
  CHECK(owners_of({fact("x", "A", Relation::kAcquires, "X")}, "X") ==
        Lines{"A 0 at least ultimate by A > X"});
}

TEST_CASE("the latest stake counts, and none after an end") {
  Fact early = owns("A", "X", 60);
  early.date = model::PartialDate{.year = 2020};
  Fact late = owns("A", "X", 20);
  late.date = model::PartialDate{.year = 2023};
  CHECK(owners_of({early, late}, "X") == Lines{"A 20 ultimate"});
  Fact end = fact("x", "A", Relation::kOwns, "X");
  end.status = model::Status::kEnded;
  end.date = model::PartialDate{.year = 2024};
  CHECK(owners_of({early, late, end}, "X").empty());
  Fact planned = owns("B", "X", 30);
  planned.status = model::Status::kAnnounced;
  CHECK(owners_of({planned}, "X").empty());
}

TEST_CASE("what is owned now stands beside a part that was sold and an end without a date") {
  const auto ended = [](std::optional<double> percent, std::optional<int> year = std::nullopt) {
    Fact end = fact("x", "A", Relation::kOwns, "X");
    end.status = model::Status::kEnded;
    if (percent) end.stake = model::Stake{.percent = percent};
    if (year) end.date = model::PartialDate{.year = *year};
    return end;
  };
  const Lines stands{"A 60 ultimate by A > X"};
  CHECK(owners_of({owns("A", "X", 60), ended(std::nullopt)}, "X") == stands);
  CHECK(owners_of({owns("A", "X", 60), ended(std::nullopt, 2020)}, "X") == stands);
  CHECK(owners_of({owns("A", "X", 60), ended(10, 2020)}, "X") == stands);
  CHECK(owners_of({owns("A", "X", 60), ended(70)}, "X") == stands);
  CHECK(owners_of({owns("A", "X", 60), ended(60)}, "X").empty());

  Fact dated = owns("A", "X", 60);
  dated.date = model::PartialDate{.year = 2019};
  CHECK(owners_of({dated, ended(std::nullopt, 2019)}, "X") == stands);
  CHECK(owners_of({dated, ended(10, 2020)}, "X") == stands);
  CHECK(owners_of({dated, ended(std::nullopt, 2020)}, "X").empty());
}

TEST_CASE("what was bought is not held after an end, but for a part of it") {
  Fact bought = owns("A", "X", 20);
  bought.relation = Relation::kAcquires;
  Fact end = fact("x", "A", Relation::kOwns, "X");
  end.status = model::Status::kEnded;
  CHECK(owners_of({bought, end}, "X").empty());
  end.stake = model::Stake{.percent = 5};
  CHECK(owners_of({bought, end}, "X") == Lines{"A 20 ultimate"});
}

TEST_CASE("who bought a stake of unknown size does not control beside those who hold half or more") {
  Fact bought = fact("x", "A", Relation::kAcquires, "X");
  CHECK(owners_of({bought, owns("B", "X", 86)}, "X") ==
        Lines{"B 86 ultimate by B > X", "A 0 at least ultimate"});
  CHECK(owners_of({bought, owns("B", "X", 30), owns("C", "X", 20)}, "X").back() == "A 0 at least ultimate");
  CHECK(owners_of({bought, owns("B", "X", 14)}, "X").back() == "A 0 at least ultimate by A > X");
  // The same buyer's own part is told.
  CHECK(owners_of({bought, owns("A", "X", 20)}, "X") == Lines{"A 20 ultimate"});

  // What others held before the whole was bought is no sign that it was not.
  bought.date = model::PartialDate{.year = 2022};
  Fact before = owns("B", "X", 86);
  before.date = model::PartialDate{.year = 2020};
  CHECK(owners_of({bought, before}, "X").back() == "A 0 at least ultimate by A > X");
}
