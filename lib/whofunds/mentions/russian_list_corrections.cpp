#include "whofunds/mentions/russian_list_corrections.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/mentions/complement_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// Whether a finite verb is said of many, by its form where no tagger tells.
bool is_of_many(const Word& verb) {
  using language::Number;
  if (verb.note.number != Number::kNone) return verb.note.number == Number::kPlural;
  constexpr std::array<std::string_view, 10> kEndings{"ут",   "ют",   "ат",   "ят",   "ли",
                                                      "утся", "ются", "атся", "ятся", "лись"};
  return std::ranges::any_of(kEndings, [&](std::string_view ending) { return verb.lower.ends_with(ending); });
}

/// "10 млн от А и кредит на 5 млн": what is joined to an object by a conjunction is no second object.
void correct_second_object(AnnotatedSentence& sentence, int noun, int conjunction) {
  const int verb = sentence.head_of(noun);
  const bool is_object = sentence.at(noun).is(Dependency::kObject) && verb != kNoWord && verb < conjunction;
  const int first = is_object ? sentence.child(verb, Dependency::kObject) : kNoWord;
  if (first == kNoWord || first >= conjunction || first < verb) return;
  sentence.hang(noun, first, Dependency::kConjunct);
}

/// "грант от А и кредит от Б": what stands before the conjunction is nothing of what stands after it.
void correct_phrase_of_next(AnnotatedSentence& sentence, int noun, int conjunction) {
  const int first = sentence.head_of(noun);
  if (!sentence.at(noun).is(Dependency::kConjunct) || first == kNoWord || first > conjunction) return;
  for (const int child : std::vector<int>(sentence.at(noun).children)) {
    const Word& word = sentence.at(child);
    const bool is_before = child < conjunction && child > first && word.is_noun() &&
                           !sentence.preposition(child).empty() && word.is(Dependency::kNominalModifier);
    if (is_before) sentence.hang(child, first, Dependency::kNominalModifier);
  }
  // "грант на 3 млн и кредит на 5 млн": of two such phrases the latter is of the noun before it
  for (const int child : std::vector<int>(sentence.at(first).children)) {
    const std::string_view preposition = sentence.preposition(child);
    if (child < noun || preposition.empty() || !sentence.at(child).is(Dependency::kNominalModifier)) continue;
    const bool is_told_twice = std::ranges::any_of(sentence.at(first).children, [&](int other) {
      return other < conjunction && sentence.preposition(other) == preposition;
    });
    if (is_told_twice) sentence.hang(child, noun, Dependency::kNominalModifier);
  }
}

/// "инвестиции фонда «А» в «Б» и «В»": a name in quotes that "и" joins to the name right before it, where a
/// parser joins it to one that stands before a preposition.
void correct_conjunct_past_name(AnnotatedSentence& sentence, int noun, int conjunction) {
  const int first = sentence.head_of(noun);
  const bool is_quoted =
      is_mark(sentence.at(conjunction - 1), "»") && is_mark(sentence.at(conjunction + 1), "«");
  if (!is_quoted || !sentence.at(noun).is(Dependency::kConjunct) || first > conjunction ||
      !sentence.at(first).is(Dependency::kApposition))
    return;
  int opening = conjunction - 2;
  while (opening > first && !is_mark(sentence.at(opening), "«")) --opening;
  if (opening <= first + 1) return;
  const int name = sentence.top_within(opening + 1, opening + 1, conjunction - 1);
  const bool is_told_by_preposition = !sentence.preposition(name).empty();
  if (is_told_by_preposition && !sentence.is_under(name, noun))
    sentence.hang(noun, name, Dependency::kConjunct);
}

/// "институт «А» и чилийская Andes": what a conjunction joins is no other name of the word before it.
void correct_joined_apposition(AnnotatedSentence& sentence, int noun, int conjunction) {
  Word& here = sentence.words[static_cast<std::size_t>(noun)];
  if (here.is(Dependency::kApposition) && here.note.head != kNoWord && here.note.head < conjunction &&
      sentence.at(conjunction).lower == "и" && sentence.at(here.note.head).is_noun())
    here.note.dependency = Dependency::kConjunct;
}

