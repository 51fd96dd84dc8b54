#pragma once

#include <vector>

#include "whofunds/facts/event.hpp"

namespace whofunds::facts {

/// Events of ownership whose verb is said once for several owners: "A owns 60 % of B and C 40 %", "60% «Б»
/// принадлежит А, 40% — В". A part of the sentence after the verb that has no verb of its own, but a name and
/// a stake, tells the same of that name. Takes such names off the parties of `event`.
std::vector<Event> find_gapped(const mentions::SentenceMentions& mentions, const language::Lexicon& lexicon,
                               Referents& referents, Event& event);

/// "А вложил 5 млн, Б — 3 млн", "А купил Б, а в 2019-м — В": a part of the sentence that has a dash where the
/// verb would be. The name before the dash does it, too; one after the dash is what it is done to. "А купил
/// Б, а В — Г" has both, and so has "A was bought by B and C by D".
std::vector<Event> find_gapped_parties(const mentions::SentenceMentions& mentions,
                                       const language::Lexicon& lexicon, Referents& referents, Event& event);

/// "A owns 60 % of B and C the rest", in English.
std::vector<Event> find_gapped_rest(const mentions::SentenceMentions& mentions,
                                    const language::Lexicon& lexicon, Referents& referents, Event& event);

/// "60% «Б» принадлежит А, ещё 40% — у В", "остальное — у В", in Russian: who holds another share of the
/// same.
std::vector<Event> find_held_rest(const mentions::SentenceMentions& mentions,
                                  const language::Lexicon& lexicon, Referents& referents, Event& event);

/// "А владеет Б через компанию В", "A owns B through C": what somebody holds in between holds the same.
std::vector<Event> find_held_through(const mentions::SentenceMentions& mentions,
                                     const language::Lexicon& lexicon, Referents& referents,
                                     const Event& event);

/// The same of sums and dates in English: "A put in $12m, B $8m", "put $12m into A and $8m into B", "was
/// bought by A in 2001 and by B in 2005".
std::vector<Event> find_gapped_values(const mentions::SentenceMentions& mentions, const Clause& clause,
                                      const language::Lexicon& lexicon, Referents& referents, Event& event);

/// "received a grant from A and a loan from B", "получил грант от А и кредит от Б": each further money that a
/// verb of receiving takes, with whoever it comes from, unless one of `events` tells it already, which gets
/// the sum that is told there. Takes those it comes from off the parties of `event`.
std::vector<Event> find_joined_moneys(const mentions::SentenceMentions& mentions,
                                      const language::Lexicon& lexicon, Referents& referents,
                                      std::vector<Event>& events, Event& event);

/// "A and B own 60 % and 40 % of C respectively", "купил А и Б за 3 и 2 млн соответственно": takes each event
/// of several parties, each of which has a value or another party of its own, off `events`, and gives back an
/// event for each. Where the values cannot be told apart, the event loses them.
std::vector<Event> part_respective(const mentions::SentenceMentions& mentions,
                                   const language::Lexicon& lexicon, std::vector<Event>& events);

/// Gives each owner the stake that stands in brackets right after its name ("A (60 %) and B (40 %)"), and
/// each asset the stake that is of it ("60 % of B and 40 % of C").
void attach_own_stakes(const mentions::SentenceMentions& mentions, const language::Lexicon& lexicon,
                       Event& event);

/// "half of its 20% stake": neither is the share of the whole that is told.
bool is_part_of_share(const mentions::SentenceMentions& mentions, const language::Lexicon& lexicon,
                      const mentions::StakeMention& stake);

/// "swapped its stake in A for 10% of B": a share of something else than what the event is about.
bool is_of_other(const mentions::SentenceMentions& mentions, const mentions::StakeMention& stake,
                 const Event& event);

}  // namespace whofunds::facts
