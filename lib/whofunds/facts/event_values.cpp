#include <algorithm>

#include "whofunds/facts/attachment.hpp"
#include "whofunds/facts/deal_sums.hpp"
#include "whofunds/facts/event.hpp"
#include "whofunds/facts/event_dates.hpp"
#include "whofunds/facts/gapping.hpp"
#include "whofunds/facts/posts.hpp"

namespace whofunds::facts {

using language::Frame;
using mentions::kNoWord;
using mentions::SentenceMentions;
using mentions::Word;
using model::Relation;
using tagging::Dependency;

namespace {

/// "all the shares in A", "все акции А", "owns all of A"; but "all its shares" may be few.
bool is_all(const mentions::AnnotatedSentence& tree, int object, const language::Lexicon& lexicon) {
  const auto says_all = [&](int word) {
    return lexicon.all_words.contains(tree.at(word).lower) || lexicon.all_words.contains(tree.at(word).lemma);
  };
  const std::vector<int>& children = tree.at(object).children;
  if (says_all(object))
    return std::ranges::any_of(children, [&](int child) { return tree.preposition(child) == "of"; });
  const auto tells_whose = [&](int child) { return is_possessive(lexicon.pronouns, tree.at(child)); };
  return lexicon.issued_nouns.contains(tree.at(object).lemma) && std::ranges::any_of(children, says_all) &&
         std::ranges::none_of(children, tells_whose);
}

/// "fully owns", "wholly owned subsidiary", "majority owned": a stake that an adverb tells.
std::optional<model::Stake> told_by_modifier(const mentions::AnnotatedSentence& tree, int word,
                                             const language::Lexicon& lexicon) {
  for (const int child : tree.at(word).children) {
    const Word& modifier = tree.at(child);
    if (lexicon.whole_words.contains(modifier.lower) || lexicon.whole_words.contains(modifier.lemma))
      return model::Stake{.percent = 100};
    // "majority-owned"
    const bool is_joined = modifier.is(Dependency::kCompound) && child + 2 == word;
    if ((modifier.is(Dependency::kAdverbModifier) || is_joined) &&
        lexicon.controlling_words.contains(modifier.lemma))
      return model::Stake{.controlling = true};
    if (!modifier.is(Dependency::kAdjectiveModifier) || !modifier.is_verb()) continue;
    if (const auto told = told_by_modifier(tree, child, lexicon)) return told;
  }
  const int noun = tree.head_of(word);
  const bool is_majority = tree.at(word).is(Dependency::kClauseOfNoun) && noun == word - 1 &&
                           lexicon.controlling_words.contains(tree.at(noun).lemma);
  return is_majority ? std::optional(model::Stake{.controlling = true}) : std::nullopt;
}

bool is_about_money(const Trigger& trigger) {
  return model::is_funding(trigger.frame->relation) && trigger.form != Trigger::Form::kTitle;
}

void attach_money(const SentenceMentions& mentions, const Clause& clause, const language::Lexicon& lexicon,
                  std::vector<Event>& events) {
  std::vector<int> owners;
  std::vector<Event*> owning;
  const auto own = [&](int word, Event& event) {
    if (word == kNoWord) return;
    owners.push_back(word);
    owning.push_back(&event);
  };
  for (Event& event : events) {
    if (!is_about_money(event.trigger)) continue;
    own(event.trigger.word, event);
    own(event.trigger.carrier, event);
  }
  for (Event& event : events) {
    if (is_about_money(event.trigger) && event.trigger.form == Trigger::Form::kNoun)
      own(clause.governing_verb(event.trigger.word), event);
  }
  // Several frames of one word share its values.
  const auto each_of = [&](int owner, const auto& give) {
    const int word = owners[static_cast<std::size_t>(owner)];
    for (std::size_t i = 0; i < owners.size(); ++i) {
      if (owners[i] == word) give(*owning[i]);
    }
  };
  const Attachment attachment = Attachment(mentions.tree, owners).with_purposes();
  for (const mentions::MoneyMention& money : mentions.values.money) {
    int owner = !lexicon.inflected ? attachment.owner_describing(money.place) : -1;
    if (owner < 0) owner = attachment.owner_of(money.place);
    if (owner < 0 || money.total) continue;
    // "offered $12 a share for A": a price is told, and not how much in all
    if (money.of_unit) {
      each_of(owner, [](Event& event) {
        if (event.trigger.frame->relation == Relation::kAcquires) event.amount_is_vague = true;
      });
      continue;
    }
    const bool is_worth = money.valuation && !is_told_of_deal(mentions, lexicon, money.place);
    each_of(owner, [&](Event& event) {
      std::optional<model::Money>& place = is_worth ? event.valuation : event.amount;
      if (place) return;
      if (money.vague) {
        event.amount_is_vague = event.amount_is_vague || !is_worth;
        return;
      }
      place = money.money;
      if (!is_worth) event.amount_of_each = money.of_each;
    });
  }
  // "committed up to $5m": no more than a promise
  for (Event& event : events) {
    const bool is_promise = event.trigger.frame->status == model::Status::kCompleted && event.amount &&
                            event.amount->max && !event.amount->min;
    if (is_promise && event.status == model::Status::kCompleted) event.status = model::Status::kAnnounced;
  }
}

/// "from 30 % to 12 %": the stake before a change is not what is told.
bool was_before(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                const mentions::StakeMention& stake) {
  const int preposition = stake.place.first - 1;
  if (preposition < 0 || !lexicon.change_starts.contains(mentions.tree.at(preposition).lower)) return false;
  return std::ranges::any_of(mentions.values.stakes, [&](const mentions::StakeMention& after) {
    return after.place.first == stake.place.last + 1;
  });
}

/// The word that a hyphen at `place` joins to what stands before it: "owned" of "51%-owned"; kNoWord if none.
int word_after_hyphen(const mentions::AnnotatedSentence& tree, int place) {
  const bool joins = place + 1 < tree.size() && tree.at(place).token.text == "-" &&
                     !tree.at(place).token.space_before && !tree.at(place + 1).token.space_before;
  return joins ? place + 1 : kNoWord;
}

void attach_stakes(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                   std::vector<Event>& events) {
  std::vector<int> stake_owners;
  std::vector<Event*> stake_owning;
  std::vector<int> titles;
  for (Event& event : events) {
    const Relation relation = event.trigger.frame->relation;
    // "под 3 % годовых" is what a loan costs.
    if (!model::is_funding(relation) || relation == Relation::kLendsTo || relation == Relation::kGrantsTo)
      continue;
    stake_owners.push_back(event.trigger.word);
    stake_owning.push_back(&event);
    if (event.trigger.form == Trigger::Form::kTitle &&
        mentions.tree.at(event.trigger.word).is(Dependency::kSubject))
      titles.push_back(event.trigger.word);
  }
  const Attachment stake_attachment = Attachment(mentions.tree, stake_owners, titles).with_gerunds();
  for (const mentions::StakeMention& stake : mentions.values.stakes) {
    int owner = stake_attachment.owner_of(stake.place);
    // "A, 51%-owned by B, bought C"
    if (const int joined = word_after_hyphen(mentions.tree, stake.place.last); joined != kNoWord) {
      const auto own = std::ranges::find(stake_owners, joined);
      owner = own == stake_owners.end() ? -1 : static_cast<int>(own - stake_owners.begin());
    }
    if (owner < 0 || was_before(mentions, lexicon, stake) || is_part_of_share(mentions, lexicon, stake))
      continue;
    for (std::size_t i = 0; i < stake_owners.size(); ++i) {
      if (stake_owners[i] == stake_owners[static_cast<std::size_t>(owner)] && !stake_owning[i]->stake &&
          !is_of_other(mentions, stake, *stake_owning[i]))
        stake_owning[i]->stake = stake.stake;
    }
  }
}

void attach_dates(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                  std::vector<Event>& events) {
  std::vector<int> date_owners;
  date_owners.reserve(events.size());
  for (const Event& event : events) date_owners.push_back(event.trigger.word);
  Attachment date_attachment = Attachment(mentions.tree, date_owners).within_verb();
  if (!lexicon.inflected) date_attachment.within_clause();
  for (const mentions::DateMention& date : mentions.values.dates) {
    const int owner = date_attachment.owner_of(date.place);
    if (owner < 0) continue;
    // "said on May 3, the head of A": the day is that of the saying, not of the title.
    const Event& dated = events[static_cast<std::size_t>(owner)];
    if (tells_other_time(mentions.tree, date.place, dated, lexicon)) continue;
    if (dated.trigger.form == Trigger::Form::kTitle &&
        !dates_post(mentions.tree, date.place.first, dated.trigger.word, lexicon) &&
        !mentions.tree.is_under(date.place.first, dated.trigger.word))
      continue;
    for (std::size_t i = 0; i < events.size(); ++i) {
      if (date_owners[i] == date_owners[static_cast<std::size_t>(owner)] && !events[i].date)
        events[i].date = date.date;
    }
  }
}

/// The round that an event is told with: where the sentence tells several, the one that stands under its
/// word, or else the first.
std::string round_of(const SentenceMentions& mentions, const Event& event) {
  const std::vector<mentions::RoundMention>& rounds = mentions.values.rounds;
  if (rounds.empty()) return {};
  // "A, backed by B, raised a Series C": the backer is not said to be of that round
  const Word& trigger = mentions.tree.at(event.trigger.word);
  const bool describes = trigger.is(Dependency::kClauseOfNoun) || trigger.is(Dependency::kAdjectiveModifier);
  const auto is_apart = [&](const mentions::RoundMention& round) {
    const int word = mentions.tree.top_within(round.place.first, round.place.first, round.place.last);
    return !mentions.tree.is_under(word, event.trigger.word) &&
           !mentions.tree.is_under(event.trigger.word, word) &&
           !(mentions.name_at(trigger.note.head) == kNoWord &&
             mentions.tree.is_under(word, trigger.note.head));
  };
  if (describes && std::ranges::all_of(rounds, is_apart)) return {};
  for (const mentions::RoundMention& round : rounds) {
    const int word = mentions.tree.top_within(round.place.first, round.place.first, round.place.last);
    const int carrier = event.trigger.carrier;
    const bool is_own = word == carrier || mentions.tree.is_under(word, event.trigger.word) ||
                        (carrier != kNoWord && mentions.tree.is_under(word, carrier));
    if (rounds.size() > 1 && is_own) return round.round;
  }
  return rounds.front().round;
}

/// Stakes that words tell without a number, and the round that the sentence is about.
void attach_words(const SentenceMentions& mentions, const Clause& clause, const language::Lexicon& lexicon,
                  std::vector<Event>& events) {
  for (Event& event : events) {
    const Frame& frame = *event.trigger.frame;
    if (frame.stake_percent && !event.stake) event.stake = model::Stake{.percent = frame.stake_percent};
    if (frame.relation == Relation::kOwns || frame.relation == Relation::kAcquires) {
      // "полностью вышел из капитала": of whatever it had
      const bool leaves = frame.status == model::Status::kEnded;
      if (!event.stake && !leaves) event.stake = told_by_modifier(mentions.tree, event.trigger.word, lexicon);
      std::vector<int> stakes = event.trigger.form == Trigger::Form::kVerb
                                    ? clause.objects(event.trigger.word)
                                    : clause.possessors(event.trigger.word);
      if (event.trigger.carrier != kNoWord) stakes.push_back(event.trigger.carrier);  // "пакет перешёл"
      for (const int object : stakes) {
        if (!event.stake && is_all(mentions.tree, object, lexicon))
          event.stake = model::Stake{.percent = 100};
        bool controlling = lexicon.controlling_words.contains(mentions.tree.at(object).lemma);
        for (const int child : mentions.tree.at(object).children)
          controlling = controlling || lexicon.controlling_words.contains(mentions.tree.at(child).lemma);
        if (!controlling) continue;
        if (!event.stake) event.stake.emplace();
        event.stake->controlling = true;
      }
    }
    if (frame.relation == Relation::kInvestsIn) event.round = round_of(mentions, event);
  }
}

}  // namespace

void attach_values(const SentenceMentions& mentions, const Clause& clause, const language::Lexicon& lexicon,
                   std::vector<Event>& events) {
  attach_money(mentions, clause, lexicon, events);
  attach_stakes(mentions, lexicon, events);
  attach_dates(mentions, lexicon, events);
  for (Event& event : events) {
    if (!event.date && event.trigger.form == Trigger::Form::kVerb)
      event.date = described_date(mentions, event.trigger.word);
  }
  attach_words(mentions, clause, lexicon, events);
}

}  // namespace whofunds::facts
