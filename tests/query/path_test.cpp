#include "whofunds/query/path.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "../graph/example_facts.hpp"
#include "whofunds/query/sums.hpp"

using namespace whofunds;
using namespace whofunds::query;
using examples::fact;
using examples::paid;
using graph::FrozenGraph;
using Vertex = graph::VertexNumber;
using model::Fact;
using model::Relation;
using model::Status;

namespace {

FrozenGraph graph_of(const std::vector<Fact>& facts) {
  return examples::frozen(facts);
}

std::vector<Vertex> vertices(const Path& path) {
  std::vector<Vertex> result;
  for (const Step& step : path.steps) {
    if (result.empty()) result.push_back(step.from);
    CHECK(result.back() == step.from);
    result.push_back(step.to);
  }
  return result;
}

std::string text(const FrozenGraph& graph, const std::optional<Path>& path) {
  return path ? examples::names(graph, vertices(*path)) : "none";
}

std::vector<std::string> texts(const FrozenGraph& graph, const std::vector<Path>& paths) {
  std::vector<std::string> result;
  for (const Path& path : paths) result.push_back(text(graph, path));
  return result;
}

Vertex at(const FrozenGraph& graph, const char* name) {
  return examples::vertex(graph, name);
}

Fact with(Fact fact, Status status) {
  fact.status = status;
  return fact;
}

// A → B → D, A → C → D, D → A, D → E, C → B, and twice A → B.
const std::vector<Fact> kDiamond{paid("x", "A", "B", 5), paid("x", "B", "D", 9), paid("x", "A", "C", 7),
                                 paid("x", "C", "D", 6), paid("x", "D", "A", 1), paid("x", "D", "E", 4),
                                 paid("x", "C", "B", 8), paid("y", "A", "B", 3)};

// Every simple route, found by trying all.
std::vector<std::vector<Vertex>> all_routes(const FrozenGraph& graph, Vertex from, Vertex to) {
  std::map<Vertex, std::set<Vertex>> next;
  for (graph::EdgeNumber edge = 0; edge < graph.edges(); ++edge) {
    const bool carries = model::is_funding(graph.relation(edge)) && graph.status(edge) != Status::kDenied &&
                         graph.status(edge) != Status::kEnded;
    if (carries) next[graph.source(edge)].insert(graph.target(edge));
  }
  std::vector<std::vector<Vertex>> routes;
  std::vector<Vertex> route{from};
  const std::function<void()> walk = [&] {
    if (route.back() == to) {
      routes.push_back(route);
      return;
    }
    for (const Vertex vertex : next[route.back()]) {
      if (std::find(route.begin(), route.end(), vertex) != route.end()) continue;
      route.push_back(vertex);
      walk();
      route.pop_back();
    }
  };
  if (from != to) walk();
  std::sort(routes.begin(), routes.end(),
            [](const auto& a, const auto& b) { return std::pair(a.size(), a) < std::pair(b.size(), b); });
  return routes;
}

}  // namespace

TEST_CASE("the shortest path has the fewest steps, and of several is the first by name") {
  const FrozenGraph graph = graph_of(kDiamond);
  CHECK(text(graph, shortest_path(graph, at(graph, "A"), at(graph, "E"))) == "A > B > D > E");
  CHECK(text(graph, shortest_path(graph, at(graph, "C"), at(graph, "B"))) == "C > B");
}

TEST_CASE("money does not flow against its arrows, unless asked to") {
  const FrozenGraph graph = graph_of(kDiamond);
  CHECK(text(graph, shortest_path(graph, at(graph, "E"), at(graph, "A"))) == "none");
  const auto path = shortest_path(graph, at(graph, "E"), at(graph, "A"), {.undirected = true});
  CHECK(text(graph, path) == "E > D > A");
  CHECK_FALSE(path->steps[0].facts[0].forward);
  CHECK(path->steps[1].facts[0].forward);
}

TEST_CASE("there is no path from an entity to itself, even in a circle") {
  const FrozenGraph graph = graph_of(kDiamond);
  CHECK(text(graph, shortest_path(graph, at(graph, "A"), at(graph, "A"))) == "none");
  CHECK(all_paths(graph, at(graph, "A"), at(graph, "A"), 5).paths.empty());
  CHECK_FALSE(widest_path(graph, at(graph, "A"), at(graph, "A")));
}

TEST_CASE("a step holds all facts between its two entities") {
  const FrozenGraph graph = graph_of(kDiamond);
  const auto path = shortest_path(graph, at(graph, "A"), at(graph, "B"));
  REQUIRE(path);
  REQUIRE(path->steps.size() == 1);
  CHECK(path->steps[0].facts.size() == 2);
}

TEST_CASE("denied facts, raised and loops carry no path, ended facts only if asked to") {
  const FrozenGraph graph =
      graph_of({with(paid("x", "A", "B", 1), Status::kDenied), fact("x", "", Relation::kRaised, "B"),
                paid("x", "A", "A", 1), with(paid("x", "B", "C", 1), Status::kEnded),
                with(paid("x", "C", "D", 1), Status::kRumoured)});
  CHECK(text(graph, shortest_path(graph, at(graph, "A"), at(graph, "B"), {.ended = true})) == "none");
  CHECK(text(graph, shortest_path(graph, at(graph, "B"), at(graph, "C"))) == "none");
  CHECK(text(graph, shortest_path(graph, at(graph, "B"), at(graph, "D"), {.ended = true})) == "B > C > D");
}

