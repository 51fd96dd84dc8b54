#include <algorithm>

#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/order_corrections.hpp"
#include "whofunds/mentions/titles.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {
/// The noun of an event that `word` or what it is part of tells of: "строительство" of "строительство
/// завода".
int event_above(const AnnotatedSentence& sentence, int word, const language::Lexicon& lexicon) {
  while (word != kNoWord && sentence.at(word).is_noun()) {
    if (lexicon.frames_by_noun.contains(sentence.at(word).lemma)) return word;
    if (!sentence.at(word).is(Dependency::kNominalModifier) && !sentence.at(word).is(Dependency::kApposition))
      return kNoWord;
    word = sentence.head_of(word);
  }
  return kNoWord;
}

/// The noun right before the words of a noun phrase: its adjectives and a quote aside.
int noun_before(const AnnotatedSentence& sentence, int noun) {
  int before = noun - 1;
  while (before >= 0 && (is_mark(sentence.at(before), "«") || is_mark(sentence.at(before), "»") ||
                         (sentence.head_of(before) == noun && !sentence.at(before).is_noun())))
    --before;
  return before >= 0 && sentence.at(before).is_noun() ? before : kNoWord;
}

/// "строительство завода «А» «Белой рекой»", "после покупки «А» холдингом «Б» рынок вырос": what stands in
/// the instrumental right after an event and what it is done to is no name of that, and no matter of a later
/// verb; it does what the noun of the event tells.
void correct_agent_of_event(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const int head = here.note.head;
  if (here.note.grammatical_case != Case::kInstrumental || head == kNoWord ||
      !sentence.preposition(noun).empty())
    return;
  const bool is_misplaced =
      here.is(Dependency::kApposition) ? head < noun : here.is(Dependency::kOblique) && head > noun;
  const bool may_act = here.is_capitalised() || lexicon.descriptors.contains(here.lemma);
  const int before = noun_before(sentence, noun);
  if (!is_misplaced || !may_act || before == kNoWord || sentence.is_under(before, noun)) return;
  const int event = event_above(sentence, before, lexicon);
  const bool has_object = event != kNoWord && event != before;
  const bool is_name_of_head =
      here.is(Dependency::kApposition) && (sentence.at(head).note.grammatical_case == Case::kInstrumental ||
                                           sentence.at(before).note.grammatical_case == Case::kInstrumental);
  if (event == kNoWord || is_name_of_head || !(has_object || here.is(Dependency::kApposition))) return;
  sentence.hang(noun, event, Dependency::kNominalModifier);
}

/// "возможность партнёрства «А» с «Б»", "поддержка Минфина": a name in the genitive right after the noun of
/// an event is that noun's.
void correct_owner_of_event(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int head = here.note.head;
  const Case told = here.note.grammatical_case;
  const bool hangs = here.is(Dependency::kNominalModifier) || here.is(Dependency::kIndirectObject);
  if (!hangs || !here.is_capitalised() || head == kNoWord || head >= name - 1 + (told == Case::kGenitive) ||
      told == Case::kDative || !sentence.preposition(name).empty())
    return;
  const int before = noun_before(sentence, name);
  if (before == kNoWord || sentence.at(before).is_capitalised() ||
      !lexicon.frames_by_noun.contains(sentence.at(before).lemma))
    return;
  const bool is_taken_for_recipient = head == before && here.is(Dependency::kIndirectObject);
  const bool hangs_above = head < before && sentence.is_under(before, head) && sentence.at(head).is_noun();
  if (hangs_above && lexicon.frames_by_title.contains(sentence.at(head).lemma)) return;
  if (is_taken_for_recipient || hangs_above) sentence.hang(name, before, Dependency::kNominalModifier);
}

/// "вручили директору завода «А» бизнесмену Белову": who stands right after a title and what is his, in the
/// case of the title, is whom it names.
void correct_name_beside_title(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const Case told = here.note.grammatical_case;
  if (told == Case::kNone || told == Case::kGenitive || told == Case::kNominative ||
      here.note.head == kNoWord || !sentence.preposition(noun).empty() ||
      !sentence.at(here.note.head).is_verb())
    return;
  const bool is_person = here.note.name == tagging::NameClass::kPerson;
  if (!is_person && !is_plain_description(here, lexicon)) return;
  int title = noun_before(sentence, noun);
  while (title != kNoWord && sentence.at(title).is_noun() && sentence.head_of(title) != here.note.head)
    title = sentence.head_of(title);
  if (title == kNoWord || title >= noun || !sentence.at(title).is_noun()) return;
  const Word& named = sentence.at(title);
  if (named.note.grammatical_case != told || !lexicon.frames_by_title.contains(named.lemma) ||
      named.note.number == language::Number::kPlural || !sentence.preposition(title).empty() ||
      sentence.child(title, Dependency::kApposition) != kNoWord ||
      sentence.child(title, Dependency::kNominalModifier) == kNoWord)
    return;
  sentence.hang(noun, title, Dependency::kApposition);
}

