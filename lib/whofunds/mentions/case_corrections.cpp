#include <algorithm>

#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/order_corrections.hpp"
#include "whofunds/mentions/titles.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "«Каменкой» владеет «Дельта»": an instrumental is no subject of a verb in the active; the nominative after
/// it is.
void correct_subject_in_instrumental(AnnotatedSentence& sentence, int verb,
                                     const language::Lexicon& lexicon) {
  const Word& here = sentence.at(verb);
  const int subject = sentence.child(verb, Dependency::kSubject);
  if (here.note.part_of_speech != PartOfSpeech::kVerb || subject == kNoWord || subject > verb ||
      sentence.at(subject).note.grammatical_case != Case::kInstrumental ||
      here.note.voice == language::Voice::kPassive || lexicon.copular_verbs.contains(here.lemma))
    return;
  const int object = sentence.child(verb, Dependency::kObject);
  if (object == kNoWord || !sentence.preposition(object).empty() ||
      sentence.at(object).note.grammatical_case != Case::kNominative)
    return;
  sentence.hang(subject, verb, Dependency::kOblique);
  sentence.hang(object, verb, Dependency::kSubject);
}

/// "В фонд вложились банк «А» и Пётр Б.": a reflexive verb has no object; a nominative after it acts.
void correct_object_of_reflexive(AnnotatedSentence& sentence, int verb) {
  const Word& here = sentence.at(verb);
  if (here.note.part_of_speech != PartOfSpeech::kVerb ||
      !(here.lower.ends_with("ся") || here.lower.ends_with("сь")) || sentence.has_subject(verb))
    return;
  const int object = sentence.child(verb, Dependency::kObject);
  // "вложились три инвестора"
  const bool is_counted =
      object != kNoWord && sentence.child(object, Dependency::kNumericModifier) != kNoWord &&
      sentence.at(object).note.grammatical_case == Case::kGenitive && sentence.at(object).note.animate;
  if (object < verb || !sentence.preposition(object).empty() ||
      !(sentence.at(object).note.grammatical_case == Case::kNominative || is_counted))
    return;
  sentence.hang(object, verb, Dependency::kSubject);
}

/// "Контролируемая «А» «Б» продала", ", владевший «А», купил": an instrumental right after a participle is
/// who does that or what it governs, and is nothing to the verb after it.
void correct_agent_of_participle(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int verb = here.note.head;
  const bool is_of_verb = (here.is(Dependency::kObject) || here.is(Dependency::kOblique)) && verb > noun &&
                          sentence.at(verb).is_verb();
  if (verb == kNoWord || here.note.grammatical_case != Case::kInstrumental ||
      !sentence.preposition(noun).empty())
    return;
  int participle = noun - 1;
  while (participle >= 0 && is_mark(sentence.at(participle), "«")) --participle;
  // "директором назначен А, руководивший трестом": nor is it what stands before the comma
  const bool is_apposed = here.is(Dependency::kApposition) && verb < participle;
  if (participle < 0 || !(is_of_verb || is_apposed)) return;
  const tagging::Annotation& note = sentence.at(participle).note;
  if (note.part_of_speech != PartOfSpeech::kParticiple || note.grammatical_case == Case::kInstrumental ||
      sentence.is_under(participle, noun))
    return;
  sentence.hang(noun, participle,
                note.voice == language::Voice::kPassive ? Dependency::kAgent : Dependency::kOblique);
}

/// "будет возглавлять Айгуль Досаева": who is told to do what a verb in the active says is in the nominative.
void correct_case_of_person(AnnotatedSentence& sentence, int person) {
  Word& here = sentence.words[static_cast<std::size_t>(person)];
  if (!here.is(Dependency::kSubject) || here.note.name != tagging::NameClass::kPerson ||
      here.note.grammatical_case != Case::kAccusative || here.note.head == kNoWord ||
      sentence.at(here.note.head).note.part_of_speech == PartOfSpeech::kParticiple)
    return;
  here.note.grammatical_case = Case::kNominative;
}

/// Whether a name stands in quotes.
bool is_quoted(const AnnotatedSentence& sentence, int name) {
  return name > 0 && is_mark(sentence.at(name - 1), "«");
}

/// The word that a name in quotes has before its opening mark; kNoWord where it has none.
int word_before_quote(const AnnotatedSentence& sentence, int name) {
  int quote = name - 1;
  constexpr int kLongestName = 4;
  while (quote > 0 && quote > name - kLongestName && !is_mark(sentence.at(quote), "«")) --quote;
  return quote > 0 && is_mark(sentence.at(quote), "«") ? quote - 1 : kNoWord;
}

