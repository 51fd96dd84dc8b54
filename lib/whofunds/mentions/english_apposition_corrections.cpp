#include <algorithm>
#include <vector>

#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// The title in small letters that begins at `first`, after an article and adjectives: "a former unit". Only
/// one with "of" after it is taken; kNoWord where there is none.
int title_of_something(const AnnotatedSentence& sentence, int first, const language::Lexicon& lexicon) {
  constexpr int kLongest = 5;
  for (int i = first; i + 1 < sentence.size() && i < first + kLongest; ++i) {
    const Word& here = sentence.at(i);
    if (here.is_capitalised() && i > 0) return kNoWord;
    if (here.token.kind != text::TokenKind::kWord || here.note.part_of_speech == PartOfSpeech::kPreposition ||
        here.note.part_of_speech == PartOfSpeech::kVerb)
      return kNoWord;
    if (sentence.at(i + 1).lower != "of") continue;
    return here.is_noun() && lexicon.frames_by_title.contains(here.lemma) ? i : kNoWord;
  }
  return kNoWord;
}

/// What the "of" after a title is about hangs on the title, whatever a parser makes of it.
void hang_what_title_is_of(AnnotatedSentence& sentence, int title, int end) {
  const int owner = sentence.head_of(title + 1);
  if (owner > title && owner < end && !sentence.is_under(owner, title))
    sentence.hang(owner, title, Dependency::kNominalModifier);
}

/// "A unit of Aster, Birch was bought", "Once the property of Aster, the daily Birch is": what opens a
/// sentence and has no verb describes its subject.
void correct_description_before_subject(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  int first = 0;
  while (first < sentence.size() && lexicon.status_modifiers.contains(sentence.at(first).lower)) ++first;
  const int title = title_of_something(sentence, first, lexicon);
  if (title == kNoWord || title == 0) return;
  int comma = title + 2;
  while (comma < sentence.size() && !is_mark(sentence.at(comma), ",")) {
    const Word& here = sentence.at(comma);
    if (here.is_verb() || here.note.part_of_speech == PartOfSpeech::kPreposition) return;
    ++comma;
  }
  // "A unit of Aster, Birch or Cedar said": the subject goes to the verb without a mark.
  int verb = comma + 1;
  while (verb < sentence.size() && !sentence.at(verb).is_verb() &&
         sentence.at(verb).token.kind == text::TokenKind::kWord &&
         sentence.at(verb).note.part_of_speech != PartOfSpeech::kConjunction &&
         sentence.at(verb).note.part_of_speech != PartOfSpeech::kAdverb)
    ++verb;
  if (verb >= sentence.size() || verb == comma + 1 || !sentence.at(verb - 1).is_capitalised()) return;
  int acting = verb;
  while (acting < sentence.size() && !sentence.at(acting).is_verb() &&
         sentence.at(acting).note.part_of_speech == PartOfSpeech::kAdverb)
    ++acting;
  if (acting >= sentence.size() || !sentence.at(acting).is_verb()) return;
  const bool is_auxiliary = sentence.at(acting).is(Dependency::kAuxiliary) ||
                            sentence.at(acting).is(Dependency::kPassiveAuxiliary) ||
                            sentence.at(acting).is(Dependency::kCopula);
  const int predicate = is_auxiliary ? sentence.head_of(acting) : acting;
  const int subject = sentence.top_within(verb - 1, comma + 1, verb);
  if (predicate <= comma || !sentence.at(subject).is_noun()) return;
  const bool is_passive = sentence.child(predicate, Dependency::kPassiveAuxiliary) != kNoWord ||
                          sentence.at(title).is(Dependency::kPassiveSubject);
  if (sentence.head_of(subject) != predicate || !sentence.at(subject).is_subject())
    sentence.hang(subject, predicate, is_passive ? Dependency::kPassiveSubject : Dependency::kSubject);
  sentence.hang(title, subject, Dependency::kApposition);
  hang_what_title_is_of(sentence, title, comma);
  for (int i = 0; i < first; ++i) {
    sentence.hang(i, title, Dependency::kAdverbModifier);
    sentence.words[static_cast<std::size_t>(i)].note.part_of_speech = PartOfSpeech::kAdverb;
  }
}