/// Whether a frame of the verb has a party in the dative.
bool takes_dative(const AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  return lexicon.any_frame_of_verb(sentence.at(verb).lemma, [&](const language::Frame& frame) {
    return frame.from.has_case(Case::kDative) || frame.to.has_case(Case::kDative);
  });
}

/// "продал «А» Ивану Белову за 3 млн": a person in the dative is no part of what the verb acts on, but to
/// whom it is done.
void correct_recipient_of_verb(AnnotatedSentence& sentence, int person) {
  const Word& here = sentence.at(person);
  const int object = here.note.head;
  if (here.note.grammatical_case != Case::kDative || here.note.name != tagging::NameClass::kPerson ||
      !here.is(Dependency::kNominalModifier) || object == kNoWord || object > person ||
      !sentence.preposition(person).empty())
    return;
  const Word& thing = sentence.at(object);
  const int verb = thing.note.head;
  if (thing.is(Dependency::kObject) && thing.is_capitalised() && verb != kNoWord &&
      sentence.at(verb).is_verb())
    sentence.hang(person, verb, Dependency::kIndirectObject);
}

/// "поддержка фонда «А» театру «Б» составила 5 млн", "о гранте «А» библиотеке «Б»": to whom an event gives
/// stands after it in the dative; the verb after it has no use for that, nor is it a name of who gives.
void correct_recipient_of_event(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const int head = here.note.head;
  const bool may_receive = here.is_capitalised() || lexicon.descriptors.contains(here.lemma);
  if (head == kNoWord || !may_receive || !sentence.preposition(noun).empty()) return;
  // Without a preposition it can be no prepositional.
  const bool looks_prepositional =
      here.note.grammatical_case == Case::kPrepositional && here.is(Dependency::kNominalModifier);
  if (here.note.grammatical_case != Case::kDative && !looks_prepositional) return;
  const int before = noun_before(sentence, noun);
  if (before == kNoWord || sentence.is_under(before, noun)) return;
  const int event = event_above(sentence, before, lexicon);
  if (event == kNoWord) return;
  const bool is_of_later_verb =
      head > noun && sentence.at(head).is_verb() && !takes_dative(sentence, head, lexicon);
  const bool is_taken_for_name = here.is(Dependency::kApposition) && head < noun && head != event;
  if (!is_of_later_verb && !is_taken_for_name && !(looks_prepositional && head == event)) return;
  sentence.hang(noun, event, Dependency::kNominalModifier);
  sentence.words[static_cast<std::size_t>(noun)].note.grammatical_case = Case::kDative;
}

/// "собственника завода «А» бизнесмена Соколова", "подрядчик программы «А» ретейлер «Б»": a description in
/// the case of a title is of whom the title names, not of what is his.
void correct_description_of_title(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const int owned = here.note.head;
  const bool is_set_off = here.is(Dependency::kConjunct) && noun > 0 && is_mark(sentence.at(noun - 1), ",");
  const bool describes =
      here.is(Dependency::kApposition) || here.is(Dependency::kNominalModifier) || is_set_off;
  if (!describes || owned == kNoWord || owned > noun || !sentence.preposition(noun).empty()) return;
  const bool is_person = here.note.name == tagging::NameClass::kPerson;
  if (!is_person && !is_plain_description(here, lexicon)) return;
  const int title = sentence.head_of(owned);
  const bool is_owned = sentence.at(owned).is(Dependency::kNominalModifier) && title != kNoWord &&
                        title < owned && sentence.at(title).is_noun() &&
                        lexicon.frames_by_title.contains(sentence.at(title).lemma) &&
                        sentence.preposition(owned).empty();
  if (!is_owned) return;
  const Case told = here.note.grammatical_case;
  const Case owned_case = sentence.at(owned).note.grammatical_case;
  const bool is_subject = told == Case::kNominative && sentence.at(title).is_subject();
  if ((told != sentence.at(title).note.grammatical_case && !is_subject) || owned_case != Case::kGenitive)
    return;
  // In the genitive only a person shows that he is no owner of the owned: "основателя «А» Соколова".
  const auto descriptor = lexicon.descriptors.find(here.lemma);
  const bool is_of_person = is_person || (descriptor != lexicon.descriptors.end() &&
                                          descriptor->second.kind == model::EntityKind::kPerson);
  const bool has_name =
      sentence.at(owned).is_capitalised() || sentence.child(owned, Dependency::kApposition) != kNoWord;
  const bool may_be_both = told == Case::kGenitive && !is_of_person;
  if (may_be_both || !has_name || sentence.child(owned, Dependency::kApposition) == noun) {
    if (!is_person || told == Case::kGenitive || may_be_both) return;
  }
  if (sentence.child(title, Dependency::kApposition) != kNoWord) return;
  sentence.hang(noun, title, Dependency::kApposition);
}

