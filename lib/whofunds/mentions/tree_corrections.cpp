#include "whofunds/mentions/tree_corrections.hpp"

#include <algorithm>

#include "whofunds/mentions/marks.hpp"
#include "whofunds/mentions/order_corrections.hpp"
#include "whofunds/mentions/quoted_name_corrections.hpp"
#include "whofunds/mentions/russian_list_corrections.hpp"
#include "whofunds/mentions/titles.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// Whether a word depends on another clause of a verb: a gerund, an aside.
bool is_aside(const Word& word) {
  return word.is_verb() && (word.note.part_of_speech == PartOfSpeech::kGerund ||
                            word.is(Dependency::kParataxis) || word.is(Dependency::kAdverbialClause));
}

/// "Купив банк «А», холдинг «Б» вышел …", "Как стало известно «А», «Б» вышел …": parsers join what follows
/// the comma to the last noun of what opens the sentence. A nominative there is the subject of the verb that
/// has none.
void correct_subject_after_aside(AnnotatedSentence& sentence, int aside) {
  const int verb = sentence.head_of(aside);
  if (verb <= aside || !sentence.at(verb).is_verb()) return;
  if (sentence.has_subject(verb)) return;
  for (int i = aside + 1; i + 1 < verb; ++i) {
    const bool is_quoted = sentence.at(i + 1).lower == "«" && i + 2 < verb;
    const int first = is_quoted ? i + 2 : i + 1;
    const Word& noun = sentence.at(first);
    const bool joined = noun.is(Dependency::kConjunct) || noun.is(Dependency::kApposition);
    if (sentence.at(i).token.text != "," || !joined || noun.note.grammatical_case != Case::kNominative)
      continue;
    sentence.hang(first, verb, Dependency::kSubject);
    return;
  }
}

/// "«А», владевший банком, продал пакет группе": a participle after a comma describes what stands before it,
/// and nothing beyond the verb of its clause.
void correct_participle_after_comma(AnnotatedSentence& sentence, int participle) {
  constexpr int kLongestAdverbial = 5;
  const Word& here = sentence.at(participle);
  const int head = here.note.head;
  if (here.note.part_of_speech != PartOfSpeech::kParticiple ||
      here.note.grammatical_case != Case::kNominative || !here.is(Dependency::kClauseOfNoun) ||
      head <= participle)
    return;
  bool passes_verb = false;
  for (int i = participle + 1; i < head; ++i)
    passes_verb = passes_verb || sentence.at(i).note.part_of_speech == PartOfSpeech::kVerb;
  int comma = participle - 1;
  while (comma > 0 && comma >= participle - kLongestAdverbial && sentence.at(comma).token.text != "," &&
         !sentence.at(comma).is_verb())
    --comma;
  if (!passes_verb || comma < 1 || sentence.at(comma).token.text != ",") return;
  int noun = sentence.at(comma - 1).lower == "»" ? comma - 2 : comma - 1;
  while (noun > 0 && sentence.head_of(noun) != kNoWord && sentence.head_of(noun) < noun &&
         (sentence.at(noun).is(Dependency::kFlat) || sentence.at(noun).is(Dependency::kApposition)))
    noun = sentence.head_of(noun);
  if (noun >= 0 && sentence.at(noun).is_noun() && !sentence.is_under(noun, participle))
    sentence.hang(participle, noun, Dependency::kClauseOfNoun);
}

/// "200 млн выделит фонд": of two subjects the one that a number counts before the verb is the object.
void correct_second_subject(AnnotatedSentence& sentence, int verb) {
  const std::vector<int> children = sentence.at(verb).children;
  const auto is_subject = [&](int child) { return sentence.at(child).is(Dependency::kSubject); };
  const auto first = std::ranges::find_if(children, is_subject);
  const bool has_number = first != children.end() && *first < verb &&
                          sentence.child(*first, Dependency::kNumericModifier) != kNoWord;
  if (!has_number || std::none_of(first + 1, children.end(), is_subject)) return;
  sentence.hang(*first, verb, Dependency::kObject);
}

/// Whether something in an unmistakable nominative describes a noun: "группа, купившая её", "норвежская
/// фирма".
bool is_described_in_nominative(const AnnotatedSentence& sentence, int noun) {
  return std::ranges::any_of(sentence.at(noun).children, [&](int child) {
    const tagging::Annotation& note = sentence.at(child).note;
    const bool describes =
        note.part_of_speech == PartOfSpeech::kAdjective || note.part_of_speech == PartOfSpeech::kParticiple;
    return describes && note.grammatical_case == Case::kNominative &&
           note.gender == language::Gender::kFeminine && note.number != language::Number::kPlural;
  });
}

