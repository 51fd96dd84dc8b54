#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "whofunds/model/partial_date.hpp"

namespace whofunds::query {

/// Which facts are wanted by when they were and how much money they tell. What is left at its default chooses
/// nothing away.
struct FactWindow {
  /// The window of time, both ends within it and as exact as they are given: until 2023 is until the end of
  /// that year. A fact goes only when its date is known to lie outside; one without a date stays, for it may
  /// lie within.
  std::optional<model::PartialDate> since;
  std::optional<model::PartialDate> until;

  /// The least sum, in whole units of the fact's own currency (there are no exchange rates here); 0 = no
  /// minimum. A fact without a sum goes when there is a minimum, for the question is then about sums. Of a
  /// range, its upper end counts.
  std::int64_t min_amount = 0;
  std::string currency;  ///< ISO 4217: only sums in it reach the minimum; empty = in any currency

  bool is_open() const { return !since && !until && min_amount <= 0; }
};

/// Whether the window ends before it begins.
bool is_turned_round(const FactWindow& window);

bool in_window(const std::optional<model::PartialDate>& date, const FactWindow& window);

/// `value` is the sum that the fact tells, if any.
bool large_enough(const std::optional<std::int64_t>& value, std::string_view currency,
                  const FactWindow& window);

}  // namespace whofunds::query
