#pragma once

#include <optional>

namespace whofunds::model {

/// The part of an entity that a fact is about.
struct Stake {
  std::optional<double> percent;  ///< 0 … 100
  bool at_least = false;          ///< the text gives a lower bound: "more than 25 %"
  bool controlling = false;       ///< the text calls it controlling, or says majority

  friend bool operator==(const Stake&, const Stake&) = default;
};

}  // namespace whofunds::model
