#pragma once

#include <string>
#include <vector>

#include "whofunds/entities/decisions.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::store {

/// The names that decisions are about and that no entity of the store has, sorted: slips of the pen, or names
/// of documents that are still to come. The name to show is not one of them.
std::vector<std::string> unknown_names(const Store& store, const entities::Decisions& decisions);

}  // namespace whofunds::store