/// "Сеть контролирует группа, купившая её", "Раунд возглавили А и Б": what stands after a verb is the subject
/// where its case says so, or where what stands before is an object and nothing else can be the subject.
void correct_object_that_acts(AnnotatedSentence& sentence, int verb) {
  int before = kNoWord;
  int after = kNoWord;
  for (const int child : sentence.at(verb).children) {
    const Word& argument = sentence.at(child);
    if (argument.is(Dependency::kPassiveSubject)) return;
    if (!argument.is(Dependency::kSubject) && !argument.is(Dependency::kObject)) continue;
    int& place = child < verb ? before : after;
    if (place != kNoWord || !argument.is_noun()) return;
    place = child;
  }
  if (before == kNoWord || after == kNoWord) return;
  // "Группа", "земля" show that they are no objects; "сеть" and "завод" do not.
  const bool both_objects = sentence.at(before).is(Dependency::kObject);
  // "«А» через «дочку» купил завод": the name does it, as its case says.
  const bool name_acts = both_objects && sentence.at(before).is_capitalised() &&
                         !sentence.at(after).is_capitalised() &&
                         sentence.at(before).note.grammatical_case == Case::kNominative &&
                         sentence.at(after).note.grammatical_case == Case::kAccusative;
  if (name_acts) return sentence.hang(before, verb, Dependency::kSubject);
  const bool may_be_object = sentence.at(before).note.grammatical_case == Case::kAccusative ||
                             sentence.at(before).note.gender != language::Gender::kFeminine ||
                             !sentence.at(before).lemma.ends_with("а");
  if (!both_objects && !(may_be_object && is_described_in_nominative(sentence, after))) return;
  sentence.hang(before, verb, Dependency::kObject);
  sentence.hang(after, verb, Dependency::kSubject);
}

/// "Завод купила компания": a verb in the past agrees with its subject, so of a noun before it that does not
/// and one after it that does the second is the subject.
void correct_subject_that_disagrees(AnnotatedSentence& sentence, int verb) {
  const tagging::Annotation& note = sentence.at(verb).note;
  if (note.tense != language::Tense::kPast || note.gender == language::Gender::kNone) return;
  const auto gender_of = [&](int noun) {
    const tagging::Annotation& told = sentence.at(noun).note;
    return told.number == language::Number::kPlural ? language::Gender::kNone : told.gender;
  };
  const int subject = sentence.child(verb, Dependency::kSubject);
  int object = sentence.child(verb, Dependency::kObject);
  for (const int child : sentence.at(verb).children) {
    // Parsers may as well take both for subjects.
    if (child > subject && sentence.at(child).is(Dependency::kSubject)) object = child;
  }
  if (subject == kNoWord || object == kNoWord || !sentence.at(subject).is_noun()) return;
  const bool disagrees = gender_of(subject) != language::Gender::kNone && gender_of(subject) != note.gender;
  // "ДСМК присоединила компанию": the gender of letters is unknown, an accusative is not.
  const bool shows_object = sentence.at(object).note.grammatical_case == Case::kAccusative &&
                            gender_of(object) == language::Gender::kFeminine &&
                            sentence.at(object).lower.ends_with("у");
  if (!disagrees || shows_object || gender_of(object) != note.gender) return;
  sentence.hang(subject, verb, Dependency::kObject);
  sentence.hang(object, verb, Dependency::kSubject);
}

/// "«А» выдал грант": where the one is told to be a nominative and the other an accusative, these are the
/// subject and the object, not the other way about.
void correct_subject_in_accusative(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const int subject = sentence.child(verb, Dependency::kSubject);
  const int object = sentence.child(verb, Dependency::kObject);
  // "Грант фонд «А» присудил лаборатории": of two subjects the accusative is what is given
  if (subject != kNoWord && object == kNoWord && subject < verb &&
      sentence.at(subject).note.grammatical_case == Case::kAccusative &&
      (subject == 0 || !sentence.at(subject).is_capitalised()) &&
      std::ranges::any_of(sentence.at(verb).children, [&](int other) {
        return other > subject && other < verb && sentence.at(other).is(Dependency::kSubject) &&
               sentence.at(other).note.grammatical_case == Case::kNominative;
      }))
    return sentence.hang(subject, verb, Dependency::kObject);
  if (subject == kNoWord || object == kNoWord || !sentence.at(object).is_noun()) return;
  // "«Ромашку» купит «Гранит»"
  const Word& first = sentence.at(subject);
  const bool is_unmistakable = first.note.grammatical_case == Case::kAccusative &&
                               (first.lower.ends_with("у") || first.lower.ends_with("ю")) &&
                               sentence.at(object).note.grammatical_case == Case::kAccusative &&
                               !sentence.at(object).lower.ends_with("у") &&
                               !sentence.at(object).lower.ends_with("ю");
  if (sentence.at(object).note.grammatical_case != Case::kNominative && !is_unmistakable) return;
  // Where forms do not tell, the order does, if a name does something to a thing: "«А» выдал грант".
  const bool is_inverted = object < verb && verb < subject && sentence.at(object).is_capitalised() &&
                           !sentence.at(subject).is_capitalised() && !sentence.at(subject).note.animate &&
                           sentence.at(subject).note.gender != language::Gender::kFeminine &&
                           !lexicon.descriptors.contains(sentence.at(subject).lemma);
  if (sentence.at(subject).note.grammatical_case != Case::kAccusative && !is_inverted) return;
  sentence.hang(subject, verb, Dependency::kObject);
  sentence.hang(object, verb, Dependency::kSubject);
}

