#include "whofunds/facts/status_reading.hpp"

#include <algorithm>

#include "whofunds/facts/status_reader.hpp"
#include "whofunds/facts/status_sources.hpp"

namespace whofunds::facts {

using language::PartOfSpeech;
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

}  // namespace

Status StatusReader::run() {
  if (trigger_.frame->status) weaken(*trigger_.frame->status);
  look_beside(trigger_.word);
  const bool describes = tree_.at(trigger_.word).is(Dependency::kApposition);
  if (can_end() &&
      (times_.has_end(trigger_.word) || (describes && times_.has_end(tree_.head_of(trigger_.word)))))
    weaken(Status::kEnded);
  if (can_end() && times_.was_so(trigger_.word)) weaken(Status::kEnded);
  const bool takes_time =
      trigger_.frame->relation == Relation::kAcquires || trigger_.frame->without_from.has_value();
  if (takes_time && times_.is_going_on(trigger_.word)) weaken(Status::kAnnounced);
  if (times_.is_to_come(tree_.at(trigger_.word).is_verb() ? trigger_.word : tree_.head_of(trigger_.word)))
    weaken(Status::kAnnounced);
  look_at_prefix(tree_.at(trigger_.word).lemma);
  if (trigger_.form == Trigger::Form::kTitle) look_at_post();
  look_at_subjects(trigger_.word);
  const bool is_event = trigger_.form == Trigger::Form::kVerb || trigger_.form == Trigger::Form::kNoun;
  if (is_event) {
    // A verb that itself tells only an intent: "is seeking €20m".
    const bool says_itself =
        trigger_.frame->status == Status::kCompleted || trigger_.frame->status == Status::kEnded;
    // "pulled in $5m" is another verb than "pulled".
    const bool is_particle_verb = !lexicon_.inflected && !trigger_.frame->particles.empty();
    if (trigger_.form == Trigger::Form::kVerb && !says_itself && !is_particle_verb)
      apply_governor(trigger_.word);
    if (trigger_.form == Trigger::Form::kNoun && is_denied_subject()) weaken(Status::kDenied);
    if (trigger_.form == Trigger::Form::kNoun) look_at_end();
    if (trigger_.form == Trigger::Form::kNoun && times_.comes_later()) weaken(Status::kAnnounced);
    if (trigger_.form == Trigger::Form::kNoun && is_denied_later()) weaken(Status::kDenied);
    if (is_purpose_of_building()) weaken(Status::kAnnounced);
    if (is_headline_plan(trigger_.word) && trigger_.form == Trigger::Form::kVerb) weaken(Status::kAnnounced);
    climb(trigger_.word);
    if (describes_event()) climb(tree_.head_of(trigger_.word));
  }
  if (is_event && is_report_refuted(tree_, lexicon_, trigger_.word)) weaken(Status::kDenied);
  if (is_denied_cleft()) weaken(Status::kDenied);
  if (is_asked()) weaken(Status::kRumoured);
  const bool is_open = status_ == Status::kAnnounced || (status_ == Status::kCompleted && !is_in_passing());
  if (is_open && is_told_by_sources(tree_, lexicon_)) weaken(Status::kRumoured);
  // "планирует выйти из капитала", "не вышел из капитала": what is not yet over, or is not, is so still.
  const bool tells_end = trigger_.frame->status == Status::kEnded;
  return tells_end && status_ != Status::kEnded ? Status::kCompleted : status_;
}

/// "Will A buy B?", but not "Why did A buy B?", nor what such a question tells in passing.
bool StatusReader::is_asked() const {
  if (lexicon_.inflected || tree_.size() == 0 || tree_.words.back().token.text != "?" || is_in_passing() ||
      trigger_.form == Trigger::Form::kTitle)
    return false;
  return std::ranges::none_of(tree_.words,
                              [&](const Word& word) { return lexicon_.question_words.contains(word.lower); });
}

void StatusReader::weaken(Status status) {
  if (weakness(status) > weakness(status_)) status_ = status;
}

int StatusReader::particle_of(int verb) const {
  if (!tree_.at(verb).is_verb()) return kNoWord;
  for (const int child : tree_.at(verb).children) {
    const bool makes_other = tree_.at(child).is(Dependency::kCompound) && !tree_.at(child).is_noun();
    // "stepped down", where a parser takes it for an adverb
    const bool is_known = child == verb + 1 &&
                          lexicon_.status_verbs.contains(tree_.at(verb).lemma + " " + tree_.at(child).lower);
    if (child > verb && (makes_other || is_known)) return child;
  }
  return kNoWord;
}

