#pragma once

#include "whofunds/facts/event.hpp"
#include "whofunds/facts/filling.hpp"

namespace whofunds::facts {

/// "владелец завода", "a unit of A": one party is named by the title, the other is whose it is.
void fill_title(Filling& filling, const Clause& clause, Referents& referents, Event& event);

/// "B succeeded A": what A headed B heads.
void fill_succession(Filling& filling, Referents& referents, Event& event);

}  // namespace whofunds::facts
