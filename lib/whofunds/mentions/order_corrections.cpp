#include "whofunds/mentions/order_corrections.hpp"

#include <vector>

#include "whofunds/mentions/actor_corrections.hpp"
#include "whofunds/mentions/adjective_corrections.hpp"
#include "whofunds/mentions/agreement_corrections.hpp"
#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/infinitive_corrections.hpp"
#include "whofunds/mentions/legal_form_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

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

/// "Присоединивший ООО «А» холдинг", "Достроенный Orbisoft завод": a participle has no name; it acts on what
/// stands right after it, or in the passive that acts.
void correct_name_of_participle(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  const int participle = here.note.head;
  const int before = is_mark(sentence.at(name - 1), "«") ? name - 2 : name - 1;  // "Купивший «А» «Б»"
  if (!here.is(Dependency::kApposition) || participle != before ||
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

/// "Внеся 5 млн в капитал сети, «А» вышел на рынок", "после того как «А» занял 3 млн у фонда, цены выросли":
/// what stands before a comma belongs to the verb of its own clause, not to one after the comma.
void correct_phrase_beyond_comma(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int head = here.note.head;
  const bool is_argument =
      here.is(Dependency::kOblique) || here.is(Dependency::kIndirectObject) || here.is(Dependency::kObject);
  if (!is_argument || head <= noun || !sentence.at(head).is_verb() || !here.is_noun()) return;
  bool has_comma = false;
  for (int i = noun + 1; i < head; ++i) has_comma = has_comma || is_mark(sentence.at(i), ",");
  if (!has_comma) return;
  int verb = noun - 1;
  while (verb >= 0 && !is_mark(sentence.at(verb), ",") && !sentence.at(verb).is_verb()) --verb;
  if (verb < 0 || !sentence.at(verb).is_verb() || sentence.is_under(verb, noun)) return;
  if (here.is(Dependency::kObject) && sentence.child(verb, Dependency::kObject) != kNoWord) return;
  sentence.hang(noun, verb, here.note.dependency);
}

/// "«А», производитель красок на Урале, которая купила": a relative pronoun agrees with what it tells of.
void correct_clause_of_other_gender(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  using language::Gender;
  if (!sentence.at(verb).is(Dependency::kRelativeClause)) return;
  int pronoun = kNoWord;
  for (const int child : sentence.at(verb).children) {
    if (child < verb && lexicon.relative_pronouns.contains(sentence.at(child).lemma)) pronoun = child;
  }
  if (pronoun == kNoWord || sentence.at(pronoun).note.number == language::Number::kPlural) return;
  const Gender told = sentence.at(pronoun).note.gender;
  const auto disagrees = [&](int noun) {
    const tagging::Annotation& note = sentence.at(noun).note;
    // "кредит на 5 млн рублей, который"
    if (note.number == language::Number::kPlural) return true;
    return note.gender != Gender::kNone && note.gender != told;
  };
  int noun = sentence.head_of(verb);
  if (told == Gender::kNone || noun == kNoWord || !sentence.at(noun).is_noun() || !disagrees(noun)) return;
  while (noun != kNoWord && sentence.at(noun).is_noun() && disagrees(noun)) noun = sentence.head_of(noun);
  if (noun != kNoWord && sentence.at(noun).is_noun() && !sentence.is_under(noun, verb))
    sentence.hang(verb, noun, Dependency::kRelativeClause);
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
  int verb = here.note.head;
  // "влила в завод «А» и стартап «Б»": nor is it joined to a subject before a verb of one
  const bool is_joined_before =
      here.is(Dependency::kConjunct) && verb != kNoWord && sentence.at(verb).is(Dependency::kSubject) &&
      sentence.head_of(verb) > verb && sentence.head_of(verb) < noun &&
      sentence.at(sentence.head_of(verb)).note.number != language::Number::kPlural &&
      sentence.child(noun, Dependency::kCoordination) != kNoWord;
  if (is_joined_before) verb = sentence.head_of(verb);
  if (!(is_joined_before || here.is(Dependency::kSubject)) || verb == kNoWord || verb > noun) return;
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

/// "занял у А 5 млн, ещё 2 млн ему даст Б": a finite verb is no argument of another; what stands between the
/// comma and it is its own.
void correct_verb_taken_for_argument(AnnotatedSentence& sentence, int verb) {
  const Word& here = sentence.at(verb);
  const int before = here.note.head;
  if (here.note.part_of_speech != PartOfSpeech::kVerb || before == kNoWord || before > verb ||
      !(here.is(Dependency::kSubject) || here.is(Dependency::kObject)) ||
      sentence.at(before).note.part_of_speech != PartOfSpeech::kVerb)
    return;
  int comma = verb - 1;
  while (comma > before && sentence.at(comma).token.text != ",") --comma;
  if (comma == before) return;
  sentence.hang(verb, before, Dependency::kConjunct);
  for (const int child : std::vector<int>(sentence.at(before).children)) {
    if (child > comma && child < verb) sentence.hang(child, verb, sentence.at(child).note.dependency);
  }
}

/// "Завод «А» ведёт переговоры с «Б» о привлечении": a phrase after a verb is nothing of the subject before
/// it, but of what the verb acts on.
void correct_phrase_of_subject_beyond_verb(AnnotatedSentence& sentence, int noun) {
  const int subject = sentence.head_of(noun);
  const int verb = subject == kNoWord ? kNoWord : sentence.head_of(subject);
  if (!sentence.at(noun).is(Dependency::kNominalModifier) || sentence.preposition(noun).empty() ||
      verb == kNoWord || subject > verb || verb > noun || !sentence.at(subject).is(Dependency::kSubject) ||
      sentence.at(verb).note.part_of_speech != PartOfSpeech::kVerb)
    return;
  const int object = sentence.child(verb, Dependency::kObject);
  const bool has_object =
      object != kNoWord && object > verb && object < noun && sentence.at(object).is_noun();
  sentence.hang(noun, has_object ? object : verb,
                has_object ? Dependency::kNominalModifier : Dependency::kOblique);
}

/// The first finite verb or short form after a noun and before a comma, outside quotes; kNoWord if there is
/// none.
int predicate_after(const AnnotatedSentence& sentence, int noun) {
  bool is_quoted = false;
  for (int verb = noun + 1; verb < sentence.size(); ++verb) {
    const Word& word = sentence.at(verb);
    if (is_mark(word, "«")) is_quoted = true;
    if (is_mark(word, "»")) is_quoted = false;
    if (is_quoted) continue;
    if (is_mark(word, ",")) return kNoWord;
    if (word.note.part_of_speech == PartOfSpeech::kVerb ||
        word.note.part_of_speech == PartOfSpeech::kShortForm)
      return verb;
  }
  return kNoWord;
}

/// "избавилась от актива: фабрика «А» продана Б", "о сделке: завод «А» купила «Б»": a nominative after a
/// colon is what the verb after it is said of, where that has nothing else and agrees with it, or what it
/// acts on, where what stands after the verb agrees with that.
void correct_subject_after_colon(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  int colon = noun - 1;
  while (colon > 0 && sentence.at(colon).note.part_of_speech == PartOfSpeech::kAdjective &&
         sentence.head_of(colon) == noun)
    --colon;
  if (colon < 1 || !is_mark(sentence.at(colon), ":") || here.note.grammatical_case != Case::kNominative)
    return;
  const int verb = predicate_after(sentence, noun);
  const int told = here.note.head;
  if (verb == kNoWord || told == kNoWord) return;
  // of a verb that has its subject before the colon
  const Word& before = sentence.at(told);
  const bool disagrees = before.note.tense == language::Tense::kPast &&
                         before.note.gender != language::Gender::kNone &&
                         before.note.gender != here.note.gender;  // "Стало известно: завод «А» купила «Б»"
  const bool is_second = here.is(Dependency::kSubject) && told < colon &&
                         (sentence.child(told, Dependency::kSubject) < colon || disagrees);
  const bool is_free = (here.is(Dependency::kParataxis) && told < colon) || is_second;
  const tagging::Annotation& note = sentence.at(verb).note;
  // "вернули компанию: А и Б выкупили её"
  const bool are_several = sentence.child(noun, Dependency::kConjunct) > noun &&
                           sentence.child(noun, Dependency::kConjunct) < verb &&
                           note.number == language::Number::kPlural;
  const bool agrees = are_several || (note.gender == here.note.gender && note.number == here.note.number);
  const int object = sentence.child(verb, Dependency::kObject);
  const bool is_taken_for_subject = here.is(Dependency::kSubject) && told == verb;
  if (!agrees && (is_free || is_taken_for_subject) && here.note.gender != language::Gender::kFeminine &&
      !here.note.animate && object > verb && note.tense == language::Tense::kPast &&
      sentence.at(object).note.gender == note.gender && sentence.at(object).note.number == note.number &&
      sentence.preposition(object).empty()) {
    sentence.hang(object, verb, Dependency::kSubject);
    sentence.hang(noun, verb, Dependency::kObject);
    return;
  }
  if (!is_free || sentence.head_of(verb) > colon || sentence.has_subject(verb) || !agrees) return;
  const bool is_passive = note.part_of_speech == PartOfSpeech::kShortForm;
  sentence.hang(noun, verb, is_passive ? Dependency::kPassiveSubject : Dependency::kSubject);
}

}  // namespace

void correct_order(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  correct_legal_forms(sentence, lexicon);
  correct_sums(sentence, lexicon);
  correct_borders(sentence, lexicon);
  correct_cases(sentence, lexicon);
  for (int i = 0; i < sentence.size(); ++i) {
    const PartOfSpeech part = sentence.at(i).note.part_of_speech;
    if (part == PartOfSpeech::kAdjective) correct_adjective_before_foreign_name(sentence, i);
    if (part == PartOfSpeech::kInfinitive) {
      correct_infinitive_of_noun(sentence, i, lexicon);
      correct_object_of_infinitive(sentence, i);
      correct_phrase_before_modal(sentence, i, lexicon);
    }
    if (sentence.at(i).is_verb()) correct_agent_of_passive(sentence, i);
    if (part == PartOfSpeech::kVerb || part == PartOfSpeech::kShortForm)
      correct_subject_before_infinitive(sentence, i, lexicon);
    if (part == PartOfSpeech::kGerund) correct_gerund_of_noun(sentence, i);
    if (part == PartOfSpeech::kParticiple) correct_gift_of_participle(sentence, i, lexicon);
    if (part == PartOfSpeech::kVerb) {
      correct_verb_taken_for_argument(sentence, i);
      correct_subject_after_infinitive(sentence, i);
      correct_actors(sentence, i, lexicon);
      correct_phrase_of_joined_verb(sentence, i);
      correct_clause_of_other_gender(sentence, i, lexicon);
    }
    correct_possessive_before_verb(sentence, i, lexicon);
    correct_recipients(sentence, i, lexicon);
    if (i > 0 && sentence.at(i).is_capitalised()) correct_name_of_participle(sentence, i);
    if (!sentence.at(i).is_noun()) continue;
    correct_parties_of_noun(sentence, i, lexicon);
    correct_phrase_beyond_comma(sentence, i);
    correct_phrase_of_subject_beyond_verb(sentence, i);
    correct_subject_after_colon(sentence, i);
    correct_conjunct_taken_for_subject(sentence, i);
  }
}

}  // namespace whofunds::mentions
