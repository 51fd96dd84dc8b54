#include "whofunds/mentions/actor_corrections.hpp"

#include <algorithm>
#include <vector>

#include "whofunds/mentions/agreement_corrections.hpp"
#include "whofunds/mentions/complement_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// The subject and the object of a verb, where the object stands before the verb and the subject after it;
/// kNoWord for both where it is otherwise.
struct Actors {
  int subject = kNoWord;
  int object = kNoWord;
};

Actors object_before_subject(const AnnotatedSentence& sentence, int verb) {
  const int subject = sentence.child(verb, Dependency::kSubject);
  const int object = sentence.child(verb, Dependency::kObject);
  const bool is_so = subject != kNoWord && object != kNoWord && object < verb && subject > verb;
  return is_so ? Actors{.subject = subject, .object = object} : Actors{};
}

/// "ДСМК присоединила компанию": a feminine that shows the accusative is no subject.
void correct_subject_that_shows_accusative(AnnotatedSentence& sentence, int verb) {
  const auto [subject, object] = object_before_subject(sentence, verb);
  if (object == kNoWord) return;
  const Word& thing = sentence.at(subject);
  const bool shows_accusative = thing.note.grammatical_case == Case::kAccusative && thing.is_noun() &&
                                (thing.lower.ends_with("у") || thing.lower.ends_with("ю"));
  if (!shows_accusative || !sentence.at(object).is_noun()) return;
  exchange(sentence, verb, subject, object);
}

/// "Усадьбу «А» купил английский дом": a feminine that shows the accusative is what a verb in the active acts
/// on, its name is no subject, and the nominative after the verb acts.
void correct_accusative_before_verb(AnnotatedSentence& sentence, int verb) {
  if (sentence.at(verb).note.part_of_speech != PartOfSpeech::kVerb) return;
  if (sentence.at(verb).children.empty() || sentence.at(verb).children.front() > verb) return;
  // at the head of a sentence a tagger may take it for a name, and its form for a dative
  const auto shows_accusative = [&](int child) {
    const Word& word = sentence.at(child);
    const bool is_argument =
        word.is_subject() || word.is(Dependency::kIndirectObject) || word.is(Dependency::kObject);
    return is_argument && word.is_noun() && sentence.preposition(child).empty() &&
           (word.lemma.ends_with("а") || word.lemma.ends_with("я")) && word.lower != word.lemma &&
           (word.lower.ends_with("у") || word.lower.ends_with("ю"));
  };
  if (std::ranges::none_of(sentence.at(verb).children, shows_accusative)) return;
  const std::vector<int> children = sentence.at(verb).children;
  const auto thing = std::ranges::find_if(children, shows_accusative);
  const auto acting = std::ranges::find_if(children, [&](int child) {
    const Word& word = sentence.at(child);
    const bool is_argument = word.is(Dependency::kObject) || word.is(Dependency::kSubject);
    return child > verb && is_argument && word.is_noun() && !shows_accusative(child) &&
           sentence.preposition(child).empty() && may_agree(sentence, verb, child) &&
           !(word.note.grammatical_case == Case::kAccusative && word.note.animate);
  });
  if (thing == children.end() || acting == children.end() || *thing > verb) return;
  int name = kNoWord;
  for (const int child : children) {
    const Word& word = sentence.at(child);
    if (child >= verb || child == *thing || !(word.is_subject() || word.is(Dependency::kObject))) continue;
    if (name != kNoWord || child < *thing || !is_mark(sentence.at(child - 1), "«")) return;
    name = child;
  }
  sentence.words[static_cast<std::size_t>(*thing)].note.grammatical_case = Case::kAccusative;
  sentence.hang(*thing, verb, Dependency::kObject);
  if (name != kNoWord) sentence.hang(name, *thing, Dependency::kApposition);
  sentence.hang(*acting, verb, Dependency::kSubject);
}

