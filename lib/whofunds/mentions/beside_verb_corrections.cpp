#include <algorithm>
#include <vector>

#include "whofunds/mentions/actor_corrections.hpp"
#include "whofunds/mentions/agreement_corrections.hpp"
#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "Volta намерена вложить 5 млн, заявил глава компании": who says so stands after the verb of saying, and is
/// no second subject of what is said.
void correct_subject_of_source(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const int told = sentence.head_of(verb);
  if (!lexicon.reporting_verbs.contains(sentence.at(verb).lemma) || told == kNoWord || told > verb ||
      sentence.has_subject(verb))
    return;
  for (const int child : std::vector<int>(sentence.at(told).children)) {
    if (child > verb && sentence.at(child).is(Dependency::kSubject) && sentence.at(child).is_noun())
      return sentence.hang(child, verb, Dependency::kSubject);
  }
}

/// "В первый он вложил 5 млн": with a preposition before it and no noun after it "the first" belongs to the
/// verb.
void correct_place_of_pair(AnnotatedSentence& sentence, int word, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(word);
  const bool counts_pair = is_of_pair(here, lexicon);
  if (!counts_pair || word == 0 || sentence.at(word + 1).is_noun() ||
      sentence.at(word - 1).note.part_of_speech != PartOfSpeech::kPreposition)
    return;
  const int head = here.note.head;
  const int verb = head != kNoWord && sentence.at(head).is_subject() ? sentence.head_of(head) : kNoWord;
  if (verb > word && sentence.at(verb).is_verb()) sentence.hang(word, verb, Dependency::kOblique);
}

/// "О партнёрстве объявили «А» и «Б»": who stands after a verb that tells of something tells it.
void correct_subject_that_tells(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(verb);
  if (here.note.part_of_speech != PartOfSpeech::kVerb || sentence.has_subject(verb) ||
      !(lexicon.announcing_verbs.contains(here.lemma) || lexicon.reporting_verbs.contains(here.lemma)))
    return;
  const int object = sentence.child(verb, Dependency::kObject);
  const bool tells_of = std::ranges::any_of(here.children, [&](int child) {
    const std::string_view preposition = sentence.preposition(child);
    return preposition == "о" || preposition == "об";
  });
  if (!tells_of || object < verb || sentence.child(object, Dependency::kApposition) == kNoWord) return;
  sentence.hang(object, verb, Dependency::kSubject);
  sentence.words[static_cast<std::size_t>(object)].note.grammatical_case = Case::kNominative;
}

/// "«Связь-М» не принадлежит «Медиа-М»", "Volta достанется местной Surya": before a verb that says whose
/// something is, a name that shows no dative is the thing, and who has it comes after.
void correct_thing_before_owner(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const int thing = sentence.child(verb, Dependency::kIndirectObject);
  if (sentence.at(verb).note.part_of_speech != PartOfSpeech::kVerb || thing == kNoWord || thing > verb ||
      !sentence.at(thing).is_capitalised() || !sentence.preposition(thing).empty())
    return;
  const bool tells_whose =
      lexicon.any_frame_of_verb(sentence.at(verb).lemma, [](const language::Frame& frame) {
        return frame.object_words.empty() && frame.to.has(language::Slot::Place::kSubject) &&
               frame.from.has(language::Slot::Place::kCase);
      });
  const std::vector<int>& children = sentence.at(verb).children;
  const auto after = std::ranges::find_if(children, [&](int child) {
    return child > verb && sentence.preposition(child).empty() &&
           (sentence.at(child).is(Dependency::kIndirectObject) ||
            sentence.at(child).is(Dependency::kSubject));
  });
  if (!tells_whose || after == children.end()) return;
  const int owner = *after;
  const Word& here = sentence.at(thing);
  const bool is_told_after = sentence.at(owner).is(Dependency::kIndirectObject) &&
                             here.token.script == text::Script::kLatin && !sentence.has_subject(verb);
  const bool are_alike = sentence.at(owner).is(Dependency::kSubject) && sentence.at(owner).is_capitalised() &&
                         here.lower == here.lemma && here.note.grammatical_case == Case::kNominative &&
                         sentence.at(owner).lower == sentence.at(owner).lemma &&
                         is_mark(sentence.at(owner - 1), "«");
  if (!is_told_after && !are_alike) return;
  sentence.hang(thing, verb, Dependency::kSubject);
  if (!are_alike) return;
  sentence.hang(owner, verb, Dependency::kIndirectObject);
  sentence.words[static_cast<std::size_t>(owner)].note.grammatical_case = Case::kDative;
}

