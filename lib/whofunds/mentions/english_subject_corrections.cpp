#include <algorithm>
#include <vector>

#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "has raised $30m from investors it did not name": a pronoun right after a noun begins what is said of the
/// noun, where a parser takes the verb after it for that of the sentence.
void correct_clause_without_pronoun(AnnotatedSentence& sentence, int verb) {
  const Word& here = sentence.at(verb);
  const int subject = sentence.child(verb, Dependency::kSubject);
  const int told = sentence.child(verb, Dependency::kClausalComplement);
  if (!here.is_verb() || here.note.head != kNoWord || told == kNoWord || subject < told || subject > verb ||
      sentence.at(subject).note.part_of_speech != PartOfSpeech::kPronoun)
    return;
  const int noun = subject - 1;
  if (!sentence.at(noun).is_noun() || !sentence.at(told).is_verb() || !sentence.has_subject(told) ||
      !sentence.is_under(noun, told))
    return;
  sentence.hang(told, kNoWord, Dependency::kRoot);
  sentence.hang(verb, noun, Dependency::kRelativeClause);
}

/// "Aster and Birch set up": the first of two who act, which a parser takes for the whole sentence.
void correct_first_of_two_subjects(AnnotatedSentence& sentence, int verb) {
  const int first = sentence.head_of(verb);
  const int second =
      std::max(sentence.child(verb, Dependency::kSubject), sentence.child(verb, Dependency::kPassiveSubject));
  if (!sentence.at(verb).is_verb() || !sentence.at(verb).is(Dependency::kConjunct) || first == kNoWord ||
      sentence.head_of(first) != kNoWord || !sentence.at(first).is_noun() ||
      !sentence.at(first).is_capitalised() || second <= first || second > verb ||
      !sentence.at(second).is_capitalised())
    return;
  const int conjunction = first + 1;
  if (!sentence.at(conjunction).is(Dependency::kCoordination) ||
      (sentence.head_of(conjunction) != verb && sentence.head_of(conjunction) != second))
    return;
  for (int i = conjunction + 1; i < second; ++i) {
    if (!sentence.is_under(i, second)) return;
  }
  const Dependency acts = sentence.at(second).note.dependency;
  sentence.hang(verb, kNoWord, Dependency::kRoot);
  sentence.hang(first, verb, acts);
  sentence.hang(second, first, Dependency::kConjunct);
  sentence.hang(conjunction, second, Dependency::kCoordination);
}

/// "Wattly is looking for": a name before a verb that has no subject is that, and no adverb.
void correct_subject_taken_for_adverb(AnnotatedSentence& sentence, int name,
                                      const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int verb = here.note.head;
  if (!here.is(Dependency::kAdverbModifier) || !here.is_capitalised() ||
      here.note.part_of_speech != PartOfSpeech::kProperNoun || verb <= name || !sentence.at(verb).is_verb() ||
      sentence.has_subject(verb) || lexicon.months.contains(here.lower) ||
      lexicon.weekdays.contains(here.lower) || lexicon.relative_days.contains(here.lower))
    return;
  bool is_passive = false;
  for (int i = name + 1; i < verb; ++i) {
    const Word& between = sentence.at(i);
    is_passive = is_passive || between.is(Dependency::kPassiveAuxiliary);
    if (sentence.head_of(i) != verb || between.is_noun() ||
        between.token.kind == text::TokenKind::kPunctuation)
      return;
  }
  sentence.hang(name, verb, is_passive ? Dependency::kPassiveSubject : Dependency::kSubject);
}

/// "Norsea plans to build": after a name at the head of a sentence what is followed by "to" and a verb is
/// done, and no noun in the plural.
void correct_plan_taken_for_noun(AnnotatedSentence& sentence, int plan, const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(plan)];
  const auto status = lexicon.status_verbs.find(here.lemma);
  if (plan == 0 || !here.is_noun() || here.note.head != kNoWord || here.lower != here.lemma + "s" ||
      status == lexicon.status_verbs.end() || sentence.at(plan + 1).lower != "to")
    return;
  const int planned = sentence.head_of(plan + 1);
  if (planned <= plan || sentence.at(planned).note.part_of_speech != PartOfSpeech::kInfinitive ||
      sentence.head_of(planned) != plan)
    return;
  for (int i = 0; i < plan; ++i) {
    if (!sentence.at(i).is_capitalised()) return;
  }
  sentence.hang(plan - 1, plan, Dependency::kSubject);
  for (int i = 0; i + 1 < plan; ++i) {
    if (sentence.head_of(i) == plan) sentence.hang(i, plan - 1, Dependency::kCompound);
  }
  sentence.words[static_cast<std::size_t>(plan) - 1].note.part_of_speech = PartOfSpeech::kProperNoun;
  sentence.hang(planned, plan, Dependency::kOpenComplement);
  here.note.part_of_speech = PartOfSpeech::kVerb;
  here.note.tense = language::Tense::kPresent;
}

}  // namespace

void correct_english_subjects(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    correct_subject_taken_for_adverb(sentence, i, lexicon);
    correct_plan_taken_for_noun(sentence, i, lexicon);
    correct_first_of_two_subjects(sentence, i);
    correct_clause_without_pronoun(sentence, i);
  }
}

}  // namespace whofunds::mentions