/// "не «А», как сообщалось ранее, а «Б»": what stands against something denied is joined to that, whatever
/// stands between them.
void correct_contrast_after_aside(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const int verb = here.note.head;
  const int link = sentence.child(noun, Dependency::kCoordination);
  if (!here.is(Dependency::kConjunct) || verb == kNoWord || verb > noun || !sentence.at(verb).is_verb() ||
      link == kNoWord || !lexicon.contrasting_words.contains(sentence.at(link).lower))
    return;
  for (const int denied : sentence.at(verb).children) {
    const Word& other = sentence.at(denied);
    // a name in quotes shows no case of its own
    const bool agrees = other.note.grammatical_case == here.note.grammatical_case ||
                        word_before_quote(sentence, noun) != kNoWord;
    if (denied >= noun || !other.is_noun() || !agrees) continue;
    const bool is_denied = std::ranges::any_of(other.children, [&](int child) {
      return child < denied && lexicon.negations.contains(sentence.at(child).lower);
    });
    if (is_denied) return sentence.hang(noun, denied, Dependency::kConjunct);
  }
}

/// "У Петра Лунина «А» купил «Б»": a name in quotes is none of a name that a preposition stands before; it is
/// the subject that the verb after it lacks.
void correct_name_after_phrase(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  const int other = here.note.head;
  // "В ходе IPO «А» привлёк 6 млрд"
  const bool is_of_letters =
      here.is(Dependency::kNominalModifier) && other != kNoWord && sentence.at(other).token.all_capitals;
  // "На Московской бирже «А» привлёк": what a capital names already
  const int adjective = other == kNoWord ? kNoWord : sentence.child(other, Dependency::kAdjectiveModifier);
  const bool is_named = other != kNoWord && (sentence.at(other).is_capitalised() ||
                                             (adjective > 0 && sentence.at(adjective).is_capitalised()));
  if (!(here.is(Dependency::kApposition) || is_of_letters) || other == kNoWord || other > name || !is_named ||
      sentence.preposition(other).empty())
    return;
  int verb = sentence.head_of(other);
  while (verb != kNoWord && !sentence.at(verb).is_verb() && verb < other) verb = sentence.head_of(verb);
  if (verb == kNoWord || verb < name || !sentence.at(verb).is_verb() || sentence.has_subject(verb) ||
      here.note.grammatical_case != Case::kNominative || word_before_quote(sentence, name) == kNoWord)
    return;
  for (int i = name + 1; i < verb; ++i) {
    if (is_mark(sentence.at(i), ",")) return;
  }
  sentence.hang(name, verb, Dependency::kSubject);
}

/// "100 % компании «Карьер-1»", "сервиса «Мигом»": after the word that describes it a name in quotes is in
/// the nominative, where it is no genitive by its form, nor an instrumental beside another case.
void correct_case_in_quotes(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(name)];
  const int noun = here.note.head;
  if (!is_quoted(sentence, name) || noun == kNoWord || noun != name - 2 ||
      !is_plain_description(sentence.at(noun), lexicon))
    return;
  const Case told = sentence.at(noun).note.grammatical_case;
  const bool is_other_case = here.note.grammatical_case == Case::kInstrumental &&
                             told != Case::kInstrumental && told != Case::kNominative &&
                             told != Case::kNone && is_mark(sentence.at(name + 1), "»");
  const bool is_as_listed =
      here.note.grammatical_case == Case::kGenitive && here.is(Dependency::kNominalModifier) &&
      here.lower == here.lemma && here.token.script == text::Script::kCyrillic &&
      !lexicon.member_nouns.contains(sentence.at(noun).lemma) &&
      lexicon.descriptors.find(sentence.at(noun).lemma)->second.kind != model::EntityKind::kPerson;
  // "театра «Огни»", "сервиса «Полка»": what may be either is the name as it stands
  const bool may_be_either = here.note.grammatical_case == Case::kGenitive &&
                             here.is(Dependency::kApposition) && is_mark(sentence.at(name + 1), "»") &&
                             !is_title(sentence, noun, lexicon, TitleBy::kAdjective) &&
                             !lexicon.member_nouns.contains(sentence.at(noun).lemma);
  if (!is_other_case && !is_as_listed && !may_be_either) return;
  here.note.grammatical_case = Case::kNominative;
  here.note.dependency = Dependency::kApposition;
}

/// "вложил деньги в «Геопоиск»": a name that stands as a dictionary has it is in no prepositional.
void correct_name_taken_for_prepositional(AnnotatedSentence& sentence, int name) {
  Word& here = sentence.words[static_cast<std::size_t>(name)];
  const std::string_view preposition = sentence.preposition(name);
  const bool may_differ = here.lower.ends_with("е") || here.lower.ends_with("и") || here.lower.ends_with("у");
  const bool is_as_listed = here.lower == here.lemma && !may_differ;
  const bool shows_accusative =
      here.lower.ends_with("у") && here.lemma.ends_with("а") && here.lower.size() == here.lemma.size();
  if (here.note.grammatical_case != Case::kPrepositional || !is_quoted(sentence, name) ||
      !(preposition == "в" || preposition == "на") || !(is_as_listed || shows_accusative) ||
      here.token.script != text::Script::kCyrillic)
    return;
  here.note.grammatical_case = Case::kAccusative;
}

