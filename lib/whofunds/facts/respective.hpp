#pragma once

#include <vector>

#include "whofunds/facts/event.hpp"

namespace whofunds::facts {

/// "A and B bought C and D respectively", "A and B own 60% and 40% of C respectively": where a word tells
/// that two lists belong together one by one, an event becomes one for each pair.
void share_out(const mentions::SentenceMentions& mentions, const language::Lexicon& lexicon,
               std::vector<Event>& events);

}  // namespace whofunds::facts
