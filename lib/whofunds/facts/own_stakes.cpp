#include "whofunds/facts/gapping.hpp"

namespace whofunds::facts {

using mentions::SentenceMentions;
using mentions::StakeMention;

namespace {

bool is_part_of_share(const mentions::Word& word, const language::Lexicon& lexicon) {
  return word.is_noun() && lexicon.stake_nouns.contains(word.lemma);
}

void attach_bracketed_stake(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                            Referent& owner) {
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
      const bool is_share =
          stake.place.first == bracket + 2 && is_part_of_share(tree.at(bracket + 1), lexicon);
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

void attach_own_stakes(const SentenceMentions& mentions, const language::Lexicon& lexicon, Event& event) {
  for (Referent& owner : event.from) attach_bracketed_stake(mentions, lexicon, owner);
  if (event.to.size() < 2) return;
  for (Referent& asset : event.to) attach_stake_above(mentions, asset);
}

}  // namespace whofunds::facts
