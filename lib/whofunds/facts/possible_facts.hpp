#pragma once

#include "whofunds/entities/roster.hpp"
#include "whofunds/facts/found_fact.hpp"
#include "whofunds/language/lexicon.hpp"

namespace whofunds::facts {

/// Whether a fact can be, whatever words seem to tell it: nobody owns a country, no adjective owns anything,
/// and a partner in a firm is no partner of the firm.
bool is_possible(const FoundFact& fact, const entities::Roster& roster, const language::Lexicon& lexicon);

}  // namespace whofunds::facts
