#include "whofunds/graph/attributes.hpp"

#include <fmt/format.h>

#include "whofunds/graph/stable_id.hpp"

namespace whofunds::graph {
namespace {

using model::Money;
using model::PartialDate;
using model::Stake;

std::string text_of(const std::optional<Money>& money) {
  if (!money) return {};
  return fmt::format("{} {} {} {} {}", money->value, money->currency, money->approx, money->min.value_or(-1),
                     money->max.value_or(-1));
}

std::string text_of(const std::optional<Stake>& stake) {
  if (!stake) return {};
  return fmt::format("{} {} {}", stake->percent.value_or(-1), stake->at_least, stake->controlling);
}

std::string text_of(const std::optional<PartialDate>& date) {
  return date ? model::to_string(*date) : std::string();
}

}  // namespace

std::optional<Stake> telling(std::optional<Stake> stake) {
  if (stake && !stake->percent) {
    stake->at_least = false;  // at least what?
    if (!stake->controlling) return std::nullopt;
  }
  return stake;
}

Attributes attributes_of(const model::Fact& fact) {
  return {.amount = fact.amount,
          .stake = telling(fact.stake),
          .round = fact.round,
          .date = fact.date,
          .valuation = fact.valuation};
}

bool told_by(const Money& a, const Money& b) {
  return a.value == b.value && a.currency == b.currency && a.min == b.min && a.max == b.max &&
         (a.approx || !b.approx);
}

bool told_by(const Stake& a, const Stake& b) {
  const bool percent_told = !a.percent || (a.percent == b.percent && (a.at_least || !b.at_least));
  return percent_told && (!a.controlling || b.controlling);
}

bool told_by(const PartialDate& a, const PartialDate& b) {
  return a.year == b.year && (a.month == 0 || a.month == b.month) && (a.day == 0 || a.day == b.day);
}

bool told_by(const Attributes& a, const Attributes& b) {
  return told_by(a.amount, b.amount) && told_by(a.stake, b.stake) &&
         (a.round.empty() || a.round == b.round) && told_by(a.date, b.date) &&
         told_by(a.valuation, b.valuation);
}

std::uint64_t edge_number(std::string_view subject, std::string_view object, model::Relation relation,
                          model::Status status, const Attributes& told) {
  return stable_number({subject, model::to_string(relation), object, model::to_string(status),
                        text_of(told.amount), text_of(told.stake), told.round, text_of(told.date),
                        text_of(told.valuation)});
}

}  // namespace whofunds::graph
