#include <algorithm>

#include "whofunds/mentions/adjective_corrections.hpp"
#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// The word before a word and its opening mark; kNoWord if there is none.
int word_before(const AnnotatedSentence& sentence, int word) {
  const int before = word - 1;
  return before >= 0 && is_mark(sentence.at(before), "«") ? before - 1 : before;
}

bool is_person(const AnnotatedSentence& sentence, int word) {
  return sentence.at(word).is_noun() && sentence.at(word).is_capitalised() &&
         sentence.at(word).note.name == tagging::NameClass::kPerson;
}

/// A noun, or a foreign word, of which taggers say nothing.
bool may_be_name(const Word& word) {
  return word.is_noun() || (word.is_capitalised() && word.token.script == text::Script::kLatin);
}

/// "вернула Банку развития заём": a genitive has no accusative beside it. It is a part of the noun before it,
/// and the accusative is the object.
void correct_accusative_of_genitive(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int genitive = here.note.head;
  if (!here.is(Dependency::kNominalModifier) || here.note.grammatical_case != Case::kAccusative ||
      genitive != noun - 1 || !sentence.preposition(noun).empty() || genitive < 1)
    return;
  const Word& above = sentence.at(genitive);
  const int verb = above.note.head;
  if (!above.is(Dependency::kObject) || above.note.grammatical_case != Case::kGenitive || verb == kNoWord ||
      verb > genitive || !sentence.at(genitive - 1).is_noun() || sentence.head_of(genitive - 1) != verb)
    return;
  sentence.hang(noun, verb, Dependency::kObject);
  sentence.hang(genitive, genitive - 1, Dependency::kNominalModifier);
}

/// "на жену Белова Анну": of two names of people in different cases the genitive says whose the noun before
/// them is, and the other is its name.
void correct_name_after_owner(AnnotatedSentence& sentence, int name) {
  const int owner = name - 1;
  const int noun = name - 2;
  if (noun < 0 || !is_person(sentence, name) || !is_person(sentence, owner) ||
      sentence.head_of(name) != owner || !sentence.at(noun).is_noun() || sentence.at(noun).is_capitalised() ||
      sentence.head_of(owner) != noun)
    return;
  const Case told = sentence.at(noun).note.grammatical_case;
  if (told == Case::kGenitive || told == Case::kNone ||
      sentence.at(owner).note.grammatical_case != Case::kGenitive ||
      sentence.at(name).note.grammatical_case != told)
    return;
  sentence.hang(owner, noun, Dependency::kNominalModifier);
  sentence.hang(name, noun, Dependency::kApposition);
}

/// "вдова Егора Титова Алла": a surname between a first name in the genitive and another first name is his.
void correct_surname_of_owner(AnnotatedSentence& sentence, int name) {
  const int surname = name - 1;
  const int given = name - 2;
  const int noun = name - 3;
  if (noun < 0 || !is_person(sentence, name) || !is_person(sentence, surname) ||
      !is_person(sentence, given) || !sentence.at(noun).is_noun() || sentence.at(noun).is_capitalised())
    return;
  const bool are_apart = sentence.head_of(name) == noun && sentence.at(name).is(Dependency::kApposition) &&
                         sentence.head_of(surname) == noun &&
                         sentence.at(surname).is(Dependency::kApposition);
  if (!are_apart || sentence.head_of(given) != noun || !sentence.at(given).is(Dependency::kNominalModifier) ||
      sentence.at(given).note.grammatical_case != Case::kGenitive)
    return;
  sentence.hang(surname, given, Dependency::kFlat);
  sentence.words[static_cast<std::size_t>(surname)].note.grammatical_case = Case::kGenitive;
}

