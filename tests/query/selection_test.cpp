#include "whofunds/query/selection.hpp"

#include <string>
#include <vector>

#include <boost/range/iterator_range.hpp>
#include <doctest/doctest.h>

using namespace whofunds;
using namespace whofunds::query;
using graph::EdgeFact;
using graph::Graph;
using graph::Vertex;
using model::Relation;
using model::Status;

namespace {

Vertex add(Graph& graph, const std::string& name) {
  return boost::add_vertex(model::Entity{.id = name, .name = name}, graph);
}

// "a-f1-b a-f2-c": the facts of a graph in its order, with whom they join.
std::string facts(const Graph& graph) {
  std::string text;
  for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
    if (!text.empty()) text += ' ';
    text += graph[boost::source(edge, graph)].name + '-' + graph[edge].id + '-' +
            graph[boost::target(edge, graph)].name;
  }
  return text;
}

std::string kept(const Graph& graph) {
  std::string text;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph))) text += graph[vertex].name;
  return text;
}

model::PartialDate date(const char* text) {
  return model::parse_partial_date(text).value();
}

// A chain a → b → c → d, and e with no fact at all.
Graph chain() {
  Graph graph;
  const Vertex a = add(graph, "a");
  const Vertex b = add(graph, "b");
  const Vertex c = add(graph, "c");
  const Vertex d = add(graph, "d");
  add(graph, "e");
  boost::add_edge(a, b, EdgeFact{.id = "1", .amount = model::Money{.value = 5'000'000, .currency = "USD"}},
                  graph);
  boost::add_edge(b, c, EdgeFact{.id = "2", .relation = Relation::kOwns, .date = date("2022-05")}, graph);
  boost::add_edge(c, d,
                  EdgeFact{.id = "3",
                           .amount = model::Money{.value = 9'000'000, .currency = "RUB"},
                           .status = Status::kRumoured,
                           .date = date("2024"),
                           .confidence = 0.4},
                  graph);
  return graph;
}

}  // namespace

TEST_CASE("without wishes everything stays but entities without facts") {
  const Graph part = select(chain(), {});
  CHECK(facts(part) == "a-1-b b-2-c c-3-d");
  CHECK(kept(part) == "abcd");
}

TEST_CASE("the neighbourhood is walked along and against the arrows") {
  const Graph graph = chain();
  CHECK(facts(select(graph, {.focus = {2}, .depth = 0})).empty());
  CHECK(facts(select(graph, {.focus = {2}, .depth = 1})) == "b-2-c c-3-d");
  CHECK(facts(select(graph, {.focus = {2}, .depth = 2})) == "a-1-b b-2-c c-3-d");
  CHECK(facts(select(graph, {.focus = {0, 3}, .depth = 1})) == "a-1-b b-2-c c-3-d");
  CHECK(facts(select(graph, {.focus = {0, 1}, .depth = 0})) == "a-1-b");
  CHECK(facts(select(graph, {.focus = {4}, .depth = 9})).empty());
}

TEST_CASE("the neighbourhood does not reach through a fact that is not wanted") {
  CHECK(facts(select(chain(), {.focus = {0}, .depth = 9, .relations = {Relation::kInvestsIn}})) == "a-1-b");
}

TEST_CASE("facts are chosen by what they say") {
  const Graph graph = chain();
  const struct {
    const char* what;
    Selection selection;
    const char* kept;
  } cases[] = {
      {"relation", {.relations = {Relation::kOwns}}, "b-2-c"},
      {"status", {.statuses = {Status::kRumoured, Status::kDenied}}, "c-3-d"},
      {"a date known to be before goes, no date stays", {.since = date("2022-06")}, "a-1-b c-3-d"},
      {"a date known to be after goes", {.until = date("2023-12-31")}, "a-1-b b-2-c"},
      {"a window within the fact's year may hold it",
       {.since = date("2024-03"), .until = date("2024-04")},
       "a-1-b c-3-d"},
      {"the end of a window is within it",
       {.since = date("2022-05-31"), .until = date("2022-05")},
       "a-1-b b-2-c"},
      {"a minimum drops facts without a sum", {.min_amount = 1}, "a-1-b c-3-d"},
      {"a sum equal to the minimum stays", {.min_amount = 9'000'000}, "c-3-d"},
      {"a minimum in one currency", {.min_amount = 1, .currency = "USD"}, "a-1-b"},
      {"confidence", {.min_confidence = 0.5}, "a-1-b b-2-c"},
  };
  for (const auto& wanted : cases) {
    CAPTURE(wanted.what);
    CHECK(facts(select(graph, wanted.selection)) == wanted.kept);
  }
}

TEST_CASE("a deal is kept whole, so that its sum is not taken for one investor's") {
  Graph graph;
  const Vertex a = add(graph, "a");
  const Vertex b = add(graph, "b");
  const Vertex x = add(graph, "x");
  const Vertex y = add(graph, "y");
  boost::add_edge(a, x, EdgeFact{.id = "1", .deal = "d"}, graph);
  boost::add_edge(b, x, EdgeFact{.id = "2", .deal = "d"}, graph);
  boost::add_edge(b, y, EdgeFact{.id = "3"}, graph);
  CHECK(facts(select(graph, {.focus = {a}, .depth = 1})) == "a-1-x b-2-x");
}
