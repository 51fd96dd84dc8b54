#include "whofunds/query/fact_window.hpp"

namespace whofunds::query {
namespace {

// The last day that the date may mean. Its first day needs no such thing: an unknown month or day is 0,
// before all others.
model::PartialDate latest(model::PartialDate date) {
  if (date.month == 0) date.month = 12;
  if (date.day == 0) date.day = 31;
  return date;
}

}  // namespace

bool is_turned_round(const FactWindow& window) {
  return window.since && window.until && latest(*window.until) < *window.since;
}

bool in_window(const std::optional<model::PartialDate>& date, const FactWindow& window) {
  if (!date) return true;
  if (window.since && latest(*date) < *window.since) return false;
  return !window.until || *date <= latest(*window.until);
}

bool large_enough(const std::optional<std::int64_t>& value, std::string_view currency,
                  const FactWindow& window) {
  if (window.min_amount <= 0) return true;
  if (!value || *value < window.min_amount) return false;
  return window.currency.empty() || currency == window.currency;
}

}  // namespace whofunds::query
