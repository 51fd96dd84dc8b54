#include "whofunds/mentions/order_corrections.hpp"

#include <algorithm>
#include <vector>

#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/titles.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "О планах «А» купить завод стало известно": what is planned belongs to the noun of planning before it, not
/// to the verb after it.
void correct_infinitive_of_noun(AnnotatedSentence& sentence, int infinitive,
                                const language::Lexicon& lexicon) {
  const int verb = sentence.head_of(infinitive);
  if (verb <= infinitive || !sentence.at(verb).is_verb()) return;
  int noun = infinitive - 1;
  while (noun >= 0 && !sentence.at(noun).is_verb() && !is_mark(sentence.at(noun), ",") &&
         !(sentence.at(noun).is_noun() && lexicon.status_verbs.contains(sentence.at(noun).lemma)))
    --noun;
  if (noun < 0 || !sentence.at(noun).is_noun()) return;
  for (int i = noun + 1; i < infinitive; ++i) {
    const bool is_mark_or_part =
        sentence.at(i).token.kind == text::TokenKind::kPunctuation || sentence.is_under(i, noun);
    if (!is_mark_or_part) return;
  }
  sentence.hang(infinitive, noun, Dependency::kClauseOfNoun);
}

/// "«Прибой» контролируется Orbisoft": of two things that a passive verb is said of, the one after it does
/// it.
void correct_agent_of_passive(AnnotatedSentence& sentence, int verb) {
  std::vector<int> subjects;
  for (const int child : sentence.at(verb).children) {
    if (sentence.at(child).is(Dependency::kPassiveSubject)) subjects.push_back(child);
  }
  if (subjects.size() != 2 || subjects.front() > verb || subjects.back() < verb) return;
  const Case told = sentence.at(subjects.back()).note.grammatical_case;
  if (told == Case::kNone || told == Case::kInstrumental)
    sentence.hang(subjects.back(), verb, Dependency::kAgent);
}

/// "его прикупила «Росомаха»": a form that may be a possessive right before a verb is what that acts on.
void correct_possessive_before_verb(AnnotatedSentence& sentence, int pronoun,
                                    const language::Lexicon& lexicon) {
  const Word& here = sentence.at(pronoun);
  const auto known = lexicon.pronouns.find(here.lower);
  const int verb = pronoun + 1;
  if (known == lexicon.pronouns.end() || !known->second.possessive || here.note.head != verb ||
      verb >= sentence.size() || sentence.at(verb).note.part_of_speech != PartOfSpeech::kVerb ||
      sentence.child(verb, Dependency::kObject) != kNoWord || !here.is(Dependency::kNominalModifier))
    return;
  sentence.hang(pronoun, verb, Dependency::kObject);
  sentence.words[static_cast<std::size_t>(pronoun)].note.part_of_speech = PartOfSpeech::kPronoun;
}

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

/// "планы основать фонд «А» стали известны": a noun that an infinitive has right before it is its object.
void correct_object_of_infinitive(AnnotatedSentence& sentence, int infinitive) {
  int noun = infinitive + 1;
  while (noun < sentence.size() && sentence.at(noun).is(Dependency::kAdjectiveModifier)) ++noun;
  if (noun >= sentence.size() || !sentence.at(noun).is_noun()) return;
  const Word& here = sentence.at(noun);
  const int verb = here.note.head;
  const bool is_taken = here.is(Dependency::kSubject) && verb > noun &&
                        here.note.grammatical_case == Case::kAccusative && verb != infinitive;
  if (is_taken && sentence.child(infinitive, Dependency::kObject) == kNoWord &&
      !sentence.is_under(infinitive, noun))
    sentence.hang(noun, infinitive, Dependency::kObject);
}

/// "Присоединивший ООО «А» холдинг", "Достроенный Orbisoft завод": a participle has no name; it acts on what
/// stands right after it, or in the passive that acts.
void correct_name_of_participle(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  const int participle = here.note.head;
  if (!here.is(Dependency::kApposition) || participle != name - 1 ||
      sentence.at(participle).note.part_of_speech != PartOfSpeech::kParticiple)
    return;
  const bool is_passive = sentence.at(participle).note.voice == language::Voice::kPassive;
  if (is_passive && here.token.script == text::Script::kLatin) {
    sentence.words[static_cast<std::size_t>(name)].note.dependency = Dependency::kAgent;
  } else if (!is_passive && sentence.child(participle, Dependency::kObject) == kNoWord) {
    sentence.words[static_cast<std::size_t>(name)].note.dependency = Dependency::kObject;
  }
}