/// Whether a name has the form of a dative that is no other case of one thing: «Ниве», «Вектору».
bool shows_dative(const Word& name) {
  const bool is_feminine = name.lemma.ends_with("а") || name.lemma.ends_with("я");
  if (name.lower == name.lemma) return false;
  return is_feminine ? name.lower.ends_with("е") : name.lower.ends_with("у") || name.lower.ends_with("ю");
}

/// The verb whose object a word is, or is of: "60 % компании"; kNoWord where there is none.
int verb_of_object(const AnnotatedSentence& sentence, int word) {
  while (word != kNoWord && sentence.at(word).is(Dependency::kNominalModifier)) word = sentence.head_of(word);
  if (word == kNoWord || !sentence.at(word).is(Dependency::kObject)) return kNoWord;
  const int verb = sentence.head_of(word);
  return verb != kNoWord && sentence.at(verb).is_verb() ? verb : kNoWord;
}

/// "продала компанию «А» «Б-е»", "продал «А» «Б-е»", "продал компанию «Б-е»", "продала долю «Б-е»": a name
/// whose form is a dative is no name of an object, no second object and nobody's share, but to whom it goes.
void correct_name_in_dative(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(name)];
  const int head = here.note.head;
  const int before = word_before_quote(sentence, name);
  if (head == kNoWord || head > name || before == kNoWord || !shows_dative(here) ||
      !sentence.preposition(name).empty() || sentence.child(name, Dependency::kCoordination) != kNoWord)
    return;
  int verb = kNoWord;
  if (here.is(Dependency::kObject) && sentence.child(head, Dependency::kObject) != name) verb = head;
  if (here.is(Dependency::kApposition)) {
    const bool is_second =
        is_mark(sentence.at(before), "»") && sentence.child(head, here.note.dependency) != name;
    const bool is_of_thing = head == before && is_plain_description(sentence.at(head), lexicon);
    if (is_second || is_of_thing) verb = verb_of_object(sentence, head);
    // "Акционеры «А» продали «Б» «В-е»": nor is it on the other side of the verb what acts is called
    const int other = sentence.head_of(head);
    const bool acts = sentence.at(head).is(Dependency::kSubject) && other > head && other < name;
    if (verb == kNoWord && acts) verb = other;
  }
  const bool is_feminine = here.lower.ends_with("е");
  const bool follows_stake = head == before || is_mark(sentence.at(before), "»");
  if (here.is(Dependency::kNominalModifier) && is_feminine && follows_stake &&
      lexicon.stake_nouns.contains(sentence.at(head).lemma))
    verb = verb_of_object(sentence, head);
  if (verb == kNoWord || !sentence.at(verb).is_verb() ||
      sentence.child(verb, Dependency::kIndirectObject) != kNoWord)
    return;
  here.note.grammatical_case = Case::kDative;
  sentence.hang(name, verb, Dependency::kIndirectObject);
}

/// "«А» – проект «Б-ы»": of what was named a genitive says whose it is, and not what it is called.
void correct_name_in_genitive(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  const int noun = here.note.head;
  const bool is_named = here.is(Dependency::kApposition) && here.note.grammatical_case == Case::kGenitive &&
                        here.lower != here.lemma && noun != kNoWord &&
                        noun == word_before_quote(sentence, name);
  if (!is_named || !sentence.at(noun).is_noun() || sentence.at(noun).is_capitalised()) return;
  const bool is_said_of_name =
      sentence.at(noun).is(Dependency::kParataxis) || sentence.child(noun, Dependency::kSubject) != kNoWord;
  if (is_said_of_name && sentence.at(noun).note.grammatical_case == Case::kNominative)
    sentence.hang(name, noun, Dependency::kNominalModifier);
}

/// "«Ниве» продали «А»": what has the form of a dative does nothing, nor is anything done to it.
void correct_subject_in_dative(AnnotatedSentence& sentence, int name) {
  Word& here = sentence.words[static_cast<std::size_t>(name)];
  const bool is_oblique =
      here.note.grammatical_case == Case::kDative || here.note.grammatical_case == Case::kPrepositional;
  const bool is_argument = here.is(Dependency::kSubject) ||
                           (here.is(Dependency::kObject) && here.note.grammatical_case == Case::kDative);
  if (!is_argument || !is_oblique || !shows_dative(here) || !is_quoted(sentence, name)) return;
  here.note.grammatical_case = Case::kDative;
  sentence.hang(name, here.note.head, Dependency::kIndirectObject);
}