/// "Корпорация «А» купила фонд «Б»": a feminine that shows the nominative is no object; it acts.
void correct_object_that_shows_nominative(AnnotatedSentence& sentence, int verb) {
  const auto [subject, object] = object_before_subject(sentence, verb);
  if (object == kNoWord) return;
  const tagging::Annotation& note = sentence.at(verb).note;
  const Word& thing = sentence.at(object);
  const bool may_agree = note.gender == language::Gender::kNone || note.gender == language::Gender::kFeminine;
  if (!shows_nominative(thing) || thing.note.grammatical_case != Case::kNominative || !may_agree) return;
  exchange(sentence, verb, subject, object);
}

/// "Торговый центр «А» купил Б": of two subjects the one before the verb that is told to be an accusative is
/// what is acted on.
void correct_subject_before_another(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const std::vector<int>& children = sentence.at(verb).children;
  const auto is_subject = [&](int child) { return sentence.at(child).is(Dependency::kSubject); };
  const auto first = std::ranges::find_if(children, is_subject);
  if (first == children.end() || *first > verb || sentence.child(verb, Dependency::kObject) != kNoWord)
    return;
  const auto second = std::find_if(first + 1, children.end(), is_subject);
  if (second == children.end() || *second < verb) return;
  const int acted_on = *first;
  const bool is_accusative = sentence.at(acted_on).note.grammatical_case == Case::kAccusative &&
                             sentence.at(*second).note.grammatical_case == Case::kNominative;
  // "Холдинг «А» контролирует семья Беловых": people control a firm
  const bool are_people =
      (sentence.at(*second).note.animate || lexicon.family_nouns.contains(sentence.at(*second).lemma)) &&
      !sentence.at(acted_on).note.animate && lexicon.descriptors.contains(sentence.at(acted_on).lemma);
  if (is_accusative || are_people) sentence.hang(acted_on, verb, Dependency::kObject);
}

/// "«А» миллиардера Петра Б. купил «В»": what is told to be a nominative before the verb acts on what is told
/// to be an accusative after it, whatever a parser says of both.
void correct_roles_against_cases(AnnotatedSentence& sentence, int verb) {
  const auto [subject, object] = object_before_subject(sentence, verb);
  if (object == kNoWord) return;
  const bool contradicts = sentence.at(object).note.grammatical_case == Case::kNominative &&
                           sentence.at(subject).note.grammatical_case == Case::kAccusative;
  if (!contradicts || !may_agree(sentence, verb, object) || !sentence.at(object).is_capitalised() ||
      !sentence.at(subject).is_capitalised())
    return;
  exchange(sentence, verb, subject, object);
}

/// "Фонд «А» купил банк «Б»": where forms do not tell who acts, it is the fund that stands first.
void correct_fund_that_acts(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const auto [subject, object] = object_before_subject(sentence, verb);
  if (object == kNoWord) return;
  const auto is_of_kind = [&](int noun, bool fund) {
    const auto found = lexicon.descriptors.find(sentence.at(noun).lemma);
    return found != lexicon.descriptors.end() && (found->second.kind == model::EntityKind::kFund) == fund &&
           found->second.kind != model::EntityKind::kPerson;
  };
  const Word& other = sentence.at(subject);
  const bool tells_nothing = other.note.gender != language::Gender::kFeminine && !other.note.animate &&
                             (is_of_kind(subject, false) || other.is_capitalised());
  if (!is_of_kind(object, true) || is_of_kind(subject, true) || !tells_nothing ||
      !lexicon.frames_by_verb.contains(sentence.at(verb).lemma))
    return;
  exchange(sentence, verb, subject, object);
}