/// "Раунд возглавил А, к нему присоединился Б": of two verbs that are joined, what stands before the first is
/// the first's, and a second subject after the second is the second's.
void correct_joined_verbs(AnnotatedSentence& sentence, int second) {
  const int first = sentence.head_of(second);
  if (!sentence.at(second).is(Dependency::kConjunct) || first > second || !sentence.at(first).is_verb())
    return;
  const std::vector<int> of_second = sentence.at(second).children;
  for (const int child : of_second) {
    const bool is_argument =
        sentence.at(child).is(Dependency::kSubject) || sentence.at(child).is(Dependency::kOblique);
    if (child > first || !is_argument) continue;
    const bool is_taken = sentence.child(first, Dependency::kSubject) != kNoWord;
    const bool is_subject = sentence.at(child).is(Dependency::kSubject);
    sentence.hang(child, first,
                  is_subject && is_taken ? Dependency::kObject : sentence.at(child).note.dependency);
  }
  int subjects = 0;
  const std::vector<int> of_first = sentence.at(first).children;
  for (const int child : of_first) {
    if (!sentence.at(child).is(Dependency::kSubject)) continue;
    if (++subjects > 1 && child > second) sentence.hang(child, second, Dependency::kSubject);
  }
}

/// "Купленная в мае «Гаванью» компания …": what stands between a participle and its noun belongs to the
/// participle, where parsers may hang it on the verb of the clause.
void correct_phrase_of_participle(AnnotatedSentence& sentence, int participle) {
  const int noun = sentence.head_of(participle);
  const Word& here = sentence.at(participle);
  if (noun <= participle + 1 || !sentence.at(noun).is_noun()) return;
  if (!here.is(Dependency::kAdjectiveModifier) && !here.is(Dependency::kClauseOfNoun)) return;
  for (int i = participle + 1; i < noun; ++i) {
    const int head = sentence.head_of(i);
    const bool is_outside = head != kNoWord && (head < participle || head > noun);
    if (!is_outside || sentence.at(i).token.kind == text::TokenKind::kPunctuation) continue;
    if (sentence.at(i).is(Dependency::kOblique) || sentence.at(i).is(Dependency::kIndirectObject))
      sentence.hang(i, participle, sentence.at(i).note.dependency);
    // "Полученный Orbisoft завод работает": who did what a passive participle says is no second subject.
    const Case told = sentence.at(i).note.grammatical_case;
    const bool may_be_agent =
        told == Case::kInstrumental ||
        (told == Case::kNone && sentence.at(i).token.script == text::Script::kLatin && i == participle + 1);
    if (here.note.voice == language::Voice::kPassive && may_be_agent &&
        sentence.at(i).is(Dependency::kSubject) && sentence.preposition(i).empty())
      sentence.hang(i, participle, Dependency::kAgent);
  }
}

}  // namespace

void correct_tree(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  if (!lexicon.inflected) return;
  correct_lists_of_many(sentence, lexicon);
  correct_joined_objects(sentence);
  correct_clauses(sentence, lexicon);
  correct_attachments(sentence, lexicon);
  for (int i = 0; i < sentence.size(); ++i) {
    const PartOfSpeech part = sentence.at(i).note.part_of_speech;
    if (lexicon.negations.contains(sentence.at(i).lower)) correct_denied_name(sentence, i, lexicon);
    if (is_aside(sentence.at(i))) correct_subject_after_aside(sentence, i);
    if (part == PartOfSpeech::kParticiple) correct_participle_after_comma(sentence, i);
    if (part == PartOfSpeech::kVerb) {
      correct_joined_verbs(sentence, i);
      correct_subject_in_accusative(sentence, i, lexicon);
      correct_second_subject(sentence, i);
      correct_object_that_acts(sentence, i);
      correct_subject_that_disagrees(sentence, i);
    }
    if (part == PartOfSpeech::kParticiple) correct_phrase_of_participle(sentence, i);
    if (sentence.at(i).lower == "«") {
      correct_name_of_first_word(sentence, i, lexicon);
      correct_quoted_name(sentence, i, lexicon);
      correct_owner_of_title(sentence, i, lexicon);
    }
  }
  correct_order(sentence, lexicon);
  correct_joined_subjects(sentence);
  correct_counted_subjects(sentence, lexicon);
}

}  // namespace whofunds::mentions