/// "Ссудивший группе «А» 20 млн рублей банк": of what stands between a participle in the active and its noun
/// a sum is what it gives, and a noun without a preposition to whom.
void correct_gift_of_participle(AnnotatedSentence& sentence, int participle,
                                const language::Lexicon& lexicon) {
  const int noun = sentence.head_of(participle);
  const bool describes = sentence.at(participle).is(Dependency::kAdjectiveModifier) && noun > participle;
  if (!describes || sentence.at(participle).note.voice == language::Voice::kPassive) return;
  for (int i = participle + 1; i < noun; ++i) {
    const Word& word = sentence.at(i);
    if (!word.is(Dependency::kNominalModifier) || !sentence.preposition(i).empty()) continue;
    const bool is_sum = word.note.head == noun && lexicon.currencies.contains(word.lemma);
    if (is_sum) sentence.hang(i, participle, Dependency::kObject);
    const bool is_recipient = word.note.head == participle && word.note.grammatical_case == Case::kGenitive &&
                              word.note.gender == language::Gender::kFeminine &&
                              is_plain_description(word, lexicon);
    if (!is_recipient) continue;
    sentence.hang(i, participle, Dependency::kIndirectObject);
    sentence.words[static_cast<std::size_t>(i)].note.grammatical_case = Case::kDative;
  }
}

