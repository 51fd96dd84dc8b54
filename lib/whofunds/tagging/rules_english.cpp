#include "whofunds/tagging/rules_english.hpp"

#include <algorithm>

namespace whofunds::tagging::rules {

using language::PartOfSpeech;
using language::Voice;
using text::TokenKind;

namespace {

/// In words.
constexpr int kFarthestVerb = 25;
constexpr int kFarthestEnglishList = 40;

bool is_english_dash(std::string_view text) {
  return text == "—" || text == "–" || text == "--";
}

}  // namespace

EnglishReading::EnglishReading(const Forms& forms, std::span<const text::Token> tokens, Scratch& scratch)
    : SentenceReading(forms, tokens, scratch) {}

void EnglishReading::read() {
  choose_parts();
  open_clause(ClauseKind::kMain, kNone);
  for (int i = 0; i < size();) {
    item(i).clause = current_;
    if (token(i).kind != TokenKind::kWord && !begins_phrase(i)) {
      i = read_mark(i);
    } else {
      i = read_word(i);
    }
  }
  for (std::size_t c = 0; c < scratch_.clauses.size(); ++c) resolve(static_cast<int>(c));
  finish();
}

/// Reads a mark; returns the word to go on with.
int EnglishReading::read_mark(int i) {
  const std::string_view text = token(i).text;
  preposition_ = kNone;
  if (text == ",") return read_comma(i);
  if (text == "(" || text == "[") {
    open_bracket();
  } else if (text == ")" || text == "]") {
    close_bracket();
  } else if (text == ";" || text == ":") {
    while (clause(current_).parent != kNone) close_clause();
    begin_clause(ClauseKind::kParataxis, kNone);
  } else if (is_english_dash(text)) {
    separator_ = Separator::kDash;
  } else if (separator_ == Separator::kAdjacent) {
    separator_ = Separator::kOther;
  }
  return i + 1;
}

/// A comma ends what a comma or a relative pronoun began, unless it goes on with a list.
int EnglishReading::read_comma(int i) {
  separator_ = Separator::kComma;
  const ClauseKind kind = clause(current_).kind;
  const bool embedded = kind == ClauseKind::kRelative || kind == ClauseKind::kParticipial ||
                        kind == ClauseKind::kGerund || kind == ClauseKind::kAdverbial;
  const bool relative_follows =
      is_word(i + 1) && item(i + 1).is(kRelative) && !item(i + 1).is(kComplementizer);
  if (embedded && clause(current_).predicate != kNone && !relative_follows && !continues_list(i + 1)) {
    close_clause();
    last_phrase_ = kNone;
  }
  return i + 1;
}

int EnglishReading::read_word(int i) {
  Item& word = item(i);
  if (word.is(kCoordinator | kContrast) && !word.is_noun()) {
    word.part = PartOfSpeech::kConjunction;
    coordinator_ = i;
    separator_ = Separator::kCoordinator;
    return i + 1;
  }
  if (begins_clause(i)) return i + 1;
  // "such as"
  if (word.is(PartOfSpeech::kDeterminer) && is_word(i + 1) && item(i + 1).is(kLoose))
    word.part = PartOfSpeech::kPreposition;
  if (word.is(PartOfSpeech::kPreposition)) return read_preposition(i);
  if (begins_phrase(i)) {
    const int number = read_phrase(i, preposition_);
    preposition_ = kNone;
    place_phrase(number);
    const int last = phrase(number).last;
    for (int in = i; in < last; ++in) item(in).clause = phrase(number).clause;
    separator_ = Separator::kAdjacent;
    coordinator_ = kNone;
    return std::max(last, i + 1);
  }
  const bool verbal = word.is(PartOfSpeech::kVerb) || word.is(PartOfSpeech::kInfinitive) ||
                      word.is(PartOfSpeech::kParticiple);
  if (verbal || (word.is(kTo) && word.is(PartOfSpeech::kParticle))) return read_verbs(i);
  return i + 1;
}

/// Opens the clause that word `i` begins: "which", "that", "after". Says whether the word has no other part
/// in it.
bool EnglishReading::begins_clause(int i) {
  Item& word = item(i);
  const bool relative = word.is(kRelative) && !word.is(kComplementizer) && word.is(PartOfSpeech::kPronoun);
  if (relative) {
    const bool beside = separator_ == Separator::kComma || separator_ == Separator::kAdjacent;
    if (last_noun_ != kNone && (beside || preposition_ != kNone))
      begin_clause(ClauseKind::kRelative, last_noun_);
    return false;
  }
  const bool complement = word.is(kComplementizer) && word.is(PartOfSpeech::kConjunction);
  const bool adverbial = !complement && word.is(kSubordinator) && finite_follows(i + 1);
  if (!complement && !adverbial) return false;
  while (adverbial && (clause(current_).kind == ClauseKind::kRelative ||
                       clause(current_).kind == ClauseKind::kParticipial))
    close_clause();
  begin_clause(complement ? ClauseKind::kComplement : ClauseKind::kAdverbial, kNone);
  clause(current_).mark = i;
  word.part = PartOfSpeech::kConjunction;
  word.clause = current_;
  return true;
}

/// A preposition waits for its noun or its "-ing"; where a verb or nothing follows it is a particle: "take
/// over", "set up".
int EnglishReading::read_preposition(int i) {
  const bool governs =
      begins_phrase(i + 1) || (is_word(i + 1) && item(i + 1).is(PartOfSpeech::kParticiple)) ||
      (is_word(i + 1) && item(i + 1).is(PartOfSpeech::kPreposition)) || (inside(i + 1) && is_sign(i + 1)) ||
      (is_word(i + 1) && item(i + 1).is(PartOfSpeech::kAdverb));
  const int governor = clause(current_).governor;
  const bool right_after_verb = governor != kNone && governor == i - 1;
  const bool before_preposition = is_word(i + 1) && item(i + 1).is(PartOfSpeech::kPreposition);
  // "took over A": the frame of the verb has the particle right after it.
  if (governor != kNone && (!governs || (right_after_verb && before_preposition))) {
    attach(i, governor, Dependency::kCompound);
    item(i).part = PartOfSpeech::kParticle;
    return i + 1;
  }
  if (preposition_ != kNone)
    attach(preposition_, i, Dependency::kCase);
  else
    first_preposition_ = i;
  preposition_ = i;
  return i + 1;
}

bool EnglishReading::finite_follows(int i) const {
  return next_finite(i) != kNone;
}

/// The next finite verb before any mark or conjunction; kNone if there is none.
int EnglishReading::next_finite(int i) const {
  for (int word = i; inside(word) && word < i + kFarthestVerb; ++word) {
    if (token(word).kind == TokenKind::kPunctuation && token(word).text != "-" && token(word).text != "'" &&
        token(word).text != "’")
      return kNone;
    if (item(word).is(kCoordinator | kComplementizer) && !item(word).is_noun()) return kNone;
    if (item(word).is(kRelative) && !item(word).is(PartOfSpeech::kDeterminer)) return kNone;
    if (item(word).is(PartOfSpeech::kVerb)) return word;
  }
  return kNone;
}

bool EnglishReading::continues_list(int i) const {
  if (last_phrase_ == kNone || !begins_phrase(i)) return false;
  for (int word = i; inside(word) && word < i + kFarthestEnglishList; ++word) {
    if (item(word).is(PartOfSpeech::kVerb) || item(word).is(kRelative)) return false;
    if (item(word).is(kCoordinator) && !item(word).is_noun() && word > i) return begins_phrase(word + 1);
  }
  return false;
}

void EnglishReading::hang(int number, int before, Dependency dependency) {
  phrase(number).attached = true;
  attach(phrase(number).head, phrase(before).head, dependency);
}

void EnglishReading::place_phrase(int number) {
  Phrase& here = phrase(number);
  here.clause = current_;
  bool placed = false;
  const bool subject_next = here.preposition == kNone && is_word(here.last) &&
                            item(here.last).is(PartOfSpeech::kVerb) && clause(current_).predicate != kNone;
  if (!subject_next && (separator_ == Separator::kCoordinator || separator_ == Separator::kComma)) {
    placed = coordinate(number);
    if (!placed && separator_ == Separator::kComma) placed = hang_after_comma(number);
  }
  if (!placed && here.preposition != kNone) placed = hang_preposition(number);
  if (!placed && separator_ == Separator::kOther && clause(current_).bracket &&
      clause(current_).host != kNone && clause(current_).first_phrase == kNone && here.preposition == kNone &&
      !finite_follows(here.last)) {
    attach(here.head, clause(current_).host, Dependency::kApposition);
    here.attached = placed = true;
  }
  // "the company he founded"
  const bool adjacent = separator_ == Separator::kAdjacent && last_phrase_ != kNone && subject_next &&
                        phrase(last_phrase_).last == here.first &&
                        item(here.head).is(PartOfSpeech::kPronoun) && item(last_noun_).is_noun();
  if (!placed && adjacent) {
    open_clause(ClauseKind::kRelative, last_noun_);
    here.clause = current_;
  }
  if (!placed && subject_next && separator_ == Separator::kCoordinator) {
    const int parent = current_;
    open_clause(ClauseKind::kConjunct, kNone);
    clause(current_).parent = parent;
    clause(current_).mark = coordinator_;
    here.clause = current_;
  }
  if (!placed) add_argument(number);
  last_phrase_ = number;
  last_noun_ = here.head;
}

/// "A, B and C", "in A and in B": hangs a phrase on the first of the list that it goes on with.
bool EnglishReading::coordinate(int number) {
  if (last_phrase_ == kNone || phrase(last_phrase_).clause != current_) return false;
  Phrase& here = phrase(number);
  const bool goes_on = phrase(first_of_list(last_phrase_)).conjoined && here.name;
  if (separator_ == Separator::kComma && !goes_on && !continues_list(here.first)) return false;
  for (const bool alike : {true, false}) {
    for (int before = last_phrase_; before != kNone; before = phrase_above(before)) {
      const Phrase& other = phrase(before);
      // "In London, Acme and Birch bought"
      const bool only_where = separator_ == Separator::kComma && other.preposition != kNone &&
                              here.preposition == kNone && !other.attached &&
                              clause(current_).predicate == kNone;
      if (only_where) continue;
      if (here.preposition != kNone &&
          (other.preposition == kNone || token(here.preposition).text != token(other.preposition).text))
        continue;
      if (alike && (other.name != here.name || other.number != here.number)) continue;
      const int first = first_of_list(before);
      hang(number, first, Dependency::kConjunct);
      phrase(first).conjoined = here.conjoined = true;
      if (coordinator_ != kNone) attach(coordinator_, here.head, Dependency::kCoordination);
      return true;
    }
  }
  return false;
}

/// "Acme, a unit of Birch": another word for what was named before the comma; "Acme, Inc."
bool EnglishReading::hang_after_comma(int number) {
  if (last_phrase_ == kNone) return false;
  Phrase& here = phrase(number);
  const int before = last_phrase_;
  if (here.preposition != kNone || phrase(before).last + 1 != here.first) return false;
  const Item& head = item(here.head);
  const bool same_name = here.name && head.is(kLegalForm) && here.last - here.first == 1;
  const bool describes = !here.name && head.is(kTitle | kPersonWord | kDescriptor | kDealNoun | kBodyWord);
  const bool article = is_word(here.first) && item(here.first).is(PartOfSpeech::kDeterminer) && !here.name;
  const bool names =
      here.name && !phrase(before).name && item(phrase(before).head).is(kTitle | kPersonWord | kDescriptor);
  const bool a_name_before = phrase(before).name && (describes || article);
  // "its founder, …", "the company, a maker of …"
  const bool a_noun_before = !phrase(before).name && describes && article;
  if (!same_name && !names && !a_name_before && !a_noun_before) return false;
  if (item(here.head).is(kTime)) return false;
  hang(number, before, same_name ? Dependency::kCompound : Dependency::kApposition);
  return true;
}

bool EnglishReading::is_passive_governor(int verb) const {
  return item(verb).voice == Voice::kPassive;
}

/// Hangs a phrase with a preposition on the noun before it: always with "of"; where frames of the noun have
/// the preposition; and before the verb. Else it is an argument of the verb.
bool EnglishReading::hang_preposition(int number) {
  Phrase& here = phrase(number);
  const Item& preposition = item(here.preposition);
  const Clause& of = clause(current_);
  const bool beside = last_phrase_ != kNone && phrase(last_phrase_).clause == current_ &&
                      phrase(last_phrase_).last == here.first && separator_ == Separator::kAdjacent;
  if (preposition.is(kAgentMarker) && of.governor != kNone && is_passive_governor(of.governor)) return false;
  if (!beside) return false;
  if (preposition.is(kOf)) {
    hang(number, last_phrase_, Dependency::kNominalModifier);
    return true;
  }
  // "talks for Birch to buy"
  if (of.governor != kNone && is_word(here.last) && item(here.last).is(kTo) &&
      item(here.last).is(PartOfSpeech::kParticle))
    return false;
  const std::uint32_t bit = preposition.form.preposition;
  for (int above = last_phrase_; above != kNone; above = phrase_above(above)) {
    if (phrase(above).name || (item(phrase(above).head).form.noun_prepositions & bit) == 0) continue;
    hang(number, above, Dependency::kNominalModifier);
    return true;
  }
  const bool of_verb = of.governor != kNone && (item(of.governor).form.verb_prepositions & bit) != 0;
  const bool to_noun = !phrase(last_phrase_).name && item(phrase(last_phrase_).head).is_noun() &&
                       !item(here.head).is(kTime | kMonth) && !preposition.is(kLoose);
  if (of.governor != kNone && (of_verb || !to_noun)) return false;
  hang(number, last_phrase_, Dependency::kNominalModifier);
  return true;
}

}  // namespace whofunds::tagging::rules
