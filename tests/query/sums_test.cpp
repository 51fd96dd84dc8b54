#include "whofunds/query/sums.hpp"

#include <limits>
#include <numeric>

#include <doctest/doctest.h>

#include "../graph/example_facts.hpp"

using namespace whofunds;
using examples::paid;
using query::Sum;

namespace {

std::vector<Sum> sums_of(const std::vector<model::Fact>& facts) {
  const graph::FrozenGraph graph = examples::frozen(facts);
  std::vector<graph::EdgeNumber> edges(graph.edges());
  std::iota(edges.begin(), edges.end(), 0U);
  return query::sums_by_currency(graph, edges);
}

}  // namespace

TEST_CASE("sums are by currency, in the order of the code") {
  model::Fact euros = paid("a", "C", "X", 9);
  euros.amount->currency = "EUR";
  CHECK(sums_of({paid("a", "A", "X", 5), euros, paid("a", "B", "X", 7)}) ==
        std::vector<Sum>{{.currency = "EUR", .value = 9, .deals = 1},
                         {.currency = "USD", .value = 12, .deals = 2}});
}

TEST_CASE("of a deal that is told with several sums, the largest counts") {
  model::Fact a = paid("a", "A", "X", 5);
  model::Fact b = paid("a", "B", "X", 7);
  a.deal = b.deal = "d1";
  CHECK(sums_of({a, b}) == std::vector<Sum>{{.currency = "USD", .value = 7, .deals = 1}});
}

TEST_CASE("a sum with a part that is not exact says so") {
  model::Fact about = paid("a", "A", "X", 5);
  about.amount->approx = true;
  CHECK(sums_of({about, paid("a", "B", "X", 7)}) ==
        std::vector<Sum>{{.currency = "USD", .value = 12, .approx = true, .deals = 2}});
}

TEST_CASE("what is denied is not counted, what was announced and then done is counted once") {
  model::Fact denied = paid("a", "A", "X", 5);
  denied.status = model::Status::kDenied;
  CHECK(sums_of({denied}).empty());
  model::Fact announced = paid("a", "A", "X", 5);
  announced.status = model::Status::kAnnounced;
  CHECK(sums_of({announced, paid("b", "A", "X", 5)}) ==
        std::vector<Sum>{{.currency = "USD", .value = 5, .deals = 1}});
}

TEST_CASE("a sum beyond what a number holds stays at the largest") {
  std::vector<model::Fact> facts;
  for (int i = 0; i < 12; ++i)
    facts.push_back(paid("a", std::string("A") + std::to_string(i), "X", model::kLargestSum));
  CHECK(
      sums_of(facts) ==
      std::vector<Sum>{{.currency = "USD", .value = std::numeric_limits<std::int64_t>::max(), .deals = 12}});
}
