#include "whofunds/mentions/apposition_corrections.hpp"

#include <algorithm>
#include <vector>

#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/heading_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::Number;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "Разработчиком нейросети «А» является", "через «дочку» «А»": a nominative in quotes is the name of the
/// description right before it, and of no noun before that.
void correct_quoted_name_after_description(AnnotatedSentence& sentence, int name,
                                           const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  if (name < 2 || !is_mark(sentence.at(name - 1), "«") || here.note.grammatical_case != Case::kNominative)
    return;
  const int noun = is_mark(sentence.at(name - 2), "»") ? name - 3 : name - 2;
  if (noun < 1 || !is_plain_description(sentence.at(noun), lexicon) || here.note.head == noun) return;
  const Case told = sentence.at(noun).note.grammatical_case;
  const bool is_oblique = told != Case::kNominative && told != Case::kNone;
  // "Прежде верфью «А» владел банк": what is described is no subject.
  if (is_oblique && sentence.head_of(noun) == name && here.note.head != kNoWord) {
    const Dependency role = !here.is(Dependency::kSubject) ? here.note.dependency
                            : told == Case::kDative        ? Dependency::kIndirectObject
                            : told == Case::kAccusative    ? Dependency::kObject
                                                           : Dependency::kOblique;
    sentence.hang(noun, here.note.head, role);
    return sentence.hang(name, noun, Dependency::kApposition);
  }
  const bool hangs_above =
      here.is(Dependency::kApposition) && here.note.head < noun && sentence.is_under(noun, here.note.head);
  const bool acts = here.is_subject() && (!sentence.preposition(noun).empty() || told == Case::kDative);
  if (is_oblique && (hangs_above || acts) && sentence.child(noun, Dependency::kApposition) == kNoWord &&
      !sentence.is_under(noun, name))
    sentence.hang(name, noun, Dependency::kApposition);
}

/// "Акционеры проекта «А» — «Б» и В": after the dash there is no second name of the project.
void correct_second_name_after_dash(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  int dash = name - 1;
  if (dash > 0 && is_mark(sentence.at(dash), "«")) --dash;
  const int noun = here.note.head;
  if (dash < 1 || !here.is(Dependency::kApposition) || noun == kNoWord || noun > dash ||
      !sentence.at(noun).is(Dependency::kNominalModifier) || !is_long_dash(sentence.at(dash)))
    return;
  const int first = sentence.child(noun, Dependency::kApposition);
  if (first == name || !sentence.at(sentence.head_of(noun)).is_noun()) return;
  sentence.hang(name, sentence.head_of(noun), Dependency::kApposition);
}

/// "Мария Крылова, совладелец другой компании – «А»": who has the title is named before it, and the name
/// after the dash is that of the description.
void correct_description_named_after_dash(AnnotatedSentence& sentence, int name,
                                          const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  int dash = name - 1;
  if (dash > 0 && is_mark(sentence.at(dash), "«")) --dash;
  const int title = here.note.head;
  if (dash < 2 || !is_long_dash(sentence.at(dash)) || !here.is(Dependency::kApposition) || title == kNoWord ||
      title >= dash || here.note.name == tagging::NameClass::kPerson)
    return;
  const int described = dash - 1;
  const int holder = sentence.head_of(title);
  const bool is_held = sentence.at(title).is(Dependency::kApposition) && holder != kNoWord &&
                       holder < title && sentence.at(holder).note.name == tagging::NameClass::kPerson;
  if (is_held && sentence.head_of(described) == title &&
      sentence.at(described).is(Dependency::kNominalModifier) &&
      is_plain_description(sentence.at(described), lexicon))
    sentence.hang(name, described, Dependency::kApposition);
}

