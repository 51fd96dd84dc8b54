#pragma once

#include <vector>

#include "whofunds/facts/clause.hpp"
#include "whofunds/facts/triggers.hpp"
#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"

namespace whofunds::facts {

/// Where the slots of one trigger are in its sentence: the words at the head of each.
class Places {
 public:
  using Tiers = std::vector<std::vector<int>>;

  Places(const mentions::SentenceMentions& mentions, const Clause& clause, const language::Lexicon& lexicon,
         const Trigger& trigger)
      : mentions_(mentions),
        tree_(mentions.tree),
        clause_(clause),
        lexicon_(lexicon),
        trigger_(trigger),
        frame_(*trigger.frame) {
    if (trigger.form == Trigger::Form::kNoun) support_ = support_verb();
  }

  /// Where a slot is looked for, the likeliest place first: what is found in one ends the search.
  Tiers of(const language::Slot& slot) const;

  /// "founder and chief executive": the title that the others are coordinated with.
  int first_of_titles() const;
  /// "участники пула кредиторов": the title of those who are in a group that this title tells of; kNoWord if
  /// none.
  int member_of_group() const;

  /// The title that "and" joins to this one, right before or after it: "the founder and head of A"; kNoWord
  /// if none.
  int joined_title() const;

  /// "the Leeds lender A": where A is, not to whom it lends.
  bool tells_where(int owner) const;

  /// Whether something stands where a verb tells what is dealt with, named or not: "invested in a shop".
  bool tells_what(int verb) const;

  /// Whether the frame's event can come "from" somebody: money does.
  bool is_paid() const;
  /// "B's loan from A": a noun with the names of who is paid and of who pays.
  bool has_source() const;

 private:
  bool is_of_other_carrier(int party) const;
  Tiers subjects_of_verb() const;
  Tiers objects_of_verb() const;
  Tiers objects_of_noun() const;
  Tiers subjects_of_noun() const;
  Tiers possessors_of_title() const;
  bool sums_up_names(int noun) const;
  std::vector<int> issuers(int noun) const;
  bool takes_object() const;
  bool is_part_of_other(int share) const;
  std::vector<int> agents_after(int noun) const;
  int paying_verb() const;
  std::vector<int> after_noun(int verb, const language::Slot& slot) const;
  int support_verb() const;
  int helped_verb() const;
  bool is_means() const;
  bool is_deal_told_before() const;
  int talks_about() const;
  std::vector<int> those_who_talk() const;
  std::vector<int> holders_of_sold() const;
  std::vector<int> firms_that_report(int verb) const;
  bool is_purpose() const;
  int plan_of(int noun) const;
  std::vector<int> planners_beside(int plan) const;
  bool is_cleared() const;
  bool is_public_body(int word) const;
  bool is_provided() const;
  bool gives_sum_with(int verb) const;

  const mentions::SentenceMentions& mentions_;
  const mentions::AnnotatedSentence& tree_;
  const Clause& clause_;
  const language::Lexicon& lexicon_;
  const Trigger& trigger_;
  const language::Frame& frame_;
  int support_ = mentions::kNoWord;
};

}  // namespace whofunds::facts