void StatusReader::apply_governor(int word) {
  // "a 15% interest": what is had is no wish.
  const bool is_share = tree_.at(word).is_noun() && lexicon_.stake_nouns.contains(tree_.at(word).lemma) &&
                        std::ranges::any_of(tree_.at(word).children, [&](int child) {
                          return lexicon_.percent_words.contains(tree_.at(child).lower);
                        });
  if (is_share) return;
  const int particle = particle_of(word);
  // "is close to buying", but not "closed"
  if (tree_.at(word).note.part_of_speech == PartOfSpeech::kAdjective) {
    const auto predicate = lexicon_.status_verbs.find("be " + tree_.at(word).lemma);
    if (predicate != lexicon_.status_verbs.end()) weaken(predicate->second);
  }
  if (particle == kNoWord) return apply(lexicon_.status_verbs, tree_.at(word));
  const std::string whole = tree_.at(word).lemma + " " + tree_.at(particle).lower;
  // "was waved through by regulators"
  if (trigger_.frame->relation == Relation::kAcquires && lexicon_.clearing_verbs.contains(whole))
    weaken(Status::kAnnounced);
  const auto found = lexicon_.status_verbs.find(whole);
  if (found != lexicon_.status_verbs.end() && (found->second != Status::kEnded || can_end()))
    weaken(found->second);
}

std::optional<Status> StatusReader::governor_says(int word) const {
  const int particle = particle_of(word);
  const std::string words =
      tree_.at(word).lemma + (particle == kNoWord ? std::string() : " " + tree_.at(particle).lower);
  const auto found = lexicon_.status_verbs.find(words);
  return found == lexicon_.status_verbs.end() ? std::nullopt : std::optional(found->second);
}

bool StatusReader::only_tells(const Word& verb) const {
  return (trigger_.frame->without_from || describes_event()) &&
         lexicon_.announcing_verbs.contains(verb.lemma);
}

void StatusReader::apply(const language::WordMap<Status>& words, const Word& word) {
  if (only_tells(word)) return;
  // "одобрили покупку", "подписал соглашение о покупке": it is yet to come.
  if (trigger_.frame->relation == Relation::kAcquires &&
      ((lexicon_.clearing_verbs.contains(word.lemma) && !word.is(Dependency::kAdverbModifier) &&
        !word.is(Dependency::kCompound)) ||
       lexicon_.agreement_nouns.contains(word.lemma)))
    weaken(Status::kAnnounced);
  if (&words == &lexicon_.status_verbs && lexicon_.ending_verbs.contains(word.lemma) && may_be_over())
    return weaken(Status::kEnded);
  for (const std::string* const form : {&word.lemma, &word.lower}) {
    if (const auto found = words.find(*form); found != words.end()) {
      if (found->second != Status::kEnded || can_end()) weaken(found->second);
      return;
    }
  }
}

/// "stopped funding A", "terminated its partnership with A": it stood until then; but "stopped A from buying
/// B"
bool StatusReader::may_be_over() const {
  const int mark = tree_.child(trigger_.word, Dependency::kMark);
  if (mark != kNoWord && tree_.at(mark).lower == "from") return false;
  return can_end() ||
         (trigger_.frame->relation != Relation::kAcquires && trigger_.frame->relation != Relation::kRaised &&
          trigger_.form != Trigger::Form::kTitle);
}