/// "Купленный «Паромом» «Белый бор» открыл": of two names after a passive participle the instrumental acts,
/// and the participle describes the other.
void correct_agent_before_name(AnnotatedSentence& sentence, int participle) {
  const Word& here = sentence.at(participle);
  const int agent = here.note.head;
  if (here.note.part_of_speech != PartOfSpeech::kParticiple || here.note.voice != language::Voice::kPassive ||
      here.note.grammatical_case == Case::kInstrumental || agent <= participle ||
      word_before(sentence, agent) != participle || !sentence.at(agent).is_capitalised())
    return;
  int second = agent + 1;
  while (second < sentence.size() &&
         (is_mark(sentence.at(second), "»") || is_mark(sentence.at(second), "«") ||
          sentence.at(second).is(Dependency::kAdjectiveModifier)))
    ++second;
  const Word& other = sentence.at(second);
  if (!sentence.at(second).is_noun() || other.note.head != agent || !other.is(Dependency::kApposition) ||
      second == agent + 1)
    return;
  const Dependency told = sentence.at(agent).note.dependency;
  const int above = sentence.head_of(agent);
  sentence.hang(second, above, told);
  sentence.hang(participle, second, Dependency::kAdjectiveModifier);
  sentence.hang(agent, participle, Dependency::kAgent);
  sentence.words[static_cast<std::size_t>(agent)].note.grammatical_case = Case::kInstrumental;
}

/// "к нему присоединились инвесторы Иван Белов и Анна Седова": a person is called what stands right before
/// the name, and nothing on the other side of a verb.
void correct_person_beyond_verb(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int head = here.note.head;
  const int noun = name - 1;
  if (!here.is(Dependency::kApposition) || !is_person(sentence, name) || head == kNoWord || head >= noun ||
      !sentence.at(noun).is_noun() || sentence.at(noun).is_capitalised() || sentence.is_under(noun, name) ||
      sentence.child(noun, Dependency::kApposition) != kNoWord ||
      sentence.at(noun).note.grammatical_case != here.note.grammatical_case)
    return;
  const auto descriptor = lexicon.descriptors.find(sentence.at(noun).lemma);
  const bool calls_people = descriptor == lexicon.descriptors.end()
                                ? lexicon.frames_by_title.contains(sentence.at(noun).lemma)
                                : descriptor->second.kind == model::EntityKind::kPerson;
  const bool passes_verb =
      std::any_of(sentence.words.begin() + head, sentence.words.begin() + noun,
                  [](const Word& word) { return word.note.part_of_speech == PartOfSpeech::kVerb; });
  if (calls_people && passes_verb) sentence.hang(name, noun, Dependency::kApposition);
}

/// "Nexa, томское подразделение «А», добилась": a title between commas after a subject says what that is, and
/// is no second subject.
void correct_title_between_commas(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(title);
  const int verb = here.note.head;
  if (!here.is(Dependency::kSubject) || here.is_capitalised() || verb <= title ||
      !lexicon.frames_by_title.contains(here.lemma))
    return;
  const int subject = sentence.child(verb, Dependency::kSubject);
  int comma = title - 1;
  while (comma > subject && (sentence.at(comma).is(Dependency::kAdjectiveModifier) ||
                             sentence.at(comma).note.part_of_speech == PartOfSpeech::kAdverb))
    --comma;
  if (subject >= title || comma <= subject || !is_mark(sentence.at(comma), ",")) return;
  int closing = title + 1;
  while (closing < verb && !is_mark(sentence.at(closing), ",")) ++closing;
  if (closing >= verb || !may_be_name(sentence.at(subject))) return;
  for (int i = subject + 1; i < comma; ++i) {
    const bool is_of_subject = sentence.is_under(i, subject) || is_mark(sentence.at(i), "»");
    if (!is_of_subject || is_mark(sentence.at(i), ",")) return;
  }
  sentence.hang(title, subject, Dependency::kApposition);
}

