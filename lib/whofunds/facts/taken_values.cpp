#include "whofunds/facts/taken_values.hpp"

#include <algorithm>
#include <vector>

namespace whofunds::facts {

using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

bool TakenValues::is_about_sum(int verb) const {
  return std::ranges::any_of(sentence_.values.money, [&](const mentions::MoneyMention& money) {
    if (money.valuation || money.total) return false;
    const int word = tree_.top_within(money.place.first, money.place.first, money.place.last);
    // "$3m of its revenue came from A"
    const bool is_of_something = std::ranges::any_of(
        tree_.at(word).children, [&](int child) { return tree_.preposition(child) == "of"; });
    return tree_.head_of(word) == verb && !is_of_something &&
           (tree_.at(word).is(Dependency::kSubject) || tree_.at(word).is(Dependency::kObject));
  });
}

bool TakenValues::takes_money(int word) const {
  const std::vector<int> objects = clause_.objects(word);
  return objects.empty() || std::any_of(objects.begin(), objects.end(), [&](int object) {
           const Word& noun = tree_.at(object);
           // "which A picked up for $1"
           if (lexicon_.relative_pronouns.contains(noun.lower)) return false;
           // "landed Aster for $5m", "received $5m in damages"
           if (sentence_.name_at(object) != kNoWord || is_earned(object)) return false;
           const bool is_plain_noun = noun.note.part_of_speech == language::PartOfSpeech::kNoun &&
                                      noun.token.kind == text::TokenKind::kWord;
           // "получила первые деньги: 8 млн рублей"
           const bool is_told_after =
               lexicon_.inflected && std::ranges::any_of(noun.children, [&](int child) {
                 return child > object && tree_.at(child).is(Dependency::kParataxis) &&
                        lexicon_.currencies.contains(tree_.at(child).lemma);
               });
           return !is_plain_noun || is_told_after || lexicon_.scales.contains(noun.lemma) ||
                  lexicon_.scales.contains(noun.lower) || lexicon_.currencies.contains(noun.lemma) ||
                  names_money_event(noun.lemma) || lexicon_.round_nouns.contains(noun.lemma) ||
                  (lexicon_.transparent_nouns.contains(noun.lemma) &&
                   !lexicon_.frames_by_noun.contains(noun.lemma));
         });
}

bool TakenValues::takes_name(int verb) const {
  return std::ranges::any_of(clause_.objects(verb),
                             [&](int object) { return sentence_.name_at(object) != kNoWord; });
}

bool TakenValues::gives_debt(int word) const {
  std::vector<int> given = tree_.at(word).is_verb() ? clause_.objects(word) : clause_.possessors(word);
  return std::any_of(given.begin(), given.end(), [&](int noun) {
    return lexicon_.has_noun_of(tree_.at(noun).lemma, model::Relation::kLendsTo);
  });
}

/// "secured a loan", but no "contract"
bool TakenValues::names_money_event(const std::string& noun) const {
  return lexicon_.any_frame_of_noun(noun, [&](const language::Frame& frame) {
    const model::Relation relation = frame.relation;
    // but "raised its bid to $5m"
    return model::moves_money(relation) && relation != model::Relation::kAcquires;
  });
}

/// "$5m in damages", "$5m of sales"
bool TakenValues::is_earned(int sum) const {
  return std::ranges::any_of(tree_.at(sum).children, [&](int child) {
    const std::string_view preposition = tree_.preposition(child);
    return (preposition == "in" || preposition == "of") &&
           lexicon_.earned_nouns.contains(tree_.at(child).lemma);
  });
}

bool TakenValues::takes_earned(int verb) const {
  return std::ranges::any_of(tree_.at(verb).children, [&](int child) {
    return tree_.at(child).is(Dependency::kObject) &&
           (lexicon_.earned_nouns.contains(tree_.at(child).lemma) || is_earned(child));
  });
}

bool TakenValues::takes_stake(int verb) const {
  return std::ranges::any_of(clause_.objects(verb), [&](int object) {
    return std::ranges::any_of(sentence_.values.stakes, [&](const mentions::StakeMention& stake) {
      return object >= stake.place.first && object < stake.place.last;
    });
  });
}

bool TakenValues::has_stake(int word) const {
  std::vector<int> objects = clause_.objects(word);
  for (const int child : tree_.at(word).children) objects.push_back(child);
  for (const int object : objects) {
    // "Aster Holdings awarded": a name holds no stake.
    if (tree_.at(object).is_verb() || sentence_.name_at(object) != kNoWord) continue;
    for (const mentions::StakeMention& stake : sentence_.values.stakes) {
      for (int i = stake.place.first; i < stake.place.last; ++i) {
        if (tree_.is_under(i, object)) return true;
      }
    }
    if (lexicon_.stake_nouns.contains(tree_.at(object).lemma) ||
        lexicon_.stake_nouns.contains(tree_.at(object).lower))
      return true;
  }
  return false;
}

}  // namespace whofunds::facts
