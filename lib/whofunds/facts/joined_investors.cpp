#include <algorithm>

#include "whofunds/facts/fact_reader.hpp"

namespace whofunds::facts {

using model::Relation;

/// "Лидером раунда выступил А, к нему присоединились Б и В": who joins one that has just paid pays, too, and
/// is told of by the frame of the same verb that says so.
void FactReader::retell_as_investment(Event& event, std::size_t sentence) const {
  const bool joins = event.trigger.frame->relation == Relation::kPartnersWith &&
                     event.trigger.form == Trigger::Form::kVerb && event.to.size() == 1 &&
                     !event.from.empty() && event.status != model::Status::kDenied;
  if (!joins || !last_deal_ || last_deal_->deal == 0 || sentence - last_deal_->sentence > 1) return;
  const bool has_paid = std::ranges::any_of(facts_, [&](const FoundFact& fact) {
    return fact.deal == last_deal_->deal && fact.relation == Relation::kInvestsIn &&
           fact.subject != entities::kNoEntity &&
           roster_.root(fact.subject) == roster_.root(event.to.front().entity);
  });
  if (!has_paid) return;
  for (const language::Frame& frame : lexicon_.frames) {
    const bool is_of_verb = std::ranges::any_of(frame.verbs, [&](const language::Trigger& verb) {
      return std::ranges::any_of(event.trigger.frame->verbs,
                                 [&](const language::Trigger& other) { return other.lemma == verb.lemma; });
    });
    if (!is_of_verb || !frame.alone || !frame.from_context || frame.lead ||
        frame.relation != Relation::kInvestsIn)
      continue;
    event.trigger.frame = &frame;
    event.to.clear();
    event.to_from_context = true;
    return;
  }
}

}  // namespace whofunds::facts