/// "Aster, until 2019 a unit of Birch, was sold", "Aster, since May part of Birch, grew": when it was so
/// stands before what describes the name.
void correct_description_after_time(AnnotatedSentence& sentence, int comma,
                                    const language::Lexicon& lexicon) {
  constexpr int kLongestTime = 4;
  const int preposition = comma + 1;
  if (comma < 1 || !is_mark(sentence.at(comma), ",") || preposition + 2 >= sentence.size() ||
      !sentence.at(comma - 1).is_capitalised() ||
      !(lexicon.ending_prepositions.contains(sentence.at(preposition).lower) ||
        sentence.at(preposition).lower == "since"))
    return;
  int title = kNoWord;
  int begin = preposition + 2;
  for (; title == kNoWord && begin <= preposition + kLongestTime; ++begin)
    title = title_of_something(sentence, begin, lexicon);
  --begin;
  if (title == kNoWord) return;
  const int name = sentence.head_of_name_ending(comma - 1);
  const int time = sentence.top_within(preposition + 1, preposition, begin);
  if (!sentence.is_under(name, title)) sentence.hang(title, name, Dependency::kApposition);
  int end = title + 2;
  while (end < sentence.size() && !is_mark(sentence.at(end), ",")) ++end;
  hang_what_title_is_of(sentence, title, end);
  if (time != title && !sentence.is_under(title, time)) sentence.hang(time, title, Dependency::kOblique);
}

/// "its arm Aster Plus": a small word with a capital right after a name is a part of it.
void correct_capital_after_name(AnnotatedSentence& sentence, int word) {
  Word& here = sentence.words[static_cast<std::size_t>(word)];
  const bool is_small = here.note.part_of_speech == PartOfSpeech::kConjunction ||
                        (here.note.part_of_speech == PartOfSpeech::kPreposition &&
                         word + 1 < sentence.size() && sentence.at(word + 1).is(Dependency::kCase)) ||
                        (here.is(Dependency::kAdverbModifier) && here.is_noun());
  if (word < 2 || !here.is_capitalised() || !is_small || !sentence.at(word - 1).is_capitalised() ||
      !sentence.at(word - 1).is_noun() ||
      (word + 1 < sentence.size() && sentence.at(word + 1).is_capitalised()))
    return;
  sentence.hang(word, word - 1, Dependency::kCompound);
  here.note.part_of_speech = PartOfSpeech::kProperNoun;
}

/// "a rocket called Aster": the noun has that name.
void correct_called_so(AnnotatedSentence& sentence, int participle, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(participle);
  const int noun = here.note.head;
  if (!here.is(Dependency::kClauseOfNoun) || here.note.part_of_speech != PartOfSpeech::kParticiple ||
      !lexicon.naming_words.contains(here.lemma) || noun != participle - 1 || !sentence.at(noun).is_noun() ||
      sentence.at(noun).is_capitalised() || participle + 1 >= sentence.size() ||
      !sentence.at(participle + 1).is_capitalised())
    return;
  int last = participle + 1;
  while (last + 1 < sentence.size() && sentence.at(last + 1).is_capitalised()) ++last;
  const int name = sentence.top_within(last, participle + 1, last + 1);
  if (sentence.head_of(name) != participle) return;
  sentence.hang(name, noun, Dependency::kApposition);
}

/// "chief executive of Aster and chairman of Birch": a title goes with a title, and not with the name before
/// it.
void correct_title_joined_to_name(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(title);
  const int name = here.note.head;
  if (!here.is(Dependency::kConjunct) || name == kNoWord || name > title || here.is_capitalised() ||
      !lexicon.frames_by_title.contains(here.lemma) || !sentence.at(name).is_capitalised() ||
      sentence.child(title, Dependency::kDeterminer) != kNoWord ||
      sentence.child(title, Dependency::kApposition) != kNoWord)
    return;
  const int other = sentence.head_of(name);
  const bool is_same_kind = other != kNoWord && other < name && !sentence.at(other).is_capitalised() &&
                            lexicon.frames_by_title.contains(sentence.at(other).lemma) &&
                            sentence.preposition(name) == "of" && sentence.at(title + 1).lower == "of";
  if (is_same_kind) sentence.hang(title, other, Dependency::kConjunct);
}