/// "Завод «А» купил холдинг «Б»": where forms do not tell who acts, it is who is called an owner.
void correct_holder_that_acts(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const int subject = sentence.child(verb, Dependency::kSubject);
  const auto is_holder = [&](int child) {
    const Word& word = sentence.at(child);
    return child > verb && (word.is(Dependency::kObject) || word.is(Dependency::kSubject)) &&
           sentence.preposition(child).empty() && lexicon.holder_nouns.contains(word.lemma);
  };
  const auto holder = std::ranges::find_if(sentence.at(verb).children, is_holder);
  if (subject == kNoWord || subject > verb || holder == sentence.at(verb).children.end() ||
      !may_agree(sentence, verb, *holder))
    return;
  const Word& thing = sentence.at(subject);
  const bool is_thing = describes_thing(sentence, subject, lexicon) &&
                        lexicon.frames_by_thing.contains(thing.lemma) &&
                        !lexicon.holder_nouns.contains(thing.lemma);
  if (is_thing && lexicon.frames_by_verb.contains(sentence.at(verb).lemma))
    exchange(sentence, verb, subject, *holder);
}

/// "Раунд возглавил «А»": what a frame of the verb asks for as its object does nothing itself, nor do
/// shares ("Акции «А» купил «Б»") and what is built ("ЖК «А» строит «Б»").
void correct_object_word_that_acts(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const int subject = sentence.child(verb, Dependency::kSubject);
  const int object = sentence.child(verb, Dependency::kObject);
  if (subject == kNoWord || subject > verb || object < verb) return;
  const Word& thing = sentence.at(subject);
  const Word& other = sentence.at(object);
  // "«Балтийский капитал» купил завод": what is called so is none
  const bool is_quoted = std::ranges::any_of(
      thing.children, [&](int child) { return child < subject && is_mark(sentence.at(child), "«"); });
  if (is_quoted) return;
  const bool is_share = lexicon.percent_words.contains(thing.lemma);
  const bool is_built = in(lexicon.built_nouns, thing);
  const bool is_bought = is_share || is_built || in(lexicon.stake_nouns, thing) ||
                         in(lexicon.asset_nouns, thing) || in(lexicon.issued_nouns, thing);
  const bool may_act = other.is_capitalised() || lexicon.descriptors.contains(other.lemma);
  const bool may_be_thing =
      is_share || is_built || (thing.is_noun() && !lexicon.descriptors.contains(thing.lemma));
  if (!may_act || !may_be_thing) return;
  const bool is_asked = lexicon.any_frame_of_verb(sentence.at(verb).lemma, [&](const language::Frame& frame) {
    if (is_bought && frame.relation == model::Relation::kAcquires) return true;
    if (is_built && frame.relation == model::Relation::kDevelops) return true;
    return frame.from.has(language::Slot::Place::kSubject) &&
           std::ranges::find(frame.object_words, thing.lemma) != frame.object_words.end();
  });
  if (!is_asked) return;
  exchange(sentence, verb, subject, object);
}

/// "«А» купил консорциум инвесторов": a group buys and is not bought.
void correct_group_that_acts(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const int subject = sentence.child(verb, Dependency::kSubject);
  if (subject == kNoWord || subject > verb) return;
  const Word& name = sentence.at(subject);
  const bool may_be_bought = name.is_capitalised() && name.note.gender != language::Gender::kFeminine &&
                             name.note.name != tagging::NameClass::kPerson;
  const auto is_group = [&](int noun) {
    const bool is_argument =
        sentence.at(noun).is(Dependency::kObject) || sentence.at(noun).is(Dependency::kSubject);
    const bool has_name = noun + 1 < sentence.size() &&
                          (is_mark(sentence.at(noun + 1), "«") || sentence.at(noun + 1).is_capitalised());
    return noun > verb && is_argument && !has_name && lexicon.acting_groups.contains(sentence.at(noun).lemma);
  };
  const std::vector<int>& children = sentence.at(verb).children;
  const auto group = std::ranges::find_if(children, is_group);
  if (group == children.end() || !may_be_bought) return;
  exchange(sentence, verb, subject, *group);
}