/// "кредит «Заводу»", "подконтролен «Заводу»": a dative names nothing that stands in another case.
void correct_dative_apposition(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int head = here.note.head;
  if (!here.is(Dependency::kApposition) || head == kNoWord || head > name ||
      here.note.grammatical_case != Case::kDative)
    return;
  const Word& described = sentence.at(head);
  const Case told = described.note.grammatical_case;
  // "продал завод «А»"
  const int verb = described.note.head;
  const bool is_given = described.is(Dependency::kObject) && verb != kNoWord && sentence.at(verb).is_verb() &&
                        told != Case::kDative && !lexicon.frames_by_noun.contains(described.lemma);
  if (is_given) {
    sentence.hang(name, verb, Dependency::kIndirectObject);
  } else if (described.note.part_of_speech == PartOfSpeech::kShortForm) {
    sentence.hang(name, head, Dependency::kIndirectObject);
  } else if (told == Case::kAccusative || told == Case::kNominative || told == Case::kInstrumental) {
    sentence.hang(name, head, Dependency::kNominalModifier);
  }
}

/// "группа СКМ", "корпорация ОСК": capitals right after a firm are its name; of "дочка РЖД" they tell whose
/// it is.
void correct_capitals_after_firm(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int firm = name - 1;
  if (firm < 0 || !here.token.all_capitals || here.note.head != firm ||
      !here.is(Dependency::kNominalModifier) || lexicon.not_names.contains(here.lower) ||
      lexicon.legal_forms.contains(here.lower) || here.note.name == tagging::NameClass::kPlace)
    return;
  const Word& noun = sentence.at(firm);
  const auto descriptor = lexicon.descriptors.find(noun.lemma);
  const auto frames = lexicon.frames_by_title.find(noun.lemma);
  // of a title like "компания" only people are owners
  const bool is_of_people =
      frames != lexicon.frames_by_title.end() && std::ranges::all_of(frames->second, [&](std::size_t index) {
        return std::ranges::all_of(lexicon.frames[index].titles, [&](const language::Trigger& title) {
          return title.lemma != noun.lemma || !title.modifiers.empty() ||
                 lexicon.frames[index].from.kinds == std::vector{model::EntityKind::kPerson};
        });
      });
  if (!is_of_people || descriptor == lexicon.descriptors.end() || noun.note.number == Number::kPlural ||
      sentence.child(firm, Dependency::kApposition) != kNoWord)
    return;
  sentence.words[static_cast<std::size_t>(name)].note.dependency = Dependency::kApposition;
}

/// "корпорация Aster Corporation (AC)": one name in brackets is that of the name right before them.
void correct_name_in_brackets(AnnotatedSentence& sentence, int name) {
  if (name < 2 || name + 1 >= sentence.size() || !is_mark(sentence.at(name - 1), "(") ||
      !is_mark(sentence.at(name + 1), ")") || !sentence.at(name).token.all_capitals)
    return;
  int before = name - 2;
  if (is_mark(sentence.at(before), "»")) --before;
  if (before < 0 || !sentence.at(before).is_capitalised() || sentence.is_under(before, name)) return;
  while (sentence.head_of(before) != kNoWord && sentence.head_of(before) < before &&
         (sentence.at(before).is(Dependency::kFlat) || sentence.at(before).is(Dependency::kApposition)) &&
         sentence.at(sentence.head_of(before)).is_capitalised())
    before = sentence.head_of(before);
  const int told = sentence.head_of(name);
  if (told != kNoWord && (told == before || sentence.is_under(before, told)) && told < name) return;
  sentence.hang(name, before, Dependency::kApposition);
}

/// "продать завод инвестору Ахмеду Али": a name right after a noun in the same case is what that is called.
void correct_name_of_dative(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  const int noun = here.note.head;
  if (!here.is(Dependency::kIndirectObject) || !here.is_capitalised() || noun != name - 1 || noun < 0 ||
      !sentence.at(noun).is_noun() || sentence.at(noun).is_capitalised() ||
      sentence.at(noun).note.grammatical_case != Case::kDative || here.note.grammatical_case != Case::kDative)
    return;
  sentence.words[static_cast<std::size_t>(name)].note.dependency = Dependency::kApposition;
}

