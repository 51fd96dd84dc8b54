
#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/order_corrections.hpp"
#include "whofunds/mentions/titles.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

bool is_finite(const Word& word) {
  return word.note.part_of_speech == PartOfSpeech::kVerb;
}

/// Whether a mark that ends a clause stands between two words.
bool is_clause_between(const AnnotatedSentence& sentence, int first, int last) {
  for (int i = first + 1; i < last; ++i) {
    if (is_mark(sentence.at(i), ",") || is_mark(sentence.at(i), ":") || is_mark(sentence.at(i), ";"))
      return true;
  }
  return false;
}

/// "а строил его концерн «А»": a form that may be a possessive is what is built, where nothing else is and a
/// firm that has its own name builds.
void correct_possessive_before_builder(AnnotatedSentence& sentence, int pronoun,
                                       const language::Lexicon& lexicon) {
  const int verb = pronoun - 1;
  const int noun = sentence.head_of(pronoun);
  if (!is_possessive_or_object(lexicon.pronouns, sentence.at(pronoun)) || verb < 0 || noun <= pronoun ||
      !is_finite(sentence.at(verb)) || sentence.head_of(noun) != verb ||
      !sentence.at(noun).is(Dependency::kSubject) || sentence.child(verb, Dependency::kObject) != kNoWord ||
      !is_plain_description(sentence.at(noun), lexicon) ||
      lexicon.member_nouns.contains(sentence.at(noun).lemma) ||
      sentence.child(noun, Dependency::kApposition) == kNoWord)
    return;
  const auto descriptor = lexicon.descriptors.find(sentence.at(noun).lemma);
  const bool takes_object =
      lexicon.any_frame_of_verb(sentence.at(verb).lemma, [&](const language::Frame& frame) {
        return frame.to.has(language::Slot::Place::kObject) && frame.object_words.empty();
      });
  if (descriptor->second.kind == model::EntityKind::kPerson || !takes_object) return;
  sentence.hang(pronoun, verb, Dependency::kObject);
  sentence.words[static_cast<std::size_t>(pronoun)].note.part_of_speech = PartOfSpeech::kPronoun;
}

/// "В телескоп «А» Академия наук вложила 3 млн": what has its name has no second one, and a nominative before
/// a verb without a subject is that.
void correct_subject_after_named(AnnotatedSentence& sentence, int name) {
  const int noun = sentence.head_of(name);
  if (noun == kNoWord || noun > name || !sentence.at(name).is(Dependency::kApposition) ||
      sentence.at(name).note.grammatical_case != Case::kNominative || !sentence.at(name).is_capitalised() ||
      !is_mark(sentence.at(name - 1), "»"))
    return;
  const int first = sentence.child(noun, Dependency::kApposition);
  const int verb = sentence.head_of(noun);
  const bool is_second = first != name && first < name && !is_clause_between(sentence, first, name);
  if (is_second && verb > name && is_finite(sentence.at(verb)) && !sentence.has_subject(verb) &&
      !is_clause_between(sentence, name, verb))
    sentence.hang(name, verb, Dependency::kSubject);
}

/// "открыл агрофирме «А» Астробанк": a name right after quotes is none of what they name, but acts where the
/// verb before has no subject. "агрофирме" is none.
void correct_subject_after_quotes(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  const int named = here.note.head;
  if (name < 3 || !is_mark(sentence.at(name - 1), "»") || !here.is(Dependency::kApposition) ||
      here.note.grammatical_case != Case::kNominative || !here.is_capitalised() || !here.is_noun() ||
      here.note.name != tagging::NameClass::kOrganization || named == kNoWord || named >= name - 1)
    return;
  int noun = named;
  while (noun != kNoWord && sentence.at(noun).is(Dependency::kApposition)) noun = sentence.head_of(noun);
  const int verb = noun == kNoWord ? kNoWord : sentence.head_of(noun);
  if (verb == kNoWord || verb > noun || !is_finite(sentence.at(verb)) ||
      is_clause_between(sentence, verb, name))
    return;
  Word& first = sentence.words[static_cast<std::size_t>(noun)];
  const bool is_dative = first.is(Dependency::kSubject) && first.lower.ends_with("е") &&
                         (first.lemma.ends_with("а") || first.lemma.ends_with("я"));
  if (is_dative) {
    first.note.grammatical_case = Case::kDative;
    sentence.hang(noun, verb, Dependency::kIndirectObject);
  }
  // "Заём предоставил компании «А» Астробанк"
  const int object = sentence.child(verb, Dependency::kSubject);
  if (object != kNoWord && object < verb && sentence.at(object).note.grammatical_case == Case::kAccusative &&
      sentence.child(verb, Dependency::kObject) == kNoWord)
    sentence.hang(object, verb, Dependency::kObject);
  if (!sentence.has_subject(verb)) sentence.hang(name, verb, Dependency::kSubject);
}

