#include "whofunds/facts/status_reading.hpp"

#include <algorithm>
#include <optional>

namespace whofunds::facts {

using language::PartOfSpeech;
using language::Tense;
using mentions::AnnotatedSentence;
using mentions::kNoWord;
using mentions::Word;
using model::Relation;
using model::Status;
using tagging::Dependency;

namespace {

/// What is weaker overrides what is stronger: a denied plan is denied, a rumoured plan is a rumour.
int weakness(Status status) {
  switch (status) {
    case Status::kCompleted:
      return 0;
    case Status::kEnded:
      return 1;
    case Status::kAnnounced:
      return 2;
    case Status::kRumoured:
      return 3;
    case Status::kDenied:
      return 4;
  }
  return 0;
}

class Reading {
 public:
  Reading(const AnnotatedSentence& tree, const Trigger& trigger, const language::Lexicon& lexicon)
      : tree_(tree), trigger_(trigger), lexicon_(lexicon) {}

  Status run() {
    if (trigger_.frame->status) weaken(*trigger_.frame->status);
    look_beside(trigger_.word);
    look_at_prefix(tree_.at(trigger_.word).lemma);
    if (trigger_.form == Trigger::Form::kTitle) look_at_post();
    if (trigger_.form != Trigger::Form::kTitle) {
      // A verb that itself tells only an intent: "is seeking €20m".
      if (trigger_.form == Trigger::Form::kVerb) apply_governor(trigger_.word);
      if (trigger_.form == Trigger::Form::kNoun && is_denied_subject()) weaken(Status::kDenied);
      if (trigger_.form == Trigger::Form::kNoun) look_at_end();
      if (is_headline_plan() && trigger_.form == Trigger::Form::kVerb) weaken(Status::kAnnounced);
      climb(trigger_.word);
    }
    if (status_ == Status::kCompleted || status_ == Status::kAnnounced) look_for_sources();
    return status_;
  }

 private:
  void weaken(Status status) {
    if (weakness(status) > weakness(status_)) status_ = status;
  }

  /// The particle of a verb, that makes another verb of it: "called off", "set up"; kNoWord if none.
  int particle_of(int verb) const {
    if (!tree_.at(verb).is_verb()) return kNoWord;
    for (const int child : tree_.at(verb).children) {
      if (child > verb && tree_.at(child).is(Dependency::kCompound) && !tree_.at(child).is_noun())
        return child;
    }
    return kNoWord;
  }

  /// What a governing word says; with a particle only what both say together.
  void apply_governor(int word) {
    const int particle = particle_of(word);
    if (particle == kNoWord) return apply(lexicon_.status_verbs, tree_.at(word));
    const auto found = lexicon_.status_verbs.find(tree_.at(word).lemma + " " + tree_.at(particle).lower);
    if (found != lexicon_.status_verbs.end()) weaken(found->second);
  }

  void apply(const std::unordered_map<std::string, Status>& words, const Word& word) {
    for (const std::string* const form : {&word.lemma, &word.lower}) {
      if (const auto found = words.find(*form); found != words.end()) {
        if (found->second != Status::kEnded || can_end()) weaken(found->second);
        return;
      }
    }
  }

  /// A standing relation can have ended, an event cannot.
  bool can_end() const {
    switch (trigger_.frame->relation) {
      case Relation::kOwns:
      case Relation::kLeads:
      case Relation::kParticipatesIn:
      case Relation::kPartnersWith:
      case Relation::kPartOf:
        return true;
      default:
        return false;
    }
  }

  /// "экс-владелец"
  void look_at_prefix(const std::string& lemma) {
    const auto prefix = lexicon_.status_modifiers.find(lemma.substr(0, lemma.find('-')));
    if (prefix != lexicon_.status_modifiers.end() && (prefix->second != Status::kEnded || can_end()))
      weaken(prefix->second);
  }

  /// "ранее владел" tells of what is no more, "ранее владеющий" and "has earlier owned" of nothing ended.
  bool can_have_ended(const Word& word) const {
    return can_end() && (!word.is_verb() || word.note.tense == Tense::kPast);
  }

  /// "no longer"
  bool is_negated(int word) const {
    const std::vector<int>& children = tree_.at(word).children;
    return std::any_of(children.begin(), children.end(),
                       [&](int child) { return lexicon_.negations.contains(tree_.at(child).lower); });
  }

  /// Negation, auxiliaries, tense and adverbs of one word.
  void look_beside(int word) {
    const Word& here = tree_.at(word);
    if (here.note.tense == Tense::kFuture && here.is_verb()) weaken(Status::kAnnounced);
    for (const int child : here.children) {
      const Word& beside = tree_.at(child);
      const bool near =
          child < word || beside.is(Dependency::kAdverbModifier) || beside.is(Dependency::kAuxiliary);
      if (!near) continue;
      if (lexicon_.negations.contains(beside.lower))
        weaken(is_no_longer(child) ? Status::kEnded : Status::kDenied);
      if (beside.is(Dependency::kAuxiliary) || beside.is(Dependency::kPassiveAuxiliary) ||
          beside.is(Dependency::kCopula) || beside.is(Dependency::kOther) ||
          beside.is(Dependency::kAdverbModifier)) {
        apply(lexicon_.modal_words, beside);
        if (beside.note.tense == Tense::kFuture) weaken(Status::kAnnounced);
      }
      auto modifier = lexicon_.status_modifiers.find(beside.lemma);
      if (modifier == lexicon_.status_modifiers.end())
        modifier = lexicon_.status_modifiers.find(beside.lower);
      if (modifier == lexicon_.status_modifiers.end()) continue;
      const bool ended = can_have_ended(here) || (can_end() && is_negated(child));
      if (modifier->second != Status::kEnded || ended) weaken(modifier->second);
    }
  }