bool StatusReader::can_end() const {
  switch (trigger_.frame->relation) {
    case Relation::kInvestsIn:  // "exited its investment"
      return !lexicon_.inflected && trigger_.form == Trigger::Form::kNoun;
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

void StatusReader::climb(int word) {
  for (int steps = 0; steps < 6; ++steps) {
    const Word& here = tree_.at(word);
    const int head = here.note.head;
    if (head == kNoWord || !is_complement(word)) return;
    // "left Aster to head Birch": one post has ended, and another is taken
    if (takes_other_post(word, head)) return;
    const std::string preposition(tree_.preposition(word));
    const bool is_fronted = here.is(Dependency::kOblique) && word < head && tree_.has_subject(head);
    // "announced that it has bought": what it tells is done.
    const bool told_as_done = here.is(Dependency::kClausalComplement) && times_.is_done(word) &&
                              governor_says(head) == Status::kAnnounced;
    // "is to acquire"
    const bool is_plan =
        here.is(Dependency::kOpenComplement) && here.note.part_of_speech == PartOfSpeech::kInfinitive &&
        tree_.child(word, Dependency::kMark) != kNoWord && lexicon_.plan_verbs.contains(tree_.at(head).lemma);
    if (is_plan) weaken(Status::kAnnounced);
    const bool is_reported =
        here.is(Dependency::kOpenComplement) && lexicon_.reported_verbs.contains(tree_.at(head).lemma);
    if (is_reported) weaken(Status::kRumoured);
    // "raised $5m to buy", "asked it to buy"
    if (here.note.part_of_speech == PartOfSpeech::kInfinitive &&
        lexicon_.preparing_verbs.contains(tree_.at(head).lemma))
      weaken(Status::kAnnounced);
    if (tree_.at(head).is_verb() && is_left_unsaid(head)) return weaken(Status::kRumoured);
    look_at_talks(word, head);
    word = head;
    if (trigger_.form == Trigger::Form::kNoun && is_headline_plan(word)) weaken(Status::kAnnounced);
    if (is_carried_out(word)) continue;
    // "With $5m from A, B plans to hire": what B has it plans with
    const bool is_means = !lexicon_.inflected && is_fronted && trigger_.form == Trigger::Form::kNoun &&
                          lexicon_.means_prepositions.contains(preposition);
    if (!told_as_done && !is_means) apply_governor(word);
    // "не исключает покупки", "исключил покупку"
    if (lexicon_.excluding_verbs.contains(tree_.at(word).lemma))
      weaken(is_negated(word) ? Status::kRumoured : Status::kDenied);
    // "не знает о планах купить", "не комментирует покупку": who says so denies nothing.
    if (lexicon_.unsure_verbs.contains(tree_.at(word).lemma) && is_negated(word)) {
      weaken(Status::kRumoured);
      if (!lexicon_.inflected) return;  // "had no comment"
    } else {
      look_beside(word);
    }
    look_at_subjects(word);
    if (has_come_to_nothing(word)) weaken(Status::kDenied);
  }
}

bool StatusReader::takes_other_post(int infinitive, int verb) const {
  const bool is_purpose = tree_.at(infinitive).note.part_of_speech == PartOfSpeech::kInfinitive &&
                          tree_.at(verb).is_verb() &&
                          (tree_.at(infinitive).is(Dependency::kAdverbialClause) ||
                           tree_.child(verb, Dependency::kObject) != kNoWord);
  return !lexicon_.inflected && is_purpose && trigger_.frame->relation == Relation::kLeads &&
         governor_says(verb) == Status::kEnded;
}

void StatusReader::look_at_talks(int infinitive, int verb) {
  if (tree_.at(infinitive).note.part_of_speech != PartOfSpeech::kInfinitive ||
      !lexicon_.plan_verbs.contains(tree_.at(verb).lemma))
    return;
  for (const int child : tree_.at(verb).children) {
    if (child < infinitive && tree_.at(child).is(Dependency::kOblique)) apply_governor(child);
  }
}

bool StatusReader::has_come_to_nothing(int noun) const {
  const Word& here = tree_.at(noun);
  if (!here.is_noun() || !here.is_subject() || here.note.head == kNoWord ||
      (!lexicon_.status_verbs.contains(here.lemma) && !lexicon_.told_nouns.contains(here.lemma)))
    return false;
  // "the rumours are fiction"
  const bool says =
      tree_.at(here.note.head).is_verb() || tree_.child(here.note.head, Dependency::kCopula) != kNoWord;
  if (!says) return false;
  const std::optional<Status> told = governor_says(here.note.head);
  return told == Status::kEnded || told == Status::kDenied;
}

bool StatusReader::is_carried_out(int noun) const {
  const Word& here = tree_.at(noun);
  if (!here.is_noun() || here.note.head == kNoWord) return false;
  const bool is_argument = here.is(Dependency::kObject) || here.is(Dependency::kPassiveSubject);
  return is_argument && lexicon_.completing_verbs.contains(tree_.at(here.note.head).lemma) &&
         times_.is_done(here.note.head);
}

bool StatusReader::is_kept_from(int word) const {
  const int mark = tree_.child(word, Dependency::kMark);
  return mark != kNoWord && tree_.at(mark).lower == "from" &&
         governor_says(tree_.head_of(word)) == Status::kDenied;
}

bool StatusReader::is_means(int word) const {
  const int mark = tree_.child(word, Dependency::kMark);
  if (mark == kNoWord || tree_.head_of(word) > word) return false;
  // "will buy it, with A taking 20%": what goes with it is as far
  return tree_.at(mark).lower == "by" ||
         (tree_.at(mark).lower == "with" && tree_.has_subject(word) && tree_.at(word).lower.ends_with("ing"));
}

bool StatusReader::is_complement(int word) const {
  const Word& here = tree_.at(word);
  const Word& governor = tree_.at(here.note.head);
  switch (here.note.dependency) {
    case Dependency::kConjunct:
      // "will step down and be replaced"
      if (shares_modal(word)) return true;
      // "plans to list and raise": what governs the first governs the second.
      return here.note.part_of_speech == PartOfSpeech::kInfinitive &&
             governor.note.part_of_speech == PartOfSpeech::kInfinitive;
    case Dependency::kOpenComplement:
    case Dependency::kClausalComplement:
      return true;
    case Dependency::kObject:
    case Dependency::kOblique:
    case Dependency::kIndirectObject:
    case Dependency::kNominalModifier:
      return !here.is_verb() || here.note.part_of_speech == PartOfSpeech::kInfinitive;
    case Dependency::kPassiveSubject:
      // "планируется создать"
      return !here.is_verb() || (lexicon_.inflected && here.note.part_of_speech == PartOfSpeech::kInfinitive);
    case Dependency::kSubject:
      return here.note.part_of_speech == PartOfSpeech::kInfinitive;
    case Dependency::kClauseOfNoun:
      // "plans to buy", "reports that it bought", but not "the company buying".
      return (governor.is_noun() || lexicon_.demonstratives.contains(governor.lemma)) &&
             (here.note.part_of_speech == PartOfSpeech::kInfinitive ||
              (here.is_verb() && tree_.child(word, Dependency::kMark) != kNoWord));
    case Dependency::kRelativeClause:
      // "the story that A bought B", where a parser takes it for a relative clause
      if (lexicon_.told_nouns.contains(governor.lemma) && here.note.head + 1 < tree_.size() &&
          lexicon_.relative_pronouns.contains(tree_.at(here.note.head + 1).lower))
        return true;
      // "a plan for A to lend B $5m", where a parser takes the infinitive for a relative clause
      return !lexicon_.inflected && here.note.part_of_speech == PartOfSpeech::kInfinitive &&
             (lexicon_.status_verbs.contains(governor.lemma) ||
              lexicon_.transparent_nouns.contains(governor.lemma));
    case Dependency::kAdverbModifier:
      // "walked away from a deal to buy"
      return governor.is_verb() && here.note.head + 1 == word &&
             tree_.child(word, Dependency::kOblique) != kNoWord;
    case Dependency::kAdverbialClause:
      // "was interested in buying"
      return here.note.part_of_speech == PartOfSpeech::kInfinitive || is_kept_from(word) || is_means(word) ||
             (governor.note.part_of_speech == PartOfSpeech::kAdjective &&
              tree_.child(word, Dependency::kMark) != kNoWord);
    default:
      return false;
  }
}

bool StatusReader::is_in_passing() const {
  if (lexicon_.inflected) return false;
  constexpr int kFarthest = 8;
  int word = trigger_.word;
  for (int steps = 0; steps < kFarthest && word != kNoWord; ++steps) {
    const Word& here = tree_.at(word);
    const bool is_participle = here.note.part_of_speech == PartOfSpeech::kParticiple &&
                               tree_.child(word, Dependency::kMark) == kNoWord;
    const bool describes =
        here.is(Dependency::kRelativeClause) ||
        (is_participle && (here.is(Dependency::kClauseOfNoun) || here.is(Dependency::kAdjectiveModifier))) ||
        (trigger_.form == Trigger::Form::kTitle &&
         (here.is(Dependency::kApposition) || here.is(Dependency::kCompound)));
    if (describes) return true;
    word = here.note.head;
  }
  return false;
}

Status read_status(const AnnotatedSentence& tree, const Trigger& trigger, const language::Lexicon& lexicon) {
  return StatusReader(tree, trigger, lexicon).run();
}

}  // namespace whofunds::facts
