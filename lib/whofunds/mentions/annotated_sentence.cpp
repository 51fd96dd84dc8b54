#include "whofunds/mentions/annotated_sentence.hpp"

#include <algorithm>

#include <unicode/unistr.h>

#include "whofunds/language/plain_letters.hpp"
#include "whofunds/mentions/headline.hpp"
#include "whofunds/mentions/tagger_text.hpp"
#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

std::string lower_case(std::string_view text) {
  std::string result;
  if (language::lower_plainly(text, result)) return result;
  result.clear();
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())))
      .toLower()
      .toUTF8String(result);
  return result;
}

bool is_verbal(PartOfSpeech part) {
  return part == PartOfSpeech::kVerb || part == PartOfSpeech::kInfinitive ||
         part == PartOfSpeech::kParticiple || part == PartOfSpeech::kShortForm ||
         part == PartOfSpeech::kGerund;
}

bool is_nominal(PartOfSpeech part) {
  return part == PartOfSpeech::kNoun || part == PartOfSpeech::kProperNoun;
}

/// How well a reading of the dictionary agrees with the tag. The tagger saw the sentence, the dictionary
/// knows the word.
double agreement(const language::Analysis& reading, const tagging::Annotation& note) {
  double score = reading.probability;
  if (reading.part_of_speech == note.part_of_speech) {
    score += 4;
  } else if ((is_verbal(reading.part_of_speech) && is_verbal(note.part_of_speech)) ||
             (is_nominal(reading.part_of_speech) && is_nominal(note.part_of_speech))) {
    score += 3;
  }
  if (reading.grammatical_case == note.grammatical_case) score += 1;
  if (reading.number == note.number) score += 0.5;
  if (reading.gender == note.gender) score += 0.25;
  if (note.part_of_speech == PartOfSpeech::kProperNoun && reading.name != language::NameKind::kNone)
    score += 0.5;
  // "Анне Беловой": what can decline does, before what never would.
  const bool is_oblique =
      note.grammatical_case != language::Case::kNone && note.grammatical_case != language::Case::kNominative;
  if (reading.indeclinable && is_oblique) score -= 1;
  return score;
}

/// Whether a verb that a dictionary calls perfective has a perfective of its own, so that it is none:
/// "спонсировать" beside "проспонсировать".
bool has_perfective(const Word& word, const language::Lexicon& lexicon) {
  constexpr std::string_view kEnding = "ировать";
  return word.lemma.ends_with(kEnding) && lexicon.frames_by_verb.contains("про" + word.lemma);
}

}  // namespace

bool Word::is_verb() const {
  return is_verbal(note.part_of_speech);
}
bool Word::is_subject() const {
  return is(Dependency::kSubject) || is(Dependency::kPassiveSubject);
}

bool Word::is_noun() const {
  return is_nominal(note.part_of_speech);
}

int AnnotatedSentence::child(int word, Dependency dependency) const {
  for (const int child : at(word).children) {
    if (at(child).is(dependency)) return child;
  }
  return kNoWord;
}

const Word& nothing() {
  static const Word none{.note = {.head = kNoWord}};
  return none;
}

void AnnotatedSentence::hang(int word, int head, Dependency dependency) {
  if (head == word || word == kNoWord) return;
  // No rings: where the head hangs below the word, it takes the word's place first.
  if (head != kNoWord && is_under(head, word)) {
    const tagging::Annotation& note = at(word).note;
    hang(head, note.head, note.dependency);
  }
  Word& moved = words[static_cast<std::size_t>(word)];
  if (moved.note.head != kNoWord) std::erase(words[static_cast<std::size_t>(moved.note.head)].children, word);
  moved.note.head = head;
  moved.note.dependency = dependency;
  if (head == kNoWord) return;
  std::vector<int>& children = words[static_cast<std::size_t>(head)].children;
  children.insert(std::ranges::upper_bound(children, word), word);
}

std::string_view AnnotatedSentence::preposition(int word) const {
  const int found = child(word, Dependency::kCase);
  return found == kNoWord ? std::string_view() : std::string_view(at(found).lower);
}

bool AnnotatedSentence::has_subject(int verb) const {
  return child(verb, Dependency::kSubject) != kNoWord || child(verb, Dependency::kPassiveSubject) != kNoWord;
}