/// "завод «А» Павла Белова построит": a person in the genitive is no name of what stands in another case.
void correct_owner_in_apposition(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int noun = here.note.head;
  if (!here.is(Dependency::kApposition) || here.note.name != tagging::NameClass::kPerson || noun == kNoWord ||
      here.note.grammatical_case != Case::kGenitive || noun > name)
    return;
  const Word& owned = sentence.at(noun);
  const Case told = owned.note.grammatical_case;
  const int named = sentence.child(noun, Dependency::kApposition);
  const auto descriptor = lexicon.descriptors.find(owned.lemma);
  const bool is_thing =
      descriptor != lexicon.descriptors.end() && descriptor->second.kind != model::EntityKind::kPerson;
  if (is_thing && owned.lower.find('-') == std::string::npos && named != name && named < name &&
      told != Case::kGenitive && told != Case::kNone && told != Case::kAccusative)
    sentence.words[static_cast<std::size_t>(name)].note.dependency = Dependency::kNominalModifier;
}

/// "присоединился к раунду «А»": a noun describes no name as an adjective does; the name is whose it is.
void correct_noun_taken_for_adjective(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int name = here.note.head;
  if (!here.is(Dependency::kAdjectiveModifier) || here.note.part_of_speech != PartOfSpeech::kNoun ||
      here.is_capitalised() || name <= noun || here.token.script != text::Script::kCyrillic)
    return;
  const Word& owner = sentence.at(name);
  const Case told = owner.note.grammatical_case;
  const bool shows_no_case = told == Case::kNone || owner.token.all_capitals;
  const bool may_own = owner.is_noun() && (told == Case::kGenitive || shows_no_case);
  if (!may_own || (here.note.grammatical_case == told && !shows_no_case) || owner.note.head == kNoWord)
    return;
  const int preposition = sentence.child(name, Dependency::kCase);
  sentence.hang(noun, owner.note.head, owner.note.dependency);
  sentence.hang(name, noun, Dependency::kNominalModifier);
  sentence.words[static_cast<std::size_t>(name)].note.grammatical_case = Case::kGenitive;
  if (preposition != kNoWord && preposition < noun) sentence.hang(preposition, noun, Dependency::kCase);
}

/// "Дочерняя фирма Orbisoft холдинг «А» сообщил": of a foreign name and a description after a title that asks
/// whose it is the former tells that, the latter what it is.
void correct_owner_before_description(AnnotatedSentence& sentence, int title,
                                      const language::Lexicon& lexicon) {
  if (!sentence.at(title).is_noun() || !is_title(sentence, title, lexicon, TitleBy::kAdjective)) return;
  const int name = title + 1;
  if (name >= sentence.size() || sentence.at(name).token.script != text::Script::kLatin ||
      !sentence.at(name).is(Dependency::kApposition) || sentence.head_of(name) != title)
    return;
  int noun = name + 1;
  while (noun < sentence.size() &&
         (sentence.head_of(noun) == name || sentence.at(noun).is(Dependency::kAdjectiveModifier)))
    ++noun;
  if (noun >= sentence.size() || !is_plain_description(sentence.at(noun), lexicon)) return;
  const Word& described = sentence.at(noun);
  const int verb = described.note.head;
  const bool acts = described.is(Dependency::kSubject) && verb > noun && sentence.head_of(title) == verb;
  const bool names_title = described.is(Dependency::kApposition) && verb == title;
  if (!acts && !names_title) return;
  sentence.words[static_cast<std::size_t>(name)].note.dependency = Dependency::kNominalModifier;
  sentence.words[static_cast<std::size_t>(name)].note.grammatical_case = Case::kGenitive;
  if (!acts) return;
  sentence.hang(title, verb, Dependency::kSubject);
  sentence.hang(noun, title, Dependency::kApposition);
}

/// "сооснователи VR-студии «А»": without a preposition a noun after a title is in no prepositional, but in
/// the genitive of whose it is.
void correct_case_of_owner(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(noun)];
  const int title = here.note.head;
  // "инвестором онлайн-кинотеатра": a tagger may not know the form of a compound
  const bool is_unknown_form = here.note.grammatical_case == Case::kNominative && !here.is_capitalised() &&
                               here.note.number != language::Number::kPlural && here.lower != here.lemma &&
                               here.lower.starts_with(here.lemma) && here.lower.ends_with("а");
  if (!(here.note.grammatical_case == Case::kPrepositional || is_unknown_form) ||
      !here.is(Dependency::kNominalModifier) || title == kNoWord || title > noun ||
      !sentence.preposition(noun).empty() || !lexicon.frames_by_title.contains(sentence.at(title).lemma))
    return;
  here.note.grammatical_case = Case::kGenitive;
}

}  // namespace

void correct_parties_of_noun(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  correct_noun_taken_for_adjective(sentence, noun);
  correct_case_of_owner(sentence, noun, lexicon);
  correct_owner_before_description(sentence, noun, lexicon);
  correct_owner_in_apposition(sentence, noun, lexicon);
  correct_agent_of_event(sentence, noun, lexicon);
  correct_owner_of_event(sentence, noun, lexicon);
  correct_name_beside_title(sentence, noun, lexicon);
  correct_recipient_of_event(sentence, noun, lexicon);
  correct_recipient_of_verb(sentence, noun);
  correct_description_of_title(sentence, noun, lexicon);
}

}  // namespace whofunds::mentions
