#include "whofunds/graph/edge_table.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <boost/range/iterator_range.hpp>
#include <doctest/doctest.h>

#include "example_facts.hpp"
#include "whofunds/graph/funding_graph.hpp"

using namespace whofunds;
using model::Fact;
using model::Money;
using model::PartialDate;
using model::Relation;
using model::Status;

namespace {

struct PlacedEdge {
  std::size_t subject;
  std::size_t object;
  graph::EdgeFact fact;
};

// The edges that facts come to, in their order.
std::vector<PlacedEdge> merged(const std::vector<Fact>& facts) {
  graph::FundingGraph funding;
  funding.add(facts);
  const graph::Graph& graph = funding.graph();
  std::vector<PlacedEdge> edges;
  for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
    edges.push_back({boost::source(edge, graph), boost::target(edge, graph), graph[edge]});
  }
  return edges;
}

Fact fact(std::string document) {
  return examples::fact(document, "A", Relation::kInvestsIn, "B");
}

Fact with_sum(std::string document, std::int64_t dollars, std::string deal = {}) {
  Fact result = examples::paid(document, "A", "B", dollars);
  result.deal = std::move(deal);
  return result;
}

}  // namespace

TEST_CASE("what two documents say alike is one edge with the evidence and rules of both") {
  Fact a = with_sum("one", 5);
  Fact b = with_sum("two", 5);
  a.confidence = 0.4;
  b.confidence = 0.8;
  b.rule = "another";
  b.lead = true;
  const auto edges = merged({a, b});
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].fact.evidence.size() == 2);
  CHECK(edges[0].fact.rules == std::vector<std::string>{"another", "test"});
  CHECK(edges[0].fact.confidence == 0.8);
  CHECK(edges[0].fact.lead);
}

TEST_CASE("a fact that tells less goes into the only one that tells more") {
  Fact year = fact("two");
  year.date = PartialDate{.year = 2023};
  Fact day = with_sum("three", 5);
  day.date = PartialDate{.year = 2023, .month = 4, .day = 2};
  const auto edges = merged({fact("one"), year, day});
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].fact.date == day.date);
  CHECK(edges[0].fact.amount == day.amount);
  CHECK(edges[0].fact.evidence.size() == 3);
}

TEST_CASE("a fact that may be either of two stays by itself") {
  const auto edges = merged({fact("one"), with_sum("two", 5), with_sum("three", 7)});
  CHECK(edges.size() == 3);
}

TEST_CASE("facts that contradict each other are never one") {
  const auto differing = [](auto change) {
    Fact other = fact("two");
    Fact one = fact("one");
    change(one, other);
    return merged({one, other}).size();
  };
  CHECK(differing([](Fact& a, Fact& b) {
          a.amount = Money{.value = 5, .currency = "USD"};
          b.amount = Money{.value = 5, .currency = "EUR"};
        }) == 2);
  CHECK(differing([](Fact& a, Fact& b) {
          a.date = PartialDate{.year = 2023, .month = 1};
          b.date = PartialDate{.year = 2023, .month = 2};
        }) == 2);
  CHECK(differing([](Fact& a, Fact& b) {
          a.round = "seed";
          b.round = "series_a";
        }) == 2);
  CHECK(differing([](Fact& a, Fact& b) {
          a.stake = model::Stake{.percent = 25};
          b.stake = model::Stake{.percent = 51};
        }) == 2);
  CHECK(differing([](Fact&, Fact& b) { b.status = Status::kDenied; }) == 2);
  CHECK(differing([](Fact&, Fact& b) { b.relation = Relation::kLendsTo; }) == 2);
}

TEST_CASE("about a sum goes into the exact sum, and a controlling stake into its percentage") {
  Fact about = with_sum("one", 5);
  about.amount->approx = true;
  Fact exact = with_sum("two", 5);
  exact.stake = model::Stake{.percent = 51, .controlling = true};
  about.stake = model::Stake{.controlling = true};
  const auto edges = merged({about, exact});
  REQUIRE(edges.size() == 1);
  CHECK_FALSE(edges[0].fact.amount->approx);
  CHECK(edges[0].fact.stake->percent == 51);
}

