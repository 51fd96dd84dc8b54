#include <algorithm>

#include "whofunds/facts/gapping.hpp"
#include "whofunds/facts/segments.hpp"

namespace whofunds::facts {

using mentions::NameMention;
using mentions::SentenceMentions;
using mentions::StakeMention;

namespace {

bool tells_share(const mentions::AnnotatedSentence& tree, const Segment& segment,
                 const language::Lexicon& lexicon) {
  return tells_rest(tree, segment, lexicon) ||
         std::any_of(tree.words.begin() + segment.first, tree.words.begin() + segment.last,
                     [&](const mentions::Word& word) { return lexicon.stake_nouns.contains(word.lemma); });
}

/// "у основателя А", "у его брата А": whether "у" stands before a name, with nothing else named between.
bool is_held_by(const mentions::AnnotatedSentence& tree, const Segment& segment, const NameMention& name) {
  int i = name.first - 1;
  while (i >= segment.first && !tree.at(i).is(tagging::Dependency::kCase) && !tree.at(i).is_capitalised())
    --i;
  return i >= segment.first && tree.at(i).lower == "у";
}

}  // namespace

std::vector<Event> find_held_rest(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                                  Referents& referents, Event& event) {
  std::vector<Event> found;
  const bool tells_owner = event.trigger.frame->relation == model::Relation::kOwns ||
                           event.trigger.frame->relation == model::Relation::kAcquires;
  if (!lexicon.inflected || !tells_owner || event.status == model::Status::kDenied || event.from.empty() ||
      event.to.size() != 1)
    return found;
  const std::vector<mentions::Word>& words = mentions.tree.words;
  const bool has_holder =
      std::ranges::any_of(words, [](const mentions::Word& word) { return word.lower == "у"; });
  if (!has_holder) return found;
  for (const Segment& segment : segments_after(mentions.tree, event.trigger.word)) {
    // what stands right beside the trigger is its own
    if (segment.first == event.trigger.word + 1) continue;
    const NameMention* const name =
        only(mentions.names, segment, [](const NameMention& mention) { return mention.head; });
    const StakeMention* const stake = only(mentions.values.stakes, segment,
                                           [](const StakeMention& mention) { return mention.place.first; });
    if (name == nullptr || has_verb(mentions.tree, segment) || !is_held_by(mentions.tree, segment, *name) ||
        (stake == nullptr && !tells_share(mentions.tree, segment, lexicon)))
      continue;
    std::vector<Referent> owner = referents.of(
        name->head, {model::EntityKind::kCompany, model::EntityKind::kFund, model::EntityKind::kOrganization,
                     model::EntityKind::kPerson, model::EntityKind::kPublicBody, model::EntityKind::kPlace});
    if (owner.size() != 1 || owner.front().entity == event.to.front().entity) continue;
    const auto is_within = [&](const Referent& party) { return segment.holds(party.word); };
    if (std::ranges::all_of(event.from, is_within)) continue;
    std::erase_if(event.from, is_within);
    Event held = event;
    held.holds = true;
    held.takes_rest = stake == nullptr && tells_rest(mentions.tree, segment, lexicon);
    held.status = model::Status::kCompleted;
    held.from = std::move(owner);
    held.seller.clear();
    held.amount.reset();
    held.stake = stake == nullptr ? std::nullopt : std::optional(stake->stake);
    held.date.reset();
    found.push_back(std::move(held));
  }
  return found;
}

}  // namespace whofunds::facts
