#pragma once

#include <string>
#include <vector>

#include "whofunds/model/fact.hpp"

namespace whofunds::graph {

/// Sorts by document and place, and keeps each once.
void sort_evidence(std::vector<model::Evidence>& evidence);

/// The fact with its aliases, countries and evidence sorted, each once: two facts that say the same are then
/// equal.
model::Fact canonical(model::Fact fact);

/// A key of all that a canonical fact says: facts are equal if their keys are. Sorts by document, then by the
/// place of the first evidence.
std::string fact_key(const model::Fact& canonical_fact);

/// Sorts texts, and leaves each once.
void sort_once(std::vector<std::string>& texts);

}  // namespace whofunds::graph
