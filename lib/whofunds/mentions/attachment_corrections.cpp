
#include "whofunds/mentions/adjective_corrections.hpp"
#include "whofunds/mentions/apposition_corrections.hpp"
#include "whofunds/mentions/buyer_corrections.hpp"
#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/holder_corrections.hpp"
#include "whofunds/mentions/legal_form_corrections.hpp"
#include "whofunds/mentions/order_corrections.hpp"
#include "whofunds/mentions/share_corrections.hpp"
#include "whofunds/mentions/title_corrections.hpp"
#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "сервис для фермеров «Грядка»", "сервис записи к врачам MedSlot": a name is that of the thing described
/// before it, not of the last word of the description. [first, …) is the name; `mark` the quote before it, if
/// any.
void correct_name_of_description(AnnotatedSentence& sentence, int first, int mark,
                                 const language::Lexicon& lexicon) {
  constexpr int kLongestDescription = 7;
  const int begin = mark == kNoWord ? first : mark;
  if (begin < 2) return;
  const Word& before = sentence.at(begin - 1);
  const bool may_describe = before.is_noun() || before.note.part_of_speech == PartOfSpeech::kAdjective;
  // "стартап из США Boreal"
  const auto is_place = [&](const Word& word) { return word.note.name == tagging::NameClass::kPlace; };
  // "разработчик игр Moonfall", but "менеджер предприятий «Ясеня»"
  const bool is_of_many = before.note.number == language::Number::kPlural &&
                          sentence.at(first).token.script == text::Script::kLatin;
  if (!may_describe || (before.is_capitalised() && !is_place(before)) ||
      is_plain_description(before, lexicon))
    return;
  int noun = begin - 1;
  bool has_preposition = false;
  for (; noun >= 0 && begin - noun <= kLongestDescription; --noun) {
    const Word& word = sentence.at(noun);
    const bool opens_sentence = noun == 0 && word.is_noun() && lexicon.descriptors.contains(word.lemma) &&
                                word.note.number != language::Number::kPlural;
    if (is_plain_description(word, lexicon) || opens_sentence) break;
    const PartOfSpeech part = word.note.part_of_speech;
    has_preposition = has_preposition || part == PartOfSpeech::kPreposition;
    // "сервис для любых работ Aster", but "управление всеми активами Aster"
    const bool is_any = part == PartOfSpeech::kDeterminer && noun > 0 &&
                        sentence.at(noun - 1).note.part_of_speech == PartOfSpeech::kPreposition;
    const bool describes = part == PartOfSpeech::kPreposition || part == PartOfSpeech::kAdjective || is_any ||
                           (word.is_noun() && (!word.is_capitalised() || is_place(word)));
    if (!describes) return;
  }
  if (noun < 0 || begin - noun > kLongestDescription) return;
  int name = first;
  while (sentence.head_of(name) > name && sentence.at(sentence.head_of(name)).is_capitalised() &&
         sentence.head_of(name) <= name + 4)
    name = sentence.head_of(name);
  const bool is_name_part = sentence.at(name).is(Dependency::kSubject) || sentence.is_under(noun, name);
  const bool hangs_beyond = sentence.head_of(name) > name;
  const bool hangs_inside = is_of_many && sentence.head_of(name) > noun && sentence.head_of(name) < begin;
  // "его партнёр Kaito вложил в разработчика дронов Datavox": the partner has a name
  const int above = sentence.head_of(name);
  const bool hangs_before = is_of_many && above != kNoWord && above < noun &&
                            sentence.at(name).is(Dependency::kApposition) &&
                            sentence.child(above, Dependency::kApposition) != name;
  if (is_name_part || sentence.head_of(name) == noun ||
      !(has_preposition || hangs_beyond || hangs_inside || hangs_before))
    return;
  sentence.hang(name, noun, Dependency::kApposition);
}

