#include "whofunds/query/sums.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <tuple>

namespace whofunds::query {
namespace {

// A sum that a fact tells. What counts once: a deal, or a fact that stands alone.
struct Told {
  std::string_view currency;
  bool alone = false;
  std::uint32_t event = 0;
  std::int64_t value = 0;
  bool inexact = false;

  auto event_in_currency() const { return std::tie(currency, alone, event); }
};

std::int64_t added(std::int64_t a, std::int64_t b) {
  constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
  return a > kLargest - b ? kLargest : a + b;  // neither is below zero
}

std::vector<Told> sums_told(const graph::FrozenGraph& graph, std::span<const graph::EdgeNumber> facts) {
  std::vector<Told> told;
  for (const graph::EdgeNumber edge : facts) {
    const auto amount = graph.amount(edge);
    if (!amount || graph.status(edge) == model::Status::kDenied) continue;
    const auto deal = graph.deal(edge);
    told.push_back({.currency = amount->currency,
                    .alone = !deal,
                    .event = deal.value_or(edge),
                    .value = amount->value,
                    .inexact = amount->inexact});
  }
  return told;
}

}  // namespace

std::vector<Sum> sums_by_currency(const graph::FrozenGraph& graph, std::span<const graph::EdgeNumber> facts) {
  std::vector<Told> told = sums_told(graph, facts);
  // Of an event the largest sum comes first, and of the same sum the exact one.
  std::sort(told.begin(), told.end(), [](const Told& a, const Told& b) {
    if (a.event_in_currency() != b.event_in_currency()) return a.event_in_currency() < b.event_in_currency();
    return a.value != b.value ? a.value > b.value : a.inexact < b.inexact;
  });
  std::vector<Sum> sums;
  const Told* last = nullptr;
  for (const Told& each : told) {
    if (last != nullptr && last->event_in_currency() == each.event_in_currency()) continue;
    if (last == nullptr || last->currency != each.currency)
      sums.push_back({.currency = std::string(each.currency)});
    Sum& sum = sums.back();
    sum.value = added(sum.value, each.value);
    sum.approx = sum.approx || each.inexact;
    ++sum.deals;
    last = &each;
  }
  return sums;
}

}  // namespace whofunds::query
