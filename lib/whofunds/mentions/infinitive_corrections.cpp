#include "whofunds/mentions/infinitive_corrections.hpp"

#include <vector>

#include "whofunds/mentions/actor_corrections.hpp"
#include "whofunds/mentions/agreement_corrections.hpp"
#include "whofunds/mentions/complement_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

void correct_infinitive_of_noun(AnnotatedSentence& sentence, int infinitive,
                                const language::Lexicon& lexicon) {
  const int verb = sentence.head_of(infinitive);
  if (verb <= infinitive || !sentence.at(verb).is_verb()) return;
  int noun = infinitive - 1;
  while (noun >= 0 && !sentence.at(noun).is_verb() && !is_mark(sentence.at(noun), ",") &&
         !(sentence.at(noun).is_noun() && lexicon.status_verbs.contains(sentence.at(noun).lemma)))
    --noun;
  if (noun < 0 || !sentence.at(noun).is_noun()) return;
  for (int i = noun + 1; i < infinitive; ++i) {
    const bool is_mark_or_part =
        sentence.at(i).token.kind == text::TokenKind::kPunctuation || sentence.is_under(i, noun);
    if (!is_mark_or_part) return;
  }
  sentence.hang(infinitive, noun, Dependency::kClauseOfNoun);
}

void correct_phrase_before_modal(AnnotatedSentence& sentence, int infinitive,
                                 const language::Lexicon& lexicon) {
  const int verb = sentence.head_of(infinitive);
  if (!sentence.at(infinitive).is(Dependency::kOpenComplement) || verb == kNoWord || verb > infinitive ||
      !sentence.at(verb).is_verb() || !lexicon.frames_by_verb.contains(sentence.at(infinitive).lemma) ||
      !lexicon.status_verbs.contains(sentence.at(verb).lemma))
    return;
  for (const int child : std::vector<int>(sentence.at(verb).children)) {
    const bool is_phrase = child < verb && sentence.at(child).is(Dependency::kOblique) &&
                           sentence.at(child).is_noun() && !sentence.preposition(child).empty();
    bool has_comma = false;
    for (int i = child; i < verb; ++i) has_comma = has_comma || is_mark(sentence.at(i), ",");
    if (is_phrase && !has_comma) sentence.hang(child, infinitive, Dependency::kOblique);
  }
}

void correct_object_of_infinitive(AnnotatedSentence& sentence, int infinitive) {
  int noun = infinitive + 1;
  while (noun < sentence.size() && sentence.at(noun).is(Dependency::kAdjectiveModifier)) ++noun;
  if (noun >= sentence.size() || !sentence.at(noun).is_noun()) return;
  const Word& here = sentence.at(noun);
  const int verb = here.note.head;
  const bool is_taken = here.is(Dependency::kSubject) && verb > noun &&
                        here.note.grammatical_case == Case::kAccusative && verb != infinitive;
  if (is_taken && sentence.child(infinitive, Dependency::kObject) == kNoWord &&
      !sentence.is_under(infinitive, noun))
    sentence.hang(noun, infinitive, Dependency::kObject);
}

void correct_subject_after_infinitive(AnnotatedSentence& sentence, int verb) {
  const int infinitive = sentence.child(verb, Dependency::kOpenComplement);
  const int object = sentence.child(verb, Dependency::kObject);
  if (infinitive == kNoWord || infinitive > verb || object < verb || sentence.has_subject(verb) ||
      sentence.at(infinitive).note.part_of_speech != PartOfSpeech::kInfinitive ||
      !sentence.preposition(object).empty())
    return;
  Word& acting = sentence.words[static_cast<std::size_t>(object)];
  if (acting.note.grammatical_case != Case::kNominative && acting.lower != acting.lemma) return;
  acting.note.grammatical_case = Case::kNominative;
  sentence.hang(object, verb, Dependency::kSubject);
}

}  // namespace whofunds::mentions
