#include "whofunds/mentions/name_agreement.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace whofunds::mentions {

using language::Case;
using text::Script;

bool is_indeclinable_given_name(const Word& given) {
  constexpr std::array<std::string_view, 12> kHard{"н", "л", "т", "р", "с", "д",
                                                   "в", "г", "б", "к", "з", "ш"};
  return given.token.script == Script::kCyrillic && given.note.grammatical_case != Case::kNominative &&
         given.note.grammatical_case != Case::kNone &&
         std::ranges::any_of(kHard, [&](std::string_view ending) { return given.lower.ends_with(ending); });
}

void agree_with_given_name(Word& surname, const Word& given) {
  const tagging::Annotation& told = given.note;
  if (told.gender == language::Gender::kNone || told.grammatical_case == Case::kNone) return;
  surname.note.gender = told.gender;
  surname.note.grammatical_case = told.grammatical_case;
}

void agree_with_noun(Word& adjective, const AnnotatedSentence& sentence, int after, int last) {
  if (adjective.note.part_of_speech != language::PartOfSpeech::kAdjective) return;
  for (int i = after; i < last; ++i) {
    const Word& noun = sentence.at(i);
    if (!noun.is_noun()) continue;
    const bool agrees = noun.note.grammatical_case == adjective.note.grammatical_case &&
                        noun.note.number == language::Number::kSingular &&
                        adjective.note.number != language::Number::kPlural;
    // "пароходству", which a tagger may take for a masculine
    const bool is_neuter = noun.lemma.ends_with("ство") || noun.lemma.ends_with("ие");
    if (agrees && is_neuter) {
      adjective.note.gender = language::Gender::kNeuter;
    } else if (agrees && noun.note.gender != language::Gender::kNone) {
      adjective.note.gender = noun.note.gender;
    }
    return;
  }
}

bool is_adjective_of_next(const Word& word, const AnnotatedSentence& sentence, int next, int last) {
  if (next + 1 >= last || word.token.script != Script::kCyrillic) return false;
  const tagging::Annotation& following = sentence.at(next).note;
  constexpr std::array<std::string_view, 4> kEndings{"ому", "ему", "ым", "им"};
  const bool is_before_noun =
      sentence.at(next).is_noun() && !sentence.at(next).is_capitalised() &&
      std::ranges::any_of(kEndings, [&](std::string_view ending) { return word.lower.ends_with(ending); });
  // "Лугского химического комбината": the genitive of another name stands after what it is of.
  const bool is_of_place = following.part_of_speech == language::PartOfSpeech::kAdjective &&
                           !sentence.at(next).is_capitalised() &&
                           (word.lower.ends_with("ского") || word.lower.ends_with("цкого"));
  return (following.part_of_speech == language::PartOfSpeech::kAdjective || is_before_noun) &&
         following.grammatical_case == word.note.grammatical_case &&
         word.note.grammatical_case != Case::kNominative &&
         (word.note.grammatical_case != Case::kGenitive || is_of_place);
}

}  // namespace whofunds::mentions