/// "завод достался «А» — «дочке» «Б»", "купила «А», «дочка» «Б»": a title after a dash or a comma is that of
/// the name right before it.
void correct_title_after_dash(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(title);
  const bool is_taken = here.is(Dependency::kApposition) || here.is(Dependency::kNominalModifier);
  if (!is_taken || title < 2 || here.is_capitalised() || !here.is_noun()) return;
  int dash = title - 1;
  while (dash > 0 &&
         (is_mark(sentence.at(dash), "«") || sentence.at(dash).is(Dependency::kAdjectiveModifier) ||
          sentence.at(dash).note.part_of_speech == PartOfSpeech::kAdjective))
    --dash;
  const bool is_parted = is_long_dash(sentence.at(dash)) || is_mark(sentence.at(dash), ",");
  if (dash < 1 || !is_parted) return;
  int name = is_mark(sentence.at(dash - 1), "»") ? dash - 2 : dash - 1;
  if (name < 0 || !sentence.at(name).is_capitalised()) return;
  const Case told = sentence.at(name).note.grammatical_case;
  const bool may_be_one =
      told == Case::kNone || here.note.grammatical_case == told || is_mark(sentence.at(name + 1), "»");
  if (is_mark(sentence.at(dash), ",") &&
      (!may_be_one || sentence.at(name).note.name == tagging::NameClass::kPlace))
    return;
  while (sentence.head_of(name) != kNoWord && sentence.head_of(name) < name &&
         sentence.at(sentence.head_of(name)).is_capitalised() &&
         (sentence.at(name).is(Dependency::kFlat) || sentence.at(name).is(Dependency::kApposition)))
    name = sentence.head_of(name);
  const int head = here.note.head;
  // what a name before the verb is called is told of by others
  if (head == kNoWord || !lexicon.frames_by_title.contains(here.lemma) || head >= name ||
      sentence.is_under(name, title))
    return;
  for (int i = head + 1; i < name; ++i) {
    if (sentence.at(i).is_verb() && !sentence.is_under(i, head)) {
      sentence.hang(title, name, Dependency::kApposition);
      return;
    }
  }
}

/// "таких компаний, как «А» и «Б»": those that are named so are some of them.
void correct_names_such_as(AnnotatedSentence& sentence, int name) {
  constexpr int kFarthest = 8;
  int link = name - 1;
  if (link > 0 && is_mark(sentence.at(link), "«")) --link;
  if (link < 2 || sentence.at(link).lower != "как" || !is_mark(sentence.at(link - 1), ",") ||
      !sentence.at(name).is_capitalised())
    return;
  for (int such = link - 2; such >= 0 && such >= link - kFarthest; --such) {
    if (sentence.at(such).lemma != "такой") continue;
    const int noun = sentence.head_of(such);
    if (noun <= such || noun >= link || !sentence.at(noun).is_noun() ||
        sentence.at(noun).note.number != Number::kPlural || sentence.is_under(noun, name))
      return;
    sentence.hang(name, noun, Dependency::kApposition);
    sentence.words[static_cast<std::size_t>(link)].note.dependency = Dependency::kOther;
    return;
  }
}

/// "Дочка банка — «А» — построит": a name between dashes names what stands before the first.
void correct_apposition_between_dashes(AnnotatedSentence& sentence, int name) {
  constexpr int kLongestName = 8;
  int opening = name - 1;
  if (opening > 0 && is_mark(sentence.at(opening), "«")) --opening;
  if (opening < 1 || !is_long_dash(sentence.at(opening)) || !sentence.at(name).is_capitalised()) return;
  int closing = name + 1;
  while (closing < sentence.size() && closing < name + kLongestName && !is_long_dash(sentence.at(closing))) {
    if (sentence.at(closing).is_verb()) return;
    ++closing;
  }
  const int head = sentence.head_of(name);
  if (closing + 1 >= sentence.size() || !is_long_dash(sentence.at(closing)) || head == kNoWord ||
      head <= closing)
    return;
  int noun = opening - 1;
  while (noun >= 0 && !sentence.at(noun).is_noun()) --noun;
  while (noun >= 0 && sentence.head_of(noun) != kNoWord && sentence.head_of(noun) < opening &&
         sentence.at(sentence.head_of(noun)).is_noun())
    noun = sentence.head_of(noun);
  if (noun >= 0 && sentence.at(noun).is_subject() && !sentence.is_under(noun, name))
    sentence.hang(name, noun, Dependency::kApposition);
}

