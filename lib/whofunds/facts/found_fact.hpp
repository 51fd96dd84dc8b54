#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "whofunds/entities/roster.hpp"
#include "whofunds/model/fact.hpp"

namespace whofunds::facts {

/// A fact between entities of the document's roster, before these have their final names.
struct FoundFact {
  int subject = entities::kNoEntity;  ///< kNoEntity for `raised`
  model::Relation relation = model::Relation::kInvestsIn;
  int object = entities::kNoEntity;
  std::optional<model::Money> amount;
  std::optional<model::Money> valuation;
  std::optional<model::Stake> stake;
  std::string round;
  bool lead = false;
  model::Status status = model::Status::kCompleted;
  std::optional<model::PartialDate> date;
  int deal = 0;  ///< facts of one event share it; 0 = none
  double confidence = 1.0;
  std::string rule;
  std::vector<std::size_t> sentences;  ///< that say it, in order
};

/// The same fact said twice is one, with both sentences: same parties, relation and status, and nothing told
/// of it that contradicts. What was raised and what named investors put in are one deal where the sum is the
/// same.
std::vector<FoundFact> merge_facts(std::vector<FoundFact> found);

}  // namespace whofunds::facts
