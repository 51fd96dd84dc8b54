#pragma once

#include <string>

#include "whofunds/facts/clause.hpp"
#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"

namespace whofunds::facts {

/// What a verb takes or an event noun is of: money, a stake, or something else.
class TakenValues {
 public:
  TakenValues(const mentions::SentenceMentions& sentence, const Clause& clause,
              const language::Lexicon& lexicon)
      : sentence_(sentence), tree_(sentence.tree), clause_(clause), lexicon_(lexicon) {}

  /// "$5m came from A", "A added $5m": whether a sum is the subject or the object.
  bool is_about_sum(int verb) const;
  /// Whether what the verb takes can be money: "won $5m", but not "won a $5m contract".
  bool takes_money(int word) const;
  /// "supports A with $5m", "A was awarded $5m"
  bool takes_name(int verb) const;
  /// "перечислил транш кредита", "выделение кредита": money to be paid back is no grant.
  bool gives_debt(int word) const;
  /// "handed A a €4m bill"
  bool takes_earned(int verb) const;
  /// "received 30% of A"
  bool takes_stake(int verb) const;
  /// A stake among what stands with the word: "owns 20% of A", "sold its shares".
  bool has_stake(int word) const;

 private:
  bool names_money_event(const std::string& noun) const;
  bool is_earned(int sum) const;

  const mentions::SentenceMentions& sentence_;
  const mentions::AnnotatedSentence& tree_;
  const Clause& clause_;
  const language::Lexicon& lexicon_;
};

}  // namespace whofunds::facts
