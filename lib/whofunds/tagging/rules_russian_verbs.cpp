#include "whofunds/tagging/rules_russian.hpp"

namespace whofunds::tagging::rules {

using language::PartOfSpeech;
using language::Voice;

void RussianReading::place_verb(int i) {
  switch (item(i).part) {
    case PartOfSpeech::kInfinitive:
      place_infinitive(i);
      break;
    case PartOfSpeech::kParticiple:
      place_participle(i);
      break;
    case PartOfSpeech::kGerund:
      if (clause(current_).kind != ClauseKind::kGerund || clause(current_).predicate != kNone)
        open_clause(ClauseKind::kGerund, kNone);
      set_predicate(i);
      break;
    default:
      place_finite(i);
  }
  item(i).clause = current_;
  separator_ = Separator::kAdjacent;
  coordinator_ = kNone;
}

void RussianReading::place_finite(int i) {
  const int before = clause(current_).predicate;
  if (before == kNone) return set_predicate(i);
  if (item(before).is(kBe) && item(i).is(PartOfSpeech::kShortForm) && item(before).is(PartOfSpeech::kVerb)) {
    attach(before, i, item(i).voice == Voice::kPassive ? Dependency::kPassiveAuxiliary : Dependency::kCopula);
    item(i).tense = item(before).tense;
    clause(current_).predicate = i;
    clause(current_).governor = i;
    return;
  }
  if (item(i).is(kBe) && item(before).is(PartOfSpeech::kShortForm)) {
    attach(i, before, Dependency::kPassiveAuxiliary);
    return;
  }
  // A clause within another that waits for its verb yet ends before it.
  const ClauseKind kind = clause(current_).kind;
  const bool embedded = kind != ClauseKind::kMain && kind != ClauseKind::kConjunct;
  if (embedded && separator_ != Separator::kCoordinator) {
    int waiting = current_;
    while (clause(waiting).predicate != kNone && clause(waiting).parent != kNone && !clause(waiting).bracket)
      waiting = clause(waiting).parent;
    if (clause(waiting).predicate == kNone) {
      current_ = waiting;
      return set_predicate(i);
    }
  }
  const int parent = current_;
  const int moved = separator_ == Separator::kCoordinator ? kNone : take_after_comma();
  const bool says = item(i).is(kSaying) && separator_ != Separator::kCoordinator;
  open_clause(says ? ClauseKind::kParataxis : ClauseKind::kConjunct, kNone);
  clause(current_).parent = parent;
  if (separator_ == Separator::kCoordinator) clause(current_).mark = coordinator_;
  for (int number = moved; number != kNone;) {
    const int next = phrase(number).next;
    phrase(number).next = kNone;
    phrase(number).clause = current_;
    item(phrase(number).head).clause = current_;
    add_argument(number);
    number = next;
  }
  set_predicate(i);
}

/// "A вложил 5 млн, участие принял B": takes the arguments after the last comma out of the clause, as they
/// belong to a verb that follows. Returns the first; kNone if there is none.
int RussianReading::take_after_comma() {
  if (comma_clause_ != current_) return kNone;
  Clause& here = clause(current_);
  int& rest = before_comma_ == kNone ? here.first_phrase : phrase(before_comma_).next;
  const int first = rest;
  rest = kNone;
  here.last_phrase = before_comma_;
  return first;
}

void RussianReading::place_infinitive(int i) {
  Clause& here = clause(current_);
  const int before = here.governor;
  // "решение купить"
  const bool after_noun = last_phrase_ != kNone && phrase(last_phrase_).last == i &&
                          item(last_noun_).is(kTakesInfinitive) && item(last_noun_).is_noun();
  if (after_noun) {
    attach(i, last_noun_, Dependency::kClauseOfNoun);
    if (here.predicate == kNone && next_finite(i + 1) != kNone) {
      here.governor = i;
      return;
    }
  } else if (before == kNone) {
    return set_predicate(i);
  } else if (item(before).is(PartOfSpeech::kInfinitive) && separator_ == Separator::kCoordinator) {
    attach(i, before, Dependency::kConjunct);
    if (coordinator_ != kNone) attach(coordinator_, i, Dependency::kCoordination);
  } else if (item(before).is(kBe) && here.predicate == before) {
    attach(before, i, Dependency::kAuxiliary);
    item(i).part = PartOfSpeech::kVerb;
    item(i).tense = language::Tense::kFuture;
    return set_predicate(i);
  } else {
    attach(i, before, Dependency::kOpenComplement);
  }
  clause(current_).governor = i;
  last_phrase_ = kNone;
}

/// A participle that no noun of its own stands right beside: "принадлежащая банку компания", or one after its
/// noun without a comma.
void RussianReading::place_participle(int i) {
  if (last_noun_ != kNone && last_phrase_ != kNone && phrase(last_phrase_).last == i &&
      (item(i).agreement & item(last_noun_).agreement) != 0) {
    open_clause(ClauseKind::kParticipial, last_noun_);
  } else {
    open_clause(ClauseKind::kBefore, kNone);
  }
  set_predicate(i);
}

}  // namespace whofunds::tagging::rules
