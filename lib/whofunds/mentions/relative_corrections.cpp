
#include "whofunds/mentions/actor_corrections.hpp"
#include "whofunds/mentions/agreement_corrections.hpp"
#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::Number;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

bool tells(const Word& word) {
  return word.note.part_of_speech == PartOfSpeech::kVerb ||
         word.note.part_of_speech == PartOfSpeech::kShortForm;
}

/// The first word from `begin` on of which `asked` is true, before a comma; the comma or the end where none
/// is.
template <typename Asked>
int first_before_comma(const AnnotatedSentence& sentence, int begin, Asked asked) {
  int i = begin;
  while (i < sentence.size() && !is_mark(sentence.at(i), ",") && !asked(sentence.at(i))) ++i;
  return i;
}

/// The comma that a relative clause begins with, before its pronoun or the preposition of that; kNoWord if
/// there is none.
int comma_before(const AnnotatedSentence& sentence, int pronoun) {
  int comma = pronoun - 1;
  if (comma > 0 && sentence.at(comma).note.part_of_speech == PartOfSpeech::kPreposition) --comma;
  return comma > 0 && is_mark(sentence.at(comma), ",") ? comma : kNoWord;
}

/// The noun before a comma that a relative pronoun after it agrees with; kNoWord if there is none.
int noun_told_of(const AnnotatedSentence& sentence, int pronoun) {
  const tagging::Annotation& told = sentence.at(pronoun).note;
  int noun = comma_before(sentence, pronoun) - 1;
  if (noun >= 0 && is_mark(sentence.at(noun), "»")) --noun;
  while (noun >= 0 && noun < pronoun) {
    const Word& word = sentence.at(noun);
    const bool is_many = word.note.number == Number::kPlural;
    const bool agrees =
        is_many == (told.number == Number::kPlural) &&
        (is_many || word.note.gender == told.gender || word.note.gender == language::Gender::kNone);
    const bool is_foreign = word.is_capitalised() && word.token.script == text::Script::kLatin;
    if ((word.is_noun() || is_foreign) && agrees && !word.is(Dependency::kApposition) &&
        !word.is(Dependency::kFlat))
      return noun;
    noun = word.note.head;
  }
  return kNoWord;
}

/// "фонд, в который «А» вложила 3 млн": a name right after the pronoun acts.
void correct_name_after_relative(AnnotatedSentence& sentence, int pronoun) {
  const int verb = sentence.head_of(pronoun);
  if (sentence.at(pronoun).lemma != "который" || sentence.preposition(pronoun).empty() || verb <= pronoun ||
      !tells(sentence.at(verb)) || sentence.has_subject(verb))
    return;
  for (const int child : sentence.at(pronoun).children) {
    const Word& word = sentence.at(child);
    if (child < pronoun || !word.is_noun() || !sentence.preposition(child).empty() ||
        !may_agree(sentence, verb, child))
      continue;
    sentence.words[static_cast<std::size_t>(child)].note.grammatical_case = language::Case::kNominative;
    return sentence.hang(child, verb, Dependency::kSubject);
  }
}

}  // namespace