TEST_CASE("a symmetric relation has one direction") {
  const Fact there = examples::fact("one", "A", Relation::kPartnersWith, "B");
  const Fact back = examples::fact("two", "B", Relation::kPartnersWith, "A");
  const auto edges = merged({there, back});
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].subject == 0);
}

TEST_CASE("deals of two documents that say the same are one deal") {
  Fact a1 = examples::paid("one", "A", "C", 30);
  Fact b1 = examples::paid("one", "B", "C", 30);
  Fact a2 = examples::paid("two", "A", "C", 30);
  a1.deal = "d1";
  b1.deal = "d1";
  a2.deal = "d7";
  const auto edges = merged({a1, b1, a2});
  REQUIRE(edges.size() == 2);
  CHECK_FALSE(edges[0].fact.deal.empty());
  CHECK(edges[0].fact.deal == edges[1].fact.deal);
}

TEST_CASE("deals with one local id in two documents are two") {
  Fact a = examples::paid("one", "A", "C", 30);
  Fact b = examples::paid("two", "B", "C", 30);
  a.deal = "d1";
  b.deal = "d1";
  const auto edges = merged({a, b});
  REQUIRE(edges.size() == 2);
  CHECK(edges[0].fact.deal != edges[1].fact.deal);
}

TEST_CASE("a fact that stands alone has no deal") {
  CHECK(merged({with_sum("one", 5)})[0].fact.deal.empty());
}

TEST_CASE("what was announced and then done is one deal under two edges") {
  Fact announced = with_sum("one", 5);
  announced.status = Status::kAnnounced;
  announced.date = PartialDate{.year = 2023, .month = 1};
  Fact done = with_sum("two", 5);
  done.date = PartialDate{.year = 2023, .month = 6};
  const auto edges = merged({announced, done});
  REQUIRE(edges.size() == 2);
  CHECK_FALSE(edges[0].fact.deal.empty());
  CHECK(edges[0].fact.deal == edges[1].fact.deal);
}

TEST_CASE("what was announced is not taken for what was done before, or for one of two") {
  Fact announced = with_sum("one", 5);
  announced.status = Status::kAnnounced;
  announced.date = PartialDate{.year = 2023};
  Fact before = with_sum("two", 5);
  before.date = PartialDate{.year = 2022};
  for (const PlacedEdge& edge : merged({announced, before})) CHECK(edge.fact.deal.empty());
  Fact after = with_sum("three", 5);
  after.date = PartialDate{.year = 2024};
  Fact later = with_sum("four", 5);
  later.date = PartialDate{.year = 2025};
  for (const PlacedEdge& edge : merged({announced, after, later})) CHECK(edge.fact.deal.empty());
}

TEST_CASE("edges do not depend on the order of facts, and lose no evidence") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::vector<Fact> facts = examples::random_facts(seed, 60);
    std::size_t n = 0;
    for (Fact& each : facts) {  // few entities, so that many facts meet
      if (each.subject) each.subject = examples::entity(n % 2 == 0 ? "A" : "B");
      each.object = examples::entity(n % 2 == 0 ? "C" : "D");
      ++n;
    }
    const auto expected = merged(facts);
    std::set<std::string> ids;
    std::size_t evidence = 0;
    for (const PlacedEdge& edge : expected) {
      ids.insert(edge.fact.id);
      evidence += edge.fact.evidence.size();
    }
    CHECK(ids.size() == expected.size());
    CHECK(evidence == facts.size());
    std::mt19937 random(seed);
    std::shuffle(facts.begin(), facts.end(), random);
    const auto shuffled = merged(facts);
    REQUIRE(shuffled.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) CHECK(shuffled[i].fact == expected[i].fact);
  }
}