/// "«А» и узбекская «Б» построят завод": before a verb in the plural what "и" joins to a single subject acts
/// with it.
void correct_joined_subject(AnnotatedSentence& sentence, int noun, int conjunction) {
  int verb = sentence.head_of(noun);
  if (sentence.at(noun).is(Dependency::kApposition) && verb > noun) {
    // which a parser may take for another name of what is done to
    const int thing = verb;
    verb = noun + 1;
    while (verb < thing && !sentence.at(verb).is_verb() && !is_mark(sentence.at(verb), ",")) ++verb;
    if (verb >= thing || sentence.head_of(thing) != verb) return;
  } else if (!sentence.at(noun).is(Dependency::kObject)) {
    return;
  }
  if (verb == kNoWord || verb < noun || sentence.at(conjunction).lower != "и" ||
      !sentence.preposition(noun).empty() || sentence.at(verb).note.part_of_speech != PartOfSpeech::kVerb ||
      !is_of_many(sentence.at(verb)))
    return;
  const int subject = sentence.child(verb, Dependency::kSubject);
  if (subject == kNoWord || subject > conjunction ||
      sentence.at(subject).note.number == language::Number::kPlural)
    return;
  int before = conjunction - 1;
  if (is_mark(sentence.at(before), "»")) --before;
  if (before != subject && !sentence.is_under(before, subject)) return;
  sentence.hang(noun, subject, Dependency::kConjunct);
}

/// "Владельцы завода — А (40%) и её муж Б (60%)": what stands beside what is said after a dash is joined to
/// that, and to nothing before the dash.
void correct_joined_predicate(AnnotatedSentence& sentence, int noun, int conjunction) {
  const int first = sentence.head_of(noun);
  const int said = first == kNoWord ? kNoWord : sentence.head_of(first);
  if (!sentence.at(noun).is(Dependency::kConjunct) || said == kNoWord || first > said || said > conjunction ||
      !sentence.at(first).is(Dependency::kSubject) || !sentence.at(said).is_noun())
    return;
  const bool has_dash = std::any_of(sentence.words.begin() + first, sentence.words.begin() + said, is_dash);
  const bool agrees = sentence.at(said).note.grammatical_case == sentence.at(noun).note.grammatical_case;
  if (has_dash && agrees) sentence.hang(noun, said, Dependency::kConjunct);
}

/// "участвуют «А», корейская Hanil и банк «Б»": in a list that "и" ends a name with an adjective after a
/// comma is no other name of the first.
void correct_apposition_in_list(AnnotatedSentence& sentence, int noun, int conjunction) {
  const int first = sentence.head_of(noun);
  if (!sentence.at(noun).is(Dependency::kConjunct) || first == kNoWord || first > conjunction) return;
  for (const int child : std::vector<int>(sentence.at(first).children)) {
    const Word& item = sentence.at(child);
    const int adjective = sentence.child(child, Dependency::kAdjectiveModifier);
    const bool follows_comma =
        adjective > first && adjective < child && is_mark(sentence.at(adjective - 1), ",");
    if (child > first && child < conjunction && item.is(Dependency::kApposition) && follows_comma &&
        item.token.script == text::Script::kLatin)
      sentence.words[static_cast<std::size_t>(child)].note.dependency = Dependency::kConjunct;
  }
}

/// The subject whose phrase ends with the word `last` and whose verb stands before it: "вложились фонд «Б»
/// и"; kNoWord if there is none.
int subject_that_ends_at(const AnnotatedSentence& sentence, int last) {
  int subject = last;
  while (sentence.head_of(subject) != kNoWord && sentence.head_of(subject) < subject &&
         (sentence.at(subject).is(Dependency::kApposition) || sentence.at(subject).is(Dependency::kFlat)))
    subject = sentence.head_of(subject);
  const bool follows_verb = sentence.head_of(subject) != kNoWord && sentence.head_of(subject) < subject;
  return follows_verb && sentence.at(subject).is(Dependency::kSubject) ? subject : kNoWord;
}

