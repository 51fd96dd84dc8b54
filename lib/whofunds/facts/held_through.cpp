#include <algorithm>

#include "whofunds/facts/gapping.hpp"

namespace whofunds::facts {

using mentions::SentenceMentions;

std::vector<Event> find_held_through(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                                     Referents& referents, const Event& event) {
  std::vector<Event> found;
  const model::Relation relation = event.trigger.frame->relation;
  const bool tells_owner = relation == model::Relation::kOwns || relation == model::Relation::kAcquires;
  if (!tells_owner || event.trigger.form != Trigger::Form::kVerb || event.from.empty() || event.to.empty())
    return found;
  const mentions::AnnotatedSentence& tree = mentions.tree;
  for (const mentions::NameMention& name : mentions.names) {
    // "через свою компанию «А»": the noun that it is the name of has the preposition
    int noun = name.head;
    while (tree.at(noun).is(tagging::Dependency::kApposition) && tree.head_of(noun) != mentions::kNoWord &&
           tree.head_of(noun) < noun)
      noun = tree.head_of(noun);
    if (!lexicon.through_prepositions.contains(tree.preposition(noun)) ||
        !tree.is_under(noun, event.trigger.word))
      continue;
    std::vector<Referent> holder =
        referents.of(name.head, {model::EntityKind::kCompany, model::EntityKind::kFund,
                                 model::EntityKind::kOrganization, model::EntityKind::kPublicBody});
    if (holder.size() != 1) continue;
    // "directly and through C": nobody says how much of it C holds
    const int preposition = tree.child(noun, tagging::Dependency::kCase);
    if (preposition > 0 && tree.at(preposition - 1).is(tagging::Dependency::kCoordination)) continue;
    const bool is_own = std::ranges::any_of(
        tree.at(noun).children, [&](int child) { return is_possessive(lexicon.pronouns, tree.at(child)); });
    if (is_own && event.from.size() == 1) {
      Event own{.trigger = event.trigger, .from = event.from, .to = holder};
      own.holds = true;
      found.push_back(std::move(own));
    }
    Event held = event;
    held.from = std::move(holder);
    held.seller.clear();
    found.push_back(std::move(held));
  }
  return found;
}

}  // namespace whofunds::facts
