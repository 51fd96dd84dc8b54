#include "whofunds/mentions/agreement_corrections.hpp"

#include <algorithm>

#include "whofunds/mentions/actor_corrections.hpp"
#include "whofunds/mentions/complement_corrections.hpp"

namespace whofunds::mentions {

using language::Gender;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// Whether a subject is told to be several: "два игрока", "А и Б", "группа А и Б".
bool are_several(const AnnotatedSentence& sentence, int subject) {
  const auto is_joined = [&](int word) {
    return sentence.child(word, Dependency::kConjunct) != kNoWord ||
           sentence.child(word, Dependency::kNumericModifier) != kNoWord;
  };
  return is_joined(subject) || std::ranges::any_of(sentence.at(subject).children, [&](int child) {
           return sentence.at(child).is_noun() && is_joined(child);
         });
}

/// Whether the subject of a verb in the plural is one thing, that does nothing together with others.
bool is_one_thing(const AnnotatedSentence& sentence, int subject, const language::Lexicon& lexicon) {
  using language::Gender;
  const Word& thing = sentence.at(subject);
  return thing.note.number == language::Number::kSingular && !thing.note.animate &&
         (thing.note.gender == Gender::kMasculine || thing.note.gender == Gender::kNeuter) &&
         describes_thing(sentence, subject, lexicon) && !lexicon.acting_groups.contains(thing.lemma) &&
         !lexicon.transparent_nouns.contains(thing.lemma) && !are_several(sentence, subject);
}

}  // namespace

bool describes_thing(const AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  return is_plain_description(here, lexicon) ||
         (noun == 0 && here.is_noun() && lexicon.descriptors.contains(here.lemma));
}

bool shows_nominative(const Word& word) {
  return word.note.part_of_speech == PartOfSpeech::kNoun && word.note.gender == language::Gender::kFeminine &&
         word.lower == word.lemma && (word.lower.ends_with("а") || word.lower.ends_with("я")) &&
         word.note.number != language::Number::kPlural;
}

void correct_subject_of_other_gender(AnnotatedSentence& sentence, int verb,
                                     const language::Lexicon& lexicon) {
  using language::Gender;
  const tagging::Annotation& note = sentence.at(verb).note;
  if (note.part_of_speech != PartOfSpeech::kVerb || note.tense != language::Tense::kPast ||
      note.gender == Gender::kNone || note.number == language::Number::kPlural)
    return;
  const int subject = sentence.child(verb, Dependency::kSubject);
  const int object = sentence.child(verb, Dependency::kObject);
  if (subject == kNoWord || object < verb || subject > verb || !sentence.at(object).is_noun()) return;
  const Word& thing = sentence.at(subject);
  const bool is_thing = describes_thing(sentence, subject, lexicon);
  const bool disagrees = thing.note.gender != Gender::kNone && thing.note.gender != note.gender &&
                         thing.note.gender != Gender::kFeminine;
  if (!is_thing || !disagrees || !sentence.at(object).is_capitalised()) return;
  if (sentence.child(subject, Dependency::kConjunct) != kNoWord) return;
  exchange(sentence, verb, subject, object);
}

void correct_subject_of_other_number(AnnotatedSentence& sentence, int verb,
                                     const language::Lexicon& lexicon) {
  const tagging::Annotation& note = sentence.at(verb).note;
  const int subject = sentence.child(verb, Dependency::kSubject);
  if (note.part_of_speech != PartOfSpeech::kVerb || note.number != language::Number::kPlural ||
      subject == kNoWord || !lexicon.frames_by_verb.contains(sentence.at(verb).lemma) ||
      !is_one_thing(sentence, subject, lexicon))
    return;
  const int object = sentence.child(verb, Dependency::kObject);
  if (object == kNoWord) return sentence.hang(subject, verb, Dependency::kObject);
  const bool may_act =
      object > verb && subject < verb && sentence.preposition(object).empty() &&
      (sentence.at(object).note.number == language::Number::kPlural || are_several(sentence, object));
  if (may_act) exchange(sentence, verb, subject, object);
}

void correct_subject_against_tags(AnnotatedSentence& sentence, int verb) {
  using language::Case;
  const tagging::Annotation& note = sentence.at(verb).note;
  const int subject = sentence.child(verb, Dependency::kSubject);
  const int object = sentence.child(verb, Dependency::kObject);
  if (note.part_of_speech != PartOfSpeech::kVerb || subject == kNoWord || object == kNoWord ||
      (subject < verb) == (object < verb) || !sentence.at(subject).is_noun() ||
      !sentence.at(object).is_noun() || !may_agree(sentence, verb, object))
    return;
  const tagging::Annotation& acting = sentence.at(subject).note;
  const tagging::Annotation& acted_on = sentence.at(object).note;
  const bool has_cases = acting.grammatical_case == Case::kAccusative &&
                         acted_on.grammatical_case == Case::kNominative && object < verb;
  const bool is_other_number = note.number == language::Number::kSingular &&
                               acting.number == language::Number::kPlural &&
                               acted_on.number == language::Number::kSingular;
  if (has_cases || is_other_number) exchange(sentence, verb, subject, object);
}

void correct_subject_before_infinitive(AnnotatedSentence& sentence, int verb,
                                       const language::Lexicon& lexicon) {
  const int subject = sentence.child(verb, Dependency::kSubject);
  const int infinitive = sentence.child(verb, Dependency::kOpenComplement);
  if (subject == kNoWord || subject > verb || infinitive < verb ||
      sentence.at(infinitive).note.part_of_speech != PartOfSpeech::kInfinitive)
    return;
  const Word& thing = sentence.at(subject);
  const bool is_plural = sentence.at(verb).note.number == language::Number::kPlural;
  const int object = sentence.child(infinitive, Dependency::kObject);
  if (object == kNoWord) {
    if (is_plural && lexicon.frames_by_verb.contains(sentence.at(infinitive).lemma) &&
        is_one_thing(sentence, subject, lexicon))
      sentence.hang(subject, infinitive, Dependency::kObject);
    return;
  }
  const bool is_other_number = is_plural && thing.is_noun() &&
                               thing.note.number != language::Number::kPlural &&
                               sentence.child(subject, Dependency::kConjunct) == kNoWord &&
                               sentence.child(object, Dependency::kConjunct) != kNoWord;
  const bool is_nominative = thing.note.gender != language::Gender::kFeminine && !thing.note.animate &&
                             shows_nominative(sentence.at(object)) && may_agree(sentence, verb, object);
  if (object < infinitive || !(is_other_number || is_nominative)) return;
  sentence.hang(object, verb, Dependency::kSubject);
  sentence.hang(subject, infinitive, Dependency::kObject);
}

bool may_agree(const AnnotatedSentence& sentence, int verb, int noun) {
  using language::Gender;
  const Gender told = sentence.at(verb).note.gender;
  const Gender of_noun = sentence.at(noun).note.gender;
  return told == Gender::kNone || of_noun == Gender::kNone || told == of_noun;
}

}  // namespace whofunds::mentions