int AnnotatedSentence::top_within(int word, int first, int last) const {
  while (head_of(word) >= first && head_of(word) < last) word = head_of(word);
  return word;
}

bool AnnotatedSentence::is_under(int word, int ancestor) const {
  // The tree is no deeper than the sentence is long.
  for (int steps = 0; word != kNoWord && steps <= size(); ++steps) {
    if (word == ancestor) return true;
    word = head_of(word);
  }
  return false;
}

const language::Analysis* best_reading(std::span<const language::Analysis> readings,
                                       const tagging::Annotation& note) {
  const language::Analysis* best = nullptr;
  double best_score = -1;
  for (const language::Analysis& reading : readings) {
    const double score = agreement(reading, note);
    if (score > best_score) {
      best = &reading;
      best_score = score;
    }
  }
  return best;
}

namespace {

/// A tagger that never met a participle or a gerund may take it for an adjective or a name. A form that the
/// dictionary knows as nothing else is what the dictionary says.
void correct_verbal(Word& word, std::span<const language::Analysis> readings,
                    const language::Analysis& reading) {
  const bool declined = reading.part_of_speech == PartOfSpeech::kParticiple &&
                        reading.grammatical_case != language::Case::kNone;
  // "Возглавляет стартап": a finite verb at the head of a sentence
  const bool is_finite = reading.part_of_speech == PartOfSpeech::kVerb &&
                         (word.note.part_of_speech == PartOfSpeech::kParticiple ||
                          word.note.part_of_speech == PartOfSpeech::kAdjective ||
                          (word.note.part_of_speech == PartOfSpeech::kNoun && !word.token.capitalised &&
                           word.token.script == text::Script::kCyrillic));
  if (is_finite) {
    const bool is_sure = std::ranges::all_of(readings, [](const language::Analysis& other) {
      return !other.guessed && other.part_of_speech == PartOfSpeech::kVerb;
    });
    if (!is_sure) return;
    word.note.part_of_speech = PartOfSpeech::kVerb;
    word.note.tense = reading.tense;
    word.note.gender = reading.gender;
    word.note.number = reading.number;
    word.note.grammatical_case = language::Case::kNone;
    return;
  }
  if (!declined && reading.part_of_speech != PartOfSpeech::kGerund) return;
  const bool may_be_other =
      word.note.part_of_speech == PartOfSpeech::kInfinitive ||
      (word.note.part_of_speech == PartOfSpeech::kGerund && reading.part_of_speech != PartOfSpeech::kGerund);
  if (is_verbal(word.note.part_of_speech) && !may_be_other) return;
  for (const language::Analysis& other : readings) {
    if (other.guessed || other.part_of_speech != reading.part_of_speech) return;
  }
  word.note.part_of_speech = reading.part_of_speech;
  word.note.voice = reading.voice;
  word.note.tense = reading.tense;
  if (declined) {
    word.note.grammatical_case = reading.grammatical_case;
    word.note.gender = reading.gender;
    word.note.number = reading.number;
  }
  word.note.name = tagging::NameClass::kNone;
}

/// "Входившая в группу «А» сеть": a capital at the head of a sentence makes no name of a participle.
void correct_opening_participle(Word& word, std::span<const language::Analysis> readings,
                                bool has_complement) {
  // "Входящий" may be an adjective or a noun, too; a preposition after it shows what it is.
  const bool is_sure = std::ranges::all_of(readings, [&](const language::Analysis& other) {
    return !other.guessed && other.name == language::NameKind::kNone &&
           (has_complement || other.part_of_speech == PartOfSpeech::kParticiple);
  });
  const bool may_be = std::ranges::any_of(readings, [](const language::Analysis& other) {
    return other.part_of_speech == PartOfSpeech::kParticiple;
  });
  if (!may_be || !is_sure || word.note.name == tagging::NameClass::kNone) return;
  word.note.name = tagging::NameClass::kNone;
  word.note.part_of_speech = PartOfSpeech::kParticiple;
  word.note.voice = readings.front().voice;
}

/// "партнёр онлайн-кинотеатра": taggers often miss the case of a compound, which its last part shows.
void correct_case_of_compound(Word& word, const language::Morphology& morphology) {
  const std::size_t hyphen = word.lower.rfind('-');
  if (hyphen == std::string::npos || word.token.capitalised || !word.is_noun() ||
      word.token.script != text::Script::kCyrillic)
    return;
  std::vector<language::Analysis> readings;
  morphology.analyze(std::string_view(word.lower).substr(hyphen + 1), readings);
  std::erase_if(readings, [](const language::Analysis& reading) {
    return reading.guessed || reading.part_of_speech != PartOfSpeech::kNoun || reading.indeclinable;
  });
  const auto in_case = [&](language::Case asked) {
    return std::ranges::find_if(
        readings, [&](const language::Analysis& reading) { return reading.grammatical_case == asked; });
  };
  const bool is_of_noun = word.is(tagging::Dependency::kNominalModifier) &&
                          word.note.grammatical_case == language::Case::kNominative;
  auto told = is_of_noun ? in_case(language::Case::kGenitive) : readings.end();
  if (told == readings.end() && in_case(word.note.grammatical_case) == readings.end())
    told = readings.begin();
  if (told == readings.end()) return;
  word.note.grammatical_case = told->grammatical_case;
  word.note.number = told->number;
}

/// "IT-компании", "финтех-стартап": a description with something before its hyphen is that description; and
/// "VR-очки", a noun with Latin letters before its hyphen, are no name.
void correct_compound(Word& word, const language::Morphology& morphology, const language::Lexicon& lexicon) {
  const std::size_t hyphen = word.lower.rfind('-');
  if (hyphen == std::string::npos || lexicon.descriptors.contains(word.lemma)) return;
  // "Лид-инвестор", of which a dictionary knows no more than a guess
  if (lexicon.frames_by_title.contains(word.lower)) {
    word.lemma = word.lower;
    word.note.part_of_speech = PartOfSpeech::kNoun;
    return;
  }
  // "Артель-фонд" is a name.
  const bool has_name_before = word.token.capitalised && word.token.script == text::Script::kCyrillic;
  if (has_name_before) return;
  std::vector<language::Analysis> readings;
  morphology.analyze(word.token.text.substr(hyphen + 1), readings);
  const bool is_kind = std::ranges::all_of(word.token.text.substr(0, hyphen),
                                           [](char letter) { return letter >= 'A' && letter <= 'Z'; });
  const auto described = std::ranges::find_if(readings, [&](const language::Analysis& reading) {
    if (is_kind && !reading.guessed && reading.part_of_speech == PartOfSpeech::kNoun) return true;
    const auto descriptor = lexicon.descriptors.find(reading.lemma);
    return !reading.guessed && descriptor != lexicon.descriptors.end() &&
           descriptor->second.kind != model::EntityKind::kPerson;
  });
  const bool is_small = word.token.text.substr(hyphen + 1) == std::string_view(word.lower).substr(hyphen + 1);
  if (described == readings.end() || !is_small) return;
  word.lemma = described->lemma;
  word.token.capitalised = false;
  word.note.part_of_speech = PartOfSpeech::kNoun;
  word.note.name = tagging::NameClass::kNone;
  if (word.note.grammatical_case == language::Case::kNone) {
    word.note.grammatical_case = described->grammatical_case;
    word.note.number = described->number;
    word.note.gender = described->gender;
  }
}

/// "маслокомбинату", "агрофонд": a noun that no dictionary has, which ends in one that tells what kind of
/// thing it is.
void correct_closed_compound(Word& word, const language::Morphology& morphology,
                             const language::Lexicon& lexicon) {
  if (word.token.capitalised || word.token.script != text::Script::kCyrillic) return;
  constexpr std::size_t kStem = 8;  // in bytes: "фабр", "комб"
  for (const std::string& noun : lexicon.compounded_nouns) {
    const std::size_t begin = word.lower.rfind(std::string_view(noun).substr(0, kStem));
    if (begin == std::string::npos || begin < 4) continue;
    std::vector<language::Analysis> readings;
    morphology.analyze(std::string_view(word.lower).substr(begin), readings);
    const auto reading = std::ranges::find_if(
        readings, [&](const language::Analysis& one) { return !one.guessed && one.lemma == noun; });
    if (reading == readings.end()) continue;
    word.lemma = noun;
    word.note.part_of_speech = PartOfSpeech::kNoun;
    const bool may_be = std::ranges::any_of(readings, [&](const language::Analysis& one) {
      return one.lemma == noun && one.grammatical_case == word.note.grammatical_case;
    });
    if (!may_be) word.note.grammatical_case = reading->grammatical_case;
    word.note.gender = reading->gender;
    word.note.number = reading->number;
    return;
  }
}

/// "«Лотосом»", "«Ромашку»" are no nominatives, whatever a tagger says of a name that it never met.
void correct_case(Word& word, std::span<const language::Analysis> readings,
                  const language::Analysis& reading) {
  const bool is_oblique = reading.grammatical_case == language::Case::kInstrumental ||
                          reading.grammatical_case == language::Case::kDative ||
                          reading.grammatical_case == language::Case::kAccusative;
  const bool is_plain = is_oblique && reading.number == language::Number::kSingular && !reading.indeclinable;
  if (!word.is_noun() || !is_plain || word.note.name == tagging::NameClass::kPerson) return;
  const bool may_be = std::ranges::any_of(readings, [&](const language::Analysis& other) {
    return other.guessed || other.indeclinable || other.grammatical_case == word.note.grammatical_case;
  });
  if (!may_be) word.note.grammatical_case = reading.grammatical_case;
}

/// A tagger that never met a name may take it for a verb or a common noun. What it sees as a name, and a
/// capitalised noun that no dictionary has, is a proper noun; and "to" before a name is a preposition.
void correct_name(AnnotatedSentence& sentence, int index, bool is_unknown) {
  Word& word = sentence.words[static_cast<std::size_t>(index)];
  if (!word.token.capitalised) return;
  const PartOfSpeech told = word.note.part_of_speech;
  const bool is_taken_for_other =
      told == PartOfSpeech::kNoun || told == PartOfSpeech::kAdverb || told == PartOfSpeech::kNumeral ||
      told == PartOfSpeech::kInfinitive || told == PartOfSpeech::kDeterminer ||
      (told == PartOfSpeech::kAdjective && !word.is(Dependency::kAdjectiveModifier));
  if (!is_verbal(told) && is_taken_for_other && is_unknown)
    word.note.part_of_speech = PartOfSpeech::kProperNoun;
  if (told == PartOfSpeech::kDeterminer && is_unknown && word.is(Dependency::kDeterminer))
    word.note.dependency = Dependency::kCompound;
  const bool is_named = word.note.name != tagging::NameClass::kNone;
  if (!is_verbal(told) || !(is_named || (is_unknown && is_taken_for_other))) return;
  word.note.part_of_speech = PartOfSpeech::kProperNoun;
  if (word.is(Dependency::kAdverbialClause) || word.is(Dependency::kOpenComplement) ||
      word.is(Dependency::kClauseOfNoun))
    word.note.dependency = Dependency::kOblique;
  for (const int child : word.children) {
    Word& beside = sentence.words[static_cast<std::size_t>(child)];
    if (child < index && beside.is(Dependency::kMark)) beside.note.dependency = Dependency::kCase;
  }
}

/// The ends of the parts that semicolons cut a sentence into, outside of quotes and brackets. Parts of a word
/// or two are items of a list and stay where they are.
std::vector<std::size_t> ends_of_parts(std::span<const text::Token> tokens) {
  constexpr std::size_t kShortest = 4;
  std::vector<std::size_t> ends;
  int depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view mark = tokens[i].text;
    if (mark == "(" || mark == "«" || mark == "“") ++depth;
    if (mark == ")" || mark == "»" || mark == "”") --depth;
    const std::size_t begin = ends.empty() ? 0 : ends.back();
    if (mark == ";" && depth == 0 && i - begin >= kShortest && tokens.size() - i > kShortest)
      ends.push_back(i + 1);
  }
  ends.push_back(tokens.size());
  return ends;
}

