#include <algorithm>
#include <vector>

#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/name_list_corrections.hpp"
#include "whofunds/mentions/participle_corrections.hpp"
#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::Gender;
using language::Number;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "А пожертвовал 12 млн, а Б добавило 5": what is joined hangs on what stands first. Where a parser has it
/// the other way about, the verbs change places, and each has what stands on its side.
void correct_conjunct_before_head(AnnotatedSentence& sentence, int first) {
  const int second = sentence.head_of(first);
  if (!sentence.at(first).is(Dependency::kConjunct) || second <= first || !sentence.at(second).is_verb())
    return;
  int border = kNoWord;
  for (int i = first + 1; i < second; ++i) {
    if (is_mark(sentence.at(i), ",")) border = i;
  }
  if (border == kNoWord) return;
  const int head = sentence.head_of(second);
  const Dependency dependency = sentence.at(second).note.dependency;
  sentence.hang(first, head, dependency);
  sentence.hang(second, first, Dependency::kConjunct);
  for (const int child : std::vector<int>(sentence.at(first).children)) {
    if (child > border && child != second) sentence.hang(child, second, sentence.at(child).note.dependency);
  }
  for (const int child : std::vector<int>(sentence.at(second).children)) {
    if (child < border) sentence.hang(child, first, sentence.at(child).note.dependency);
  }
}

/// "сооснователь (вместе с А) компании Б, управляющий партнёр …": a genitive belongs to a noun before it,
/// never to one beyond a comma after it.
void correct_genitive_before_comma(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int head = here.note.head;
  if (!here.is(Dependency::kNominalModifier) || here.note.grammatical_case != Case::kGenitive ||
      head <= noun || !sentence.preposition(noun).empty())
    return;
  const auto has_comma = [&](int from, int to) {
    return std::any_of(sentence.words.begin() + from, sentence.words.begin() + to,
                       [](const Word& word) { return is_mark(word, ","); });
  };
  if (!has_comma(noun + 1, head)) return;
  int before = noun - 1;
  while (before >= 0 && sentence.head_of(before) == noun) --before;
  if (before >= 0 && is_mark(sentence.at(before), ")")) {
    while (before >= 0 && !is_mark(sentence.at(before), "(")) --before;
    --before;
  }
  if (before < 0 || !sentence.at(before).is_noun() || sentence.is_under(before, noun)) return;
  sentence.hang(noun, before, Dependency::kNominalModifier);
}

/// "завершил присоединение банка, 98% акций которого он приобрёл": a relative clause describes the noun right
/// before its comma, unless that belongs to the one that a parser chose.
void correct_relative_clause(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  if (!sentence.at(verb).is(Dependency::kRelativeClause)) return;
  const int told = sentence.head_of(verb);
  int pronoun = verb - 1;
  while (pronoun > told && !(lexicon.relative_pronouns.contains(sentence.at(pronoun).lemma) &&
                             sentence.is_under(pronoun, verb)))
    --pronoun;
  int comma = pronoun;
  while (comma > told && !is_mark(sentence.at(comma), ",")) --comma;
  if (comma <= told + 1) return;
  int noun = comma - 1;
  if (is_mark(sentence.at(noun), "»")) --noun;
  const bool is_foreign =
      sentence.at(noun).is_capitalised() && sentence.at(noun).token.script == text::Script::kLatin;
  if (!(sentence.at(noun).is_noun() || is_foreign) || sentence.is_under(noun, verb)) return;
  while (sentence.head_of(noun) > told && sentence.head_of(noun) < noun &&
         (sentence.at(noun).is(Dependency::kFlat) || sentence.at(noun).is(Dependency::kApposition)))
    noun = sentence.head_of(noun);
  const auto differs = [&](int described) {
    const tagging::Annotation& a = sentence.at(pronoun).note;
    const tagging::Annotation& b = sentence.at(described).note;
    const bool other_number = a.number != b.number && a.number != Number::kNone && b.number != Number::kNone;
    const bool other_gender = a.number != Number::kPlural && a.gender != b.gender &&
                              a.gender != Gender::kNone && b.gender != Gender::kNone;
    return other_number || other_gender;
  };
  // "в завод солнечных панелей «А», который": what it agrees with, above the last noun of a description
  while (differs(noun) && sentence.at(noun).is(Dependency::kNominalModifier) &&
         sentence.head_of(noun) > told && sentence.head_of(noun) < noun &&
         sentence.at(sentence.head_of(noun)).is_noun())
    noun = sentence.head_of(noun);
  if (differs(noun) || sentence.is_under(noun, told) || sentence.at(told).is_verb()) return;
  sentence.hang(verb, noun, Dependency::kRelativeClause);
}

