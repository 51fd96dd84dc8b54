#include <algorithm>

#include "whofunds/facts/gapping.hpp"
#include "whofunds/facts/segments.hpp"

namespace whofunds::facts {

using mentions::SentenceMentions;
using mentions::StakeMention;

namespace {

bool is_share_noun(const mentions::Word& word, const language::Lexicon& lexicon) {
  return word.is_noun() && lexicon.stake_nouns.contains(word.lemma);
}

void attach_bracketed_stake(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                            Referent& owner, bool is_listed) {
  const int index = mentions.name_at(owner.word);
  if (index == mentions::kNoWord) return;
  const mentions::AnnotatedSentence& tree = mentions.tree;
  int bracket = mentions.names[static_cast<std::size_t>(index)].last;
  if (bracket < tree.size() && tree.at(bracket).token.text == "»") ++bracket;
  if (bracket >= tree.size()) return;
  // "A с 44,7 %", "A с долей 60 %", "A with 20 percent"
  const std::string& next = tree.at(bracket).lower;
  if (next == "с" || next == "со" || next == "with") {
    for (const StakeMention& stake : mentions.values.stakes) {
      const bool is_share = stake.place.first == bracket + 2 && is_share_noun(tree.at(bracket + 1), lexicon);
      if (stake.place.first == bracket + 1 || is_share) owner.stake = stake.stake;
    }
    return;
  }
  // "Учредители: A – 60 %, B – 40 %"
  if (next == "–" || next == "—") {
    for (const StakeMention& stake : mentions.values.stakes) {
      const int end = stake.place.last;
      const bool ends = end >= tree.size() || tree.at(end).token.kind == text::TokenKind::kPunctuation ||
                        tree.at(end).is(tagging::Dependency::kCoordination);
      if (stake.place.first == bracket + 1 && ends) owner.stake = stake.stake;
    }
    return;
  }
  // "A's shareholders: B 22%, C 15%"
  for (const StakeMention& stake : mentions.values.stakes) {
    if (is_listed && stake.place.first == bracket) owner.stake = stake.stake;
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
void attach_stake_above(const SentenceMentions& mentions, const language::Lexicon& lexicon, Referent& asset) {
  constexpr int kFarthest = 3;
  int word = asset.word;
  for (int steps = 0; steps < kFarthest && word != mentions::kNoWord; ++steps) {
    for (const StakeMention& stake : mentions.values.stakes) {
      // "a 51% stake in A"
      const bool is_share = word == stake.place.last && is_share_noun(mentions.tree.at(word), lexicon);
      if ((word >= stake.place.first && word < stake.place.last) || is_share) asset.stake = stake.stake;
    }
    const bool goes_on =
        mentions.tree.at(word).is(tagging::Dependency::kNominalModifier) ||
        mentions.tree.at(word).is(tagging::Dependency::kApposition) ||
        (mentions.tree.at(word).is(tagging::Dependency::kConjunct) && mentions.tree.head_of(word) < word);
    if (asset.stake || !goes_on) return;
    word = mentions.tree.head_of(word);
  }
}

}  // namespace

void attach_own_stakes(const SentenceMentions& mentions, const language::Lexicon& lexicon, Event& event) {
  const bool is_listed = event.trigger.form == Trigger::Form::kTitle && event.from.size() > 1;
  for (Referent& owner : event.from) attach_bracketed_stake(mentions, lexicon, owner, is_listed);
  if (event.to.size() < 2) return;
  for (Referent& asset : event.to) attach_stake_above(mentions, lexicon, asset);
  // "bought A and 51% of B": the stake is one in B alone
  const auto has_stake = [](const Referent& asset) { return asset.stake.has_value(); };
  if (std::ranges::any_of(event.to, has_stake) && !std::ranges::all_of(event.to, has_stake))
    event.stake.reset();
}

bool is_part_of_share(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                      const mentions::StakeMention& stake) {
  const mentions::AnnotatedSentence& tree = mentions.tree;
  // "первому принадлежит 60%, второму – 40%": his, and told by no other word
  if (is_dash(tree.at(stake.place.first - 1).lower) &&
      in(lexicon.second_words, tree.at(stake.place.first - 2)) && tree.at(stake.place.first - 3).lower != "у")
    return true;
  const auto begins_owned = [&](int of) {
    if (of < 1 || of + 1 >= tree.size() || tree.at(of).lower != "of") return false;
    const int owned = tree.head_of(of + 1);
    return is_possessive(lexicon.pronouns, tree.at(of + 1)) && owned != mentions::kNoWord &&
           lexicon.stake_nouns.contains(tree.at(owned).lemma);
  };
  const auto is_fraction = [&](int word) {
    return word >= 0 && lexicon.stake_fractions.contains(tree.at(word).lower);
  };
  // "put in $5m for a third of its shares": those of whoever gets the money
  const int share = tree.top_within(stake.place.first, stake.place.first, stake.place.last);
  if (tree.preposition(share) == "for") return false;
  return (begins_owned(stake.place.last) && is_fraction(stake.place.last - 1)) ||
         (begins_owned(stake.place.first - 2) && is_fraction(stake.place.first - 3));
}

bool is_of_other(const SentenceMentions& mentions, const mentions::StakeMention& stake, const Event& event) {
  const mentions::AnnotatedSentence& tree = mentions.tree;
  int share = tree.top_within(stake.place.first, stake.place.first, stake.place.last);
  if (tree.at(share).is(tagging::Dependency::kCompound) && tree.head_of(share) == stake.place.last)
    share = stake.place.last;
  const bool names_whole = std::ranges::any_of(tree.at(share).children, [&](int child) {
    return child > share && mentions.name_at(child) != mentions::kNoWord &&
           (tree.preposition(child) == "in" || tree.preposition(child) == "of");
  });
  return names_whole && !event.to.empty() &&
         std::ranges::none_of(event.to, [&](const Referent& to) { return tree.is_under(to.word, share); });
}

}  // namespace whofunds::facts