/// "В капитал «А» Яков Белов внёс 5 млн": a person is no name of a thing after a preposition; he acts.
void correct_person_after_thing(AnnotatedSentence& sentence, int person) {
  const Word& here = sentence.at(person);
  const int thing = here.note.head;
  if (!here.is(Dependency::kApposition) || !here.is_capitalised() || thing == kNoWord || thing > person ||
      here.note.name != tagging::NameClass::kPerson || here.note.grammatical_case != Case::kNominative ||
      sentence.at(thing).note.animate || sentence.at(thing).is_capitalised() ||
      sentence.preposition(thing).empty())
    return;
  const int verb = sentence.head_of(thing);
  if (verb > person && sentence.at(verb).note.part_of_speech == PartOfSpeech::kVerb &&
      !sentence.has_subject(verb) && may_agree(sentence, verb, person))
    sentence.hang(person, verb, Dependency::kSubject);
}

/// "О сделке объявил её основатель": whose founder he is, and nothing that is told.
void correct_possessive_after_telling(AnnotatedSentence& sentence, int pronoun,
                                      const language::Lexicon& lexicon) {
  const Word& here = sentence.at(pronoun);
  const int verb = here.note.head;
  const int noun = pronoun + 1;
  if (!here.is(Dependency::kObject) || verb != pronoun - 1 ||
      !is_possessive_or_object(lexicon.pronouns, here) || !sentence.at(noun).is_subject() ||
      sentence.head_of(noun) != verb || !lexicon.frames_by_title.contains(sentence.at(noun).lemma))
    return;
  const std::string& lemma = sentence.at(verb).lemma;
  if (lexicon.announcing_verbs.contains(lemma) || lexicon.reporting_verbs.contains(lemma))
    sentence.hang(pronoun, noun, Dependency::kNominalModifier);
}

/// "«А» купила у «Б» 300 вагонов": what is counted does nothing to a name before the verb, which acts.
void correct_counted_subject(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  if (sentence.at(verb).note.part_of_speech != PartOfSpeech::kVerb) return;
  const int counted = sentence.child(verb, Dependency::kSubject);
  const int name = sentence.child(verb, Dependency::kObject);
  if (counted < verb || name == kNoWord || name > verb || !sentence.at(name).is_capitalised() ||
      sentence.at(counted).is_capitalised() || sentence.at(counted).note.animate ||
      lexicon.descriptors.contains(sentence.at(counted).lemma) ||
      sentence.at(counted).note.grammatical_case != Case::kGenitive ||
      sentence.child(counted, Dependency::kNumericModifier) == kNoWord || !may_agree(sentence, verb, name))
    return;
  exchange(sentence, verb, counted, name);
}

/// "Строить завод будут «А» и «Б»": who stands after the auxiliary acts.
void correct_subject_after_auxiliary(AnnotatedSentence& sentence, int auxiliary) {
  const Word& here = sentence.at(auxiliary);
  const int verb = here.note.head;
  if (!here.is(Dependency::kAuxiliary) || verb == kNoWord || verb > auxiliary ||
      sentence.at(verb).note.part_of_speech != PartOfSpeech::kInfinitive)
    return;
  int name = auxiliary + 1;
  while (is_mark(sentence.at(name), "«") || sentence.at(name).is(Dependency::kAdjectiveModifier)) ++name;
  const Word& acting = sentence.at(name);
  if (!acting.is_noun() || acting.note.head == kNoWord || sentence.is_under(verb, name)) return;
  const bool has_place = acting.note.head < auxiliary;
  if (!has_place) return;
  // "Управлять «Окой» будет А": what stands before it does not
  for (const int child : std::vector<int>(sentence.at(verb).children)) {
    if (child < auxiliary && sentence.at(child).is(Dependency::kSubject))
      sentence.hang(child, verb, Dependency::kObject);
  }
  sentence.hang(name, verb, Dependency::kSubject);
}

/// "«А» распродаёт активы: завод «Б» купил «В»": what stands before a colon belongs to the verb before it,
/// and what stands after it to the verb after it, though a parser may join them.
void correct_clauses_around_colon(AnnotatedSentence& sentence, int colon) {
  const auto is_finite = [&](int i) { return sentence.at(i).note.part_of_speech == PartOfSpeech::kVerb; };
  int before = colon - 1;
  while (before >= 0 && !is_finite(before)) --before;
  int after = colon + 1;
  while (after < sentence.size() && !is_finite(after)) ++after;
  if (before < 0 || after >= sentence.size() || sentence.is_under(after, before)) return;
  const int above = sentence.head_of(before);
  // "активы" of the verb after the colon, with the verb before it under them
  if (above == kNoWord || above == after || !sentence.is_under(above, after) || above > colon) return;
  sentence.hang(before, after, Dependency::kParataxis);
  for (const int child : std::vector<int>(sentence.at(after).children)) {
    const bool is_argument =
        sentence.at(child).is(Dependency::kSubject) || sentence.at(child).is(Dependency::kObject);
    if (child < colon && is_argument)
      sentence.hang(child, before, child < before ? Dependency::kSubject : Dependency::kObject);
  }
  // what was an apposition of something before the colon is dealt with after it
  int thing = colon + 1;
  while (sentence.at(thing).is(Dependency::kAdjectiveModifier)) ++thing;
  const bool is_cut_off = sentence.at(thing).is_noun() && sentence.head_of(thing) != kNoWord &&
                          sentence.head_of(thing) < colon &&
                          sentence.at(thing).note.grammatical_case == Case::kAccusative;
  if (!is_cut_off) return;
  sentence.hang(thing, after, Dependency::kObject);
  for (const int child : std::vector<int>(sentence.at(after).children)) {
    if (child == thing + 2 && is_mark(sentence.at(thing + 1), "«"))
      sentence.hang(child, thing, Dependency::kApposition);
    else if (child > after && sentence.at(child).is(Dependency::kObject))
      sentence.hang(child, after, Dependency::kSubject);
  }
}

