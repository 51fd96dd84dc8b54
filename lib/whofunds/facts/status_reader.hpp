#pragma once

#include <optional>
#include <string>

#include "whofunds/facts/status_reading.hpp"
#include "whofunds/facts/status_times.hpp"

namespace whofunds::facts {

/// Gathers what a sentence says of how far one trigger has got; the weakest of it stands.
class StatusReader {
 public:
  StatusReader(const mentions::AnnotatedSentence& tree, const Trigger& trigger,
               const language::Lexicon& lexicon)
      : tree_(tree), trigger_(trigger), lexicon_(lexicon), times_(tree, trigger, lexicon) {}

  model::Status run();

 private:
  void weaken(model::Status status);

  /// The particle of a verb, that makes another verb of it: "called off", "set up"; mentions::kNoWord if
  /// none.
  int particle_of(int verb) const;

  /// What a governing word says; with a particle only what both say together.
  void apply_governor(int word);

  std::optional<model::Status> governor_says(int word) const;

  /// "announced a $5m round": the money is there, while an announced purchase is to be.
  bool only_tells(const mentions::Word& verb) const;

  void apply(const language::WordMap<model::Status>& words, const mentions::Word& word);

  /// A standing relation can have ended, an event cannot.
  bool can_end() const;
  bool may_be_over() const;

  /// "экс-владелец"
  void look_at_prefix(const std::string& lemma);

  /// "ранее владел" tells of what is no more, "ранее владеющий" and "has earlier owned" of nothing ended.
  bool can_have_ended(const mentions::Word& word) const;

  /// "neither A nor B invested", "no bank lent": what denies stands with who does it. "A bid failed": the
  /// event itself does.
  void look_at_subjects(int word);

  /// "holds no shares in A"
  bool takes_nothing(int verb) const;

  /// "no longer"
  bool is_negated(int word) const;

  bool opens_condition(int auxiliary, int verb) const;
  bool is_asked() const;
  bool is_until(int negation, int verb) const;
  bool is_limited(int negation, int noun) const;
  bool is_denied_cleft() const;
  bool is_left_unsaid(int verb) const;
  /// "will step down and be replaced": the modal verb of the first is that of the second.
  bool shares_modal(int verb) const;
  /// Negation, auxiliaries, tense and adverbs of one word.
  void look_beside(int word);

  /// An infinitive that nothing governs, or that has a subject of its own: "A to buy B", "an agreement for A
  /// to buy B".
  bool is_headline_plan(int word) const;

  /// "plans to raise a round led by A": as far as the round has got its investor has.
  bool describes_event() const;

  /// "the ownership ended", "the merger collapsed": what becomes of it its verb tells.
  void look_at_end();

  /// "made a bid for A, but the bid was rejected": what becomes of it a later clause tells.
  bool is_denied_later() const;

  /// "set up a venture to build A": what is built is still to come.
  bool is_purpose_of_building() const;

  /// "слияния не будет", "no merger took place": what is denied is that it happens.
  bool is_denied_subject() const;

  /// "больше не владеет"
  bool is_no_longer(int negation) const;

  /// "не является владельцем", "покинул пост директора", "может стать инвестором": the verb that gives a
  /// title, or takes it away.
  void look_at_post();

  /// "will leave", "plans to leave", "уйдёт"
  bool is_to_come(int verb) const;

  /// The verbs and nouns that govern the trigger, up to its clause.
  void climb(int word);
  /// "left A to head B".
  bool takes_other_post(int infinitive, int verb) const;
  void look_at_carrier();

  /// "is in advanced talks to buy": a parser may hang the infinitive on the verb.
  void look_at_talks(int infinitive, int verb);

  /// "talks about a merger ended", "plans to buy it collapsed"
  bool has_come_to_nothing(int noun) const;

  /// "completed the agreement to buy", "exercised its option": what is agreed is done.
  bool is_carried_out(int noun) const;

  /// "was barred from buying"
  bool is_kept_from(int word) const;

  /// "would rescue it by buying it"
  bool is_means(int word) const;

  /// Whether what governs `word` says something of it, and not the other way round.
  bool is_complement(int word) const;

  /// "A is in talks with B, owned by C, people said": what describes a party in English is known, whatever
  /// the sources tell of it.
  bool is_in_passing() const;

  const mentions::AnnotatedSentence& tree_;
  const Trigger& trigger_;
  const language::Lexicon& lexicon_;
  StatusTimes times_;
  model::Status status_ = model::Status::kCompleted;
};

}  // namespace whofunds::facts
