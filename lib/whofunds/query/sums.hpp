#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "whofunds/graph/frozen_graph.hpp"

namespace whofunds::query {

/// Money of one currency, added up over deals.
struct Sum {
  std::string currency;    ///< ISO 4217
  std::int64_t value = 0;  ///< whole units; stays at the largest number there is if more
  bool approx = false;     ///< some part of it is not exact: "about", "more than", "up to"
  std::size_t deals = 0;   ///< how many deals (and facts that stand alone) it is of

  friend bool operator==(const Sum&, const Sum&) = default;
};

/// The sums of facts by currency, in the order of the code. The sum of a deal is counted once, however many
/// facts it has; if they tell different sums, the largest counts. Denied facts are not counted.
std::vector<Sum> sums_by_currency(const graph::FrozenGraph& graph, std::span<const graph::EdgeNumber> facts);

}  // namespace whofunds::query
