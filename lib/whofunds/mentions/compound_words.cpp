#include "whofunds/mentions/compound_words.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace whofunds::mentions {

using language::PartOfSpeech;

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

}  // namespace whofunds::mentions