/// "что её дочка купила «А»": a possessive right before a noun is no second object.
void correct_possessive_object(AnnotatedSentence& sentence, int pronoun, const language::Lexicon& lexicon) {
  if (!sentence.at(pronoun).is(Dependency::kObject)) return;
  const auto known = lexicon.pronouns.find(sentence.at(pronoun).lower);
  const int noun = pronoun + 1;
  if (known == lexicon.pronouns.end() || !known->second.possessive || noun >= sentence.size() ||
      !sentence.at(noun).is_noun() || sentence.at(noun).is_capitalised())
    return;
  const int verb = sentence.head_of(pronoun);
  // "Её предшественник ушёл"
  const bool is_of_title = sentence.at(noun).is(Dependency::kSubject) && pronoun == 0 &&
                           lexicon.frames_by_title.contains(sentence.at(noun).lemma);
  if (is_of_title && sentence.head_of(noun) == verb)
    return sentence.hang(pronoun, noun, Dependency::kNominalModifier);
  const bool has_other = std::ranges::any_of(sentence.at(verb).children, [&](int child) {
    return child != pronoun && child > noun && sentence.at(child).is(Dependency::kObject);
  });
  if (has_other && sentence.head_of(noun) == verb) sentence.hang(pronoun, noun, Dependency::kNominalModifier);
}

/// "Сооснователи «А»": of a title that a tagger has not seen the ending tells that it is of several.
void correct_number_of_title(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(title)];
  // "три совладельца": the form is that of one
  const int number = sentence.child(title, Dependency::kNumericModifier);
  if (number != kNoWord && number < title && lexicon.frames_by_title.contains(here.lemma) &&
      lexicon.numerals.contains(sentence.at(number).lower) && sentence.at(number).lemma != "один")
    here.note.number = language::Number::kPlural;
  const bool is_masculine =
      here.lemma.ends_with("ь") || here.lemma.ends_with("р") || here.lemma.ends_with("к");
  if (here.note.number == language::Number::kPlural || here.lower == here.lemma || !is_masculine ||
      !lexicon.frames_by_title.contains(here.lemma) ||
      !(here.note.grammatical_case == Case::kNominative || here.is(Dependency::kSubject)))
    return;
  if (here.lower.ends_with("и") || here.lower.ends_with("ы")) here.note.number = language::Number::kPlural;
}

/// "На посту директора «А» Ивана Белова сменил Б": who is replaced in a post is what the verb acts on, and
/// not named by the title.
void correct_person_after_post(AnnotatedSentence& sentence, int person, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(person);
  const int title = here.note.head;
  if (!here.is(Dependency::kApposition) || here.note.name != tagging::NameClass::kPerson ||
      title == kNoWord || title > person || !lexicon.frames_by_title.contains(sentence.at(title).lemma) ||
      !sentence.at(title).is(Dependency::kNominalModifier))
    return;
  const int post = sentence.head_of(title);
  if (post == kNoWord || !lexicon.transparent_nouns.contains(sentence.at(post).lemma) ||
      sentence.preposition(post) != "на")
    return;
  int verb = person + 1;
  while (verb < sentence.size() && !sentence.at(verb).is_verb() && !is_mark(sentence.at(verb), ",")) ++verb;
  if (verb >= sentence.size() || sentence.at(verb).note.part_of_speech != PartOfSpeech::kVerb ||
      sentence.child(verb, Dependency::kObject) != kNoWord || sentence.is_under(verb, person))
    return;
  sentence.hang(person, verb, Dependency::kObject);
}

}  // namespace

void correct_cases(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    const Word& word = sentence.at(i);
    correct_possessive_object(sentence, i, lexicon);
    if (word.is_verb()) {
      correct_subject_in_instrumental(sentence, i, lexicon);
      correct_object_of_reflexive(sentence, i);
    }
    if (word.is_noun()) {
      correct_agent_of_participle(sentence, i);
      correct_case_in_quotes(sentence, i, lexicon);
      correct_name_taken_for_prepositional(sentence, i);
      correct_case_of_person(sentence, i);
      correct_contrast_after_aside(sentence, i, lexicon);
      correct_name_after_phrase(sentence, i);
      correct_number_of_title(sentence, i, lexicon);
      correct_person_after_post(sentence, i, lexicon);
      correct_name_in_dative(sentence, i, lexicon);
      correct_name_in_genitive(sentence, i);
      correct_subject_in_dative(sentence, i);
    }
  }
}

}  // namespace whofunds::mentions