/// "Two of the founders of Aster, Ann Lee and Carl Holm, left": the names are those of the two.
void correct_names_of_counted(AnnotatedSentence& sentence, int counted, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(counted);
  if (!here.is_subject() || counted + 1 >= sentence.size() || sentence.at(counted + 1).lower != "of") return;
  const bool counts =
      here.note.part_of_speech == PartOfSpeech::kNumeral || lexicon.numerals.contains(here.lower);
  if (!counts) return;
  int first = kNoWord;
  for (const int child : std::vector<int>(here.children)) {
    const Word& named = sentence.at(child);
    if (child < counted || !named.is(Dependency::kConjunct) || !named.is_capitalised()) continue;
    if (first == kNoWord && sentence.child(child, Dependency::kCoordination) != kNoWord) return;
    if (first == kNoWord) {
      first = child;
      sentence.hang(child, counted, Dependency::kApposition);
    } else {
      sentence.hang(child, first, Dependency::kConjunct);
    }
  }
}

/// "a rival in Oslo, Aster Cargo": the name after the comma is that of the noun, and not of the town.
void correct_name_after_town(AnnotatedSentence& sentence, int comma, const language::Lexicon& lexicon) {
  if (comma < 3 || !is_mark(sentence.at(comma), ",") || comma + 1 >= sentence.size() ||
      !sentence.at(comma - 1).is_capitalised() || !sentence.at(comma + 1).is_capitalised() ||
      (sentence.at(comma - 2).lower != "in" && sentence.at(comma - 2).lower != "from"))
    return;
  const int town = comma - 1;
  const int noun = sentence.head_of(town);
  int last = comma + 1;
  while (last + 1 < sentence.size() && sentence.at(last + 1).is_capitalised()) ++last;
  const int name = sentence.top_within(last, comma + 1, last + 1);
  const bool ends =
      last + 1 >= sentence.size() || sentence.at(last + 1).token.kind == text::TokenKind::kPunctuation;
  if (!ends || noun == kNoWord || noun > town || !sentence.at(town).is(Dependency::kNominalModifier) ||
      !sentence.at(name).is(Dependency::kApposition) || sentence.head_of(name) != town ||
      sentence.at(noun).is_capitalised() ||
      !(lexicon.descriptors.contains(sentence.at(noun).lemma) ||
        lexicon.frames_by_title.contains(sentence.at(noun).lemma)) ||
      sentence.child(noun, Dependency::kApposition) != kNoWord ||
      lexicon.countries.names.contains(sentence.at(name).lower))
    return;
  sentence.hang(name, noun, Dependency::kApposition);
}

/// "Aster of Spain, Morocco's Birch and Cedar": what is listed after a country that tells whence the first is
/// goes with the first.
void correct_list_after_country(AnnotatedSentence& sentence, int listed) {
  const Word& here = sentence.at(listed);
  const int country = here.note.head;
  const int first = country == kNoWord ? kNoWord : sentence.head_of(country);
  if (!here.is(Dependency::kConjunct) || first == kNoWord || first > country || country > listed ||
      !here.is_capitalised() || here.note.name == tagging::NameClass::kPlace ||
      sentence.at(country).note.name != tagging::NameClass::kPlace ||
      !sentence.at(country).is(Dependency::kNominalModifier) || sentence.preposition(country) != "of" ||
      !sentence.at(first).is_capitalised() || !sentence.at(first).is_noun())
    return;
  sentence.hang(listed, first, Dependency::kConjunct);
}

/// "owns the club Aster and a newspaper, the Birch Times": a name after a comma calls the description right
/// before that.
void correct_name_of_last_described(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int other = here.note.head;
  if (!here.is(Dependency::kApposition) || other == kNoWord || other > name || !here.is_capitalised()) return;
  int comma = name - 1;
  while (comma > other && sentence.head_of(comma) == name) --comma;
  if (comma <= other + 1 || !is_mark(sentence.at(comma), ",")) return;
  const int noun = comma - 1;
  const Word& described = sentence.at(noun);
  const int article = sentence.child(noun, Dependency::kDeterminer);
  if (!described.is(Dependency::kConjunct) || described.is_capitalised() || article == kNoWord ||
      lexicon.demonstratives.contains(sentence.at(article).lower) ||
      !lexicon.descriptors.contains(described.lemma))
    return;
  sentence.hang(name, noun, Dependency::kApposition);
}

