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

/// "sold it to Tarn Drinks for $5m": a capital after "to" begins a name, where a parser takes it for what is
/// to be done.
void correct_name_taken_for_infinitive(AnnotatedSentence& sentence, int name) {
  Word& here = sentence.words[static_cast<std::size_t>(name)];
  const int to = name - 1;
  const int verb = here.note.head;
  if (here.note.part_of_speech != PartOfSpeech::kInfinitive || !here.is_capitalised() || to < 1 ||
      sentence.at(to).lower != "to" || sentence.head_of(to) != name || verb == kNoWord || verb > to ||
      !sentence.at(verb).is_verb() || sentence.at(verb).is_capitalised())
    return;
  int head = name;
  while (sentence.at(head + 1).is_capitalised() && sentence.at(head + 1).token.space_before) ++head;
  for (const int child : std::vector<int>(here.children)) {
    if (child > head) sentence.hang(child, verb, sentence.at(child).note.dependency);
  }
  here.note.part_of_speech = PartOfSpeech::kProperNoun;
  sentence.hang(head, verb, Dependency::kOblique);
  for (int part = name; part < head; ++part) sentence.hang(part, head, Dependency::kCompound);
  sentence.hang(to, head, Dependency::kCase);
}

/// "makes the chatbot Mimi": a name right after what describes it is what that is called, where a parser
/// takes it for a clause about that, or for one more who acts.
void correct_name_taken_for_clause(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const int noun = name - 1;
  const Word& here = sentence.at(name);
  if (noun < 1 || !here.is_capitalised() || !here.is_noun() || sentence.at(noun).is_capitalised() ||
      !sentence.at(noun).is_noun() || !lexicon.descriptors.contains(sentence.at(noun).lemma) ||
      sentence.child(name, Dependency::kCopula) != kNoWord ||
      sentence.child(name, Dependency::kCase) != kNoWord)
    return;
  const bool is_clause = sentence.head_of(noun) == name && sentence.at(noun).is(Dependency::kSubject) &&
                         here.is(Dependency::kClausalComplement) && sentence.head_of(name) < noun;
  // "The firm behind the chatbot Mimi is Lingvo"
  const int verb = here.note.head;
  const int subject = here.is_subject() && verb > name ? sentence.child(verb, Dependency::kSubject) : kNoWord;
  const bool is_one_more = subject != kNoWord && subject < noun && sentence.head_of(noun) == subject &&
                           sentence.at(noun).is(Dependency::kNominalModifier);
  if (is_clause) sentence.hang(noun, sentence.head_of(name), Dependency::kObject);
  if (is_clause || is_one_more) sentence.hang(name, noun, Dependency::kApposition);
}

/// "gets Aster for $5m": a name after a verb that makes nothing of anybody is what it acts on.
void correct_object_taken_for_predicate(AnnotatedSentence& sentence, int name,
                                        const language::Lexicon& lexicon) {
  const int verb = sentence.head_of(name);
  if (!sentence.at(name).is(Dependency::kOpenComplement) || verb == kNoWord || verb > name ||
      !sentence.at(name).is_capitalised() || !sentence.at(name).is_noun() || !sentence.at(verb).is_verb() ||
      sentence.child(verb, Dependency::kObject) != kNoWord ||
      sentence.child(name, Dependency::kCase) != kNoWord ||
      lexicon.copular_verbs.contains(sentence.at(verb).lemma) ||
      lexicon.naming_words.contains(sentence.at(verb).lemma) ||
      lexicon.renaming_verbs.contains(sentence.at(verb).lemma) ||
      sentence.child(verb, Dependency::kPassiveAuxiliary) != kNoWord)
    return;
  sentence.hang(name, verb, Dependency::kObject);
}

/// "acquired two rivals last year, Aster and Birch": those that are named after the time are what was
/// counted.
void correct_counted_after_time(AnnotatedSentence& sentence, int name) {
  const int verb = sentence.head_of(name);
  const int counted = verb == kNoWord ? kNoWord : sentence.child(verb, Dependency::kObject);
  if (!sentence.at(name).is(Dependency::kAdverbModifier) || !sentence.at(name).is_capitalised() ||
      !sentence.at(name).is_noun() || counted == kNoWord || counted > name || name < 2 ||
      sentence.at(counted).note.number != language::Number::kPlural ||
      sentence.child(counted, Dependency::kNumericModifier) == kNoWord ||
      sentence.child(name, Dependency::kConjunct) == kNoWord)
    return;
  int first = name;
  while (sentence.at(first - 1).is_capitalised() && sentence.head_of(first - 1) == name) --first;
  if (sentence.at(first - 1).token.text == ",") sentence.hang(name, counted, Dependency::kApposition);
}