/// "Дочерняя компания «Якоря», «Якорь-Логистик», перевезла": a name in the genitive after such a title is
/// whose it is, and the one after the comma its own.
void correct_owner_of_subsidiary(AnnotatedSentence& sentence, int quote, const language::Lexicon& lexicon) {
  const int title = quote - 1;
  const int name = quote + 1;
  if (title < 0 || name + 3 >= sentence.size() || !is_title(sentence, title, lexicon, TitleBy::kAdjective) ||
      sentence.head_of(name) != title || !sentence.at(name).is(Dependency::kApposition) ||
      sentence.at(name).note.grammatical_case != Case::kGenitive ||
      sentence.at(name).lower == sentence.at(name).lemma || !is_mark(sentence.at(name + 1), "»") ||
      !is_mark(sentence.at(name + 2), ","))
    return;
  const int other = sentence.child(name, Dependency::kConjunct);
  if (other == kNoWord || sentence.child(other, Dependency::kCoordination) != kNoWord) return;
  sentence.hang(other, title, Dependency::kApposition);
  sentence.words[static_cast<std::size_t>(name)].note.dependency = Dependency::kNominalModifier;
}

/// "дал в обмен на 8% акций фонд «А»": a nominative belongs to no noun, but to the verb that has no subject.
void correct_nominative_of_noun(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  if (!here.is(Dependency::kNominalModifier) || here.note.grammatical_case != Case::kNominative ||
      here.note.head > noun || here.note.head == kNoWord || !is_plain_description(here, lexicon) ||
      !sentence.preposition(noun).empty() || sentence.child(noun, Dependency::kApposition) == kNoWord)
    return;
  int verb = here.note.head;
  while (verb != kNoWord && !sentence.at(verb).is_verb()) verb = sentence.head_of(verb);
  if (verb == kNoWord || verb > noun || !is_finite(sentence.at(verb)) || sentence.has_subject(verb) ||
      is_clause_between(sentence, verb, noun))
    return;
  const language::Gender told = sentence.at(verb).note.gender;
  if (told == language::Gender::kNone || told == here.note.gender)
    sentence.hang(noun, verb, Dependency::kSubject);
}

/// "обновил руководство: Рустама Г. на посту директора сменила Б": an accusative after a colon is what the
/// verb after it acts on, and what stands between them is that verb's.
void correct_object_after_colon(AnnotatedSentence& sentence, int colon, const language::Lexicon& lexicon) {
  const int name = colon + 1;
  if (name >= sentence.size() || !sentence.at(name).is_noun()) return;
  const Word& here = sentence.at(name);
  // Of people it is like the genitive.
  const bool may_be_object =
      here.note.grammatical_case == Case::kAccusative ||
      (here.note.grammatical_case == Case::kGenitive && here.note.name == tagging::NameClass::kPerson);
  if (!may_be_object) return;
  int verb = name + 1;
  while (verb < sentence.size() && !is_finite(sentence.at(verb)) && !is_mark(sentence.at(verb), ",")) ++verb;
  if (verb >= sentence.size() || !is_finite(sentence.at(verb)) || sentence.is_under(verb, name) ||
      sentence.head_of(name) > verb || sentence.child(verb, Dependency::kObject) != kNoWord ||
      !sentence.has_subject(verb))
    return;
  sentence.hang(name, verb, Dependency::kObject);
  for (int i = name + 1; i < verb; ++i) {
    const bool is_post = lexicon.transparent_nouns.contains(sentence.at(i).lemma) &&
                         !sentence.preposition(i).empty() && sentence.head_of(i) <= name;
    if (is_post || (sentence.head_of(i) < colon && sentence.at(i).is(Dependency::kOblique)))
      sentence.hang(i, verb, Dependency::kOblique);
  }
}

/// "А выделил Б 10 млн, ещё 5 млн одолжит банк В": what is said before a noun that it is no clause of is what
/// that does, and joined to what the sentence tells first.
void correct_clause_of_its_subject(AnnotatedSentence& sentence, int verb) {
  const int noun = sentence.head_of(verb);
  if (!is_finite(sentence.at(verb)) || !sentence.at(verb).is(Dependency::kClauseOfNoun) || noun < verb ||
      sentence.has_subject(verb) || sentence.child(verb, Dependency::kMark) != kNoWord)
    return;
  const int first = sentence.head_of(noun);
  const bool is_second = first != kNoWord && first < verb && sentence.at(first).is_verb() &&
                         sentence.at(noun).is(Dependency::kSubject) &&
                         sentence.child(first, Dependency::kSubject) < first &&
                         is_clause_between(sentence, first, verb) && !is_clause_between(sentence, verb, noun);
  if (!is_second) return;
  sentence.hang(verb, first, Dependency::kConjunct);
  sentence.hang(noun, verb, Dependency::kSubject);
}

