#include "whofunds/model/fact.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "whofunds/model/country.hpp"

namespace whofunds::model {
namespace {

std::string money_fault(const std::optional<Money>& money, std::string_view what) {
  if (!money) return {};
  for (const auto& bound : {std::optional(money->value), money->min, money->max}) {
    if (bound && *bound < 0) return fmt::format("{} below zero ({})", what, *bound);
    if (bound && *bound > kLargestSum) return fmt::format("{} of {}, above 10^18", what, *bound);
  }
  return {};
}

std::string country_fault(const Entity& entity) {
  const auto wrong = std::find_if_not(entity.countries.begin(), entity.countries.end(), is_country_code);
  return wrong == entity.countries.end() ? std::string() : fmt::format("the country '{}'", *wrong);
}

}  // namespace

std::string first_fault(const Fact& fact) {
  if (fact.object.name.empty()) return "the object has no name";
  if (fact.subject && fact.subject->name.empty()) return "the subject has no name";
  if (!fact.subject && fact.relation != Relation::kRaised) {
    return fmt::format("'{}' needs a subject", to_string(fact.relation));
  }
  if (std::string fault = country_fault(fact.object); !fault.empty()) return fault;
  if (fact.subject) {
    if (std::string fault = country_fault(*fact.subject); !fault.empty()) return fault;
  }
  if (fact.stake && fact.stake->percent && !(*fact.stake->percent >= 0 && *fact.stake->percent <= 100)) {
    return fmt::format("a stake of {} percent", *fact.stake->percent);
  }
  if (!(fact.confidence >= 0 && fact.confidence <= 1))
    return fmt::format("a confidence of {}", fact.confidence);
  if (std::string fault = money_fault(fact.amount, "an amount"); !fault.empty()) return fault;
  return money_fault(fact.valuation, "a valuation");
}

}  // namespace whofunds::model
