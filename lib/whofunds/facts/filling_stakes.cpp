#include <algorithm>

#include "whofunds/facts/filling.hpp"

namespace whofunds::facts {

using language::Slot;
using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

bool Filling::leads_round(int verb) const {
  return !lexicon_.inflected &&
         lexicon_.any_frame_of_verb(tree_.at(verb).lemma, [&](const language::Frame& frame) {
           const int object = tree_.child(verb, Dependency::kObject);
           return frame.lead && object != kNoWord &&
                  std::ranges::find(frame.object_words, tree_.at(object).lemma) != frame.object_words.end();
         });
}

/// "the stake", told of before
bool Filling::is_the_stake(int noun) const {
  const std::vector<int>& children = tree_.at(noun).children;
  return !lexicon_.inflected && std::ranges::any_of(children, [&](int child) {
    return tree_.at(child).is(Dependency::kDeterminer) &&
           lexicon_.demonstratives.contains(tree_.at(child).lower);
  });
}

bool Filling::has_bare_stake(const language::Role& role) const {
  const bool holds =
      frame_.relation == model::Relation::kOwns || frame_.relation == model::Relation::kAcquires;
  // "60% завода у А, 40% – у Б"
  if (frame_.verbless && trigger_.form == Trigger::Form::kNoun) return is_of_nothing(trigger_.word);
  if (!holds || trigger_.form != Trigger::Form::kVerb) return false;
  const auto is_bare = [&](int word) {
    const auto tells_share = [&](int i) {
      return std::ranges::any_of(mentions_.values.stakes, [&](const auto& stake) {
        return i >= stake.place.first && i < stake.place.last;
      });
    };
    // "20%", "a 20% stake"
    const bool is_stake = tells_share(word) || (lexicon_.stake_nouns.contains(tree_.at(word).lemma) &&
                                                std::ranges::any_of(tree_.at(word).children, tells_share));
    const bool is_rest = lexicon_.rest_words.contains(tree_.at(word).lemma);
    // "продала эту долю", "after buying the stake from A"
    const bool is_known = lexicon_.stake_nouns.contains(tree_.at(word).lemma) &&
                          (referents_.points_back(word) || is_the_stake(word));
    // "получила 60 % в СП с «А»": of what was said, and not of what was spoken of before
    const bool says_in_what = lexicon_.inflected && word + 2 < tree_.size() &&
                              tree_.at(word + 1).lower == "в" &&
                              tree_.at(word + 2).token.kind != text::TokenKind::kNumber;
    return (is_stake || is_rest || is_known) && !says_in_what && is_of_nothing(word) &&
           clause_.listed(word).empty();
  };
  return std::ranges::any_of(role.slots, [&](const Slot& slot) {
    return std::ranges::any_of(
        places_.of(slot), [&](const std::vector<int>& words) { return std::ranges::any_of(words, is_bare); });
  });
}

std::vector<Referent> Filling::owner_of_described(const language::Role& role) {
  std::vector<Referent> found;
  const Word& participle = tree_.at(trigger_.word);
  if (!participle.is(Dependency::kClauseOfNoun) && !participle.is(Dependency::kAdverbialClause)) return found;
  const int head = tree_.head_of(trigger_.word);
  const int verb = tree_.at(head).is_verb() ? head : clause_.governing_verb(head);
  if (verb == kNoWord || clause_.is_passive(verb)) return found;
  for (const int subject : clause_.subjects(verb)) append(found, referents_.of(subject, role.kinds));
  return found;
}

std::vector<Referent> Filling::valued_by_round(const language::Role& role) {
  std::vector<Referent> found;
  if (trigger_.carrier == kNoWord) return found;
  for (const int clause : tree_.at(trigger_.carrier).children) {
    if (!tree_.at(clause).is_verb() || !lexicon_.valuation_words.contains(tree_.at(clause).lemma)) continue;
    for (const int object : clause_.objects(clause)) append(found, referents_.of(object, role.kinds));
  }
  // "A is valued at $5m following a round led by B"
  const int verb = clause_.governing_verb(trigger_.carrier);
  if (found.empty() && verb != kNoWord && lexicon_.valuation_words.contains(tree_.at(verb).lemma)) {
    for (const int object : clause_.objects(verb)) append(found, referents_.of(object, role.kinds));
  }
  return found;
}

}  // namespace whofunds::facts
