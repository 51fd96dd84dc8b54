#include "whofunds/mentions/word_readings.hpp"

#include <algorithm>
#include <string_view>

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

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

}  // namespace

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

bool has_perfective(const Word& word, const language::Lexicon& lexicon) {
  constexpr std::string_view kEnding = "ировать";
  return word.lemma.ends_with(kEnding) && lexicon.frames_by_verb.contains("про" + word.lemma);
}

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

}  // namespace whofunds::mentions
