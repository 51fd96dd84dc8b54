#include "whofunds/tagging/rules_russian.hpp"

#include <algorithm>

namespace whofunds::tagging::rules {

using language::Case;
using language::PartOfSpeech;
using language::Voice;
using text::TokenKind;

namespace {

/// In words: how far ahead a comma is looked after.
constexpr int kFarthestRelative = 3;
constexpr int kFarthestRussianList = 30;

bool is_russian_dash(std::string_view text) {
  return text == "—" || text == "–" || text == "-";
}

}  // namespace

RussianReading::RussianReading(const Forms& forms, std::span<const text::Token> tokens, Scratch& scratch)
    : SentenceReading(forms, tokens, scratch) {}

void RussianReading::read() {
  choose_parts();
  open_clause(ClauseKind::kMain, kNone);
  for (int i = 0; i < size();) {
    item(i).clause = current_;
    if (begins_phrase(i)) {
      const int number = read_phrase(i);
      // "а не «А»": the noun is denied, not the verb.
      if (i > 0 && is_text(i - 1, "не")) attach(i - 1, phrase(number).head, Dependency::kAdverbModifier);
      const int last = phrase(number).last;
      place_phrase(number);
      for (; i < last; ++i) item(i).clause = current_;
      separator_ = Separator::kAdjacent;
      coordinator_ = kNone;
      continue;
    }
    if (token(i).kind != TokenKind::kWord) {
      i = read_mark(i);
      continue;
    }
    if (item(i).is(kCoordinator | kContrast) && !item(i).is_noun()) {
      coordinator_ = i++;
      separator_ = Separator::kCoordinator;
      continue;
    }
    const PartOfSpeech part = item(i).part;
    if (part == PartOfSpeech::kVerb || part == PartOfSpeech::kInfinitive ||
        part == PartOfSpeech::kParticiple || part == PartOfSpeech::kShortForm ||
        part == PartOfSpeech::kGerund) {
      place_verb(i);
    } else if (i == 0 && item(i).is(kComplementizer | kSubordinator)) {
      begin_clause(ClauseKind::kAdverbial, kNone);
      clause(current_).mark = i;
    }
    item(i).clause = current_;
    ++i;
  }
  for (std::size_t c = 0; c < scratch_.clauses.size(); ++c) resolve(static_cast<int>(c));
  finish();
}

/// The word "который" that a clause begins with right after word `i`, after a preposition or after a noun of
/// which it is the genitive; kNone if there is none.
int RussianReading::relative_after(int i) const {
  for (int word = i; is_word(word) && word < i + kFarthestRelative; ++word) {
    if (item(word).is(kRelative)) return word;
    if (item(word).is(PartOfSpeech::kVerb)) return kNone;
  }
  return kNone;
}

/// The noun that a participle after a comma agrees with: the one before the comma, or one above it; kNone if
/// there is none.
int RussianReading::described_by(int participle) const {
  for (int above = last_phrase_; above != kNone; above = phrase_above(above)) {
    const Phrase& here = phrase(above);
    if (!here.number && (item(participle).agreement & item(here.head).agreement) != 0) return here.head;
  }
  const bool agrees = last_noun_ != kNone && (item(participle).agreement & item(last_noun_).agreement) != 0;
  return agrees ? last_noun_ : kNone;
}

/// Reads a mark, and where it begins or ends a clause, does so. Returns the word to go on with.
int RussianReading::read_mark(int i) {
  const std::string_view text = token(i).text;
  item(i).clause = current_;
  if (text == ",") return read_comma(i);
  if (text == "(" || text == "[") {
    open_bracket();
  } else if (text == ")" || text == "]") {
    close_bracket();
  } else if (is_russian_dash(text)) {
    Clause& here = clause(current_);
    if (here.predicate == kNone && here.dash == kNone) here.dash = i;
    separator_ = Separator::kDash;
  } else if (text == ";" || text == ":") {
    while (clause(current_).parent != kNone) close_clause();
    begin_clause(ClauseKind::kParataxis, kNone);
  } else if (separator_ == Separator::kAdjacent) {
    separator_ = Separator::kOther;
  }
  return i + 1;
}

/// A comma begins a clause, or ends one, or goes on with a list.
int RussianReading::read_comma(int i) {
  separator_ = Separator::kComma;
  comma_clause_ = current_;
  before_comma_ = clause(current_).last_phrase;
  const int next = i + 1;
  if (const int after = begin_after_comma(next); after != kNone) return after;
  const ClauseKind kind = clause(current_).kind;
  const bool embedded = kind == ClauseKind::kRelative || kind == ClauseKind::kParticipial ||
                        kind == ClauseKind::kGerund || kind == ClauseKind::kAdverbial;
  const bool told = clause(current_).predicate != kNone;
  if (embedded && told && !clause(current_).bracket && !continues_list(next)) {
    close_clause();
    last_phrase_ = kNone;
  }
  return next;
}

/// Opens the clause that begins at word `next` after a comma: a relative one, a participle or gerund with its
/// own words, one with "что" or "если". Returns the word to go on with; kNone if none begins.
int RussianReading::begin_after_comma(int next) {
  if (!is_word(next)) return kNone;
  if (relative_after(next) != kNone && last_noun_ != kNone) {
    begin_clause(ClauseKind::kRelative, last_noun_);
    return next;
  }
  // ", недавно основанная": what follows the adverbs.
  int verb = next;
  while (is_word(verb) && verb < next + 2 && item(verb).is(PartOfSpeech::kAdverb)) ++verb;
  if (!is_word(verb)) return kNone;
  const int described = item(verb).is(PartOfSpeech::kParticiple) ? described_by(verb) : kNone;
  if (described != kNone) {
    item(verb).agreement &= item(described).agreement;
    begin_clause(ClauseKind::kParticipial, described);
    set_predicate(verb);
    for (int word = next; word <= verb; ++word) item(word).clause = current_;
    return verb + 1;
  }
  if (item(verb).is(PartOfSpeech::kGerund)) {
    begin_clause(ClauseKind::kGerund, kNone);
    return next;
  }
  if (leaves_out_verb(next)) {
    while (clause(current_).parent != kNone && clause(current_).kind != ClauseKind::kConjunct) close_clause();
    begin_clause(ClauseKind::kParataxis, kNone);
    return next;
  }
  if (!item(next).is(kComplementizer | kSubordinator)) return kNone;
  const bool is_complement = item(next).is(kComplementizer);
  while (!is_complement &&
         (clause(current_).kind == ClauseKind::kParticipial || clause(current_).kind == ClauseKind::kGerund))
    close_clause();
  begin_clause(is_complement ? ClauseKind::kComplement : ClauseKind::kAdverbial, kNone);
  clause(current_).mark = next;
  item(next).clause = current_;
  return next + 1;
}

/// ", а Б — 20 %": whether what begins after a comma has a dash where its verb would be.
bool RussianReading::leaves_out_verb(int next) const {
  // "Напомним, А — Б": nothing that a verb could be left out of.
  const Clause& here = clause(current_);
  if (here.predicate == kNone || here.first_phrase == kNone || item(here.predicate).is_noun()) return false;
  int first = next;
  while (is_word(first) && first < next + 2 && item(first).is(kCoordinator | kContrast)) ++first;
  if (!begins_phrase(first)) return false;
  int dash = kNone;
  for (int i = first; inside(i) && i < first + kFarthestRussianList; ++i) {
    if (token(i).text == "," || token(i).text == ";" || token(i).text == "(") break;
    if (item(i).is(PartOfSpeech::kVerb) || item(i).is(PartOfSpeech::kShortForm) ||
        item(i).is(PartOfSpeech::kInfinitive))
      return false;
    if (is_russian_dash(token(i).text) && dash == kNone) dash = i;
  }
  return dash != kNone && begins_phrase(dash + 1);
}

/// Whether the phrase after a comma is one more of those before it: another comma or "и" and a phrase follow
/// before any verb.
bool RussianReading::continues_list(int i) const {
  if (last_phrase_ == kNone || !begins_phrase(i)) return false;
  for (int word = i; inside(word) && word < i + kFarthestRussianList; ++word) {
    if (item(word).is(PartOfSpeech::kVerb) || item(word).is(PartOfSpeech::kShortForm)) return false;
    if (item(word).is(kCoordinator) && word > i) return begins_phrase(word + 1);
  }
  return false;
}

/// The next finite verb of the same clause: before any mark. kNone if there is none.
int RussianReading::next_finite(int i) const {
  for (int word = i; inside(word); ++word) {
    if (token(word).text == "," || token(word).text == ";" || token(word).text == "(") return kNone;
    if (item(word).is(PartOfSpeech::kVerb) || item(word).is(PartOfSpeech::kShortForm)) return word;
  }
  return kNone;
}

void RussianReading::place_phrase(int number) {
  Phrase& here = phrase(number);
  here.clause = current_;
  // A noun that an own clause of a participle waits for.
  if (clause(current_).kind == ClauseKind::kBefore) {
    const int participle = clause(current_).predicate;
    const Agreement both = item(participle).agreement & item(here.head).agreement;
    if (both != 0 && here.preposition == kNone && participle + 1 < here.first) {
      item(participle).agreement = both;
      item(here.head).agreement = both;
      clause(current_).host = here.head;
      close_clause();
      here.clause = current_;
      last_phrase_ = kNone;
    }
  }
  bool placed = false;
  if (separator_ == Separator::kCoordinator || separator_ == Separator::kComma) {
    placed = coordinate(number);
    if (!placed && separator_ == Separator::kComma) placed = hang_after_comma(number);
  }
  if (separator_ == Separator::kAdjacent && !placed) placed = hang_on_noun(number);
  if (separator_ == Separator::kOther && clause(current_).bracket && clause(current_).host != kNone &&
      clause(current_).first_phrase == kNone && !placed && here.preposition == kNone &&
      clause(current_).predicate == kNone && next_finite(here.last) == kNone) {
    attach(here.head, clause(current_).host, Dependency::kApposition);
    here.attached = placed = true;
  }
  if (!placed) {
    here.clause = current_;
    add_argument(number);
  }
  last_phrase_ = number;
  last_noun_ = here.head;
}

bool RussianReading::can_coordinate(int before, int number, bool alike) const {
  const Phrase& first = phrase(before);
  const Phrase& here = phrase(number);
  if (here.preposition != kNone && first.preposition == kNone) return false;
  if (alike && (first.name != here.name || first.number != here.number)) return false;
  if (first.preposition != kNone && here.preposition != kNone)
    return item(first.preposition).form.preposition == item(here.preposition).form.preposition &&
           token(first.preposition).text.size() == token(here.preposition).text.size();
  return in_cases_of(item(first.head).agreement, item(here.head).agreement) != 0;
}

/// "A, B и C": hangs a phrase on the first of the list that it goes on with.
bool RussianReading::coordinate(int number) {
  if (last_phrase_ == kNone || phrase(last_phrase_).clause != current_) return false;
  Phrase& here = phrase(number);
  if (separator_ == Separator::kComma && !continues_list(here.first) && !phrase(last_phrase_).conjoined)
    return false;
  // "A купил B, а C продал D": a clause of its own.
  const int verb = next_finite(here.last);
  if (separator_ == Separator::kCoordinator && clause(current_).predicate != kNone && verb != kNone &&
      here.preposition == kNone && (item(here.head).agreement & kNominative) != 0 &&
      agrees_with_verb(here, verb)) {
    const int parent = current_;
    close_clause();
    if (clause(parent).kind == ClauseKind::kMain) current_ = parent;
    open_clause(ClauseKind::kConjunct, kNone);
    clause(current_).parent = parent;
    clause(current_).mark = coordinator_;
    return false;
  }
  for (const bool alike : {true, false}) {
    for (int before = last_phrase_; before != kNone; before = phrase_above(before)) {
      if (!can_coordinate(before, number, alike)) continue;
      const int first = first_of_list(before);
      Item& word = item(here.head);
      const Agreement common = in_cases_of(word.agreement, item(phrase(first).head).agreement);
      if (common != 0) word.agreement = common;
      const Agreement narrowed = in_cases_of(item(phrase(first).head).agreement, word.agreement);
      if (narrowed != 0) item(phrase(first).head).agreement = narrowed;
      become(number, first, Dependency::kConjunct, kAnyAgreement);
      phrase(first).conjoined = here.conjoined = true;
      if (coordinator_ != kNone) attach(coordinator_, here.head, Dependency::kCoordination);
      return true;
    }
  }
  return false;
}

/// ", глава банка", ", основатель X Юрий Петров": another word for what was named before the comma.
bool RussianReading::hang_after_comma(int number) {
  if (last_phrase_ == kNone || phrase(last_phrase_).clause != current_) return false;
  Phrase& here = phrase(number);
  if (here.preposition != kNone) return false;
  for (int before = last_phrase_; before != kNone; before = phrase_above(before)) {
    const bool describes = item(here.head).is(kTitle | kPersonWord | kDescriptor) && !here.name;
    const bool names =
        here.name && !phrase(before).name && item(phrase(before).head).is(kTitle | kPersonWord | kDescriptor);
    const Agreement common = in_cases_of(item(here.head).agreement, item(phrase(before).head).agreement);
    if (common == 0 || !(describes || names)) continue;
    if (describes && !phrase(before).name && !item(phrase(before).head).is_noun()) continue;
    become(number, before, Dependency::kApposition, common);
    return true;
  }
  return false;
}

}  // namespace whofunds::tagging::rules