/// "из капитала «А»", "рекламу «А»", "соглашение о покупке «А»": a name in the genitive after a noun that has
/// no name is whose it is, or of what the noun right before it tells.
void correct_genitive_apposition(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int noun = here.note.head;
  // "дочку «Ромашки»": a form of many may be the genitive of one.
  const bool is_member = noun != kNoWord && lexicon.member_nouns.contains(sentence.at(noun).lemma);
  const bool may_be_genitive = here.note.grammatical_case == Case::kGenitive ||
                               (is_member && here.note.number == language::Number::kPlural);
  if (!here.is(Dependency::kApposition) || !may_be_genitive || noun == kNoWord || noun > name) return;
  int before = name - 1;
  while (before > noun && (is_mark(sentence.at(before), "«") || is_mark(sentence.at(before), "»"))) --before;
  const bool follows_event = before > noun && sentence.at(before).is_noun() &&
                             lexicon.frames_by_noun.contains(sentence.at(before).lemma);
  if (follows_event && !sentence.is_under(before, name))
    return sentence.hang(name, before, Dependency::kNominalModifier);
  const Word& described = sentence.at(noun);
  const Case told = described.note.grammatical_case;
  const bool has_no_name = before == noun && !described.is(Dependency::kNominalModifier) &&
                           !described.is_capitalised() && told != Case::kGenitive && told != Case::kNone &&
                           !lexicon.descriptors.contains(described.lemma) &&
                           !lexicon.frames_by_title.contains(described.lemma);
  // "купил дочку «А»"
  const bool is_owned = is_member && before == noun && told != Case::kGenitive && told != Case::kNone;
  // "выпуск облигаций «А»": of whom they are
  const bool is_issued =
      lexicon.bond_nouns.contains(described.lemma) || lexicon.issued_nouns.contains(described.lemma);
  if (!has_no_name && !is_owned && !is_issued && !lexicon.stake_nouns.contains(described.lemma)) return;
  Word& changed = sentence.words[static_cast<std::size_t>(name)];
  changed.note.dependency = Dependency::kNominalModifier;
  changed.note.grammatical_case = Case::kGenitive;
}

/// "«А», «дочка» банка «Б», поставит": a title after a comma is what the name before it is.
void correct_title_after_comma(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(title);
  if (!here.is(Dependency::kConjunct) || !lexicon.frames_by_title.contains(here.lemma) || title == 0) return;
  int mark = title - 1;
  while (mark > 0 &&
         (is_mark(sentence.at(mark), "«") || sentence.at(mark).is(Dependency::kAdjectiveModifier)))
    --mark;
  const int name = here.note.head;
  if (name == kNoWord) return;
  const bool has_conjunction = sentence.child(title, Dependency::kCoordination) != kNoWord;
  if (is_mark(sentence.at(mark), ",") && !has_conjunction && name < mark &&
      sentence.at(name).is_capitalised())
    sentence.words[static_cast<std::size_t>(title)].note.dependency = Dependency::kApposition;
}

/// "Банк А и «Б» выдали компании": what "и" joins to the words before it is no part of a list that begins
/// later.
void correct_conjunct_of_later(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int told = here.note.head;
  if (!here.is(Dependency::kConjunct) || told <= noun || !here.is_noun()) return;
  int link = noun - 1;
  while (link > 0 && (is_mark(sentence.at(link), "«") || sentence.head_of(link) == noun) &&
         sentence.at(link).lower != "и" && !is_mark(sentence.at(link), ","))
    --link;
  if (link < 1) return;
  if (sentence.at(link).lower == "и") {
    int before = link - 1;
    if (before > 0 && is_mark(sentence.at(before), "»")) --before;
    while (sentence.head_of(before) != kNoWord && sentence.head_of(before) < before &&
           !sentence.at(sentence.head_of(before)).is_verb() &&
           (sentence.at(sentence.head_of(before)).is_noun() || sentence.at(before).is(Dependency::kFlat)))
      before = sentence.head_of(before);
    if (sentence.at(before).is_noun() && !sentence.is_under(before, noun))
      sentence.hang(noun, before, Dependency::kConjunct);
    return;
  }
  // "Как стало известно «А», банк «Б» может купить …": it begins its clause, and does what the verb after it
  // says.
  int verb = noun + 1;
  while (verb < told && sentence.at(verb).note.part_of_speech != PartOfSpeech::kVerb) ++verb;
  const bool is_nominative = here.note.grammatical_case == Case::kNominative;
  if (verb < told && is_nominative && sentence.child(verb, Dependency::kSubject) == kNoWord &&
      !sentence.is_under(verb, noun))
    sentence.hang(noun, verb, Dependency::kSubject);
}

