#pragma once

#include <optional>
#include <vector>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::facts {

/// The grammar of a clause: who does it and to whom, however the sentence is turned. Answers are the words at
/// the head of each party, in order; coordinated words count once each.
class Clause {
 public:
  Clause(const mentions::AnnotatedSentence& tree, const language::Lexicon& lexicon)
      : tree_(tree), lexicon_(lexicon) {}

  /// Whether the verb is passive here: its own form, or a reflexive ("строится"), or a short participle.
  bool is_passive(int verb) const;

  /// Who does it: the subject of an active clause, the agent of a passive one, the noun that an active
  /// participle describes, the subject of the verb that an infinitive or a gerund goes with. Empty where
  /// nobody is named.
  std::vector<int> subjects(int verb) const;

  /// To whom: the object, the subject of a passive clause, the noun that a passive participle describes.
  std::vector<int> objects(int verb) const;

  /// Words that hang on `word` after that preposition, in that case where both are known; nouns that hang on
  /// its objects too, as "invest $5m in A" is read either way.
  std::vector<int> after_preposition(int word, const language::Slot& slot) const;

  /// Words that hang on `word` in a bare case; in English the indirect object.
  std::vector<int> in_case(int word, language::Case grammatical_case) const;

  /// Whose `noun` is: a bare genitive, "of", "'s", a noun before it in English, a possessive pronoun.
  std::vector<int> possessors(int noun) const;

  /// What `noun` is by a nominal predicate or a copular verb: the subject of "X is the owner", "X стал
  /// владельцем", the predicate of "владелец — X".
  std::vector<int> equated(int noun) const;

  /// What a verb like "include" says that `noun` sums up: "the acquisitions of X include A and B".
  std::vector<int> listed(int noun) const;

  /// The verb whose argument `noun` is, straight or through other nouns ("ведёт переговоры о покупке");
  /// kNoWord if none.
  int governing_verb(int noun) const;

  /// `word` and what is coordinated with it, less what is set against it: "A, but not B", "not A but B".
  std::vector<int> with_conjuncts(int word) const;

  /// Whether a negation stands right before what a word names: "купил не «А»", "owned not by A", "neither A
  /// nor B".
  bool is_denied(int word) const;

  /// Whether what a word names is told as that in whose place another is: "instead of A".
  bool is_replaced(int word) const;

  /// The subjects that stand with a verb or a predicate itself, in whatever voice.
  std::vector<int> overt_subjects(int verb) const;

 private:
  /// Verbs that have their subject from one another are followed no further than this.
  static constexpr int kDeepest = 6;

  std::vector<int> subjects_at(int verb, int depth) const;
  std::vector<int> inherited_subjects(int verb, int depth) const;
  std::vector<int> subjects_of_joined(int verb) const;
  int conjunct_before(int verb) const;
  std::vector<int> agents(int verb) const;
  bool is_list_member(int word, int head) const;
  int negation_before(int word) const;
  int first_word_of(int word) const;
  bool is_set_against(int word) const;
  bool is_other_than_denied(int word, int denied) const;
  bool is_joined(int first, int last) const;
  bool is_joined_before(int word, int head) const;
  int joined_before_title(int title, int head) const;
  bool takes_rest(int word) const;
  bool begins_other_clause(int noun) const;
  void leave_out_where(std::vector<int>& found) const;
  bool is_money(int word) const;
  bool is_given_sum(int verb) const;
  int hyphenated_agent(int participle) const;
  int recipient(int verb) const;
  bool is_comma_between(int first, int last) const;
  std::vector<int> described_parties(int participle) const;
  int described_by_reduced_clause(int verb) const;
  bool is_kept_from(int verb) const;
  std::vector<int> companions(int verb) const;
  const std::vector<int>& nouns_after_comitatives() const;
  std::vector<int> counted_with(int subject, int verb) const;
  bool is_asked_object(int verb, int noun) const;
  std::vector<int> datives_below_object(int verb) const;
  bool is_object_of_verb_before(int noun) const;
  int subject_taken_for_object(int verb) const;
  int object_taken_for_subject(int verb) const;
  bool is_bare_quantity(int word) const;
  int described_by(int participle) const;
  int subject_after_for(int infinitive) const;
  /// "lent A $5m to buy B", "lent $5m to A to buy B": who does what the money is for; kNoWord if nobody.
  int paid_for(int infinitive) const;

  const mentions::AnnotatedSentence& tree_;
  const language::Lexicon& lexicon_;
  mutable std::optional<std::vector<int>> nouns_after_comitatives_;  // once it was asked for
};

}  // namespace whofunds::facts