/// "взял под контроль «А»": a nominative after a preposition and a noun that has no name is what the verb
/// acts on, if nothing else is.
void correct_object_after_oblique(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int noun = here.note.head;
  if (!here.is(Dependency::kApposition) || noun != name - 2 || !is_mark(sentence.at(name - 1), "«") ||
      here.note.grammatical_case != Case::kNominative)
    return;
  const Word& oblique = sentence.at(noun);
  const int verb = oblique.note.head;
  const bool has_no_name = oblique.is(Dependency::kOblique) && !sentence.preposition(noun).empty() &&
                           !oblique.is_capitalised() && !lexicon.descriptors.contains(oblique.lemma) &&
                           !lexicon.frames_by_title.contains(oblique.lemma);
  if (!has_no_name || verb == kNoWord || verb > noun || !sentence.at(verb).is_verb() ||
      !lexicon.frames_by_verb.contains(sentence.at(verb).lemma) ||
      sentence.child(verb, Dependency::kObject) != kNoWord || !sentence.has_subject(verb))
    return;
  sentence.hang(name, verb, Dependency::kObject);
}

}  // namespace

namespace {

/// "чешский изготовитель подшипников Brno Lager": one name calls the one that is described, and not the many
/// things that it makes.
void correct_name_of_maker(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int things = here.note.head;
  const bool is_foreign = here.token.script == text::Script::kLatin && here.is_capitalised();
  if (!here.is(Dependency::kApposition) || things != name - 1 || !is_foreign ||
      !sentence.at(things).is(Dependency::kNominalModifier) || sentence.at(things).is_capitalised() ||
      lexicon.descriptors.contains(sentence.at(things).lemma))
    return;
  const int maker = sentence.head_of(things);
  const bool is_described = maker != kNoWord && (lexicon.descriptors.contains(sentence.at(maker).lemma) ||
                                                 lexicon.frames_by_title.contains(sentence.at(maker).lemma));
  if (is_described && maker < things && sentence.child(maker, Dependency::kApposition) == kNoWord)
    sentence.hang(name, maker, Dependency::kApposition);
}

/// "«А» купила структура Белова, компания «Б»": of one who acts a noun after a comma alone says who it is.
void correct_lone_conjunct(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const int subject = here.note.head;
  const int verb = subject == kNoWord ? kNoWord : sentence.head_of(subject);
  if (!here.is(Dependency::kConjunct) || verb == kNoWord || verb > subject || subject > noun ||
      !sentence.at(subject).is(Dependency::kSubject) || !is_mark(sentence.at(noun - 1), ",") ||
      !lexicon.descriptors.contains(here.lemma) || sentence.at(subject).is_capitalised())
    return;
  const bool acts_alone = sentence.at(verb).note.number == language::Number::kSingular;
  const auto joins = [&](int child) {
    return child != noun &&
           (sentence.at(child).is(Dependency::kConjunct) || sentence.at(child).is(Dependency::kCoordination));
  };
  const bool is_list =
      std::ranges::any_of(sentence.at(subject).children, joins) || std::ranges::any_of(here.children, joins);
  if (acts_alone && !is_list) sentence.hang(noun, subject, Dependency::kApposition);
}

}  // namespace

void correct_appositions(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  correct_object_after_oblique(sentence, name, lexicon);
  correct_apposition_between_dashes(sentence, name);
  correct_name_of_dative(sentence, name);
  correct_title_after_dash(sentence, name, lexicon);
  correct_quoted_name_after_description(sentence, name, lexicon);
  correct_second_name_after_dash(sentence, name);
  correct_description_named_after_dash(sentence, name, lexicon);
  correct_dative_apposition(sentence, name, lexicon);
  correct_heading_phrase(sentence, name, lexicon);
  correct_capitals_after_firm(sentence, name, lexicon);
  correct_name_in_brackets(sentence, name);
  correct_names_such_as(sentence, name);
  correct_lone_conjunct(sentence, name, lexicon);
  correct_name_of_maker(sentence, name, lexicon);
}

}  // namespace whofunds::mentions