/// "Aster Ventures and the retired cyclist Ann Lee": a name right after a noun that is joined to another name
/// is that of the noun, where a parser gives it to the other.
void correct_name_of_joined_noun(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int joined = here.note.head;
  const int first = noun + 1;
  if (!here.is(Dependency::kConjunct) || here.is_capitalised() || !here.is_noun() || joined == kNoWord ||
      joined > noun || here.note.number == language::Number::kPlural || first >= sentence.size() ||
      !sentence.at(first).is_capitalised())
    return;
  int last = first;
  while (last + 1 < sentence.size() && sentence.at(last + 1).is_capitalised()) ++last;
  const int name = sentence.top_within(last, first, last + 1);
  if (!sentence.at(name).is(Dependency::kApposition) || sentence.head_of(name) != joined) return;
  sentence.hang(name, noun, Dependency::kApposition);
  // "the agency Aster and the charity Birch": the two nouns are joined, each with its name
  const int described = sentence.head_of(joined);
  if (sentence.at(joined).is(Dependency::kApposition) && sentence.at(described).is_noun() &&
      !sentence.at(described).is_capitalised())
    sentence.hang(noun, described, Dependency::kConjunct);
}

/// "A, co-founder of B, former driver C and D": people are no firms that the first has founded; who is
/// listed after one goes with the first.
void correct_list_after_title(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(title);
  const int holder = here.note.head;
  if (!here.is(Dependency::kApposition) || holder == kNoWord || holder > title ||
      !sentence.at(holder).is_capitalised() || !lexicon.frames_by_title.contains(here.lemma))
    return;
  int named = sentence.child(title, Dependency::kNominalModifier);
  if (named == kNoWord || sentence.preposition(named) != "of") return;
  // "of the payments company Aster"
  const int own_name = sentence.child(named, Dependency::kApposition);
  if (!sentence.at(named).is_capitalised() && own_name > named) named = own_name;
  const auto is_person = [&](int name) {
    return std::ranges::any_of(sentence.at(name).children, [&](int child) {
      if (child > name || sentence.at(child).is_capitalised()) return false;
      const auto descriptor = lexicon.descriptors.find(sentence.at(child).lemma);
      return descriptor != lexicon.descriptors.end() && descriptor->second.kind == model::EntityKind::kPerson;
    });
  };
  bool goes_on = false;
  for (const int listed : std::vector<int>(sentence.at(named).children)) {
    if (!sentence.at(listed).is(Dependency::kConjunct) || listed < named) continue;
    goes_on = goes_on || is_person(listed);
    if (goes_on) sentence.hang(listed, holder, Dependency::kConjunct);
  }
}

/// "dismissed as pure fiction reports that Aster would buy Birch": a parser takes the reports for a verb.
void correct_reports_after_what_they_are(AnnotatedSentence& sentence, int reports,
                                         const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(reports)];
  const int verb = here.note.head;
  if (reports + 1 >= sentence.size() || sentence.at(reports + 1).lower != "that" ||
      !lexicon.report_nouns.contains(here.lemma) || verb == kNoWord || verb > reports ||
      !lexicon.refuting_verbs.contains(sentence.at(verb).lemma) || sentence.preposition(reports) != "as")
    return;
  const int preposition = sentence.child(reports, Dependency::kCase);
  int predicate = reports - 1;
  while (predicate > preposition && sentence.at(predicate).token.kind == text::TokenKind::kPunctuation)
    --predicate;
  if (predicate <= preposition || sentence.head_of(predicate) != reports) return;
  here.note.part_of_speech = PartOfSpeech::kNoun;
  sentence.hang(predicate, verb, Dependency::kOblique);
  sentence.hang(preposition, predicate, Dependency::kCase);
  sentence.hang(reports, verb, Dependency::kObject);
}

}  // namespace

void correct_english_appositions(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    correct_called_so(sentence, i, lexicon);
    correct_title_joined_to_name(sentence, i, lexicon);
    correct_name_after_town(sentence, i, lexicon);
    correct_names_of_counted(sentence, i, lexicon);
    correct_capital_after_name(sentence, i);
    correct_description_after_time(sentence, i, lexicon);
    correct_list_after_country(sentence, i);
    correct_name_of_last_described(sentence, i, lexicon);
    correct_name_of_joined_noun(sentence, i);
    correct_list_after_title(sentence, i, lexicon);
    correct_reports_after_what_they_are(sentence, i, lexicon);
  }
  correct_description_before_subject(sentence, lexicon);
}

}  // namespace whofunds::mentions
