#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "whofunds/model/fact.hpp"

namespace whofunds::graph {

/// What must not contradict for two facts to be one.
struct Attributes {
  std::optional<model::Money> amount;
  std::optional<model::Stake> stake;
  std::string round;
  std::optional<model::PartialDate> date;
  std::optional<model::Money> valuation;

  friend bool operator==(const Attributes&, const Attributes&) = default;
};

/// The stake as far as it tells anything: "at least" without a percentage does not.
std::optional<model::Stake> telling(std::optional<model::Stake> stake);

Attributes attributes_of(const model::Fact& fact);

/// told_by(a, b): b tells all that a tells. A partial order.
bool told_by(const model::Money& a, const model::Money& b);
bool told_by(const model::Stake& a, const model::Stake& b);
bool told_by(const model::PartialDate& a, const model::PartialDate& b);
bool told_by(const Attributes& a, const Attributes& b);

template <typename T>
bool told_by(const std::optional<T>& a, const std::optional<T>& b) {
  return !a || (b && told_by(*a, *b));
}

/// The stable id (number) of the edge between entities of those ids that tells these attributes.
std::uint64_t edge_number(std::string_view subject, std::string_view object, model::Relation relation,
                          model::Status status, const Attributes& told);

}  // namespace whofunds::graph
