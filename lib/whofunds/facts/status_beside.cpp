#include <algorithm>

#include "whofunds/facts/posts.hpp"
#include "whofunds/facts/status_reader.hpp"

namespace whofunds::facts {

using language::PartOfSpeech;
using language::Tense;
using mentions::kNoWord;
using mentions::Word;
using model::Relation;
using model::Status;
using tagging::Dependency;

void StatusReader::look_at_prefix(const std::string& lemma) {
  const auto prefix = lexicon_.status_modifiers.find(lemma.substr(0, lemma.find('-')));
  if (prefix != lexicon_.status_modifiers.end() && (prefix->second != Status::kEnded || can_end()))
    weaken(prefix->second);
}

bool StatusReader::can_have_ended(const Word& word) const {
  return can_end() && (!word.is_verb() || word.note.tense == Tense::kPast);
}

void StatusReader::look_at_subjects(int word) {
  for (const int child : tree_.at(word).children) {
    const Word& subject = tree_.at(child);
    if (!subject.is_subject()) continue;
    const bool denies =
        lexicon_.denying_determiners.contains(subject.lower) ||
        std::any_of(subject.children.begin(), subject.children.end(), [&](int below) {
          return below < child && lexicon_.denying_determiners.contains(tree_.at(below).lower);
        });
    if (denies) weaken(Status::kDenied);
  }
  if (takes_nothing(word)) weaken(Status::kDenied);
  const int verb = tree_.head_of(word);
  const bool is_subject = tree_.at(word).is_subject();
  if (trigger_.form == Trigger::Form::kNoun && is_subject && verb != kNoWord && tree_.at(verb).is_verb() &&
      tree_.child(verb, Dependency::kObject) == kNoWord &&
      tree_.child(verb, Dependency::kOpenComplement) == kNoWord && governor_says(verb) == Status::kDenied)
    weaken(Status::kDenied);
}

bool StatusReader::takes_nothing(int verb) const {
  const int object = tree_.at(verb).is_verb() ? tree_.child(verb, Dependency::kObject) : kNoWord;
  return object != kNoWord && std::ranges::any_of(tree_.at(object).children, [&](int child) {
           return tree_.at(child).is(Dependency::kDeterminer) &&
                  lexicon_.denying_determiners.contains(tree_.at(child).lower);
         });
}

bool StatusReader::is_negated(int word) const {
  const std::vector<int>& children = tree_.at(word).children;
  return std::any_of(children.begin(), children.end(),
                     [&](int child) { return lexicon_.negations.contains(tree_.at(child).lower); });
}

/// "not the only owner": one of several. "не только купил": that, too.
bool StatusReader::is_limited(int negation, int noun) const {
  if (!tree_.at(noun).is_noun())
    return lexicon_.inflected && lexicon_.limiting_words.contains(tree_.at(negation + 1).lower);
  for (int i = negation + 1; i < noun; ++i) {
    if (lexicon_.limiting_words.contains(tree_.at(i).lower)) return true;
  }
  return false;
}

/// "It was not A that bought B", but not "not only A".
bool StatusReader::is_denied_cleft() const {
  const Word& here = tree_.at(trigger_.word);
  const int predicate = here.note.head;
  if (lexicon_.inflected || !here.is(Dependency::kRelativeClause) ||
      tree_.child(predicate, Dependency::kCopula) == kNoWord || !tree_.at(predicate).is_capitalised())
    return false;
  return std::ranges::any_of(tree_.at(predicate).children, [&](int child) {
    return child < predicate && lexicon_.negations.contains(tree_.at(child).lower) &&
           !is_limited(child, predicate);
  });
}

/// "пока его не сменил А": until he did.
bool StatusReader::is_until(int negation, int verb) const {
  for (int i = negation - 1; i >= 0 && !tree_.at(i).is_verb(); --i) {
    const std::string& form = tree_.at(i).lower;
    // "«А» пока не купил завод": so far
    const bool opens = i == 0 || (tree_.at(i - 1).token.kind == text::TokenKind::kPunctuation &&
                                  tree_.at(i - 1).lower != "»");
    const bool is_so_far = !opens && tree_.at(i).is(Dependency::kAdverbModifier);
    if (lexicon_.until_words.contains(form)) return !is_so_far && tree_.at(verb).is_verb();
    if (form == "," || form == ";" || form == ":") return false;
  }
  return false;
}

/// Whether an auxiliary opens a clause that does not ask, before its subject.
bool StatusReader::opens_condition(int auxiliary, int verb) const {
  const bool is_first = auxiliary == 0 || tree_.at(auxiliary - 1).token.kind == text::TokenKind::kPunctuation;
  const int subject = tree_.child(verb, Dependency::kSubject);
  const int acted_on = tree_.child(verb, Dependency::kPassiveSubject);
  return is_first && std::max(subject, acted_on) > auxiliary && tree_.words.back().token.text != "?";
}

void StatusReader::look_beside(int word) {
  if (word == trigger_.word) look_at_carrier();
  const Word& here = tree_.at(word);
  if (here.note.tense == Tense::kFuture && here.is_verb()) weaken(Status::kAnnounced);
  for (const int child : here.children) {
    const Word& beside = tree_.at(child);
    const bool near =
        child < word || beside.is(Dependency::kAdverbModifier) || beside.is(Dependency::kAuxiliary);
    if (!near) continue;
    // "far from needing"
    const bool is_pair = child > 0 && beside.is(Dependency::kMark) &&
                         lexicon_.negations.contains(tree_.at(child - 1).lower + " " + beside.lower);
    if (is_pair) weaken(Status::kDenied);
    if (lexicon_.negations.contains(beside.lower) && !lexicon_.excluding_verbs.contains(here.lemma) &&
        !is_limited(child, word) && !is_until(child, word))
      weaken(is_no_longer(child) ? Status::kEnded : Status::kDenied);
    // "если А купит Б, цены вырастут"
    if (beside.is(Dependency::kMark) && lexicon_.conditional_words.contains(beside.lower) &&
        here.note.tense == Tense::kFuture)
      weaken(Status::kRumoured);
    if (beside.is(Dependency::kMark) && lexicon_.conditional_words.contains(beside.lower) &&
        times_.is_done(word) && tree_.child(word, Dependency::kAuxiliary) != kNoWord)
      weaken(Status::kDenied);
    // "had A bought B", "were A to buy B"
    if (beside.is(Dependency::kAuxiliary) && lexicon_.condition_openers.contains(beside.lower) &&
        opens_condition(child, word))
      return weaken(!times_.is_done(word) ? Status::kRumoured
                    : is_negated(word)    ? Status::kCompleted
                                          : Status::kDenied);
    if (beside.is(Dependency::kAuxiliary) && lexicon_.counterfactual_modals.contains(beside.lower) &&
        times_.is_done(word))
      weaken(Status::kDenied);
    if (beside.is(Dependency::kAuxiliary) || beside.is(Dependency::kPassiveAuxiliary) ||
        beside.is(Dependency::kCopula) || beside.is(Dependency::kOther) ||
        beside.is(Dependency::kAdverbModifier)) {
      if (!beside.is_noun()) apply(lexicon_.modal_words, beside);  // "last May"
      if (beside.note.tense == Tense::kFuture) weaken(Status::kAnnounced);
    }
    auto modifier = lexicon_.status_modifiers.find(beside.lemma);
    if (modifier == lexicon_.status_modifiers.end()) modifier = lexicon_.status_modifiers.find(beside.lower);
    if (modifier == lexicon_.status_modifiers.end()) continue;
    // "Having failed to sell it, A bought B": another thing that was done
    if (!lexicon_.inflected && beside.is_verb() && beside.is(Dependency::kAdverbialClause)) continue;
    const bool is_described = !lexicon_.inflected && can_end() &&
                              here.note.voice == language::Voice::kPassive &&
                              here.note.part_of_speech == PartOfSpeech::kParticiple;  // "formerly owned by"
    const bool ended = is_described || can_have_ended(here) || (can_end() && is_negated(child));
    if (modifier->second != Status::kEnded || ended) weaken(modifier->second);
  }
}

bool StatusReader::is_headline_plan(int word) const {
  const tagging::Annotation& note = tree_.at(word).note;
  if (note.part_of_speech != PartOfSpeech::kInfinitive) return false;
  if (note.head == kNoWord) return true;
  if (tree_.child(word, Dependency::kMark) == kNoWord) return false;
  if (tree_.child(word, Dependency::kSubject) != kNoWord) return true;
  const Word& governor = tree_.at(note.head);
  return governor.note.head == kNoWord && governor.is_noun() && governor.is_capitalised() && note.head < word;
}

void StatusReader::look_at_end() {
  const Word& here = tree_.at(trigger_.word);
  if (!here.is(Dependency::kSubject) || here.note.head == kNoWord) return;
  const auto told = lexicon_.status_verbs.find(tree_.at(here.note.head).lemma);
  if (told == lexicon_.status_verbs.end()) return;
  // "покупка обсуждается", but not "покупка обещает прибыль"
  const bool is_done_to_it = tree_.at(here.note.head).lemma.ends_with("ся") &&
                             (told->second == Status::kAnnounced || told->second == Status::kRumoured);
  if (told->second == Status::kDenied || is_done_to_it || (told->second == Status::kEnded && can_end()))
    weaken(told->second);
}

bool StatusReader::is_denied_later() const {
  if (lexicon_.inflected) return false;
  for (int i = trigger_.word + 1; i < tree_.size(); ++i) {
    const Word& again = tree_.at(i);
    const bool is_subject = again.is_subject();
    if (!is_subject || again.lemma != tree_.at(trigger_.word).lemma || again.note.head == kNoWord) continue;
    const bool is_definite = std::any_of(again.children.begin(), again.children.end(), [&](int child) {
      return lexicon_.demonstratives.contains(tree_.at(child).lower);
    });
    if (is_definite && governor_says(again.note.head) == Status::kDenied) return true;
  }
  return false;
}

bool StatusReader::is_purpose_of_building() const {
  const Word& here = tree_.at(trigger_.word);
  return !lexicon_.inflected && trigger_.frame->relation == Relation::kDevelops &&
         here.note.part_of_speech == PartOfSpeech::kInfinitive &&
         (here.is(Dependency::kAdverbialClause) || here.is(Dependency::kClauseOfNoun)) &&
         tree_.child(trigger_.word, Dependency::kMark) != kNoWord;
}

bool StatusReader::is_denied_subject() const {
  const Word& here = tree_.at(trigger_.word);
  const bool is_subject = here.is_subject();
  return is_subject && here.note.head != kNoWord &&
         lexicon_.copular_verbs.contains(tree_.at(here.note.head).lemma) && is_negated(here.note.head);
}

bool StatusReader::is_no_longer(int negation) const {
  return negation > 0 && can_end() && lexicon_.no_longer.contains(tree_.at(negation - 1).lower);
}

void StatusReader::look_at_post() {
  int word = trigger_.word;
  if (trigger_.frame->relation == Relation::kLeads && leaves_post(tree_, word, lexicon_))
    weaken(Status::kEnded);
  // "fired chief executive Ann Lee"
  const int named = tree_.head_of(word);
  if (trigger_.frame->relation == Relation::kLeads && tree_.at(word).is(Dependency::kCompound) &&
      named > word && tree_.at(named).is_capitalised() && tree_.at(named).is(Dependency::kObject) &&
      tree_.head_of(named) < word && governor_says(tree_.head_of(named)) == Status::kEnded &&
      !is_to_come(tree_.head_of(named)))
    return weaken(Status::kEnded);
  // "Директором вместо А будет Б"
  const int copula = lexicon_.inflected ? tree_.child(word, Dependency::kCopula) : kNoWord;
  if (copula != kNoWord && tree_.at(copula).note.tense == Tense::kFuture) weaken(Status::kAnnounced);
  if (tree_.at(word).is(Dependency::kSubject) || tree_.head_of(word) == kNoWord) return;
  const bool is_capacity = lexicon_.capacity_prepositions.contains(std::string(tree_.preposition(word)));
  // "resigned as chairman", "left her post as chairwoman", "dismissed its chief executive"
  const bool is_taken =
      trigger_.frame->relation == Relation::kLeads && tree_.at(word).is(Dependency::kObject);
  const auto is_passed = [&](int noun) {
    return lexicon_.transparent_nouns.contains(tree_.at(noun).lemma) ||
           (is_capacity && tree_.at(noun).is_noun());
  };
  do word = tree_.head_of(word);
  while (tree_.head_of(word) != kNoWord && is_passed(word));
  if (!tree_.at(word).is_verb()) return;
  const bool is_post = word != tree_.head_of(trigger_.word) || is_capacity || is_taken;
  // "will step down as chief executive": until then it goes on.
  if (is_post && governor_says(word) == Status::kEnded && is_to_come(word)) return;
  if (is_capacity) look_beside(word);
  if (is_post) apply_governor(word);
  // "подал в отставку с поста главы"
  const bool resigns = std::ranges::any_of(tree_.at(word).children, [&](int child) {
    return lexicon_.leaving_words.contains(tree_.at(child).lemma);
  });
  if (is_post && resigns) weaken(is_to_come(word) ? status_ : Status::kEnded);
  if (!lexicon_.copular_verbs.contains(tree_.at(word).lemma)) return;
  if (can_end() && times_.has_end(word)) weaken(Status::kEnded);
  look_beside(word);
  climb(word);
}

bool StatusReader::is_to_come(int verb) const {
  const Word& here = tree_.at(verb);
  const int head = here.note.head;
  const bool is_planned =
      here.is(Dependency::kOpenComplement) && head != kNoWord && governor_says(head) == Status::kAnnounced;
  return here.note.tense == Tense::kFuture || is_planned ||
         std::ranges::any_of(here.children, [&](int child) {
           const bool is_auxiliary = tree_.at(child).is(Dependency::kAuxiliary);
           return is_auxiliary && lexicon_.modal_words.contains(tree_.at(child).lower);
         });
}

/// "declined to say whether", "neither confirmed nor denied that", "did not confirm that": who says so denies
/// nothing.
bool StatusReader::is_left_unsaid(int verb) const {
  const Word& here = tree_.at(verb);
  if (!here.is_verb()) return false;
  const auto says_neither = [&](int word) {
    return std::ranges::any_of(tree_.at(word).children, [&](int child) {
      return tree_.at(child).is(Dependency::kCoordination) &&
             lexicon_.denying_determiners.contains(tree_.at(child).lower);
    });
  };
  if (says_neither(verb) && here.is(Dependency::kConjunct) &&
      lexicon_.saying_verbs.contains(tree_.at(here.note.head).lemma))
    return true;
  if (!lexicon_.saying_verbs.contains(here.lemma)) return false;
  const bool is_refused = here.is(Dependency::kOpenComplement) && here.note.head != kNoWord &&
                          governor_says(here.note.head) == Status::kDenied;
  return is_refused || says_neither(verb) || is_negated(verb);
}

bool StatusReader::shares_modal(int verb) const {
  const int first = tree_.head_of(verb);
  if (lexicon_.inflected || tree_.has_subject(verb) || !tree_.at(first).is_verb()) return false;
  const bool has_modal = std::ranges::any_of(tree_.at(first).children, [&](int child) {
    return tree_.at(child).is(Dependency::kAuxiliary) && child < first &&
           lexicon_.modal_words.contains(tree_.at(child).lower);
  });
  int bare = verb;  // "be replaced"
  for (const int child : tree_.at(verb).children) {
    const bool is_auxiliary =
        tree_.at(child).is(Dependency::kAuxiliary) || tree_.at(child).is(Dependency::kPassiveAuxiliary);
    if (is_auxiliary) {
      bare = child;
      break;
    }
  }
  return has_modal && tree_.at(bare).lower == tree_.at(bare).lemma;
}

/// "получил отказ в гранте": what stands between a verb and the noun that it asks for.
void StatusReader::look_at_carrier() {
  if (trigger_.form != Trigger::Form::kVerb || trigger_.carrier == kNoWord) return;
  constexpr int kFarthest = 3;
  const int before = tree_.child(trigger_.carrier, Dependency::kCase) - 1;
  if (before > trigger_.word && tree_.at(before).is_noun() && tree_.head_of(before) == trigger_.word &&
      governor_says(before) == Status::kDenied)
    weaken(Status::kDenied);
  int noun = tree_.head_of(trigger_.carrier);
  for (int steps = 0; steps < kFarthest && noun != kNoWord && noun != trigger_.word; ++steps) {
    if (!tree_.at(noun).is_noun() || !tree_.is_under(noun, trigger_.word)) return;
    if (governor_says(noun) == Status::kDenied) weaken(Status::kDenied);
    noun = tree_.head_of(noun);
  }
}

bool StatusReader::describes_event() const {
  const Word& here = tree_.at(trigger_.word);
  return trigger_.form == Trigger::Form::kVerb && here.is(Dependency::kClauseOfNoun) &&
         here.note.part_of_speech == PartOfSpeech::kParticiple &&
         here.note.voice == language::Voice::kPassive && trigger_.frame->from_context &&
         lexicon_.round_nouns.contains(tree_.at(here.note.head).lemma);
}

}  // namespace whofunds::facts