TEST_CASE("only funding carries a path, unless other relations are named") {
  const FrozenGraph graph =
      graph_of({fact("x", "A", Relation::kFounded, "B"), fact("x", "B", Relation::kOwns, "C"),
                fact("x", "D", Relation::kPartnersWith, "C")});
  CHECK(text(graph, shortest_path(graph, at(graph, "A"), at(graph, "C"))) == "none");
  const PathOptions options{.relations = {Relation::kFounded, Relation::kOwns, Relation::kPartnersWith}};
  CHECK(text(graph, shortest_path(graph, at(graph, "A"), at(graph, "C"), options)) == "A > B > C");
  // A symmetric relation goes both ways, whichever way its text puts it.
  CHECK(text(graph, shortest_path(graph, at(graph, "A"), at(graph, "D"), options)) == "A > B > C > D");
  CHECK(text(graph, shortest_path(graph, at(graph, "D"), at(graph, "C"), options)) == "D > C");
}

TEST_CASE("the k shortest paths come shortest first and have no loops") {
  const FrozenGraph graph = graph_of(kDiamond);
  const auto find = [&](std::size_t k) {
    return texts(graph, shortest_paths(graph, at(graph, "A"), at(graph, "E"), k));
  };
  CHECK(find(0).empty());
  CHECK(find(2) == std::vector<std::string>{"A > B > D > E", "A > C > D > E"});
  CHECK(find(9) == std::vector<std::string>{"A > B > D > E", "A > C > D > E", "A > C > B > D > E"});
}

TEST_CASE("all paths are bounded in length and in number, and say if there are more") {
  const FrozenGraph graph = graph_of(kDiamond);
  const PathList all = all_paths(graph, at(graph, "A"), at(graph, "E"), 3);
  CHECK(all.paths.size() == 2);
  CHECK_FALSE(all.more);
  const PathList one = all_paths(graph, at(graph, "A"), at(graph, "E"), 3, 1);
  CHECK(one.paths.size() == 1);
  CHECK(one.more);
  CHECK(all_paths(graph, at(graph, "A"), at(graph, "E"), 2).paths.empty());
  CHECK(all_paths(graph, at(graph, "A"), at(graph, "E"), 0).paths.empty());
}

TEST_CASE("on any graph, all paths are those that trying every way finds, in the same order") {
  for (unsigned seed = 0; seed < 25; ++seed) {
    const FrozenGraph graph = graph_of(examples::random_facts(seed, 60));
    const std::size_t count = graph.vertices();
    for (Vertex from = 0; from < count; from += 2) {
      for (Vertex to = 0; to < count; to += 3) {
        const auto expected = all_routes(graph, from, to);
        std::vector<std::vector<Vertex>> found;
        for (const Path& path : all_paths(graph, from, to, count, 100'000).paths)
          found.push_back(vertices(path));
        CHECK(found == expected);
        CHECK(shortest_path(graph, from, to).has_value() == !expected.empty());
      }
    }
  }
}

TEST_CASE("the widest path has the largest smallest sum, and of several is the shortest") {
  const FrozenGraph graph = graph_of(kDiamond);
  // By B: 5 + 3 in two facts, then 9. By C: 7, then 6.
  const auto widest = widest_path(graph, at(graph, "A"), at(graph, "D"));
  REQUIRE(widest);
  CHECK(text(graph, widest->path) == "A > B > D");
  CHECK(widest->width == 8);
  CHECK(widest->step_sums == std::vector<std::int64_t>{8, 9});
  CHECK(widest->currency == "USD");
}

TEST_CASE("on any graph, the widest path is as wide as the best of all paths") {
  for (unsigned seed = 0; seed < 15; ++seed) {
    const FrozenGraph graph = graph_of(examples::random_facts(seed, 60));
    const std::size_t count = graph.vertices();
    for (Vertex from = 0; from < count; ++from) {
      for (Vertex to = 0; to < count; to += 3) {
        const auto widest = widest_path(graph, from, to, "USD");
        std::int64_t best = -1;
        for (const Path& path : all_paths(graph, from, to, count, 100'000).paths) {
          std::int64_t width = std::numeric_limits<std::int64_t>::max();
          for (const Step& step : path.steps) {
            std::vector<graph::EdgeNumber> edges;
            for (const StepFact& each : step.facts) edges.push_back(each.edge);
            std::int64_t sum = 0;
            for (const Sum& each : sums_by_currency(graph, edges))
              sum = each.currency == "USD" ? each.value : sum;
            width = std::min(width, sum);
          }
          best = std::max(best, width);
        }
        CHECK((widest ? widest->width : -1) == best);
      }
    }
  }
}

TEST_CASE("a step without a sum, or with one in another currency, counts as nothing") {
  Fact euros = paid("x", "A", "B", 500);
  euros.amount->currency = "EUR";
  const FrozenGraph graph =
      graph_of({euros, paid("x", "B", "C", 5), paid("x", "C", "D", 5), fact("x", "D", Relation::kOwns, "E")});
  const auto widest = widest_path(graph, at(graph, "A"), at(graph, "E"));
  REQUIRE(widest);
  CHECK(widest->currency == "USD");
  CHECK(widest->width == 0);
  CHECK(widest->step_sums == std::vector<std::int64_t>{0, 5, 5, 0});
  CHECK(widest_path(graph, at(graph, "A"), at(graph, "B"), "EUR")->width == 500);
  CHECK(widest_path(graph, at(graph, "D"), at(graph, "E"))->width == 0);
}
