#pragma once

#include <optional>
#include <string>
#include <vector>

#include "whofunds/facts/clause.hpp"
#include "whofunds/facts/referents.hpp"
#include "whofunds/facts/triggers.hpp"
#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"
#include "whofunds/model/fact.hpp"

namespace whofunds::facts {

/// A trigger with its roles filled.
struct Event {
  Trigger trigger;
  std::vector<Referent> from;
  std::vector<Referent> to;
  std::vector<Referent> seller;   ///< who held it before
  std::vector<Referent> to_else;  ///< `to` where no deal before is known: "A emerged with funding led by B"
  bool to_from_context = false;   ///< nobody fills `to`: it is what the last deal was about
  std::optional<model::Money> amount;
  bool amount_is_vague = false;  ///< a sum is told, and not how much: "millions of dollars"
  bool amount_of_each = false;   ///< `amount` is that of each fact, and they are deals of their own
  std::optional<model::Money> valuation;
  std::optional<model::Stake> stake;
  std::string round;
  std::optional<model::PartialDate> date;
  model::Status status = model::Status::kCompleted;
  bool begins = false;          ///< its verb can say that something was founded: "launched the programme"
  bool sells_part = false;      ///< the seller keeps a part of what it had: "sold half of its stake"
  bool may_be_to_come = false;  ///< with a sum it is to come: "инвестирует 5 млн"
  bool takes_rest = false;      ///< `stake` is what the others leave: "the rest belongs to A"
  bool is_from_many = false;    ///< of investors whom nobody names: "Investors have put $5m into A"
  bool holds = false;  ///< tells who holds something, whatever its verb says: "ещё 40 % — у А"
  bool read_otherwise = false;  ///< found in the second tree of its sentence only
};

/// Fills the roles of a trigger from its sentence, which `referents` has entered.
Event fill_roles(const mentions::SentenceMentions& mentions, const Clause& clause,
                 const language::Lexicon& lexicon, Referents& referents, const Trigger& trigger);

/// Gives each sum, stake, date and round of the sentence to the event that it belongs to: the nearest in the
/// tree.
void attach_values(const mentions::SentenceMentions& mentions, const Clause& clause,
                   const language::Lexicon& lexicon, std::vector<Event>& events);

}  // namespace whofunds::facts
