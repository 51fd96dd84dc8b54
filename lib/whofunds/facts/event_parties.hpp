#pragma once

#include <vector>

#include "whofunds/facts/clause.hpp"
#include "whofunds/facts/event.hpp"
#include "whofunds/facts/triggers.hpp"

namespace whofunds::facts {

/// "«А» получит 3 млрд: 2 млрд вложит «Б», 1 млрд — «В»": whether an event is the sum of what is told after
/// it.
bool is_sum_of_parts(const Event& event, const std::vector<Event>& events,
                     const mentions::AnnotatedSentence& tree);

/// "is part of the A platform": of no owner that is called so.
bool is_part_of_product(const Event& event, const std::vector<Event>& events);

/// "issued bonds that A bought": what somebody is said to have lent, nobody else put in.
bool is_borrowed(const Event& event, const std::vector<Event>& events);

/// Whether all parties are there that the frame cannot do without.
bool is_filled(const Event& event);

/// Whether it tells of money of investors whom nobody names: "Investors have put $5m into A".
bool is_from_many(const Event& event, const mentions::AnnotatedSentence& tree, const Clause& clause,
                  const language::Lexicon& lexicon);

/// "took part in the round", "opened a line together": whether of the same word or the same parties a payment
/// is told, which says more than that somebody took part.
bool is_told_as_investment(const Event& event, const std::vector<Event>& events,
                           const entities::Roster& roster);

/// Whether a noun only says what a verb with both its parties says: "получит кредит банка".
bool is_told_by_verb(const Event& event, const std::vector<Event>& others);

/// "sold its stake in B": what is told of the stake, the verb tells.
bool is_argument_of_event(const mentions::AnnotatedSentence& tree, const Trigger& trigger,
                          const Clause& clause, const std::vector<Trigger>& triggers);

/// "получила от А 3 млн за 60 % «Б»": money for a share or for somebody is a price, and nothing put in.
bool is_price(const mentions::SentenceMentions& mentions, const Trigger& trigger,
              const language::Lexicon& lexicon);

/// "направит 3 млрд в создание завода": what money is put into has been founded by nobody yet.
bool is_purpose_of_investment(const mentions::AnnotatedSentence& tree, const Trigger& trigger,
                              const std::vector<Trigger>& triggers);

/// "signed a loan with B to finance the plant": what an English infinitive tells of money that is lent or
/// given is what it is for, no payment of its own.
bool is_purpose_of_payment(const mentions::AnnotatedSentence& tree, const Trigger& trigger,
                           const std::vector<Trigger>& triggers);

/// "got $5m for its 5% of A": a price, which nobody puts in.
bool is_price_of_share(const mentions::AnnotatedSentence& tree, const Trigger& trigger,
                       const language::Lexicon& lexicon);

/// "is financed by a loan from B": what is told of the money, its noun tells.
bool is_carried_by_agent(const mentions::AnnotatedSentence& tree, const Trigger& trigger,
                         const std::vector<Trigger>& triggers);

/// "A merged with B to form C": what comes of a purchase or a merger has no founder.
bool is_outcome_of_purchase(const mentions::AnnotatedSentence& tree, const Trigger& trigger,
                            const language::Lexicon& lexicon);

/// Whether those of whom `event` tells do something together in another: "the investors A and B bought C".
bool is_among_fellows(const Event& event, const std::vector<Event>& others);

/// "investors are A and the founder of B, C": what a title says of one of those who do it is none of them.
void leave_out_described(Event& event, const std::vector<Event>& others);

/// "sold 70 %, keeping 30 %": who sells a part and keeps another owns it still.
void leave_out_holders(Event& event, const std::vector<Event>& others);

/// Takes off an event those who others tell the same of.
void leave_out_told(Event& event, const std::vector<Event>& others);

/// Whether an event of the second reading of a sentence names nobody, or says only what `others`, those of
/// the first, say.
bool adds_nothing(const Event& event, const std::vector<Event>& others,
                  const mentions::AnnotatedSentence& tree);

/// "Заёмщик – А, кредитор – Б": two titles of one relation, each of which lacks the party that the other
/// names.
void pair_titles(std::vector<Event>& events);

}  // namespace whofunds::facts
