#include "whofunds/query/cycles.hpp"

#include <algorithm>
#include <functional>
#include <random>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "../graph/example_facts.hpp"

using namespace whofunds;
using examples::paid;
using graph::FrozenGraph;
using graph::VertexNumber;
using model::Fact;
using query::Cycles;

namespace {

std::vector<std::string> texts(const FrozenGraph& graph, const Cycles& cycles) {
  std::vector<std::string> result;
  for (const query::Path& cycle : cycles.cycles) {
    std::vector<VertexNumber> vertices;
    for (const query::Step& step : cycle.steps) vertices.push_back(step.from);
    result.push_back(examples::names(graph, vertices));
  }
  return result;
}

// Every circle of at most `length` vertices, by trying all ways on from the least vertex of each.
std::vector<std::vector<VertexNumber>> all_circles(const FrozenGraph& graph, std::size_t length) {
  std::vector<std::vector<VertexNumber>> circles;
  std::vector<VertexNumber> way;
  const std::function<void()> walk = [&] {
    std::set<VertexNumber> next;
    for (auto edge = graph.out_begin(way.back()); edge < graph.out_end(way.back()); ++edge)
      next.insert(graph.target(edge));
    for (const VertexNumber to : next) {
      if (to == way.front() && way.size() > 1) circles.push_back(way);
      const bool met = std::find(way.begin(), way.end(), to) != way.end();
      if (met || to < way.front() || way.size() == length) continue;
      way.push_back(to);
      walk();
      way.pop_back();
    }
  };
  for (VertexNumber start = 0; start < graph.vertices(); ++start) {
    way = {start};
    walk();
  }
  std::sort(circles.begin(), circles.end(),
            [](const auto& a, const auto& b) { return std::pair(a.size(), a) < std::pair(b.size(), b); });
  return circles;
}

FrozenGraph random_graph(unsigned seed, unsigned vertices, unsigned facts) {
  std::mt19937 random(seed);
  std::vector<Fact> all;
  for (unsigned n = 0; n < facts; ++n)
    all.push_back(
        paid("x", fmt::format("V{:02}", random() % vertices), fmt::format("V{:02}", random() % vertices), n));
  return examples::frozen(all);
}

}  // namespace

TEST_CASE("money that comes back is found, each circle once, from its first entity by name") {
  const FrozenGraph graph =
      examples::frozen({paid("x", "B", "C", 1), paid("x", "C", "A", 2), paid("x", "A", "B", 3),
                        paid("x", "B", "A", 4), paid("x", "C", "D", 5), paid("x", "E", "E", 6)});
  const Cycles found = query::cycles(graph);
  CHECK(texts(graph, found) == std::vector<std::string>{"A > B", "A > B > C"});
  REQUIRE(found.components.size() == 1);
  CHECK(examples::names(graph, found.components[0]) == "A > B > C");
  CHECK_FALSE(found.more);
  CHECK(found.cycles[1].steps.back().to == found.cycles[1].steps.front().from);
}

TEST_CASE("circles are bounded in length and in number, and say if there are more") {
  const FrozenGraph graph = examples::frozen(
      {paid("x", "A", "B", 1), paid("x", "B", "C", 1), paid("x", "C", "A", 1), paid("x", "B", "A", 1)});
  CHECK(query::cycles(graph, {.max_length = 2}).cycles.size() == 1);
  const Cycles one = query::cycles(graph, {.limit = 1});
  CHECK(one.cycles.size() == 1);
  CHECK(one.more);
}

TEST_CASE("on any graph, the circles are those that trying every way finds") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const FrozenGraph graph = random_graph(seed, 4 + seed % 6, 10 + seed % 20);
    for (const std::size_t length : {2U, 3U, 4U, 5U, 7U, 12U}) {
      std::vector<std::vector<VertexNumber>> found;
      for (const query::Path& cycle :
           query::cycles(graph, {.max_length = length, .limit = 1'000'000}).cycles) {
        found.emplace_back();
        for (const query::Step& step : cycle.steps) found.back().push_back(step.from);
      }
      CHECK(found == all_circles(graph, length));
    }
  }
}