/// "взял в Астрабанке кредит": an unknown name that a tagger takes for an adjective of nothing is a noun, in
/// the case that "в" and its ending tell.
void correct_name_taken_for_adjective(AnnotatedSentence& sentence, int name) {
  Word& here = sentence.words[static_cast<std::size_t>(name)];
  const bool stands_alone = name > 0 && here.note.part_of_speech == PartOfSpeech::kAdjective &&
                            here.is_capitalised() && here.is(Dependency::kOblique) &&
                            sentence.at(name - 1).note.part_of_speech == PartOfSpeech::kPreposition;
  if (!stands_alone || !here.lower.ends_with("е") || here.lower.ends_with("ое") || here.lower.ends_with("ие"))
    return;
  here.note.part_of_speech = PartOfSpeech::kProperNoun;
  here.note.grammatical_case = Case::kPrepositional;
}

/// "«Лесхимом» заинтересовалась группа", "руководил «Росой»": a name in quotes beside a verb that asks for an
/// instrumental is one, where its ending may be that and a tagger knows it not.
void correct_instrumental_of_verb(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(name)];
  const int verb = here.note.head;
  const bool is_quoted =
      name > 0 && is_mark(sentence.at(name - 1), "«") && is_mark(sentence.at(name + 1), "»");
  const bool is_argument = here.is(Dependency::kObject) || here.is(Dependency::kSubject) ||
                           here.is(Dependency::kOblique) || here.is(Dependency::kIndirectObject);
  const bool may_be = here.lower.ends_with("ом") || here.lower.ends_with("ем") ||
                      here.lower.ends_with("ой") || here.lower.ends_with("ей") || here.lower.ends_with("ью");
  if (!is_quoted || !is_argument || !may_be || verb == kNoWord || here.lemma != here.lower ||
      here.token.script != text::Script::kCyrillic || !sentence.preposition(name).empty())
    return;
  const auto frames = lexicon.frames_by_verb.find(sentence.at(verb).lemma);
  const bool asks =
      frames != lexicon.frames_by_verb.end() && std::ranges::any_of(frames->second, [&](std::size_t index) {
        const language::Role& to = lexicon.frames[index].to;
        return std::ranges::any_of(to.slots, [](const language::Slot& slot) {
          return slot.place == language::Slot::Place::kCase && slot.grammatical_case == Case::kInstrumental;
        });
      });
  if (!asks) return;
  here.note.grammatical_case = Case::kInstrumental;
  here.note.dependency = Dependency::kOblique;
}

/// "«Дочка» банка «А» купила завод": whose it is stands right after it, and is nothing of a noun after that.
void correct_owner_of_quoted_member(AnnotatedSentence& sentence, int owner,
                                    const language::Lexicon& lexicon) {
  const int member = owner - 2;
  if (member < 1 || !is_mark(sentence.at(owner - 1), "»") || !is_mark(sentence.at(member - 1), "«") ||
      !lexicon.member_nouns.contains(sentence.at(member).lemma) || !sentence.at(owner).is_noun() ||
      sentence.at(owner).note.grammatical_case != Case::kGenitive || sentence.head_of(owner) <= owner ||
      sentence.is_under(member, owner))
    return;
  sentence.hang(owner, member, Dependency::kNominalModifier);
}

/// "Завод перешёл к «А», прежним собственником был Иван Белов": who stands right after a copula is the
/// subject of its predicate, and of no verb before that.
void correct_subject_after_copula(AnnotatedSentence& sentence, int name) {
  const int copula = name - 1;
  const int verb = sentence.head_of(name);
  if (copula < 1 || !sentence.at(name).is(Dependency::kSubject) || verb == kNoWord || verb >= copula ||
      !sentence.at(copula).is(Dependency::kCopula))
    return;
  const int predicate = sentence.head_of(copula);
  if (predicate < copula && predicate > verb && sentence.at(predicate).is_noun() &&
      sentence.child(predicate, Dependency::kSubject) == kNoWord && !sentence.is_under(predicate, name))
    sentence.hang(name, predicate, Dependency::kSubject);
}

/// "Первому принадлежит 60%": with nothing after it that it counts it is no name.
void correct_first_of_pair(AnnotatedSentence& sentence, int word, const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(word)];
  const bool counts_pair = is_of_pair(here, lexicon);
  if (word == 0 && counts_pair && !sentence.at(1).is_noun() && here.is_noun())
    here.note.part_of_speech = PartOfSpeech::kAdjective;
}