/// Annotates a sentence, what semicolons part each for itself: parsers take words of the one for arguments of
/// the other.
void annotate_by_parts(const tagging::Tagger& tagger, std::span<const text::Token> tokens,
                       std::span<tagging::Annotation> notes) {
  std::size_t begin = 0;
  std::int32_t first_root = kNoWord;
  for (const std::size_t end : ends_of_parts(tokens)) {
    const std::span<tagging::Annotation> part = notes.subspan(begin, end - begin);
    tagger.annotate(tokens.subspan(begin, end - begin), part);
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (part[i].head >= 0) {
        part[i].head += static_cast<std::int32_t>(begin);
      } else if (first_root == kNoWord) {
        first_root = static_cast<std::int32_t>(begin + i);
      } else {
        part[i].head = first_root;
        part[i].dependency = Dependency::kParataxis;
      }
    }
    begin = end;
  }
}

/// What a tagger says of the tokens, where it is shown them as it knows them.
std::vector<tagging::Annotation> annotate_tokens(std::span<const text::Token> tokens,
                                                 const tagging::Tagger& tagger,
                                                 const language::Morphology& morphology,
                                                 const language::Lexicon& lexicon) {
  const Headline headline(tokens, lexicon, morphology);
  const Asides asides(headline.tokens(), lexicon, morphology);
  const std::vector<text::Token> without =
      asides.empty() ? std::vector<text::Token>() : asides.without(headline.tokens());
  TaggerText shown(asides.empty() ? headline.tokens() : std::span<const text::Token>(without), lexicon);
  std::vector<tagging::Annotation> notes(shown.tokens().size());
  annotate_by_parts(tagger, shown.tokens(), notes);
  if (shown.doubts(notes, morphology)) annotate_by_parts(tagger, shown.tokens(), notes);
  return asides.empty() ? notes : asides.spread(notes);
}

}  // namespace

