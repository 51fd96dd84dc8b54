#pragma once

#include <optional>
#include <vector>

#include "whofunds/entities/roster.hpp"
#include "whofunds/model/stake.hpp"

namespace whofunds::facts {

/// An entity that fills a role, and how surely the words mean it.
struct Referent {
  int entity = entities::kNoEntity;
  int word = 0;                       ///< the word of the sentence that stands for it
  double certainty = 1.0;             ///< 1 a name, less for "the company" and "it"
  std::optional<model::Stake> stake;  ///< its own, where it stands right beside: "A (60 %)"
  bool heads_group = false;           ///< stands for the group that it leads: "investors led by A"
  bool described_so = false;          ///< looked back to by the noun that the text describes it with
};

/// Adds those of `from` whose entity is not there yet.
void append(std::vector<Referent>& to, const std::vector<Referent>& from);

}  // namespace whofunds::facts
