#include "whofunds/tagging/rules_sentence.hpp"

#include <cstddef>

namespace whofunds::tagging::rules {

using language::Case;
using language::Gender;
using language::Number;
using language::PartOfSpeech;
using text::TokenKind;

namespace {

constexpr int kUnseen = 0;
constexpr int kSafe = -1;

/// The first case, with its gender and number, that the bits allow, in the order in which cases are common
/// where nothing else tells.
void write_agreement(const Item& item, Annotation& annotation) {
  constexpr Case kOrder[] = {Case::kNominative, Case::kGenitive,     Case::kAccusative,
                             Case::kDative,     Case::kInstrumental, Case::kPrepositional};
  Agreement bits = 0;
  for (const Case candidate : kOrder) {
    bits = (item.agreement & bits_of(candidate)) >> (4U * (static_cast<unsigned>(candidate) - 1U));
    if (bits == 0) continue;
    if (!item.caseless) annotation.grammatical_case = candidate;
    break;
  }
  if (bits == 0) bits = item.agreement >> kVerbShift & 0xFU;
  if (bits == 8U) annotation.number = Number::kPlural;
  if (bits != 0 && bits < 8U) annotation.number = Number::kSingular;
  if (bits == 1U) annotation.gender = Gender::kMasculine;
  if (bits == 2U) annotation.gender = Gender::kFeminine;
  if (bits == 4U) annotation.gender = Gender::kNeuter;
}

}  // namespace

Agreement in_cases_of(Agreement agreement, Agreement other) {
  Agreement cases = 0;
  for (unsigned shift = 0; shift < kVerbShift; shift += 4) {
    if ((other >> shift & 0xFU) != 0) cases |= 0xFU << shift;
  }
  return agreement & cases;
}

void make_one_tree(Scratch& scratch, int root) {
  std::vector<Item>& items = scratch.items;
  const auto at = [&](int word) -> Item& { return items[static_cast<std::size_t>(word)]; };
  const int count = static_cast<int>(items.size());
  at(root).head = kNone;
  at(root).dependency = Dependency::kRoot;
  // Each walk up marks its way with its own number: meeting it again is a ring, which is cut there.
  scratch.marks.assign(items.size(), kUnseen);
  scratch.marks[static_cast<std::size_t>(root)] = kSafe;
  for (int word = 0; word < count; ++word) {
    const int own = word + 1;
    int up = word;
    while (scratch.marks[static_cast<std::size_t>(up)] == kUnseen) {
      scratch.marks[static_cast<std::size_t>(up)] = own;
      if (at(up).head == kNone || scratch.marks[static_cast<std::size_t>(at(up).head)] == own)
        at(up).head = root;
      up = at(up).head;
    }
    for (up = word; scratch.marks[static_cast<std::size_t>(up)] == own; up = at(up).head)
      scratch.marks[static_cast<std::size_t>(up)] = kSafe;
  }
}

void write_annotations(const Scratch& scratch, std::span<Annotation> annotations) {
  for (std::size_t i = 0; i < annotations.size(); ++i) {
    const Item& item = scratch.items[i];
    Annotation& annotation = annotations[i];
    annotation = {};
    annotation.part_of_speech = item.part;
    annotation.voice = item.voice;
    annotation.tense = item.tense;
    annotation.head = item.head;
    annotation.dependency = item.dependency;
    annotation.name = item.name;
    annotation.name_begins = item.name_begins;
    annotation.animate = item.reading != nullptr && item.reading->animate;
    write_agreement(item, annotation);
  }
}

SentenceReading::SentenceReading(const Forms& forms, std::span<const text::Token> tokens, Scratch& scratch)
    : forms_(forms), tokens_(tokens), scratch_(scratch) {
  scratch.items.resize(tokens.size());
  scratch.phrases.clear();
  scratch.clauses.clear();
}

void SentenceReading::attach(int word, int head, Dependency dependency) {
  if (word == head) return;
  item(word).head = head;
  item(word).dependency = dependency;
}

bool SentenceReading::begins_sentence(int i) const {
  while (i > 0 && token(i - 1).kind != TokenKind::kWord && token(i - 1).text != ",") --i;
  return i == 0;
}

void SentenceReading::set_name(int first, int last, NameClass name) {
  for (int i = first; i < last; ++i) item(i).name = name;
  item(first).name_begins = true;
}

void SentenceReading::choose_reading(Item& word, const Reading& reading) {
  word.reading = &reading;
  word.part = reading.part;
  word.agreement = reading.agreement;
  word.voice = reading.voice;
  word.tense = reading.tense;
}

int SentenceReading::open_clause(ClauseKind kind, int host) {
  scratch_.clauses.push_back({.kind = kind, .parent = current_, .host = host});
  current_ = static_cast<int>(scratch_.clauses.size()) - 1;
  return current_;
}

void SentenceReading::close_clause() {
  if (clause(current_).parent != kNone) current_ = clause(current_).parent;
}

void SentenceReading::begin_clause(ClauseKind kind, int host) {
  open_clause(kind, host);
  last_phrase_ = kNone;
  separator_ = Separator::kOther;
}

/// What brackets hold is a clause of its own; after them goes on what stood before.
void SentenceReading::open_bracket() {
  const int before = last_phrase_;
  begin_clause(ClauseKind::kParataxis, last_noun_);
  clause(current_).bracket = true;
  clause(current_).resume = before;
}

void SentenceReading::close_bracket() {
  while (!clause(current_).bracket && clause(current_).parent != kNone) close_clause();
  last_phrase_ = clause(current_).resume;
  close_clause();
  separator_ = Separator::kOther;
}

void SentenceReading::set_predicate(int i) {
  clause(current_).predicate = i;
  clause(current_).governor = i;
  last_phrase_ = kNone;
}

int SentenceReading::predicate_of(int number) const {
  const Clause& of = clause(number);
  if (of.predicate != kNone) return of.predicate;
  return of.first_phrase == kNone ? kNone : phrase(of.first_phrase).head;
}

void SentenceReading::add_argument(int number) {
  Phrase& here = phrase(number);
  Clause& of = clause(current_);
  here.governor = of.governor;
  if (of.first_phrase == kNone)
    of.first_phrase = number;
  else
    phrase(of.last_phrase).next = number;
  of.last_phrase = number;
}

int SentenceReading::phrase_above(int number) const {
  if (!phrase(number).attached) return kNone;
  const int head = item(phrase(number).head).head;
  // Phrases hang on phrases close before them.
  for (int above = number - 1; above >= 0 && above >= number - 8; --above) {
    if (phrase(above).head == head) return above;
  }
  return kNone;
}

int SentenceReading::first_of_list(int number) const {
  int first = number;
  while (item(phrase(first).head).dependency == Dependency::kConjunct && phrase_above(first) != kNone)
    first = phrase_above(first);
  return first;
}

void SentenceReading::hang_clause(int number) {
  const Clause& of = clause(number);
  const int predicate = predicate_of(number);
  if (predicate == kNone || item(predicate).head != kNone) return;
  const int above = of.parent == kNone ? kNone : predicate_of(of.parent);
  const int host = of.host == kNone ? above : of.host;
  if (host == kNone) return;
  switch (of.kind) {
    case ClauseKind::kRelative:
      attach(predicate, host, Dependency::kRelativeClause);
      break;
    case ClauseKind::kParticipial:
      attach(predicate, host, Dependency::kClauseOfNoun);
      break;
    case ClauseKind::kBefore:
      attach(predicate, host, Dependency::kAdjectiveModifier);
      break;
    case ClauseKind::kGerund:
    case ClauseKind::kAdverbial:
      attach(predicate, host, Dependency::kAdverbialClause);
      break;
    case ClauseKind::kComplement:
      attach(predicate, host, Dependency::kClausalComplement);
      break;
    case ClauseKind::kConjunct:
      attach(predicate, host, Dependency::kConjunct);
      break;
    default:
      attach(predicate, host, Dependency::kParataxis);
  }
  if (of.mark != kNone && of.mark != predicate)
    attach(of.mark, predicate,
           of.kind == ClauseKind::kConjunct ? Dependency::kCoordination : Dependency::kMark);
}

/// Adverbs and particles hang on the verb of their clause, negation on the word after it; marks on the word
/// before them.
void SentenceReading::hang_loose_words() {
  for (int i = 0; i < size(); ++i) {
    Item& word = item(i);
    if (word.head != kNone) continue;
    const int predicate = word.clause == kNone ? kNone : predicate_of(word.clause);
    if (i == predicate) continue;
    if (token(i).kind == TokenKind::kPunctuation || token(i).kind == TokenKind::kSymbol) {
      attach(i, predicate, Dependency::kPunctuation);
    } else if (word.is(kNegation) && is_word(i + 1)) {
      attach(i, i + 1, Dependency::kAdverbModifier);
    } else if (word.is(kCoordinator | kContrast)) {
      attach(i, predicate, Dependency::kCoordination);
    } else if (word.is(PartOfSpeech::kAdverb) || word.is(PartOfSpeech::kParticle)) {
      attach(i, predicate, Dependency::kAdverbModifier);
    } else {
      attach(i, predicate, Dependency::kOther);
    }
  }
}

void SentenceReading::finish() {
  for (std::size_t c = 1; c < scratch_.clauses.size(); ++c) hang_clause(static_cast<int>(c));
  int root = kNone;
  for (std::size_t c = 0; root == kNone && c < scratch_.clauses.size(); ++c)
    root = predicate_of(static_cast<int>(c));
  hang_loose_words();
  make_one_tree(scratch_, root == kNone ? 0 : root);
}

}  // namespace whofunds::tagging::rules
