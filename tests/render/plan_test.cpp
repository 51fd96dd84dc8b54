#include "whofunds/render/plan.hpp"

#include <boost/range/iterator_range.hpp>
#include <doctest/doctest.h>

#include "sample.hpp"

using namespace whofunds;
using namespace whofunds::render;
using graph::EdgeFact;
using model::Relation;
using model::Status;
using Form = PlannedItem::Form;

namespace {

std::string names(const graph::Graph& graph, const std::vector<graph::Vertex>& vertices) {
  std::string text;
  for (const auto vertex : vertices) text += graph[vertex].name;
  return text;
}

// "deal ab>x $5, arrow a>b": what is drawn, with the sum where it is told.
std::string plan(const SampleGraph& sample) {
  const graph::Graph& graph = sample.graph();
  std::string text;
  for (const PlannedItem& item : plan_picture(graph)) {
    if (!text.empty()) text += ", ";
    text += item.form == Form::kArrow ? "arrow " : item.form == Form::kDeal ? "deal " : "note ";
    text += names(graph, item.from) + '>' + names(graph, item.to);
    if (item.shared.amount && !item.repeats_deal) text += " $" + std::to_string(item.shared.amount->value);
  }
  return text;
}

EdgeFact in_deal(std::int64_t sum, Relation relation = Relation::kInvestsIn) {
  return {.relation = relation, .amount = dollars(sum), .deal = "d"};
}

}  // namespace

TEST_CASE("facts without a deal are an arrow each") {
  CHECK(plan(SampleGraph().fact("a", {}, "x").fact("b", {}, "x")) == "arrow a>x, arrow b>x");
}

TEST_CASE("a deal of several investors is one node that tells its sum once") {
  CHECK(plan(SampleGraph().fact("a", in_deal(5), "x").fact("c", {}, "x").fact("b", in_deal(5), "x")) ==
        "deal ab>x $5, arrow c>x");
}

TEST_CASE("one fact of a deal is an arrow") {
  CHECK(plan(SampleGraph().fact("a", in_deal(5), "x")) == "arrow a>x $5");
}

TEST_CASE("one buyer of several targets is one node") {
  CHECK(plan(SampleGraph().fact("a", in_deal(5), "x").fact("a", in_deal(5), "y")) == "deal a>xy $5");
}

TEST_CASE("where not every investor goes with every target there is a node a target, and one sum") {
  SampleGraph sample;
  sample.fact("a", in_deal(5), "x").fact("b", in_deal(5), "x").fact("c", in_deal(5), "y");
  CHECK(plan(sample) == "deal ab>x $5, arrow c>y");
}

TEST_CASE("facts of one deal with other relations stand apart, and do not repeat its sum") {
  SampleGraph sample;
  sample.fact("a", in_deal(5, Relation::kAcquires), "x").fact("b", in_deal(5, Relation::kLendsTo), "a");
  CHECK(plan(sample) == "arrow a>x $5, arrow b>a");
}

TEST_CASE("what shares neither sum nor round with a deal is not called the same deal") {
  SampleGraph sample;
  sample.fact("a", in_deal(30), "x").fact("b", in_deal(30), "x").fact("a", {.deal = "d"}, "y");
  CHECK(!plan_picture(sample.graph()).back().repeats_deal);
  sample.fact("b", in_deal(4, Relation::kLendsTo), "y");
  CHECK(plan(sample) == "deal ab>x $30, arrow a>y, arrow b>y $4");

  SampleGraph rounds;
  const EdgeFact round{.round = "seed", .deal = "d"};
  CHECK(plan_picture(rounds.fact("a", round, "x").fact("b", round, "y").graph()).back().repeats_deal);
}

TEST_CASE("that a deal has ended is told beside that it was announced") {
  EdgeFact announced = in_deal(7);
  announced.status = Status::kAnnounced;
  EdgeFact ended = in_deal(7);
  ended.status = Status::kEnded;
  CHECK(plan(SampleGraph().fact("a", announced, "x").fact("a", ended, "x")) == "arrow a>x $7, arrow a>x");
}

TEST_CASE("sums that differ within a deal are nobody's in common") {
  CHECK(plan(SampleGraph().fact("a", in_deal(5), "x").fact("b", in_deal(7), "x")) == "deal ab>x");
}

TEST_CASE(
    "the sum that several parties tell is that of the deal, and one that one of them tells is its own") {
  EdgeFact own = in_deal(12);
  own.amount->currency = "EUR";
  const SampleGraph sample = SampleGraph()
                                 .fact("a", in_deal(85), "x")
                                 .fact("b", in_deal(85), "x")
                                 .fact("c", in_deal(85), "x")
                                 .fact("c", own, "x");
  CHECK(plan(sample) == "deal abc>x $85");
  const PlannedItem deal = plan_picture(sample.graph()).front();
  CHECK(!own_part(sample.graph(), deal, deal.from[0]).amount);
  CHECK(own_part(sample.graph(), deal, deal.from[2]).amount == own.amount);

  // A deal is no smaller than what one of its parties put in.
  CHECK(
      plan(SampleGraph().fact("a", in_deal(7), "x").fact("b", in_deal(5), "x").fact("c", in_deal(5), "x")) ==
      "deal abc>x");
  // What the company raised is the sum of all.
  CHECK(plan(SampleGraph()
                 .fact("x", in_deal(20, Relation::kRaised), "x")
                 .fact("a", in_deal(5), "x")
                 .fact("b", in_deal(7), "x")) == "deal ab>x $20");
}

TEST_CASE("partners of one deal meet at one node") {
  SampleGraph sample;
  sample.fact("a", in_deal(5, Relation::kPartnersWith), "b")
      .fact("b", in_deal(5, Relation::kPartnersWith), "c");
  CHECK(plan(sample) == "deal abc> $5");
}

TEST_CASE("raised is a note, unless its deal names who paid") {
  SampleGraph sample;
  sample.fact("x", in_deal(5, Relation::kRaised), "x");
  CHECK(plan(sample) == "note >x $5");
  sample.fact("a", {.deal = "d"}, "x");
  CHECK(plan(sample) == "arrow a>x $5");
}

TEST_CASE("every fact is drawn once") {
  const graph::Graph graph = everything();
  std::vector<std::string> drawn;
  for (const PlannedItem& item : plan_picture(graph)) {
    for (const auto& edge : item.facts) drawn.push_back(graph[edge].id);
  }
  std::vector<std::string> all;
  for (const auto edge : boost::make_iterator_range(boost::edges(graph))) all.push_back(graph[edge].id);
  std::sort(drawn.begin(), drawn.end());
  std::sort(all.begin(), all.end());
  CHECK(drawn == all);
}
