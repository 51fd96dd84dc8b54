#include "whofunds/render/dot.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace whofunds;
using namespace whofunds::render;
using model::Relation;
using model::Status;

namespace {

// Compares with tests/golden/NAME; with WHOFUNDS_UPDATE_GOLDEN set, writes it instead.
void check_golden(const std::string& name, const std::string& text) {
  const std::string path = std::string(WHOFUNDS_GOLDEN) + "/" + name;
  if (std::getenv("WHOFUNDS_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << text;
  std::ifstream file(path, std::ios::binary);
  const std::string golden{std::istreambuf_iterator<char>(file), {}};
  CHECK(text == golden);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("the picture of a graph with everything in it is as it was agreed") {
  const graph::Graph graph = everything();
  check_golden(
      "everything_en.dot",
      to_dot(graph, english(), {.title = "Who funds Lumen AI", .source = "The Ledger", .focus = {"id1"}}));
  check_golden("everything_ru.dot", to_dot(graph, russian(), {.layout = Layout::kSfdp, .key = false}));
}

TEST_CASE("the same graph gives the same text") {
  CHECK(to_dot(everything(), english()) == to_dot(everything(), english()));
}

TEST_CASE("an empty graph is a picture of nothing") {
  const std::string dot = to_dot({}, english());
  CHECK(dot.starts_with("digraph whofunds {"));
  CHECK(dot.find("label=") == std::string::npos);
}

TEST_CASE("the sum of a deal is told once") {
  const std::string dot = to_dot(everything(), english(), {.key = false});
  CHECK(count(dot, "$6.5\u00A0bn") == 1);
  CHECK(count(dot, "lead investor") == 1);
}

TEST_CASE("a party's own sum stands on its own arrow, once, beside the sum of the deal") {
  const auto round = [](std::int64_t sum) { return graph::EdgeFact{.amount = dollars(sum), .deal = "d"}; };
  const std::string dot = to_dot(SampleGraph()
                                     .fact("a", round(85'000'000), "x")
                                     .fact("b", round(85'000'000), "x")
                                     .fact("b", round(12'000'000), "x")
                                     .graph(),
                                 english(), {.key = false});
  CHECK(count(dot, "$85\u00A0m") == 1);
  CHECK(count(dot, "$12\u00A0m") == 1);
}

TEST_CASE("the key explains what occurs and nothing else") {
  const std::string dot =
      to_dot(SampleGraph().fact("a", {.status = Status::kRumoured}, "b").graph(), english());
  for (const char* const there :
       {">\u00A0company\u00A0<", ">\u00A0invests in\u00A0<", ">\u00A0rumoured\u00A0<"})
    CHECK(count(dot, there) == 1);
  for (const char* const absent : {">\u00A0fund\u00A0<", ">\u00A0owns\u00A0<", ">\u00A0announced\u00A0<",
                                   "denied", "one deal", "larger sum"}) {
    CHECK(count(dot, absent) == 0);
  }
}

TEST_CASE("what is not so is grey and says why") {
  for (const Status status : {Status::kDenied, Status::kEnded}) {
    const auto graph = SampleGraph().fact("a", {.relation = Relation::kOwns, .status = status}, "b").graph();
    const std::string dot = to_dot(graph, english(), {.key = false});
    CHECK(count(dot, "owns (" + std::string(model::to_string(status)) + ")") == 1);
    CHECK(count(dot, english().of(Relation::kOwns).colour) == 0);
  }
}

TEST_CASE("a larger sum is a wider line, whatever the currency") {
  const auto width = [](model::Money money) {
    const std::string dot =
        to_dot(SampleGraph().fact("a", {.amount = std::move(money)}, "b").graph(), english(), {.key = false});
    return std::stod(dot.substr(dot.rfind("penwidth=") + 9));
  };
  CHECK(width(dollars(1'000'000)) < width(dollars(1'000'000'000)));
  CHECK(width(dollars(1'000'000'000)) < width(dollars(100'000'000'000)));
  CHECK(width({.value = 1'000'000'000, .currency = "RUB"}) < width(dollars(1'000'000'000)));
  CHECK(width(dollars(0)) > 0);
  CHECK(width(dollars(model::kLargestSum)) < 10);
}

TEST_CASE("a partnership has no arrowheads") {
  const auto graph = SampleGraph().fact("a", {.relation = Relation::kPartnersWith}, "b").graph();
  CHECK(count(to_dot(graph, english()), "dir=none") == 1);
}

TEST_CASE("a layout is known by its name") {
  CHECK(parse_layout("sfdp") == Layout::kSfdp);
  CHECK_FALSE(parse_layout("ortho"));
}

TEST_CASE("frames stand around what is grouped, one of all or of one entity is left out") {
  SampleGraph sample;
  sample.entity("a", model::EntityKind::kPerson);
  sample.entity("Riga", model::EntityKind::kPlace);
  sample.fact("a", {}, "b").fact("c", {}, "d").fact("c", {}, "Riga");
  const auto frames = [&](Grouping grouping) {
    return count(to_dot(sample.graph(), english(), {.grouping = grouping, .key = false}),
                 "subgraph cluster_");
  };
  CHECK(frames(Grouping::kNone) == 0);
  CHECK(frames(Grouping::kKind) == 1);
  CHECK(frames(Grouping::kComponent) == 2);
  CHECK(frames(Grouping::kPlace) == 1);
  const auto one = SampleGraph().fact("a", {}, "b").graph();
  CHECK(count(to_dot(one, english(), {.grouping = Grouping::kComponent}), "subgraph") == 0);
}

TEST_CASE("frames by country are called by their names, and one that is alone has its own") {
  SampleGraph sample;
  sample.of("a", {"fr"}).of("b", {"fr"}).of("c", {"de"}).of("d", {"de", "fr"}).entity("e");
  sample.fact("a", {}, "b").fact("b", {}, "c").fact("c", {}, "d").fact("d", {}, "e");
  const Options options{.grouping = Grouping::kCountry, .key = false};
  const std::string dot = to_dot(sample.graph(), english(), options);
  CHECK(count(dot, "subgraph cluster_") == 3);
  for (const char* const label : {">Germany<", ">Germany, France<", ">France<"}) {
    CAPTURE(label);
    CHECK(count(dot, label) == 1);
  }
  CHECK(count(dot, "c (Germany)") > 0);
  CHECK(count(to_dot(sample.graph(), russian(), options), ">Германия, Франция<") == 1);
  SampleGraph untold;
  untold.fact("a", {}, "b");
  CHECK(count(to_dot(untold.graph(), english(), options), "subgraph") == 0);
}

TEST_CASE("what was left out is said under the source") {
  const std::string dot =
      to_dot(everything(), english(), {.source = "The Ledger", .note = "8 of 90 entities"});
  CHECK(dot.find("The Ledger") < dot.find("8 of 90 entities"));
}