/// "которое через «А» контролирует «Б»": who does something through another is what the clause describes.
void correct_subject_with_means(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const int pronoun = sentence.child(verb, Dependency::kObject);
  const int subject = sentence.child(verb, Dependency::kSubject);
  if (pronoun == kNoWord || subject == kNoWord || pronoun > verb || subject < verb ||
      !lexicon.relative_pronouns.contains(sentence.at(pronoun).lemma) ||
      !sentence.preposition(pronoun).empty())
    return;
  const bool has_means = std::ranges::any_of(sentence.at(verb).children, [&](int child) {
    return child > pronoun && child < verb && sentence.preposition(child) == "через";
  });
  if (!has_means) return;
  sentence.hang(pronoun, verb, Dependency::kSubject);
  sentence.hang(subject, verb, Dependency::kObject);
}

/// "оставшиеся две трети приобрёл «А»", "62% завода принадлежит А": a quantity at the head of a
/// clause is what the verb without one is about, and the name after the verb, which may look like an object,
/// does it.
void correct_quantity_before_verb(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  if (sentence.has_subject(verb)) return;
  int quantity = kNoWord;
  for (int i = verb - 1; i >= 0; --i) {
    const Word& word = sentence.at(i);
    if (word.is_verb() || is_mark(word, ",") || is_mark(word, ";") || is_mark(word, ":")) break;
    if (lexicon.stake_nouns.contains(word.lemma) && sentence.preposition(i).empty() &&
        !word.is(Dependency::kNominalModifier))
      quantity = i;
  }
  if (quantity == kNoWord || sentence.is_under(verb, quantity)) return;
  const Dependency told = sentence.at(quantity).note.dependency;
  const bool is_argument =
      sentence.head_of(quantity) == verb && (told == Dependency::kObject || told == Dependency::kOblique);
  const int object = sentence.child(verb, Dependency::kObject);
  const bool may_act = object > verb && sentence.at(object).is_noun() && sentence.at(object).is_capitalised();
  if (object == kNoWord && sentence.child(verb, Dependency::kIndirectObject) != kNoWord) {
    sentence.hang(quantity, verb, Dependency::kSubject);
  } else if (may_act && object != quantity) {
    sentence.hang(object, verb, Dependency::kSubject);
    if (!is_argument || told != Dependency::kObject) sentence.hang(quantity, verb, Dependency::kObject);
  }
}

/// "остаётся её директором": whose he is, no subject of its own.
void correct_possessive(AnnotatedSentence& sentence, int pronoun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(pronoun);
  const auto known = lexicon.pronouns.find(here.lower);
  if (known == lexicon.pronouns.end() || !known->second.possessive || !here.is(Dependency::kSubject)) return;
  const int noun = here.note.head;
  if (noun > pronoun && sentence.at(noun).is_noun())
    sentence.hang(pronoun, noun, Dependency::kNominalModifier);
}

}  // namespace

void correct_clauses(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    const Word& word = sentence.at(i);
    const PartOfSpeech part = word.note.part_of_speech;
    if (part == PartOfSpeech::kVerb) correct_conjunct_before_head(sentence, i);
    correct_enclosed_clause(sentence, i, lexicon);
    if (part == PartOfSpeech::kVerb) correct_relative_clause(sentence, i, lexicon);
    if (part == PartOfSpeech::kVerb) correct_subject_with_means(sentence, i, lexicon);
    if (part == PartOfSpeech::kVerb) correct_second_object_of_relative(sentence, i, lexicon);
    if (part == PartOfSpeech::kVerb) correct_quantity_before_verb(sentence, i, lexicon);
    if (part == PartOfSpeech::kPronoun) correct_possessive(sentence, i, lexicon);
    if (word.is_noun()) correct_genitive_before_comma(sentence, i);
    if (part == PartOfSpeech::kParticiple || part == PartOfSpeech::kAdjective)
      correct_modifier_after_comma(sentence, i);
    if (part == PartOfSpeech::kParticiple) {
      correct_object_of_passive(sentence, i);
      correct_participle_before_noun(sentence, i);
    }
    const bool is_described = i > 0 && is_mark(word, "«") && sentence.at(i - 1).is_noun();
    const bool begins = i == 0 || (!is_mark(sentence.at(i - 1), ",") && sentence.at(i - 1).lower != "и");
    if (begins && !is_described && (is_mark(word, "«") || word.is_noun() || part == PartOfSpeech::kAdjective))
      correct_list_of_names(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