/// "выпускать её будет завод «А»": of two objects of what is to come the one in the nominative acts.
void correct_subject_of_future(AnnotatedSentence& sentence, int infinitive) {
  if (sentence.at(infinitive).note.part_of_speech != PartOfSpeech::kInfinitive ||
      sentence.child(infinitive, Dependency::kAuxiliary) == kNoWord || sentence.has_subject(infinitive))
    return;
  int nominative = kNoWord;
  int objects = 0;
  for (const int child : sentence.at(infinitive).children) {
    if (!sentence.at(child).is(Dependency::kObject)) continue;
    ++objects;
    if (sentence.at(child).note.grammatical_case == Case::kNominative) nominative = child;
  }
  if (objects == 2 && nominative != kNoWord) sentence.hang(nominative, infinitive, Dependency::kSubject);
}

/// "проектировал институт «А», а построит холдинг «Б»": a name in quotes is that of the noun right before it,
/// and of none after it.
void correct_name_of_later(AnnotatedSentence& sentence, int quote, const language::Lexicon& lexicon) {
  const int noun = quote - 1;
  const int end = end_of_quotes(sentence, quote);
  if (noun < 0 || end == kNoWord || !is_plain_description(sentence.at(noun), lexicon) ||
      (sentence.child(noun, Dependency::kApposition) != kNoWord &&
       sentence.child(noun, Dependency::kApposition) < end))
    return;
  const int name = head_in_quotes(sentence, quote);
  if (sentence.at(name).is(Dependency::kApposition) && sentence.head_of(name) > end &&
      !sentence.at(sentence.head_of(name)).is_capitalised() && !sentence.is_under(noun, name))
    sentence.hang(name, noun, Dependency::kApposition);
}

/// "Фонд раздумал вкладывать: туда вложит холдинг": what stands before a colon is a clause of its own, with
/// the subject before its verb.
void correct_clause_before_colon(AnnotatedSentence& sentence, int colon) {
  for (int verb = 1; verb < colon; ++verb) {
    const int later = sentence.head_of(verb);
    if (!is_finite(sentence.at(verb)) || later < colon || !sentence.at(later).is_verb() ||
        sentence.has_subject(verb))
      continue;
    for (const int child : std::vector<int>(sentence.at(later).children)) {
      if (child < verb && sentence.at(child).is(Dependency::kSubject))
        sentence.hang(child, verb, Dependency::kSubject);
    }
    sentence.hang(verb, later, Dependency::kParataxis);
  }
}

/// "Созданный Верой Белой фонд «А»": the capital of a sentence makes no name of a participle that says who
/// did it.
void correct_participle_at_head(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  Word& first = sentence.words.front();
  if (first.is_verb() || first.note.voice != language::Voice::kPassive ||
      !lexicon.frames_by_verb.contains(first.lemma) || first.note.head == kNoWord ||
      sentence.child(0, Dependency::kAgent) == kNoWord || !sentence.at(first.note.head).is_noun())
    return;
  first.note.part_of_speech = PartOfSpeech::kParticiple;
  first.note.dependency = Dependency::kClauseOfNoun;
}

}  // namespace

void correct_arguments(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  if (sentence.size() > 0) correct_participle_at_head(sentence, lexicon);
  for (int i = 1; i < sentence.size(); ++i) {
    if (is_mark(sentence.at(i), ":")) {
      correct_object_after_colon(sentence, i, lexicon);
      correct_clause_before_colon(sentence, i);
    }
    if (is_mark(sentence.at(i), "«")) {
      correct_name_of_later(sentence, i, lexicon);
      correct_owner_of_subsidiary(sentence, i, lexicon);
    }
    if (sentence.at(i).token.kind != text::TokenKind::kWord) continue;
    correct_possessive_before_builder(sentence, i, lexicon);
    correct_subject_after_named(sentence, i);
    correct_subject_after_quotes(sentence, i);
    correct_nominative_of_noun(sentence, i, lexicon);
    correct_subject_of_future(sentence, i);
    correct_clause_of_its_subject(sentence, i);
  }
}

}  // namespace whofunds::mentions