void correct_enclosed_clause(AnnotatedSentence& sentence, int pronoun, const language::Lexicon& lexicon) {
  correct_name_after_relative(sentence, pronoun);
  if (sentence.at(pronoun).lemma != "который" || comma_before(sentence, pronoun) == kNoWord) return;
  const int inner = first_before_comma(sentence, pronoun + 1, tells);
  if (inner >= sentence.size() || !tells(sentence.at(inner))) return;
  const int closing = first_before_comma(sentence, inner + 1, tells);
  if (closing + 1 >= sentence.size() || !is_mark(sentence.at(closing), ",")) return;
  const int outer = first_before_comma(sentence, closing + 1, tells);
  const int noun = noun_told_of(sentence, pronoun);
  if (outer >= sentence.size() || !tells(sentence.at(outer)) || noun == kNoWord) return;
  const bool is_so = sentence.at(inner).is(Dependency::kRelativeClause) && sentence.is_under(inner, noun);
  // what a verb before it has as its object is told of by no clause that comes before its own verb
  for (int i = 0; i < pronoun; ++i) {
    if (tells(sentence.at(i)) || lexicon.relative_pronouns.contains(sentence.at(i).lemma)) return;
  }
  if (is_so) return;
  if (sentence.is_under(outer, inner) || sentence.is_under(outer, noun)) {
    const int top = sentence.is_under(inner, noun) ? noun : inner;
    const Dependency told =
        sentence.head_of(top) == kNoWord ? Dependency::kRoot : sentence.at(top).note.dependency;
    sentence.hang(outer, sentence.head_of(top), told);
  }
  const bool is_accusative = sentence.at(noun).note.grammatical_case == language::Case::kAccusative;
  // "бенефициаром «А», на которую записан «Б», является В": what belongs to another noun stays with it
  const int above = sentence.head_of(noun);
  const bool is_of_noun = above != kNoWord && above < noun && sentence.at(above).is_noun();
  if (!is_of_noun) sentence.hang(noun, outer, is_accusative ? Dependency::kObject : Dependency::kSubject);
  sentence.hang(inner, noun, Dependency::kRelativeClause);
  const bool has_preposition = !is_mark(sentence.at(pronoun - 1), ",");
  bool has_subject = false;
  for (int i = pronoun + 1; i < closing; ++i) {
    const int head = sentence.head_of(i);
    const bool is_outside = head == kNoWord || head < pronoun || head > closing;
    const Dependency told = sentence.at(i).note.dependency;
    // "в который «А» вложила": a name right after the pronoun is nothing of it
    const bool is_of_pronoun =
        has_preposition && head == pronoun && sentence.at(i).is_noun() && sentence.preposition(i).empty();
    if (is_of_pronoun && !has_subject) {
      sentence.hang(i, inner, Dependency::kSubject);
      sentence.words[static_cast<std::size_t>(i)].note.grammatical_case = language::Case::kNominative;
    }
    const bool is_no_argument =
        sentence.at(i).is_noun() &&
        (told == Dependency::kRelativeClause || told == Dependency::kRoot || told == Dependency::kConjunct);
    if (i != inner && (is_outside || (is_no_argument && head == inner)))
      sentence.hang(i, inner, is_no_argument ? Dependency::kIndirectObject : told);
    if (is_no_argument && sentence.at(i).lower != sentence.at(i).lemma)
      sentence.words[static_cast<std::size_t>(i)].note.grammatical_case = language::Case::kDative;
    has_subject = has_subject || (sentence.head_of(i) == inner && sentence.at(i).is_subject());
  }
  sentence.hang(pronoun, inner,
                has_preposition ? Dependency::kOblique
                : has_subject   ? Dependency::kObject
                                : Dependency::kSubject);
}

void correct_second_object_of_relative(AnnotatedSentence& sentence, int verb,
                                       const language::Lexicon& lexicon) {
  if (!sentence.at(verb).is(Dependency::kRelativeClause) || sentence.has_subject(verb)) return;
  int pronoun = kNoWord;
  int actor = kNoWord;
  for (const int child : sentence.at(verb).children) {
    const Word& word = sentence.at(child);
    if (!word.is(Dependency::kObject) || !sentence.preposition(child).empty()) continue;
    const bool is_pronoun = child < verb && lexicon.relative_pronouns.contains(word.lemma);
    if (is_pronoun) pronoun = child;
    // "УК", "ООО" do not decline
    // "который возглавил фонд «А»": of two objects one acts, where its form may be either
    const bool is_named_thing = child == verb + 1 && word.note.gender == language::Gender::kMasculine &&
                                !word.note.animate && lexicon.descriptors.contains(word.lemma) &&
                                sentence.child(child, Dependency::kApposition) != kNoWord;
    const bool may_act = child > verb && word.is_noun() &&
                         (word.note.grammatical_case == language::Case::kNominative ||
                          word.token.all_capitals || is_named_thing);
    if (may_act && pronoun != kNoWord) actor = child;
  }
  if (actor == kNoWord || !may_agree(sentence, verb, actor)) return;
  sentence.hang(actor, verb, Dependency::kSubject);
  sentence.words[static_cast<std::size_t>(actor)].note.grammatical_case = language::Case::kNominative;
}

}  // namespace whofunds::mentions