/// "выступила дочерняя компания банка — АО «А»": what stands after a dash is what the title calls.
void correct_name_after_dash(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int title = here.note.head;
  if (!here.is(Dependency::kParataxis) || !here.is_capitalised() || title == kNoWord || title > name ||
      sentence.at(title).is_capitalised() || !lexicon.frames_by_title.contains(sentence.at(title).lemma))
    return;
  int mark = name - 1;
  while (mark > title &&
         (is_mark(sentence.at(mark), "«") || sentence.at(mark).is(Dependency::kAdjectiveModifier)))
    --mark;
  if (is_long_dash(sentence.at(mark))) sentence.hang(name, title, Dependency::kApposition);
}

/// "Клинике «А» фонд купил томограф", "перепродал его «Альянсу»": without a preposition what looks like a
/// prepositional is a dative; so is a name in -у beside a pronoun that is the object.
void correct_dative_without_preposition(AnnotatedSentence& sentence, int noun,
                                        const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(noun)];
  const int verb = here.note.head;
  const bool is_argument = here.is(Dependency::kObject) || here.is(Dependency::kOblique) ||
                           here.is(Dependency::kSubject) || here.is(Dependency::kIndirectObject);
  if (!is_argument || verb == kNoWord || !sentence.at(verb).is_verb() ||
      !sentence.preposition(noun).empty() ||
      (noun > 0 && sentence.at(noun - 1).note.part_of_speech == PartOfSpeech::kPreposition))
    return;
  const bool has_pronoun = std::ranges::any_of(sentence.at(verb).children, [&](int child) {
    return child != noun && child == verb + 1 && sentence.at(child).is(Dependency::kObject) &&
           is_possessive_or_object(lexicon.pronouns, sentence.at(child));
  });
  const bool is_second = has_pronoun && here.is(Dependency::kObject) && here.is_capitalised() &&
                         here.lower.ends_with("у") && here.lower != here.lemma;
  if (here.note.grammatical_case != Case::kPrepositional && !is_second) return;
  here.note.grammatical_case = Case::kDative;
  here.note.dependency = Dependency::kIndirectObject;
}

/// "от Фонда Белова": a body whose first word has a capital is named by the genitive after it.
void correct_name_of_body(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int body = here.note.head;
  if (!here.is(Dependency::kApposition) || here.note.grammatical_case != Case::kGenitive ||
      body != name - 1 || body < 1 || !here.is_capitalised() || !sentence.at(body).is_capitalised() ||
      sentence.at(body).note.grammatical_case != Case::kGenitive ||
      !lexicon.name_words.contains(sentence.at(body).lemma))
    return;
  sentence.words[static_cast<std::size_t>(name)].note.dependency = Dependency::kNominalModifier;
}

}  // namespace

void correct_neighbours(AnnotatedSentence& sentence, int word, const language::Lexicon& lexicon) {
  correct_name_taken_for_adjective(sentence, word);
  correct_adjectives(sentence, word, lexicon);
  correct_subject_after_copula(sentence, word);
  correct_owner_of_quoted_member(sentence, word, lexicon);
  correct_instrumental_of_verb(sentence, word, lexicon);
  correct_first_of_pair(sentence, word, lexicon);
  correct_name_after_dash(sentence, word, lexicon);
  correct_name_of_body(sentence, word, lexicon);
  correct_agent_before_name(sentence, word);
  if (!sentence.at(word).is_noun()) return;
  correct_dative_without_preposition(sentence, word, lexicon);
  correct_accusative_of_genitive(sentence, word);
  correct_name_after_owner(sentence, word);
  correct_surname_of_owner(sentence, word);
  correct_person_beyond_verb(sentence, word, lexicon);
  correct_title_between_commas(sentence, word, lexicon);
}

}  // namespace whofunds::mentions