AnnotatedSentence annotate(std::span<const text::Token> given, const tagging::Tagger& tagger,
                           const language::Morphology& morphology, const language::Lexicon& lexicon) {
  const std::vector<text::Token> joined = join_hyphenated(given, lexicon);
  const std::span<const text::Token> tokens = joined.empty() ? given : joined;
  const std::vector<tagging::Annotation> notes = annotate_tokens(tokens, tagger, morphology, lexicon);

  AnnotatedSentence sentence;
  sentence.words.reserve(tokens.size());
  std::vector<language::Analysis> readings;
  std::vector<bool> unknown(tokens.size(), false);
  const std::vector<std::string_view> marks =
      lexicon.inflected ? guillemets(tokens) : std::vector<std::string_view>();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Word word{.token = tokens[i], .note = notes[i], .lower = lower_case(tokens[i].text)};
    if (!marks.empty() && !marks[i].empty()) word.lower = marks[i];
    morphology.analyze(word.token.text, readings);
    const language::Analysis* const reading = best_reading(readings, word.note);
    unknown[i] = reading != nullptr && reading->guessed && word.token.script == text::Script::kLatin;
    word.lemma = reading != nullptr ? reading->lemma : word.lower;
    if (reading != nullptr) correct_verbal(word, readings, *reading);
    if (reading != nullptr && lexicon.inflected) correct_case(word, readings, *reading);
    const bool opens = i == 0 && tokens.size() > 1 && notes[1].name == tagging::NameClass::kNone;
    if (opens && lexicon.inflected)
      correct_opening_participle(word, readings, notes[1].part_of_speech == PartOfSpeech::kPreposition);
    if (lexicon.inflected) {
      correct_compound(word, morphology, lexicon);
      correct_case_of_compound(word, morphology);
    }
    if (lexicon.inflected && reading != nullptr && reading->guessed)
      correct_closed_compound(word, morphology, lexicon);
    // What is not past of a perfective verb is future, which taggers call present.
    if (reading != nullptr && word.is_verb() && reading->tense == language::Tense::kFuture &&
        word.note.tense != language::Tense::kPast && !has_perfective(word, lexicon))
      word.note.tense = reading->tense;
    sentence.words.push_back(std::move(word));
  }
  for (int i = 0; i < sentence.size(); ++i) {
    const int head = sentence.head_of(i);
    if (head != kNoWord) sentence.words[static_cast<std::size_t>(head)].children.push_back(i);
  }
  for (int i = 0; i < sentence.size(); ++i) correct_name(sentence, i, unknown[static_cast<std::size_t>(i)]);
  correct_tree(sentence, lexicon);
  if (!lexicon.inflected) correct_english_tree(sentence, lexicon);
  return sentence;
}

}  // namespace whofunds::mentions
