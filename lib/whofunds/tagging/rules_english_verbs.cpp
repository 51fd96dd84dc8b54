#include <algorithm>

#include "whofunds/tagging/rules_english.hpp"

namespace whofunds::tagging::rules {

using language::PartOfSpeech;
using language::Tense;
using language::Voice;
using text::TokenKind;

/// Reads a verb with its auxiliaries, and what stands between them; returns the word to go on with.
int EnglishReading::read_verbs(int i) {
  int verb = i;
  int mark = kNone;
  if (item(i).is(kTo)) {
    mark = i;
    item(i).dependency = Dependency::kMark;
    ++verb;
    while (is_word(verb) && item(verb).is(PartOfSpeech::kAdverb)) ++verb;
    if (!is_word(verb)) return i + 1;
    item(verb).part = PartOfSpeech::kInfinitive;
  }
  const int first = verb;
  // The last of the verbs, over adverbs and negations: "has not yet been sold", "have each put",
  // "may yet sell".
  for (int next = verb; is_word(verb) && item(verb).is(kBe | kHave | kModal);) {
    ++next;
    while (is_word(next) &&
           (item(next).is(PartOfSpeech::kAdverb) || item(next).is(kNegation) ||
            item(next).is(PartOfSpeech::kParticle) || item(next).is(kFloating) ||
            (item(next).is(kContrast) && item(verb).is(kModal))) &&
           !item(next).is(kTo))
      ++next;
    if (!is_word(next) || !is_verbal(item(next).part)) break;
    verb = next;
  }
  const bool finite = item(first).is(PartOfSpeech::kVerb) || (first != verb && item(first).is(kModal));
  const int preposition = preposition_;
  preposition_ = kNone;
  hang_auxiliaries(first, verb);
  if (mark != kNone) {
    attach(mark, verb, Dependency::kMark);
    place_infinitive(verb, mark);
  } else if (finite) {
    place_finite(verb);
  } else if (item(verb).is(PartOfSpeech::kInfinitive)) {
    place_infinitive(verb, kNone);
  } else {
    place_participle(verb, preposition);
  }
  for (int word = i; word <= verb; ++word) item(word).clause = item(verb).clause;
  separator_ = Separator::kAdjacent;
  coordinator_ = kNone;
  return verb + 1;
}

/// Hangs the auxiliaries on the verb, and tells its form by them.
int EnglishReading::hang_auxiliaries(int first, int verb) {
  Item& main = item(verb);
  const bool past_participle = main.is(PartOfSpeech::kParticiple) && main.tense == Tense::kPast;
  bool passive = false;
  bool perfect = false;
  for (int i = first; i < verb; ++i) {
    Item& word = item(i);
    if (!is_verbal(word.part)) continue;
    perfect = perfect || word.is(kHave);
    const bool is_last =
        std::none_of(&item(i) + 1, &item(verb), [](const Item& other) { return is_verbal(other.part); });
    if (word.is(kBe) && past_participle && is_last) {
      passive = true;
      attach(i, verb, Dependency::kPassiveAuxiliary);
    } else {
      attach(i, verb, Dependency::kAuxiliary);
    }
  }
  main.voice = passive || (past_participle && !perfect) ? Voice::kPassive : Voice::kActive;
  if (first == verb) {
    if (!main.is(PartOfSpeech::kParticiple) && main.is(PartOfSpeech::kInfinitive)) main.tense = Tense::kNone;
    return verb;
  }
  if (item(first).is(PartOfSpeech::kVerb)) {
    const bool future = item(first).tense == Tense::kFuture;
    main.part = PartOfSpeech::kVerb;
    if (item(first).is(kModal))
      main.tense = future ? Tense::kFuture : item(first).tense;
    else
      main.tense = perfect || item(first).tense == Tense::kPast ? Tense::kPast : Tense::kPresent;
  } else if (item(first).is(PartOfSpeech::kInfinitive)) {
    main.part = PartOfSpeech::kInfinitive;
    main.tense = Tense::kNone;
  }
  return verb;
}

/// The phrase right before, taken out of its clause to be the subject of a new one; kNone where it cannot be.
int EnglishReading::take_last_phrase() {
  const int last = last_phrase_;
  if (last == kNone) return kNone;
  const int first = first_of_list(last);
  const Phrase& here = phrase(first);
  if (here.attached || here.preposition != kNone || here.clause != current_ ||
      clause(current_).last_phrase != first)
    return kNone;
  return first;
}

void EnglishReading::place_finite(int verb) {
  const int before = clause(current_).predicate;
  if (before == kNone) {
    set_predicate(verb);
    item(verb).clause = current_;
    return;
  }
  if (separator_ != Separator::kCoordinator) {
    // "X said Y bought": what looked like an object is the subject of what is said.
    const int subject = take_last_phrase();
    const bool after_verb = subject != kNone && phrase(subject).governor != kNone &&
                            phrase(subject).first > clause(current_).governor;
    // A clause within another that waits for its verb ends before it.
    int waiting = current_;
    while (clause(waiting).predicate != kNone && clause(waiting).parent != kNone && !clause(waiting).bracket)
      waiting = clause(waiting).parent;
    if (clause(waiting).predicate == kNone) {
      current_ = waiting;
      set_predicate(verb);
      item(verb).clause = current_;
      return;
    }
    if (after_verb) {
      const int parent = current_;
      Clause& of = clause(parent);
      const bool by_comma = phrase(subject).first > 0 && token(phrase(subject).first - 1).text == ",";
      if (of.first_phrase == subject) {
        of.first_phrase = of.last_phrase = kNone;
      } else {
        int previous = of.first_phrase;
        while (phrase(previous).next != subject) previous = phrase(previous).next;
        phrase(previous).next = kNone;
        of.last_phrase = previous;
      }
      open_clause(by_comma ? ClauseKind::kParataxis : ClauseKind::kComplement, kNone);
      phrase(subject).clause = current_;
      add_argument(subject);
      item(phrase(subject).head).clause = current_;
      set_predicate(verb);
      item(verb).clause = current_;
      return;
    }
  }
  const int parent = current_;
  open_clause(ClauseKind::kConjunct, kNone);
  clause(current_).parent = parent;
  if (separator_ == Separator::kCoordinator) clause(current_).mark = coordinator_;
  set_predicate(verb);
  item(verb).clause = current_;
}

void EnglishReading::place_infinitive(int verb, int mark) {
  Clause& here = clause(current_);
  const int governor = here.governor;
  item(verb).clause = current_;
  item(verb).part = PartOfSpeech::kInfinitive;
  const bool beside = last_phrase_ != kNone && phrase(last_phrase_).last == (mark == kNone ? verb : mark);
  if (separator_ == Separator::kCoordinator && governor != kNone &&
      item(governor).is(PartOfSpeech::kInfinitive)) {
    attach(verb, governor, Dependency::kConjunct);
    if (coordinator_ != kNone) attach(coordinator_, verb, Dependency::kCoordination);
  } else if (beside && (governor == kNone || item(last_noun_).is(kTakesInfinitive))) {
    attach(verb, last_noun_, Dependency::kClauseOfNoun);
  } else if (governor != kNone) {
    const bool right_after = mark == governor + 1 || mark == kNone;
    attach(verb, governor,
           right_after || !beside ? Dependency::kOpenComplement : Dependency::kAdverbialClause);
    // "allowed A to buy B": the object is the subject of the infinitive to what reads facts.
    if (beside && item(governor).is(kTakesInfinitive)) item(verb).dependency = Dependency::kOpenComplement;
  } else {
    set_predicate(verb);
    return;
  }
  here.governor = verb;
  last_phrase_ = kNone;
}

/// Whether "have" stands with a verb of the active voice: "has cut".
bool EnglishReading::is_perfect(int verb) const {
  if (item(verb).voice != Voice::kActive) return false;
  for (int i = verb - 1; inside(i) && item(i).clause == item(verb).clause; --i) {
    if (item(i).head == verb && item(i).is(kHave)) return true;
  }
  return false;
}

/// "led by A", "owning B", "by buying C"
void EnglishReading::place_participle(int verb, int mark) {
  const int parent = current_;
  const bool passive = item(verb).tense == Tense::kPast && item(verb).voice == Voice::kPassive;
  const bool beside = last_phrase_ != kNone && phrase(last_phrase_).last == (mark == kNone ? verb : mark);
  const bool after_comma = separator_ == Separator::kComma && last_noun_ != kNone;
  const int governor = clause(current_).governor;
  if (passive && separator_ == Separator::kCoordinator && mark == kNone && governor != kNone &&
      is_perfect(governor)) {
    // "has cut out its arm and sold it"
    item(verb).part = PartOfSpeech::kVerb;
    item(verb).voice = Voice::kActive;
    place_finite(verb);
    return;
  }
  if (separator_ == Separator::kCoordinator && governor != kNone && item(governor).part == item(verb).part) {
    // "founded and led by"
    open_clause(ClauseKind::kConjunct, governor);
    clause(current_).parent = parent;
    clause(current_).mark = coordinator_;
  } else if (mark != kNone) {
    const bool of_noun = beside && (item(mark).is(kOf) || governor == kNone);
    open_clause(of_noun ? ClauseKind::kParticipial : ClauseKind::kGerund, of_noun ? last_noun_ : governor);
    clause(current_).mark = mark;
  } else {
    const bool follows_time =
        beside && !passive && (item(last_noun_).is(kTime | kMonth) || !item(last_noun_).is_noun());
    const bool describes = beside || (after_comma && (passive || clause(parent).predicate == kNone));
    if (describes && !follows_time)
      open_clause(ClauseKind::kParticipial, last_noun_);
    else
      open_clause(ClauseKind::kGerund, kNone);
  }
  item(verb).clause = current_;
  set_predicate(verb);
}

/// Tells the arguments of a clause: before its verb the subject, after it the objects.
void EnglishReading::resolve(int number) {
  resolve_copula(number);
  const int predicate = predicate_of(number);
  if (predicate == kNone) return;
  const bool has_verb = is_verbal(item(predicate).part) || clause(number).dash != kNone;
  const bool passive = item(predicate).voice == Voice::kPassive && is_verbal(item(predicate).part);
  const bool finite = item(predicate).is(PartOfSpeech::kVerb) || clause(number).dash != kNone;
  // The subject is the last bare noun before the verb.
  const int verb = clause(number).dash != kNone ? clause(number).dash : predicate;
  int subject = kNone;
  bool has_object_before = false;
  for (int p = clause(number).first_phrase; p != kNone; p = phrase(p).next) {
    const Phrase& here = phrase(p);
    if (here.preposition != kNone || here.head >= verb || here.governor != kNone) continue;
    if (subject != kNone && item(here.head).is(kTime)) continue;
    has_object_before = subject != kNone && item(phrase(subject).head).is(kRelative);
    if (has_object_before) attach(phrase(subject).head, predicate, Dependency::kObject);
    subject = p;
  }
  if (has_verb && (finite || clause(number).kind == ClauseKind::kMain) && subject != kNone &&
      phrase(subject).head != predicate)
    attach(phrase(subject).head, predicate, passive ? Dependency::kPassiveSubject : Dependency::kSubject);
  int objects = 0;
  int governor = kNone;
  for (int p = clause(number).first_phrase; p != kNone; p = phrase(p).next) {
    const Phrase& here = phrase(p);
    if (here.head == predicate || item(here.head).head != kNone) continue;
    const int of = here.governor == kNone || here.governor == clause(number).dash ? predicate : here.governor;
    if (of != governor) objects = 0;
    governor = of;
    Dependency dependency = Dependency::kOblique;
    const Item& above = item(of);
    const bool verbal = is_verbal(above.part);
    if (here.preposition != kNone) {
      const bool agent = item(here.preposition).is(kAgentMarker) && above.voice == Voice::kPassive;
      dependency = agent ? Dependency::kAgent : verbal ? Dependency::kOblique : Dependency::kNominalModifier;
    } else if (!verbal) {
      dependency = Dependency::kApposition;
    } else if (here.head > of && !item(here.head).is(kTime)) {
      if (above.is(kCopular) || above.voice == Voice::kPassive)
        dependency = Dependency::kOpenComplement;
      else if (objects < 2)
        dependency = Dependency::kObject;
      ++objects;
    }
    attach(here.head, of, dependency);
  }
}

/// "A is the owner of B": the noun after "be" is what the clause says.
void EnglishReading::resolve_copula(int number) {
  Clause& of = clause(number);
  const int verb = of.predicate;
  if (verb == kNone || !item(verb).is(kBe) || !is_verbal(item(verb).part)) return;
  for (int p = of.first_phrase; p != kNone; p = phrase(p).next) {
    Phrase& here = phrase(p);
    if (here.head < verb || here.preposition != kNone || here.governor != verb) continue;
    if (item(here.head).is(kTime)) continue;
    const bool expletive = verb > 0 && item(verb - 1).is(PartOfSpeech::kAdverb);  // "there is"
    if (expletive) return;
    for (int i = 0; i < verb; ++i) {
      if (item(i).head == verb) item(i).head = here.head;
    }
    attach(verb, here.head, Dependency::kCopula);
    item(here.head).head = kNone;
    of.dash = verb;
    of.predicate = here.head;
    return;
  }
}

}  // namespace whofunds::tagging::rules
