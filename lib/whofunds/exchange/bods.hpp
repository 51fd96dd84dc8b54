#pragma once

#include <nlohmann/json_fwd.hpp>

#include "whofunds/exchange/register.hpp"

namespace whofunds::exchange {

/// Whether an object of JSON is a statement of the Beneficial Ownership Data Standard.
bool is_bods(const nlohmann::json& object);

/// Takes a statement of the Beneficial Ownership Data Standard (standard.openownership.org), 0.4 or one of
/// 0.2 and 0.3, into a register: an entity or a person, or a relationship between two. A relationship of
/// shares, votes or control is `owns`, with the share where it is told; a seat on the board or in the
/// management is `leads`. A later statement of a record, or one that replaces another, takes its place; a
/// closed record has ended. Throws InputError for what is no such statement.
void read_bods(const nlohmann::json& statement, const Place& place, Register& into);

}  // namespace whofunds::exchange
