#include "whofunds/facts/gapping.hpp"

#include <algorithm>
#include <optional>

#include "whofunds/facts/segments.hpp"

namespace whofunds::facts {

using language::Frame;
using mentions::DateMention;
using mentions::MoneyMention;
using mentions::NameMention;
using mentions::Place;
using mentions::SentenceMentions;
using mentions::StakeMention;

namespace {

/// "40 % of B" tells of another asset, no other owner: a name after the stake owns it only after a dash or in
/// the dative.
bool is_what_stake_is_of(const mentions::AnnotatedSentence& tree, const NameMention& name,
                         const StakeMention& stake, bool is_passive) {
  // "is 40% owned by A and 35% by B"
  if (is_passive && name.first >= stake.place.last && tree.preposition(name.head) == "by") return false;
  if (!tree.preposition(name.head).empty()) return true;
  if (name.first < stake.place.first) return false;
  for (int i = stake.place.last; i < name.first; ++i) {
    if (is_dash(tree.at(i).token.text)) return false;
  }
  return tree.at(name.head).note.grammatical_case != language::Case::kDative;
}

/// The one name of the segment: "Chile's Aster" is one.
const NameMention* only_name(const SentenceMentions& mentions, const Segment& segment) {
  const NameMention* found = nullptr;
  for (const NameMention& name : mentions.names) {
    const mentions::Word& head = mentions.tree.at(name.head);
    if (!segment.holds(name.head)) continue;
    if (head.is(tagging::Dependency::kPossessor) && mentions.name_at(head.note.head) != mentions::kNoWord)
      continue;
    if (found != nullptr) return nullptr;
    found = &name;
  }
  return found;
}

void take_off(std::vector<Referent>& parties, int entity) {
  std::erase_if(parties, [&](const Referent& party) { return party.entity == entity; });
}

/// "another 25 million": of the same, from somebody else.
bool is_more(const mentions::AnnotatedSentence& tree, const Segment& segment,
             const language::Lexicon& lexicon) {
  for (int i = segment.first; i < segment.last; ++i) {
    if (lexicon.adding_words.contains(tree.at(i).lower)) return true;
  }
  return false;
}

/// "a $3m grant from A and a $5m loan from B": a segment whose money is called otherwise tells another event.
bool tells_other_money(const mentions::AnnotatedSentence& tree, const Segment& segment, const Frame& frame,
                       const language::Lexicon& lexicon) {
  for (int i = segment.first; i < segment.last; ++i) {
    const mentions::Word& word = tree.at(i);
    const auto frames = lexicon.frames_by_noun.find(word.lemma);
    if (!word.is_noun() || word.is_capitalised() || frames == lexicon.frames_by_noun.end()) continue;
    const bool is_other = std::ranges::all_of(frames->second, [&](std::size_t index) {
      const Frame& other = lexicon.frames[index];
      return other.relation != frame.relation && model::moves_money(other.relation);
    });
    if (is_other) return true;
  }
  return false;
}

/// Whether what `event` is done to stands right after its verb, or is what a stake that stands there is in.
bool is_object(const SentenceMentions& mentions, const language::Lexicon& lexicon, const Event& event) {
  if (event.to.empty() || event.to.front().word < event.trigger.word) return false;
  const int stake = mentions.tree.head_of(event.to.front().word);
  const bool is_of_stake = stake > event.trigger.word && mentions.tree.head_of(stake) == event.trigger.word &&
                           lexicon.stake_nouns.contains(mentions.tree.at(stake).lemma);
  return is_of_stake || preposition_of(mentions, event.to).empty();
}

/// "bought A in 2004, 34% of B in 2006": the stake that a name of the segment is what it is of; nullptr if
/// there is none.
const StakeMention* stake_of(const SentenceMentions& mentions, const Segment& segment,
                             const NameMention& name) {
  const StakeMention* const stake =
      only(mentions.values.stakes, segment, [](const StakeMention& mention) { return mention.place.first; });
  return stake != nullptr && stake->place.last == name.first - 1 &&
                 mentions.tree.preposition(name.head) == "of"
             ? stake
             : nullptr;
}

/// ", followed by A in 2008": the same was done to A next.
bool is_sequel(const mentions::AnnotatedSentence& tree, const Segment& segment,
               const language::Lexicon& lexicon) {
  return segment.first + 1 < segment.last && tree.at(segment.first + 1).lower == "by" &&
         lexicon.sequel_verbs.contains(tree.at(segment.first).lemma);
}

/// Which party of `event` the name of a segment with a sum or a date stands for; nullptr where it is neither.
/// "put $3m into A and $2m into B", "gave A $3m and B $2m", "bought A in 2001 and B in 2005", "by A in 2001
/// and by B in 2005"; of a sum else whoever paid it.
std::vector<Referent> Event::*party_told(const SentenceMentions& mentions, const Clause& clause,
                                         const language::Lexicon& lexicon, const Event& event,
                                         const Segment& segment, const NameMention& name, const Place& value,
                                         bool is_date) {
  const std::string_view preposition = preposition_before(mentions.tree, name.first);
  if (is_date && stake_of(mentions, segment, name) != nullptr)
    return is_object(mentions, lexicon, event) ? &Event::to : nullptr;
  if (!preposition.empty()) {
    if (name.first < value.first && !is_date) return nullptr;
    if (preposition == preposition_of(mentions, event.to)) return &Event::to;
    return preposition == preposition_of(mentions, event.from) ? &Event::from : nullptr;
  }
  if (name.first > value.first) return nullptr;
  const bool is_given = !clause.in_case(event.trigger.word, language::Case::kNone).empty();
  const bool is_priced = preposition_before(mentions.tree, value.first) == "for";
  if (is_date || is_priced || (is_given && !is_more(mentions.tree, segment, lexicon))) {
    return is_object(mentions, lexicon, event) ? &Event::to : nullptr;
  }
  return clause.is_passive(event.trigger.word) ? nullptr : &Event::from;
}

}  // namespace

std::vector<Event> find_gapped_values(const SentenceMentions& mentions, const Clause& clause,
                                      const language::Lexicon& lexicon, Referents& referents, Event& event) {
  std::vector<Event> found;
  const Frame& frame = *event.trigger.frame;
  if (lexicon.inflected || !model::moves_money(frame.relation) ||
      event.trigger.form != Trigger::Form::kVerb || event.from.empty() ||
      (event.to.empty() && !event.to_from_context))
    return found;
  const bool has_sums = event.amount && mentions.values.money.size() > 1;
  const bool has_dates = event.date && mentions.values.dates.size() > 1;
  const auto is_known = [&](const Referent& other) {
    return other.entity == event.from.front().entity ||
           (!event.to.empty() && other.entity == event.to.front().entity);
  };
  bool told_other = false;  // "a grant from A, a loan from B and $10m from C": nobody knows what the last is
  for (const Segment& segment : segments_after(mentions.tree, event.trigger.word)) {
    const NameMention* const name = only_name(mentions, segment);
    const MoneyMention* money =
        only(mentions.values.money, segment, [](const MoneyMention& mention) { return mention.place.first; });
    const DateMention* date =
        only(mentions.values.dates, segment, [](const DateMention& mention) { return mention.place.first; });
    const bool is_sum =
        has_sums && money != nullptr && !money->valuation && !money->total && money->money != event.amount;
    const bool is_date =
        has_dates && !is_sum && money == nullptr && date != nullptr && date->date != event.date;
    const bool is_next = is_sequel(mentions.tree, segment, lexicon) && is_object(mentions, lexicon, event);
    if (name == nullptr || !(is_sum || is_date || is_next)) continue;
    if (!is_next && has_verb(mentions.tree, segment)) continue;
    told_other = told_other || tells_other_money(mentions.tree, segment, frame, lexicon);
    if (is_sum && told_other) continue;
    const auto party = is_next ? &Event::to
                               : party_told(mentions, clause, lexicon, event, segment, *name,
                                            is_sum ? money->place : date->place, is_date);
    if (party == nullptr) continue;
    std::vector<Referent> other =
        referents.of(name->head, party == &Event::from ? frame.from.kinds : frame.to.kinds);
    if (other.size() != 1 || is_known(other.front())) continue;
    take_off(event.from, other.front().entity);
    take_off(event.to, other.front().entity);
    Event gapped = event;
    gapped.*party = std::move(other);
    if (party == &Event::from) gapped.seller.clear();
    gapped.amount = is_sum ? std::optional(money->money) : std::nullopt;
    if (is_next) gapped.date.reset();
    if (date != nullptr) gapped.date = date->date;
    gapped.stake.reset();
    if (const StakeMention* const stake = stake_of(mentions, segment, *name); stake != nullptr)
      gapped.stake = stake->stake;
    found.push_back(std::move(gapped));
  }
  return found;
}

std::vector<Event> find_gapped_rest(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                                    Referents& referents, Event& event) {
  std::vector<Event> found;
  if (lexicon.inflected || event.trigger.frame->relation != model::Relation::kOwns ||
      event.trigger.form != Trigger::Form::kVerb || event.from.empty() || event.to.empty() || !event.stake)
    return found;
  for (const Segment& segment : segments_after(mentions.tree, event.trigger.word)) {
    const NameMention* const name = only_name(mentions, segment);
    if (name == nullptr || has_verb(mentions.tree, segment) ||
        !preposition_before(mentions.tree, name->first).empty())
      continue;
    int last = segment.last - 1;
    while (last > name->last && mentions.tree.at(last).token.kind == text::TokenKind::kPunctuation) --last;
    // "and B the other 49"
    const mentions::Word& told = mentions.tree.at(last);
    const bool tells_rest = lexicon.rest_words.contains(told.lower) ||
                            (told.token.kind == text::TokenKind::kNumber &&
                             lexicon.remaining_words.contains(mentions.tree.at(last - 1).lower));
    if (last < name->last || !tells_rest) continue;
    std::vector<Referent> owner = referents.of(name->head, event.trigger.frame->from.kinds);
    if (owner.size() != 1 || owner.front().entity == event.from.front().entity) continue;
    take_off(event.to, owner.front().entity);
    if (event.to.empty()) return {};
    Event gapped = event;
    gapped.from = std::move(owner);
    gapped.seller.clear();
    gapped.stake.reset();
    gapped.takes_rest = true;
    found.push_back(std::move(gapped));
  }
  return found;
}

std::vector<Event> find_gapped(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                               Referents& referents, Event& event) {
  std::vector<Event> found;
  if (mentions.values.stakes.size() < 2) return find_gapped_parties(mentions, lexicon, referents, event);
  const model::Relation relation = event.trigger.frame->relation;
  const bool tells_owner = relation == model::Relation::kOwns || relation == model::Relation::kAcquires;
  if (!tells_owner || event.trigger.form != Trigger::Form::kVerb || event.from.empty() || event.to.empty())
    return found;
  const auto& stakes = mentions.values.stakes;
  for (const Segment& segment : segments_after(mentions.tree, event.trigger.word)) {
    const NameMention* const name = only_name(mentions, segment);
    const StakeMention* const stake =
        only(stakes, segment, [](const StakeMention& mention) { return mention.place.first; });
    int other = segment.first;
    while (other < segment.last && !referents.is_one_of_two(other)) ++other;
    // "первому принадлежит 60%, второму – 40%"
    const bool tells_other = name == nullptr && other < segment.last && event.from.size() == 1 &&
                             referents.is_one_of_two(event.from.front().word);
    if (stake != nullptr && tells_other && !has_verb(mentions.tree, segment)) {
      found.push_back(event);
      found.back().from = referents.of(other, event.trigger.frame->from.kinds);
      found.back().stake = stake->stake;
      continue;
    }
    if (name == nullptr || stake == nullptr || has_verb(mentions.tree, segment)) continue;
    const bool is_passive = !lexicon.inflected && preposition_of(mentions, event.from) == "by";
    if (is_what_stake_is_of(mentions.tree, *name, *stake, is_passive)) continue;
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

}  // namespace whofunds::facts