/// "Кредитор «А» — банк «Б»: ему завод должен 2 млрд": a subject before the dash has its predicate there, and
/// not in the verb after the colon.
void correct_subject_before_colon(AnnotatedSentence& sentence, int colon) {
  int dash = colon - 1;
  while (dash > 0 && !is_long_dash(sentence.at(dash))) --dash;
  const int predicate = dash > 0 ? sentence.head_of(dash) : kNoWord;
  if (predicate <= dash || predicate > colon || !sentence.at(predicate).is_noun() ||
      sentence.has_subject(predicate))
    return;
  for (int noun = 0; noun < dash; ++noun) {
    if (!sentence.at(noun).is(Dependency::kSubject) || sentence.head_of(noun) < colon ||
        sentence.is_under(predicate, noun))
      continue;
    return sentence.hang(noun, predicate, Dependency::kSubject);
  }
}

}  // namespace

void correct_denied_name(AnnotatedSentence& sentence, int negation, const language::Lexicon& lexicon) {
  constexpr int kLongestName = 6;
  const auto noun_at = [&](int i) {
    while (i < sentence.size() &&
           (is_mark(sentence.at(i), "«") || sentence.at(i).is(Dependency::kAdjectiveModifier)))
      ++i;
    const bool is_name =
        i < sentence.size() && sentence.at(i).is_noun() &&
        (sentence.at(i).is_capitalised() || lexicon.descriptors.contains(sentence.at(i).lemma) ||
         lexicon.frames_by_title.contains(sentence.at(i).lemma));
    return is_name ? i : kNoWord;
  };
  const int denied = noun_at(negation + 1);
  if (denied == kNoWord) return;
  int comma = denied + 1;
  const auto find_comma = [&] {
    const int first = comma;
    while (comma < sentence.size() && comma < first + kLongestName && !is_mark(sentence.at(comma), ","))
      ++comma;
  };
  find_comma();
  // "не «А», как писали газеты, а «Б»"
  if (sentence.at(comma + 1).is(Dependency::kMark)) {
    ++comma;
    find_comma();
  }
  if (comma + 2 >= sentence.size() || sentence.at(comma).token.text != "," ||
      !lexicon.contrasting_words.contains(sentence.at(comma + 1).lower))
    return;
  const int other = noun_at(comma + 2);
  if (other == kNoWord || sentence.is_under(denied, other)) return;
  const auto is_argument = [&](int noun) {
    return sentence.at(noun).is(Dependency::kSubject) || sentence.at(noun).is(Dependency::kObject);
  };
  const int verb = sentence.head_of(denied);
  if (!is_argument(other) && is_argument(denied) && verb != kNoWord)
    sentence.hang(other, verb, sentence.at(denied).note.dependency);
  if (!is_argument(other)) return;
  sentence.hang(denied, other, Dependency::kOther);
  sentence.hang(negation, denied, Dependency::kAdverbModifier);
}

void correct_words_beside_verbs(AnnotatedSentence& sentence, int word, const language::Lexicon& lexicon) {
  correct_place_of_pair(sentence, word, lexicon);
  correct_subject_that_tells(sentence, word, lexicon);
  correct_subject_of_source(sentence, word, lexicon);
  correct_thing_before_owner(sentence, word, lexicon);
  correct_possessive_after_telling(sentence, word, lexicon);
  correct_person_after_thing(sentence, word);
  correct_subject_after_auxiliary(sentence, word);
  if (!is_mark(sentence.at(word), ":")) return;
  correct_clauses_around_colon(sentence, word);
  correct_subject_before_colon(sentence, word);
}

void correct_counted_subjects(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) correct_counted_subject(sentence, i, lexicon);
}

}  // namespace whofunds::mentions
