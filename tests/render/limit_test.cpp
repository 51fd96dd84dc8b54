#include "whofunds/render/limit.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"
#include "whofunds/render/captions.hpp"

using namespace whofunds;
using namespace whofunds::render;

namespace {

std::string names(const graph::Graph& graph) {
  std::string text;
  for (graph::Vertex vertex = 0; vertex < boost::num_vertices(graph); ++vertex) text += graph[vertex].name;
  return text;
}

// h with four neighbours, of which d leads on to e and f.
graph::Graph star() {
  return SampleGraph()
      .fact("a", {}, "h")
      .fact("b", {}, "h")
      .fact("c", {}, "h")
      .fact("d", {}, "h")
      .fact("d", {}, "e")
      .fact("e", {}, "f")
      .graph();
}

}  // namespace

TEST_CASE("the entities with the most facts are kept, and the facts between them") {
  const graph::Graph part = most_connected(star(), 3);
  CHECK(names(part) == "hde");
  CHECK(boost::num_edges(part) == 2);
  CHECK(names(most_connected(star(), 99)) == names(star()));
}

TEST_CASE("with a focus, what is near it is kept") {
  const graph::Vertex f = 6;
  CHECK(star()[f].name == "f");
  CHECK(names(most_connected(star(), 3, {&f, 1})) == "def");
}

TEST_CASE("as many are kept as were asked for, though those with the most facts have none between them") {
  SampleGraph sample;
  for (const char* const number : {"1", "2", "3"}) {
    sample.fact("a", {}, std::string("a") + number);
    sample.fact("b", {}, std::string("b") + number);
  }
  CHECK(names(most_connected(sample.graph(), 1)) == "a");
  CHECK(names(most_connected(sample.graph(), 2)) == "aa1");
  CHECK(names(most_connected(sample.graph(), 4)) == "aa1bb1");
}

TEST_CASE("a large graph is not laid out in layers") {
  SampleGraph sample;
  for (int number = 0; number < 601; ++number) sample.fact("a", {}, std::to_string(number));
  CHECK(fitting_layout(sample.graph()) == Layout::kSfdp);
  CHECK(fitting_layout(star()) == Layout::kDot);
}

TEST_CASE("the source names few documents and counts many") {
  const auto two = SampleGraph().fact("a", {}, "b").fact("c", {}, "d").graph();
  CHECK(source_caption(two, english(), {{"doc2", {.title = "The Ledger"}}}) == "Source: doc1 · The Ledger");
  CHECK(source_caption(star(), russian(), {}) == "Источник: документов – 6");
  CHECK(source_caption({}, english(), {}).empty());
}

TEST_CASE("what was left out is counted") {
  CHECK(limit_caption(most_connected(star(), 3), star(), false, english()) ==
        "Drawn: 3 of 7 entities, those with the most facts; 2 of 6 facts");
}
