#include "whofunds/facts/respective.hpp"

#include <algorithm>
#include <iterator>

namespace whofunds::facts {

using mentions::kNoWord;
using mentions::Place;
using mentions::SentenceMentions;

namespace {

/// The word that says so; kNoWord where none does, or more than one.
int respective_word(const mentions::AnnotatedSentence& tree, const language::Lexicon& lexicon) {
  int found = kNoWord;
  for (int i = 0; i < tree.size(); ++i) {
    if (!lexicon.respective_words.contains(tree.at(i).lower)) continue;
    if (found != kNoWord) return kNoWord;
    found = i;
  }
  return found;
}

/// Whether nothing but a comma or "and" stands between two values of a list: "$3m and about $2m".
bool are_joined(const mentions::AnnotatedSentence& tree, const Place& first, const Place& second) {
  constexpr int kFarthest = 3;
  if (second.first <= first.last || second.first - first.last > kFarthest) return false;
  const mentions::Word& between = tree.at(first.last);
  return between.token.text == "," || between.is(tagging::Dependency::kCoordination) ||
         between.note.part_of_speech == language::PartOfSpeech::kConjunction;
}

/// The values that one after another make up the only list of its kind in the sentence; empty if there is
/// none.
template <typename Mention>
std::vector<Mention> list_of(const mentions::AnnotatedSentence& tree, const std::vector<Mention>& values) {
  std::vector<Mention> found;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (found.empty() || are_joined(tree, found.back().place, values[i].place)) {
      found.push_back(values[i]);
    } else if (found.size() < 2) {
      found = {values[i]};
    }
  }
  return found.size() < 2 ? std::vector<Mention>() : found;
}

void sort_by_word(std::vector<Referent>& parties) {
  std::ranges::stable_sort(parties, {}, &Referent::word);
}

struct Lists {
  std::vector<mentions::StakeMention> stakes;
  std::vector<mentions::MoneyMention> money;
  std::vector<mentions::DateMention> dates;
};

/// The event for each place in the lists; `event` itself where nothing goes together.
std::vector<Event> shared_out(Event event, const Lists& lists) {
  sort_by_word(event.from);
  sort_by_word(event.to);
  const std::size_t many_from = event.from.size();
  const std::size_t many_to = event.to.size();
  const auto fits = [&](std::size_t count) { return count > 1 && (count == many_from || count == many_to); };
  const bool tells_stakes = event.trigger.frame->relation == model::Relation::kOwns ||
                            event.trigger.frame->relation == model::Relation::kAcquires ||
                            event.trigger.frame->relation == model::Relation::kInvestsIn;
  const bool has_stakes = tells_stakes && fits(lists.stakes.size());
  const bool has_money = model::moves_money(event.trigger.frame->relation) && fits(lists.money.size());
  const bool has_dates = fits(lists.dates.size());
  std::size_t count = has_stakes ? lists.stakes.size() : has_money ? lists.money.size() : 0;
  if (count == 0 && has_dates) count = lists.dates.size();
  if (count == 0 && many_from == many_to && many_from > 1) count = many_from;
  if (count == 0) return {std::move(event)};
  std::vector<Event> found;
  for (std::size_t i = 0; i < count; ++i) {
    Event one = event;
    if (many_from == count) one.from = {event.from[i]};
    if (many_to == count) one.to = {event.to[i]};
    if (has_stakes && lists.stakes.size() == count) {
      one.stake = lists.stakes[i].stake;
      for (Referent& party : one.from) party.stake.reset();
      for (Referent& party : one.to) party.stake.reset();
    }
    if (has_money && lists.money.size() == count) one.amount = lists.money[i].money;
    if (has_dates && lists.dates.size() == count) one.date = lists.dates[i].date;
    found.push_back(std::move(one));
  }
  return found;
}

}  // namespace

void share_out(const SentenceMentions& mentions, const language::Lexicon& lexicon,
               std::vector<Event>& events) {
  const int word = respective_word(mentions.tree, lexicon);
  if (word == kNoWord || events.empty()) return;
  // The clause that the word ends, or else the first.
  int trigger = kNoWord;
  for (const Event& event : events) {
    if (event.trigger.word < word) trigger = std::max(trigger, event.trigger.word);
  }
  if (trigger == kNoWord) trigger = events.front().trigger.word;
  const Lists lists{.stakes = list_of(mentions.tree, mentions.values.stakes),
                    .money = list_of(mentions.tree, mentions.values.money),
                    .dates = list_of(mentions.tree, mentions.values.dates)};
  std::vector<Event> found;
  for (Event& event : events) {
    if (event.trigger.word != trigger) {
      found.push_back(std::move(event));
      continue;
    }
    std::ranges::move(shared_out(std::move(event), lists), std::back_inserter(found));
  }
  events = std::move(found);
}

}  // namespace whofunds::facts