  /// An infinitive that nothing governs, or that has a subject of its own: "A to buy B", "an agreement for A
  /// to buy B".
  bool is_headline_plan() const {
    const tagging::Annotation& note = tree_.at(trigger_.word).note;
    if (note.part_of_speech != PartOfSpeech::kInfinitive) return false;
    if (note.head == kNoWord) return true;
    if (tree_.child(trigger_.word, Dependency::kMark) == kNoWord) return false;
    if (tree_.child(trigger_.word, Dependency::kSubject) != kNoWord) return true;
    const Word& governor = tree_.at(note.head);
    return governor.note.head == kNoWord && governor.is_noun() && governor.is_capitalised() &&
           note.head < trigger_.word;
  }

  /// "the ownership ended", "the merger collapsed": what becomes of it its verb tells.
  void look_at_end() {
    const Word& here = tree_.at(trigger_.word);
    if (!here.is(Dependency::kSubject) || here.note.head == kNoWord) return;
    const auto told = lexicon_.status_verbs.find(tree_.at(here.note.head).lemma);
    if (told == lexicon_.status_verbs.end()) return;
    if (told->second == Status::kDenied || (told->second == Status::kEnded && can_end()))
      weaken(told->second);
  }

  /// "слияния не будет", "no merger took place": what is denied is that it happens.
  bool is_denied_subject() const {
    const Word& here = tree_.at(trigger_.word);
    const bool is_subject = here.is(Dependency::kSubject) || here.is(Dependency::kPassiveSubject);
    return is_subject && here.note.head != kNoWord &&
           lexicon_.copular_verbs.contains(tree_.at(here.note.head).lemma) && is_negated(here.note.head);
  }

  /// "больше не владеет"
  bool is_no_longer(int negation) const {
    return negation > 0 && can_end() && lexicon_.no_longer.contains(tree_.at(negation - 1).lower);
  }

  /// "не является владельцем", "покинул пост директора", "может стать инвестором": the verb that gives a
  /// title, or takes it away.
  void look_at_post() {
    int word = trigger_.word;
    if (tree_.at(word).is(Dependency::kSubject) || tree_.head_of(word) == kNoWord) return;
    do word = tree_.head_of(word);
    while (tree_.head_of(word) != kNoWord && lexicon_.transparent_nouns.contains(tree_.at(word).lemma));
    if (!tree_.at(word).is_verb()) return;
    const bool is_post = word != tree_.head_of(trigger_.word);
    if (is_post) apply(lexicon_.status_verbs, tree_.at(word));
    if (!lexicon_.copular_verbs.contains(tree_.at(word).lemma)) return;
    look_beside(word);
    climb(word);
  }

  /// The verbs and nouns that govern the trigger, up to its clause.
  void climb(int word) {
    for (int steps = 0; steps < 6; ++steps) {
      const Word& here = tree_.at(word);
      const int head = here.note.head;
      if (head == kNoWord || !is_complement(word)) return;
      word = head;
      apply_governor(word);
      look_beside(word);
    }
  }

  /// Whether what governs `word` says something of it, and not the other way round.
  bool is_complement(int word) const {
    const Word& here = tree_.at(word);
    const Word& governor = tree_.at(here.note.head);
    switch (here.note.dependency) {
      case Dependency::kOpenComplement:
      case Dependency::kClausalComplement:
        return true;
      case Dependency::kObject:
      case Dependency::kOblique:
      case Dependency::kIndirectObject:
      case Dependency::kNominalModifier:
        return !here.is_verb() || here.note.part_of_speech == PartOfSpeech::kInfinitive;
      case Dependency::kPassiveSubject:
        return !here.is_verb();
      case Dependency::kSubject:
        return here.note.part_of_speech == PartOfSpeech::kInfinitive;
      case Dependency::kClauseOfNoun:
        // "plans to buy", "reports that it bought", but not "the company buying".
        return governor.is_noun() && (here.note.part_of_speech == PartOfSpeech::kInfinitive ||
                                      (here.is_verb() && tree_.child(word, Dependency::kMark) != kNoWord));
      case Dependency::kAdverbialClause:
        return here.note.part_of_speech == PartOfSpeech::kInfinitive;
      default:
        return false;
    }
  }

  /// "по словам источников", "people familiar with the matter said".
  void look_for_sources() {
    for (const Word& word : tree_.words) {
      if (lexicon_.reported_sources.contains(word.lemma) && !word.is_verb() &&
          !word.is(Dependency::kObject)) {
        weaken(Status::kRumoured);
        return;
      }
    }
  }

  const AnnotatedSentence& tree_;
  const Trigger& trigger_;
  const language::Lexicon& lexicon_;
  Status status_ = Status::kCompleted;
};

}  // namespace

Status read_status(const AnnotatedSentence& tree, const Trigger& trigger, const language::Lexicon& lexicon) {
  return Reading(tree, trigger, lexicon).run();
}

}  // namespace whofunds::facts