/// "«А» прокредитует КБ «Б»": where neither the forms nor the verb tell who acts, the name that stands first
/// does; a thing that is described before it ("Завод «А» купит КБ «Б»") may be what is acted on.
void correct_name_that_acts(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const auto [subject, object] = object_before_subject(sentence, verb);
  if (object == kNoWord) return;
  const Word& first = sentence.at(object);
  const Word& second = sentence.at(subject);
  const bool is_name = first.is_capitalised() && !lexicon.descriptors.contains(first.lemma) &&
                       !lexicon.legal_forms.contains(first.lower) &&
                       (object > 0 || first.note.part_of_speech == PartOfSpeech::kProperNoun);
  const bool shows_accusative = first.lower != first.lemma || first.note.number == language::Number::kPlural;
  // an abbreviation has one form for all cases
  const bool tells_nothing = second.token.all_capitals && !second.note.animate;
  if (!is_name || !may_agree(sentence, verb, object) || shows_accusative || !tells_nothing ||
      !lexicon.frames_by_verb.contains(sentence.at(verb).lemma))
    return;
  exchange(sentence, verb, subject, object);
}

/// "Финансирует его Минприроды": a name in the nominative is to nobody's good; it does what the verb lacks a
/// subject for.
void correct_recipient_in_nominative(AnnotatedSentence& sentence, int verb) {
  const int name = sentence.child(verb, Dependency::kIndirectObject);
  if (name < verb || sentence.has_subject(verb) || !sentence.at(name).is_capitalised() ||
      sentence.at(name).note.grammatical_case != Case::kNominative || !sentence.preposition(name).empty() ||
      !may_agree(sentence, verb, name))
    return;
  sentence.hang(name, verb, Dependency::kSubject);
}

/// "его выкупила сеть «А»": a pronoun is what is acted on, and of two objects the noun after the verb acts.
void correct_second_object_that_acts(AnnotatedSentence& sentence, int verb,
                                     const language::Lexicon& lexicon) {
  if (sentence.has_subject(verb)) return;
  int pronoun = kNoWord;
  int acting = kNoWord;
  for (const int child : sentence.at(verb).children) {
    const Word& word = sentence.at(child);
    if (!word.is(Dependency::kObject) || !sentence.preposition(child).empty()) continue;
    if (child < verb && lexicon.pronouns.contains(word.lower)) pronoun = child;
    if (child > verb && word.is_noun() && word.lower == word.lemma && !word.is_capitalised()) acting = child;
  }
  if (pronoun == kNoWord || acting == kNoWord || !may_agree(sentence, verb, acting)) return;
  sentence.hang(acting, verb, Dependency::kSubject);
  sentence.words[static_cast<std::size_t>(acting)].note.grammatical_case = Case::kNominative;
}

}  // namespace

void exchange(AnnotatedSentence& sentence, int verb, int subject, int acting) {
  sentence.hang(subject, verb, Dependency::kObject);
  sentence.hang(acting, verb, Dependency::kSubject);
}

void correct_actors(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  correct_firm_after_place(sentence, verb, lexicon);
  correct_subject_of_other_gender(sentence, verb, lexicon);
  correct_subject_of_other_number(sentence, verb, lexicon);
  correct_subject_against_tags(sentence, verb);
  correct_subject_that_shows_accusative(sentence, verb);
  correct_accusative_before_verb(sentence, verb);
  correct_object_that_shows_nominative(sentence, verb);
  correct_subject_before_another(sentence, verb, lexicon);
  correct_roles_against_cases(sentence, verb);
  correct_fund_that_acts(sentence, verb, lexicon);
  correct_name_that_acts(sentence, verb, lexicon);
  correct_group_that_acts(sentence, verb, lexicon);
  correct_holder_that_acts(sentence, verb, lexicon);
  correct_object_word_that_acts(sentence, verb, lexicon);
  correct_builders(sentence, verb, lexicon);
  correct_recipient_in_nominative(sentence, verb);
  correct_second_object_that_acts(sentence, verb, lexicon);
}

}  // namespace whofunds::mentions
