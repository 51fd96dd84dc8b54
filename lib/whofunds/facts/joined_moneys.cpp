#include <algorithm>

#include "whofunds/facts/gapping.hpp"
#include "whofunds/facts/segments.hpp"

namespace whofunds::facts {

using language::Frame;
using mentions::AnnotatedSentence;
using mentions::kNoWord;
using mentions::MoneyMention;
using mentions::NameMention;
using mentions::SentenceMentions;

namespace {

bool takes_source(const Frame& frame, std::string_view preposition) {
  return std::ranges::any_of(frame.from.slots,
                             [&](const language::Slot& slot) { return slot.preposition == preposition; });
}

/// A noun of a segment, and the frame of the verb that asks for it.
struct Joined {
  const Frame* frame = nullptr;
  int noun = kNoWord;
};

Joined joined_money(const AnnotatedSentence& tree, const Segment& segment, int verb,
                    std::string_view preposition, const language::Lexicon& lexicon) {
  const auto frames = lexicon.frames_by_verb.find(tree.at(verb).lemma);
  if (frames == lexicon.frames_by_verb.end()) return {};
  for (int i = segment.first; i < segment.last; ++i) {
    const mentions::Word& word = tree.at(i);
    if (!word.is_noun() || word.is_capitalised()) continue;
    for (const std::size_t index : frames->second) {
      const Frame& frame = lexicon.frames[index];
      const bool is_asked = std::ranges::find(frame.object_words, word.lemma) != frame.object_words.end() &&
                            frame.particles.empty() && model::moves_money(frame.relation) &&
                            takes_source(frame, preposition) && frame.to.has(language::Slot::Place::kSubject);
      if (is_asked) return {.frame = &frame, .noun = i};
    }
  }
  return {};
}

/// "raised $4m in 2019 and $11m in 2021": a sum of its own time is raised, too.
std::optional<Event> raised_again(const SentenceMentions& mentions, const Event& event,
                                  const Segment& segment) {
  const MoneyMention* const money =
      only(mentions.values.money, segment, [](const MoneyMention& mention) { return mention.place.first; });
  const mentions::DateMention* const date =
      only(mentions.values.dates, segment,
           [](const mentions::DateMention& mention) { return mention.place.first; });
  const bool is_sum = money != nullptr && date != nullptr && !money->valuation && !money->total &&
                      money->place.first < segment.first + 3 && money->money != *event.amount;
  if (!is_sum) return std::nullopt;
  Event other = event;
  other.amount = money->money;
  other.date = date->date;
  other.round.clear();
  return other;
}

/// "bought 30% in 2016 and the remaining 70% in 2021"
std::optional<Event> bought_again(const SentenceMentions& mentions, const Event& event,
                                  const Segment& segment) {
  const mentions::StakeMention* const stake =
      only(mentions.values.stakes, segment,
           [](const mentions::StakeMention& mention) { return mention.place.first; });
  const mentions::DateMention* const date =
      only(mentions.values.dates, segment,
           [](const mentions::DateMention& mention) { return mention.place.first; });
  if (stake == nullptr || date == nullptr || stake->stake == *event.stake) return std::nullopt;
  Event other = event;
  other.stake = stake->stake;
  other.date = date->date;
  other.amount.reset();
  return other;
}

}  // namespace

std::vector<Event> find_joined_moneys(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                                      Referents& referents, std::vector<Event>& events, Event& event) {
  std::vector<Event> found;
  const Trigger& trigger = event.trigger;
  const bool receives = trigger.form == Trigger::Form::kVerb && !event.to.empty() &&
                        event.to.front().word < trigger.word && model::moves_money(trigger.frame->relation) &&
                        trigger.frame->to.has(language::Slot::Place::kSubject);
  const bool buys = trigger.form == Trigger::Form::kVerb && event.stake && event.date && !event.to.empty() &&
                    trigger.frame->relation == model::Relation::kAcquires;
  if (!receives && !buys) return found;
  const std::vector<Segment> segments = segments_after(mentions.tree, trigger.word);
  for (std::size_t i = 1; i < segments.size() && !has_verb(mentions.tree, segments[i]); ++i) {
    const Segment& segment = segments[i];
    const NameMention* const name =
        only(mentions.names, segment, [](const NameMention& mention) { return mention.head; });
    if (name == nullptr && trigger.frame->without_from && event.from.empty() && event.amount) {
      if (std::optional<Event> other = raised_again(mentions, event, segment)) found.push_back(*other);
      continue;
    }
    if (name == nullptr && buys) {
      if (std::optional<Event> other = bought_again(mentions, event, segment)) found.push_back(*other);
      continue;
    }
    if (name == nullptr || !receives) continue;
    const Joined joined = joined_money(mentions.tree, segment, trigger.word,
                                       preposition_before(mentions.tree, name->first), lexicon);
    if (joined.frame == nullptr || joined.noun > name->first) continue;
    const MoneyMention* const money =
        only(mentions.values.money, segment, [](const MoneyMention& mention) { return mention.place.first; });
    const mentions::RoundMention* const round =
        only(mentions.values.rounds, segment,
             [](const mentions::RoundMention& mention) { return mention.place.first; });
    const bool is_paid = money != nullptr && !money->valuation && !money->total;
    const std::optional<model::Money> amount = is_paid ? std::optional(money->money) : std::nullopt;
    const auto read = std::ranges::find_if(events, [&](const Event& other) {
      return other.trigger.frame == joined.frame && other.trigger.carrier == joined.noun &&
             !other.from.empty();
    });
    std::vector<Referent> from = referents.of(name->head, joined.frame->from.kinds);
    if (from.size() != 1 || from.front().entity == event.to.front().entity) continue;
    if (joined.frame != trigger.frame)
      std::erase_if(event.from, [&](const Referent& party) { return segment.holds(party.word); });
    if (read != events.end()) {
      read->amount = amount;
      continue;
    }
    Event other{.trigger = {.frame = joined.frame,
                            .word = trigger.word,
                            .form = trigger.form,
                            .carrier = joined.noun},
                .from = std::move(from),
                .to = event.to,
                .amount = amount,
                .round = round == nullptr ? std::string() : round->round,
                .date = event.date,
                .status = event.status};
    found.push_back(std::move(other));
  }
  return found;
}

}  // namespace whofunds::facts
