#include "whofunds/facts/gapping.hpp"

#include <algorithm>
#include <optional>

namespace whofunds::facts {

using mentions::NameMention;
using mentions::SentenceMentions;
using mentions::StakeMention;

namespace {

/// The words [first, last) between two marks or conjunctions.
struct Segment {
  int first = 0;
  int last = 0;

  bool holds(int word) const { return word >= first && word < last; }
};

bool is_border(const mentions::Word& word) {
  return word.token.text == "," || word.token.text == ";" || word.is(tagging::Dependency::kCoordination);
}

std::vector<Segment> segments_after(const mentions::AnnotatedSentence& tree, int word) {
  std::vector<Segment> segments;
  int first = word + 1;
  for (int i = first; i <= tree.size(); ++i) {
    if (i < tree.size() && !is_border(tree.at(i))) continue;
    if (i > first) segments.push_back({first, i});
    first = i + 1;
  }
  return segments;
}

bool has_verb(const mentions::AnnotatedSentence& tree, const Segment& segment) {
  for (int i = segment.first; i < segment.last; ++i) {
    // "the remaining 40 %"
    if (tree.at(i).is_verb() && !tree.at(i).is(tagging::Dependency::kAdjectiveModifier)) return true;
  }
  return false;
}

/// The one among `mentions` that lies in the segment; nullptr where there is none, or more.
template <typename Mention, typename PlaceOf>
const Mention* only(const std::vector<Mention>& mentions, const Segment& segment, const PlaceOf& place_of) {
  const Mention* found = nullptr;
  for (const Mention& mention : mentions) {
    if (!segment.holds(place_of(mention))) continue;
    if (found != nullptr) return nullptr;
    found = &mention;
  }
  return found;
}

/// "40 % of B" tells of another asset, no other owner: a name after the stake owns it only after a dash or in
/// the dative.
bool is_what_stake_is_of(const mentions::AnnotatedSentence& tree, const NameMention& name,
                         const StakeMention& stake) {
  if (!tree.preposition(name.head).empty()) return true;
  if (name.first < stake.place.first) return false;
  for (int i = stake.place.last; i < name.first; ++i) {
    if (tree.at(i).token.text == "—" || tree.at(i).token.text == "–") return false;
  }
  return tree.at(name.head).note.grammatical_case != language::Case::kDative;
}

void take_off(std::vector<Referent>& parties, int entity) {
  std::erase_if(parties, [&](const Referent& party) { return party.entity == entity; });
}

}  // namespace

namespace {

/// The words of the verb that an event is told by: its own, or that of its noun.
int verb_of(const SentenceMentions& mentions, const Trigger& trigger) {
  int word = trigger.word;
  while (word != mentions::kNoWord && !mentions.tree.at(word).is_verb()) word = mentions.tree.head_of(word);
  return word;
}

bool is_dash(std::string_view text) {
  return text == "—" || text == "–";
}

/// "А вложил 5 млн, Б — 3 млн", "А купил Б, а в 2019-м — В": a part of the sentence that has a dash where the
/// verb would be. The name before the dash does it, too; one after the dash is what it is done to.
std::vector<Event> find_dashed(const SentenceMentions& mentions, Referents& referents, const Event& event) {
  std::vector<Event> found;
  const mentions::AnnotatedSentence& tree = mentions.tree;
  const int verb = verb_of(mentions, event.trigger);
  if (verb == mentions::kNoWord || event.from.empty() || event.to.empty()) return found;
  const int told_last = std::max(event.from.back().word, event.to.back().word);
  for (const Segment& segment : segments_after(tree, std::max(verb, event.trigger.word))) {
    int dash = segment.first;
    while (dash < segment.last && !is_dash(tree.at(dash).token.text)) ++dash;
    int before = segment.first - 1;
    if (tree.at(before).is(tagging::Dependency::kCoordination)) --before;
    const bool is_after_comma = tree.at(before).token.text == "," || tree.at(before).token.text == ";";
    if (dash >= segment.last || segment.first <= told_last || !is_after_comma || has_verb(tree, segment))
      continue;
    const NameMention* const name =
        only(mentions.names, segment, [](const NameMention& mention) { return mention.head; });
    if (name == nullptr) continue;
    const bool is_doer = name->head < dash;
    const auto has_subject = [&](const std::vector<Referent>& parties) {
      return std::ranges::any_of(parties, [&](const Referent& party) { return party.word < verb; });
    };
    // Which of the two stands before the verb is the subject; the other comes after it.
    const bool from_is_subject = has_subject(event.from) && !has_subject(event.to);
    if (!from_is_subject && !(has_subject(event.to) && !has_subject(event.from))) continue;
    const bool replaces_from = is_doer == from_is_subject;
    const language::Frame& frame = *event.trigger.frame;
    std::vector<Referent> party = referents.of(name->head, replaces_from ? frame.from.kinds : frame.to.kinds);
    if (party.size() != 1) continue;
    Event gapped = event;
    (replaces_from ? gapped.from : gapped.to) = std::move(party);
    gapped.seller.clear();
    gapped.amount.reset();
    gapped.stake.reset();
    gapped.date.reset();
    for (const auto& money : mentions.values.money) {
      if (segment.holds(money.place.first) && !gapped.amount) gapped.amount = money.money;
    }
    for (const auto& stake : mentions.values.stakes) {
      if (segment.holds(stake.place.first)) gapped.stake = stake.stake;
    }
    for (const auto& date : mentions.values.dates) {
      if (segment.holds(date.place.first)) gapped.date = date.date;
    }
    found.push_back(std::move(gapped));
  }
  return found;
}

}  // namespace

std::vector<Event> find_gapped(const SentenceMentions& mentions, Referents& referents, Event& event) {
  std::vector<Event> found;
  if (event.trigger.form != Trigger::Form::kTitle && mentions.values.stakes.size() < 2 &&
      model::is_funding(event.trigger.frame->relation))
    return find_dashed(mentions, referents, event);
  const model::Relation relation = event.trigger.frame->relation;
  const bool tells_owner = relation == model::Relation::kOwns || relation == model::Relation::kAcquires;
  if (!tells_owner || event.trigger.form != Trigger::Form::kVerb || event.from.empty() || event.to.empty())
    return found;
  const auto& stakes = mentions.values.stakes;
  if (stakes.size() < 2) return found;
  for (const Segment& segment : segments_after(mentions.tree, event.trigger.word)) {
    const NameMention* const name =
        only(mentions.names, segment, [](const NameMention& mention) { return mention.head; });
    const StakeMention* const stake =
        only(stakes, segment, [](const StakeMention& mention) { return mention.place.first; });
    if (name == nullptr || stake == nullptr || has_verb(mentions.tree, segment)) continue;
    if (is_what_stake_is_of(mentions.tree, *name, *stake)) continue;
    std::vector<Referent> owner = referents.of(name->head, event.trigger.frame->from.kinds);
    if (owner.size() != 1) continue;
    const bool is_owner = owner.front().entity == event.from.front().entity;
    const bool is_first_asset = owner.front().entity == event.to.front().entity;
    if (is_owner || is_first_asset) continue;
    take_off(event.from, owner.front().entity);
    take_off(event.to, owner.front().entity);
    Event gapped = event;
    gapped.from = std::move(owner);
    gapped.seller.clear();
    gapped.stake = stake->stake;
    gapped.amount.reset();
    found.push_back(std::move(gapped));
  }
  if (event.from.empty() || event.to.empty()) return {};
  for (Event& gapped : found) gapped.to = event.to;
  return found;
}

namespace {

void attach_bracketed_stake(const SentenceMentions& mentions, Referent& owner) {
  const int index = mentions.name_at(owner.word);
  if (index == mentions::kNoWord) return;
  const mentions::AnnotatedSentence& tree = mentions.tree;
  int bracket = mentions.names[static_cast<std::size_t>(index)].last;
  if (bracket < tree.size() && tree.at(bracket).token.text == "»") ++bracket;
  if (bracket >= tree.size()) return;
  // "A с 44,7 %", "A with 20 percent"
  const std::string& next = tree.at(bracket).lower;
  if (next == "с" || next == "со" || next == "with") {
    for (const StakeMention& stake : mentions.values.stakes) {
      if (stake.place.first == bracket + 1) owner.stake = stake.stake;
    }
    return;
  }
  if (next != "(") return;
  for (const StakeMention& stake : mentions.values.stakes) {
    const int end = stake.place.last;
    const bool closes = end < tree.size() && tree.at(end).token.text == ")";
    // "(60 %)", "(доля 60 %)"
    const bool opens = stake.place.first == bracket + 1 ||
                       (stake.place.first == bracket + 2 && tree.at(bracket + 1).is_noun());
    if (opens && closes) owner.stake = stake.stake;
  }
}

/// Climbs from the asset over what describes it ("shares", "АО") to the stake that it is of.
void attach_stake_above(const SentenceMentions& mentions, Referent& asset) {
  constexpr int kFarthest = 3;
  int word = asset.word;
  for (int steps = 0; steps < kFarthest && word != mentions::kNoWord; ++steps) {
    for (const StakeMention& stake : mentions.values.stakes) {
      if (word >= stake.place.first && word < stake.place.last) asset.stake = stake.stake;
    }
    const bool goes_on = mentions.tree.at(word).is(tagging::Dependency::kNominalModifier) ||
                         mentions.tree.at(word).is(tagging::Dependency::kApposition);
    if (asset.stake || !goes_on) return;
    word = mentions.tree.head_of(word);
  }
}

}  // namespace

void attach_own_stakes(const SentenceMentions& mentions, Event& event) {
  for (Referent& owner : event.from) attach_bracketed_stake(mentions, owner);
  if (event.to.size() < 2) return;
  for (Referent& asset : event.to) attach_stake_above(mentions, asset);
}

}  // namespace whofunds::facts