/// Whether a frame of the verb has a party in the dative.
bool takes_dative(const AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const auto frames = lexicon.frames_by_verb.find(sentence.at(verb).lemma);
  const auto is_dative = [](const language::Slot& slot) {
    return slot.place == language::Slot::Place::kCase && slot.grammatical_case == Case::kDative;
  };
  return frames != lexicon.frames_by_verb.end() &&
         std::ranges::any_of(frames->second, [&](std::size_t frame) {
           return std::ranges::any_of(lexicon.frames[frame].from.slots, is_dative) ||
                  std::ranges::any_of(lexicon.frames[frame].to.slots, is_dative);
         });
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

/// "завод «А» реконструировала ДСМК": a verb in the past agrees with its subject; a thing of another gender
/// before it is what it acts on, and a name whose gender nobody knows does it.
void correct_subject_of_other_gender(AnnotatedSentence& sentence, int verb,
                                     const language::Lexicon& lexicon) {
  using language::Gender;
  const tagging::Annotation& note = sentence.at(verb).note;
  if (note.part_of_speech != PartOfSpeech::kVerb || note.tense != language::Tense::kPast ||
      note.gender == Gender::kNone || note.number == language::Number::kPlural)
    return;
  const int subject = sentence.child(verb, Dependency::kSubject);
  const int object = sentence.child(verb, Dependency::kObject);
  if (subject == kNoWord || object < verb || subject > verb || !sentence.at(object).is_noun()) return;
  const Word& thing = sentence.at(subject);
  const bool is_thing = is_plain_description(thing, lexicon) ||
                        (subject == 0 && thing.is_noun() && lexicon.descriptors.contains(thing.lemma));
  const bool disagrees = thing.note.gender != Gender::kNone && thing.note.gender != note.gender &&
                         thing.note.gender != Gender::kFeminine;
  if (!is_thing || !disagrees || !sentence.at(object).is_capitalised()) return;
  if (sentence.child(subject, Dependency::kConjunct) != kNoWord) return;
  sentence.hang(subject, verb, Dependency::kObject);
  sentence.hang(object, verb, Dependency::kSubject);
}

/// "ДСМК присоединила компанию": a feminine that shows the accusative is no subject.
void correct_subject_that_shows_accusative(AnnotatedSentence& sentence, int verb) {
  const int subject = sentence.child(verb, Dependency::kSubject);
  const int object = sentence.child(verb, Dependency::kObject);
  if (subject == kNoWord || object == kNoWord || object > verb || subject < verb) return;
  const Word& thing = sentence.at(subject);
  const bool shows_accusative = thing.note.grammatical_case == Case::kAccusative && thing.is_noun() &&
                                (thing.lower.ends_with("у") || thing.lower.ends_with("ю"));
  if (!shows_accusative || !sentence.at(object).is_noun()) return;
  sentence.hang(subject, verb, Dependency::kObject);
  sentence.hang(object, verb, Dependency::kSubject);
}

/// "Корпорация «А» купила фонд «Б»": a feminine that shows the nominative is no object; it acts.
void correct_object_that_shows_nominative(AnnotatedSentence& sentence, int verb) {
  const int subject = sentence.child(verb, Dependency::kSubject);
  const int object = sentence.child(verb, Dependency::kObject);
  const tagging::Annotation& note = sentence.at(verb).note;
  if (subject == kNoWord || object == kNoWord || object > verb || subject < verb) return;
  const Word& thing = sentence.at(object);
  const bool shows_nominative =
      thing.note.part_of_speech == PartOfSpeech::kNoun && thing.note.grammatical_case == Case::kNominative &&
      thing.note.gender == language::Gender::kFeminine && thing.note.number != language::Number::kPlural &&
      (thing.lower.ends_with("а") || thing.lower.ends_with("я"));
  const bool may_agree = note.gender == language::Gender::kNone || note.gender == language::Gender::kFeminine;
  if (!shows_nominative || !may_agree || thing.lower != thing.lemma) return;
  sentence.hang(subject, verb, Dependency::kObject);
  sentence.hang(object, verb, Dependency::kSubject);
}

/// "Фонд «А» купил банк «Б»": where forms do not tell who acts, it is the fund that stands first.
void correct_fund_that_acts(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const int subject = sentence.child(verb, Dependency::kSubject);
  const int object = sentence.child(verb, Dependency::kObject);
  if (subject == kNoWord || object == kNoWord || object > verb || subject < verb) return;
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
  sentence.hang(subject, verb, Dependency::kObject);
  sentence.hang(object, verb, Dependency::kSubject);
}

/// "дочерняя фирма ГК «А»", "владелец ПАО «Б»": the name in quotes after letters that tell a legal form is
/// theirs, and after a title they are whose it is.
void correct_legal_form(AnnotatedSentence& sentence, int form, const language::Lexicon& lexicon) {
  const int quote = form + 1;
  if (!lexicon.legal_forms.contains(sentence.at(form).lower) || !sentence.at(form).token.all_capitals ||
      quote + 1 >= sentence.size() || !is_mark(sentence.at(quote), "«"))
    return;
  int close = quote + 1;
  while (close < sentence.size() && !is_mark(sentence.at(close), "»")) ++close;
  if (close >= sentence.size() || close == quote + 1) return;
  const int name = sentence.top_within(quote + 1, quote + 1, close);
  const int named_by = sentence.head_of(name);
  if (named_by != form && !sentence.is_under(form, name)) {
    // "Дочернее предприятие «А» ООО «Б»": of two trees the one that the name shows
    const bool takes_place = named_by != kNoWord && named_by < form && sentence.at(named_by).is_noun() &&
                             sentence.head_of(form) != named_by;
    if (takes_place) sentence.hang(form, named_by, sentence.at(name).note.dependency);
    sentence.hang(name, form, Dependency::kApposition);
  }
  const int title = sentence.head_of(form);
  // "акционера ОАО «А» Белова в отношении лиц ЗАО «Б»": a title has one owner before its name.
  const int before = form - 1;
  const int named = title == kNoWord ? kNoWord : sentence.child(title, Dependency::kApposition);
  const bool is_beyond_name = named != kNoWord && named > title && named < before &&
                              lexicon.frames_by_title.contains(sentence.at(title).lemma);
  if (is_beyond_name && sentence.at(before).is_noun() && !sentence.at(before).is_capitalised() &&
      sentence.at(form).is(Dependency::kNominalModifier) && !sentence.is_under(before, form))
    return sentence.hang(form, before, Dependency::kNominalModifier);
  const bool is_owner = title == form - 1 && sentence.at(form).is(Dependency::kApposition) &&
                        (is_title(sentence, title, lexicon, TitleBy::kAdjective) ||
                         (is_title(sentence, title, lexicon, TitleBy::kItself) &&
                          !lexicon.descriptors.contains(sentence.at(title).lemma)));
  if (!is_owner) return;
  sentence.words[static_cast<std::size_t>(form)].note.dependency = Dependency::kNominalModifier;
  sentence.words[static_cast<std::size_t>(form)].note.grammatical_case = Case::kGenitive;
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

/// "вышел на рынок Казахстана, поучаствовав в проекте": a gerund after a comma tells of the subject of its
/// clause.
void correct_gerund_of_noun(AnnotatedSentence& sentence, int gerund) {
  const Word& here = sentence.at(gerund);
  int noun = here.note.head;
  if (noun == kNoWord || noun > gerund || !sentence.at(noun).is_noun() || gerund == 0 ||
      !is_mark(sentence.at(gerund - 1), ","))
    return;
  while (noun != kNoWord && !sentence.at(noun).is_verb()) noun = sentence.head_of(noun);
  if (noun != kNoWord && sentence.at(noun).note.part_of_speech == PartOfSpeech::kVerb)
    sentence.hang(gerund, noun, Dependency::kAdverbialClause);
}

/// "вложил в завод «А» и стартап «Б»": what "и" joins to words in another role is no second subject.
void correct_conjunct_taken_for_subject(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int verb = here.note.head;
  if (!here.is(Dependency::kSubject) || verb == kNoWord || verb > noun) return;
  int link = noun - 1;
  while (link > verb && (is_mark(sentence.at(link), "«") || sentence.head_of(link) == noun) &&
         sentence.at(link).lower != "и")
    --link;
  const int subject = sentence.child(verb, Dependency::kSubject);
  if (link <= verb + 1 || sentence.at(link).lower != "и" || subject == noun || subject > verb) return;
  int before = is_mark(sentence.at(link - 1), "»") ? link - 2 : link - 1;
  while (before > verb && sentence.head_of(before) != verb) before = sentence.head_of(before);
  if (before <= verb || !sentence.at(before).is_noun() || sentence.at(before).is(Dependency::kSubject))
    return;
  sentence.hang(noun, before, Dependency::kConjunct);
}

/// "переехала и заплатила 5 млн за завод": what stands after the second of two joined verbs is the second's.
void correct_phrase_of_joined_verb(AnnotatedSentence& sentence, int second) {
  const int first = sentence.head_of(second);
  if (!sentence.at(second).is(Dependency::kConjunct) || first == kNoWord || first > second ||
      !sentence.at(first).is_verb() || sentence.has_subject(second))
    return;
  for (const int child : std::vector<int>(sentence.at(first).children)) {
    const Word& word = sentence.at(child);
    if (child > second && word.is(Dependency::kOblique) && !sentence.preposition(child).empty())
      sentence.hang(child, second, Dependency::kOblique);
  }
}

}  // namespace

void correct_order(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) correct_legal_form(sentence, i, lexicon);
  for (int i = 0; i < sentence.size(); ++i) {
    const PartOfSpeech part = sentence.at(i).note.part_of_speech;
    if (part == PartOfSpeech::kInfinitive) {
      correct_infinitive_of_noun(sentence, i, lexicon);
      correct_object_of_infinitive(sentence, i);
    }
    if (sentence.at(i).is_verb()) correct_agent_of_passive(sentence, i);
    if (part == PartOfSpeech::kGerund) correct_gerund_of_noun(sentence, i);
    if (part == PartOfSpeech::kParticiple) correct_gift_of_participle(sentence, i, lexicon);
    if (part == PartOfSpeech::kVerb) {
      correct_subject_of_other_gender(sentence, i, lexicon);
      correct_subject_that_shows_accusative(sentence, i);
      correct_object_that_shows_nominative(sentence, i);
      correct_fund_that_acts(sentence, i, lexicon);
      correct_phrase_of_joined_verb(sentence, i);
    }
    correct_possessive_before_verb(sentence, i, lexicon);
    if (sentence.at(i).is_capitalised()) correct_name_of_participle(sentence, i);
    if (!sentence.at(i).is_noun()) continue;
    correct_conjunct_taken_for_subject(sentence, i);
    correct_owner_in_apposition(sentence, i, lexicon);
    correct_agent_of_event(sentence, i, lexicon);
    correct_owner_of_event(sentence, i, lexicon);
    correct_name_beside_title(sentence, i, lexicon);
    correct_recipient_of_event(sentence, i, lexicon);
    correct_description_of_title(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