/// "В портфеле Петра Л. — доли в «А-и» и сети «Б»": what "и" joins beyond a dash or a verb is joined to a
/// noun beyond it too.
void correct_conjunct_beyond_border(AnnotatedSentence& sentence, int noun, int conjunction) {
  const Word& here = sentence.at(noun);
  const int first = here.note.head;
  if (!here.is(Dependency::kConjunct) || first == kNoWord || first > conjunction) return;
  const int before = is_mark(sentence.at(conjunction - 1), "»") ? conjunction - 2 : conjunction - 1;
  if (before < 0 || sentence.is_under(before, noun)) return;
  const int subject = subject_that_ends_at(sentence, before);
  const int verb = subject == kNoWord ? kNoWord : sentence.head_of(subject);
  // "Инвестором стал «А», также вложились «Б» и бизнесмен Олег В."
  const bool passes_verb =
      verb > first && sentence.at(first).is_noun() && sentence.at(verb).is_verb() &&
      std::all_of(sentence.words.begin() + conjunction + 1, sentence.words.begin() + noun,
                  [&](const Word& word) { return word.note.head == noun; });
  // "Создать предприятие договорились «А» и индийская Volta"
  const bool act_together =
      verb >= first && subject == before && is_of_many(sentence.at(verb)) && here.is_capitalised();
  if (verb != kNoWord && (passes_verb || act_together))
    return sentence.hang(noun, subject, Dependency::kConjunct);
  int dash = conjunction - 1;
  while (dash > first && !is_dash(sentence.at(dash))) --dash;
  const bool passes_dash = dash > first && before > dash && sentence.at(before).is_noun() &&
                           sentence.at(before).note.grammatical_case == here.note.grammatical_case;
  if (passes_dash) sentence.hang(noun, before, Dependency::kConjunct);
}

/// "синдикат из «А», Банка Б и «В» предоставит ООО «Г» кредит": what is joined stands after what it is joined
/// to, and so to the name before the comma.
void correct_conjunct_of_what_follows(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  if (!here.is(Dependency::kConjunct) || sentence.head_of(noun) < noun || !here.is_noun() ||
      !here.is_capitalised() || noun < 2 || !is_mark(sentence.at(noun - 1), ","))
    return;
  int before = noun - 2;
  if (is_mark(sentence.at(before), "»")) --before;
  if (!sentence.at(before).is_noun() || sentence.is_under(before, noun) ||
      sentence.at(before).note.grammatical_case != here.note.grammatical_case)
    return;
  sentence.hang(noun, before, Dependency::kConjunct);
}

/// "в раунде серии С стартапа «А»": the letter of a series is no preposition.
void correct_letter_of_series(AnnotatedSentence& sentence, int letter, const language::Lexicon& lexicon) {
  constexpr std::size_t kOneLetter = 2;  // in bytes
  const int noun = sentence.head_of(letter);
  if (letter < 1 || !sentence.at(letter).is(Dependency::kCase) || !sentence.at(letter).is_capitalised() ||
      sentence.at(letter).token.text.size() != kOneLetter || noun < letter ||
      !(lexicon.series_words.contains(sentence.at(letter - 1).lemma) ||
        lexicon.series_words.contains(sentence.at(letter - 1).lower)))
    return;
  const int round = sentence.head_of(letter - 1);
  sentence.hang(letter, letter - 1, Dependency::kFlat);
  if (sentence.head_of(noun) == letter - 1 && round != kNoWord && sentence.at(round).is_noun())
    sentence.hang(noun, round, Dependency::kNominalModifier);
}

}  // namespace

void correct_series(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 1; i + 1 < sentence.size(); ++i) correct_letter_of_series(sentence, i, lexicon);
}

void correct_conjuncts_beyond_borders(AnnotatedSentence& sentence) {
  for (int i = 2; i + 1 < sentence.size(); ++i) correct_conjunct_of_what_follows(sentence, i);
  for (int i = 1; i + 1 < sentence.size(); ++i) {
    const int noun = sentence.head_of(i);
    if (!sentence.at(i).is(Dependency::kCoordination) || noun < i) continue;
    correct_conjunct_beyond_border(sentence, noun, i);
  }
}

void correct_joined_objects(AnnotatedSentence& sentence) {
  for (int i = 1; i + 1 < sentence.size(); ++i) {
    const int noun = sentence.head_of(i);
    if (!sentence.at(i).is(Dependency::kCoordination) || noun < i) continue;
    const bool is_foreign =
        sentence.at(noun).is_capitalised() && sentence.at(noun).token.script == text::Script::kLatin;
    if (!sentence.at(noun).is_noun() && !is_foreign) continue;
    correct_joined_apposition(sentence, noun, i);
    correct_second_object(sentence, noun, i);
    correct_joined_predicate(sentence, noun, i);
    correct_conjunct_past_name(sentence, noun, i);
    correct_phrase_of_next(sentence, noun, i);
    correct_conjunct_beyond_border(sentence, noun, i);
    correct_apposition_in_list(sentence, noun, i);
  }
}

void correct_joined_subjects(AnnotatedSentence& sentence) {
  for (int i = 1; i + 1 < sentence.size(); ++i) {
    const int noun = sentence.head_of(i);
    if (!sentence.at(i).is(Dependency::kCoordination) || noun < i) continue;
    correct_joined_subject(sentence, noun, i);
  }
}

}  // namespace whofunds::mentions
