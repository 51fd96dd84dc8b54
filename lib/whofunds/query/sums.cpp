#include "whofunds/query/sums.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

namespace whofunds::query {
namespace {

using graph::EdgeFact;
using model::Money;

bool is_inexact(const Money& money) {
  return money.approx || money.min || money.max;
}

// What counts once: a deal, or a fact that stands alone. The two kinds of id differ in their first letter.
std::string_view event_of(const EdgeFact& fact) {
  return fact.deal.empty() ? fact.id : fact.deal;
}

std::int64_t added(std::int64_t a, std::int64_t b) {
  constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
  return a > kLargest - b ? kLargest : a + b;  // neither is below zero
}

}  // namespace

std::vector<Sum> sums_by_currency(const graph::Graph& graph, std::span<const graph::Edge> facts) {
  std::map<std::pair<std::string_view, std::string_view>, const Money*> largest;  // by currency and event
  for (const graph::Edge& edge : facts) {
    const EdgeFact& fact = graph[edge];
    if (!fact.amount || fact.status == model::Status::kDenied) continue;
    const Money*& known = largest[{fact.amount->currency, event_of(fact)}];
    if (known == nullptr || known->value < fact.amount->value) known = &*fact.amount;
    // Of the same sum, the exact one, so that the order of facts does not matter.
    if (known->value == fact.amount->value && is_inexact(*known)) known = &*fact.amount;
  }
  std::vector<Sum> sums;
  for (const auto& [currency_and_event, money] : largest) {
    if (sums.empty() || sums.back().currency != money->currency)
      sums.push_back({.currency = money->currency});
    Sum& sum = sums.back();
    sum.value = added(sum.value, money->value);
    sum.approx = sum.approx || is_inexact(*money);
    ++sum.deals;
  }
  return sums;
}

}  // namespace whofunds::query