/// "keeps a fifth of Aster and Birch takes the rest": the second of two names, right before a verb that has
/// no subject, acts, and is not one with the first.
void correct_second_name_before_verb(AnnotatedSentence& sentence, int name) {
  const int verb = name + 1;
  const int first = sentence.head_of(name);
  const int main = sentence.at(verb).note.head;
  if (!sentence.at(name).is(Dependency::kConjunct) || !sentence.at(name).is_capitalised() ||
      first == kNoWord || first > name || !sentence.at(verb).is_verb() ||
      !sentence.at(verb).is(Dependency::kConjunct) ||
      sentence.at(verb).note.part_of_speech != PartOfSpeech::kVerb || sentence.has_subject(verb) ||
      main == kNoWord || main > first || !sentence.has_subject(main) ||
      sentence.child(verb, Dependency::kObject) == kNoWord)
    return;
  const int conjunction = sentence.child(name, Dependency::kCoordination);
  if (conjunction < first || !sentence.is_under(first, main)) return;
  sentence.hang(name, verb, Dependency::kSubject);
  sentence.hang(conjunction, verb, Dependency::kCoordination);
}

/// "will lend the airline Aster 200 million euros": a name between what describes it and a sum is no part of
/// the sum.
void correct_name_before_sum(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const int noun = name - 1;
  const int sum = sentence.head_of(name);
  if (noun < 1 || !sentence.at(name).is(Dependency::kCompound) || !sentence.at(name).is_capitalised() ||
      sum <= name + 1 || sentence.at(noun).is_capitalised() || !sentence.at(noun).is_noun() ||
      !lexicon.descriptors.contains(sentence.at(noun).lemma) || sentence.head_of(noun) == sum ||
      (!lexicon.currencies.contains(sentence.at(sum).lemma) &&
       !lexicon.scales.contains(sentence.at(sum).lower)))
    return;
  int last = name;
  while (sentence.at(last + 1).is_capitalised() && sentence.head_of(last + 1) == sum) ++last;
  sentence.hang(last, noun, Dependency::kApposition);
  for (int part = name; part < last; ++part) sentence.hang(part, last, Dependency::kCompound);
}

/// "The Oslo fund Aster is buying a stake in Birch, people said": a verb that has its object is no clause
/// without a pronoun that describes the fund; the name after the noun is what that is called, and acts.
void correct_described_taken_for_clause(AnnotatedSentence& sentence, int verb,
                                        const language::Lexicon& lexicon) {
  const int noun = sentence.head_of(verb);
  const int name = sentence.child(verb, Dependency::kSubject);
  if (!sentence.at(verb).is(Dependency::kRelativeClause) || noun == kNoWord || name <= noun || name > verb ||
      !sentence.at(noun).is_subject() || sentence.at(noun).is_capitalised() ||
      !lexicon.descriptors.contains(sentence.at(noun).lemma) || !sentence.at(noun + 1).is_capitalised() ||
      sentence.top_within(name, noun + 1, name + 1) != name ||
      sentence.child(verb, Dependency::kObject) == kNoWord)
    return;
  for (int i = noun + 1; i < name; ++i) {
    if (!sentence.at(i).is_capitalised()) return;
  }
  const int main = sentence.head_of(noun);
  const bool has_other = main != kNoWord && std::ranges::any_of(sentence.at(main).children, [&](int child) {
                           return child > verb && sentence.at(child).is_subject();
                         });
  if (!has_other) return;
  sentence.hang(verb, main, Dependency::kClausalComplement);
  sentence.hang(noun, name, Dependency::kCompound);
  for (const int child : std::vector<int>(sentence.at(noun).children)) {
    if (child > name) sentence.hang(child, verb, sentence.at(child).note.dependency);
  }
}

}  // namespace

void correct_english_subjects(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    correct_subject_taken_for_adverb(sentence, i, lexicon);
    correct_plan_taken_for_noun(sentence, i, lexicon);
    correct_first_of_two_subjects(sentence, i);
    correct_clause_without_pronoun(sentence, i);
    correct_name_taken_for_infinitive(sentence, i);
    correct_object_taken_for_predicate(sentence, i, lexicon);
    correct_counted_after_time(sentence, i);
    correct_second_name_before_verb(sentence, i);
    correct_name_before_sum(sentence, i, lexicon);
    correct_name_taken_for_clause(sentence, i, lexicon);
    correct_described_taken_for_clause(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