/// "Возглавляет стартап Тимофей Гаас": a thing is no person; of the two after a verb the person does it.
void correct_thing_before_person(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const int thing = verb + 1;
  if (thing + 1 >= sentence.size() || sentence.head_of(thing) != verb) return;
  const auto descriptor = lexicon.descriptors.find(sentence.at(thing).lemma);
  if (descriptor == lexicon.descriptors.end() || descriptor->second.kind == model::EntityKind::kPerson)
    return;
  const bool is_bare =
      sentence.at(thing).is(Dependency::kSubject) || sentence.at(thing).is(Dependency::kObject);
  // "Возглавляет стартап «А» Белов"
  const bool is_quoted = is_mark(sentence.at(thing + 1), "«");
  const int person = is_quoted ? end_of_quotes(sentence, thing + 1) + 1 : thing + 1;
  if (person <= thing || person >= sentence.size() || !is_bare ||
      sentence.at(person).note.name != tagging::NameClass::kPerson || sentence.head_of(person) != thing ||
      !(sentence.at(person).is(Dependency::kApposition) ||
        sentence.at(person).is(Dependency::kNominalModifier)) ||
      sentence.at(person).note.grammatical_case == Case::kGenitive)
    return;
  sentence.hang(person, verb, Dependency::kSubject);
  sentence.hang(thing, verb, Dependency::kObject);
}

}  // namespace

void correct_attachments(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  correct_currencies(sentence, lexicon);
  for (int i = 0; i < sentence.size(); ++i) correct_verb_taken_for_adjective(sentence, i, lexicon);
  correct_holders(sentence, lexicon);
  correct_arguments(sentence, lexicon);
  for (int i = 0; i < sentence.size(); ++i) {
    const Word& word = sentence.at(i);
    correct_neighbours(sentence, i, lexicon);
    correct_words_beside_verbs(sentence, i, lexicon);
    correct_sum_of_noun(sentence, i, lexicon);
    correct_percent(sentence, i, lexicon);
    if (is_mark(word, "«")) correct_name_of_legal_form(sentence, i, lexicon);
    correct_share(sentence, i, lexicon);
    correct_share_after_agent(sentence, i, lexicon);
    correct_share_after_purchase(sentence, i, lexicon);
    correct_share_before_joined_verb(sentence, i, lexicon);
    correct_buyer_after_sale(sentence, i, lexicon);
    correct_buyer_beside_share(sentence, i, lexicon);
    if (is_mark(word, "«") && i + 1 < sentence.size())
      correct_name_of_description(sentence, i + 1, i, lexicon);
    const bool is_bare_name = word.is_capitalised() && word.token.script == text::Script::kLatin && i > 0 &&
                              !is_mark(sentence.at(i - 1), "«") && !sentence.at(i - 1).is_capitalised();
    if (is_bare_name) correct_name_of_description(sentence, i, kNoWord, lexicon);
    correct_adjective_taken_for_noun(sentence, i);
    correct_adjective_before_name(sentence, i);
    correct_recipient_before_object(sentence, i);
    if (is_mark(word, "(")) correct_title_in_brackets(sentence, i, lexicon);
    correct_pronoun_of_title(sentence, i, lexicon);
    if (word.is_noun() || word.is_capitalised()) {
      correct_apposition_beyond_verb(sentence, i, lexicon);
      correct_genitive_apposition(sentence, i, lexicon);
      correct_appositions(sentence, i, lexicon);
      correct_subject_of_oblique_adjective(sentence, i);
      correct_second_name(sentence, i, lexicon);
      correct_conjunct_in_other_case(sentence, i);
      correct_buyer_in_apposition(sentence, i, lexicon);
      correct_dative_subject(sentence, i);
      correct_object_after_agent(sentence, i, lexicon);
      correct_apposition_of_verb(sentence, i);
      correct_names_of_joined_titles(sentence, i, lexicon);
      correct_names_of_listed_titles(sentence, i, lexicon);
      correct_joined_title_of_name(sentence, i, lexicon);
      correct_title_before_copula(sentence, i, lexicon);
      correct_appointed_person(sentence, i, lexicon);
      correct_owner_after_firm(sentence, i, lexicon);
      correct_case_of_legal_form(sentence, i, lexicon);
      correct_first_of_two_objects(sentence, i);
      correct_conjunct_of_later(sentence, i);
      correct_title_after_comma(sentence, i, lexicon);
      correct_complement_of_money(sentence, i, lexicon);
      correct_content_of_plan(sentence, i, lexicon);
      correct_names_after_colon(sentence, i, lexicon);
    }
    if (word.note.part_of_speech == PartOfSpeech::kVerb) correct_thing_before_person(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
