#include <algorithm>
#include <vector>

#include "whofunds/mentions/apposition_corrections.hpp"
#include "whofunds/mentions/complement_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// The word before a name, its opening mark and the adjectives between them; kNoWord if there is none.
int noun_before_name(const AnnotatedSentence& sentence, int name) {
  int before = name - 1;
  while (before >= 0 && (is_mark(sentence.at(before), "«") ||
                         (sentence.head_of(before) == name &&
                          sentence.at(before).note.part_of_speech == PartOfSpeech::kAdjective)))
    --before;
  return before >= 0 && sentence.at(before).is_noun() && !sentence.is_under(before, name) ? before : kNoWord;
}

/// Of the nouns of a phrase that ends with `last` the one that says what is named: "производителя" of
/// "производителя станков"; `last` where none does after the word `border`.
int described_noun(const AnnotatedSentence& sentence, int last, int border,
                   const language::Lexicon& lexicon) {
  int noun = last;
  while (noun > border && !lexicon.descriptors.contains(sentence.at(noun).lemma)) {
    if (!sentence.at(noun).is(Dependency::kNominalModifier)) return last;
    noun = sentence.head_of(noun);
  }
  return noun > border ? noun : last;
}

/// "по данным «А», вложил в ресторан «Б»", "«А» инвестировал в производителя станков «Б»": nor does it beyond
/// a comma or from before a verb, where a noun stands right before it.
void hang_on_noun_before(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const int last = noun_before_name(sentence, name);
  if (last == kNoWord || last == sentence.head_of(name)) return;
  int noun = described_noun(sentence, last, sentence.head_of(name), lexicon);
  if (sentence.is_under(noun, name)) noun = last;
  const bool is_whose = sentence.at(name).note.grammatical_case == Case::kGenitive;
  const auto descriptor = lexicon.descriptors.find(sentence.at(noun).lemma);
  const bool is_free = sentence.child(noun, Dependency::kApposition) == kNoWord &&
                       is_plain_description(sentence.at(noun), lexicon) &&
                       descriptor->second.kind != model::EntityKind::kPerson;
  if (is_free)
    sentence.hang(name, noun, Dependency::kApposition);
  else if (is_whose && !sentence.at(noun).is_capitalised() && !sentence.at(noun).note.animate)
    sentence.hang(name, noun, Dependency::kNominalModifier);
}

/// "Фонд «А» и турецкая Yildiz финансируют порт «Б»", "Инвесторы — польский Growth и «А» — вложили": a name
/// before a verb is joined to the subject that it follows.
bool joins_subject(AnnotatedSentence& sentence, int name, int verb) {
  const int subject = sentence.child(verb, Dependency::kSubject);
  const int link = sentence.child(name, Dependency::kCoordination);
  if (subject == kNoWord || subject > name || sentence.is_under(subject, name)) return false;
  if (link != kNoWord && link > subject && link < name) {
    sentence.hang(name, subject, Dependency::kConjunct);
    return true;
  }
  int before = name - 1;
  while (before > subject && sentence.head_of(before) == name) --before;
  const bool follows_dash = is_long_dash(sentence.at(before));
  if (before != subject + 1 || !follows_dash || sentence.at(subject).note.number != language::Number::kPlural)
    return false;
  sentence.hang(name, subject, Dependency::kApposition);
  return true;
}

}  // namespace

void correct_verb_taken_for_adjective(AnnotatedSentence& sentence, int index,
                                      const language::Lexicon& lexicon) {
  using language::Gender;
  Word& word = sentence.words[static_cast<std::size_t>(index)];
  const bool is_past = word.lower.ends_with("л") || word.lower.ends_with("ла") ||
                       word.lower.ends_with("ло") || word.lower.ends_with("ли");
  if (word.note.part_of_speech != PartOfSpeech::kAdjective || word.is_capitalised() || !is_past ||
      !word.lemma.ends_with("ть") || !lexicon.frames_by_verb.contains(word.lemma))
    return;
  const bool is_plural = word.lower.ends_with("ли");
  word.note.part_of_speech = PartOfSpeech::kVerb;
  word.note.tense = language::Tense::kPast;
  word.note.grammatical_case = Case::kNone;
  word.note.number = is_plural ? language::Number::kPlural : language::Number::kSingular;
  word.note.gender = is_plural                    ? Gender::kNone
                     : word.lower.ends_with("л")  ? Gender::kMasculine
                     : word.lower.ends_with("ла") ? Gender::kFeminine
                                                  : Gender::kNeuter;
  for (const int child : std::vector<int>(word.children)) {
    if (child < index || !sentence.at(child).is(Dependency::kNominalModifier)) continue;
    sentence.hang(child, index,
                  sentence.preposition(child).empty() ? Dependency::kObject : Dependency::kOblique);
  }
}

void correct_apposition_beyond_verb(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int head = here.note.head;
  if (!here.is(Dependency::kApposition) || !here.is_capitalised() || head == kNoWord) return;
  if (head <= name) {
    const int noun = noun_before_name(sentence, name);
    if (noun == kNoWord || noun < head) return;
    const auto first = sentence.words.begin() + head;
    const auto last = sentence.words.begin() + noun;
    const bool passes_verb = std::any_of(
        first, last, [](const Word& word) { return word.note.part_of_speech == PartOfSpeech::kVerb; });
    // "продал «дочку» компании «А» холдингу «Б»": of two names each has the noun before it
    const bool passes_name = std::any_of(first, last, [](const Word& word) { return is_mark(word, "»"); });
    if (passes_verb || (passes_name && noun != head)) hang_on_noun_before(sentence, name, lexicon);
    return;
  }
  // "который учредила УК «А», выступил фонд «Б»": a name in quotes right after a form of firms is its name
  const bool is_of_form = name > 1 && is_mark(sentence.at(name - 1), "«") &&
                          sentence.at(name - 2).is_noun() && sentence.at(name - 2).token.all_capitals &&
                          !sentence.is_under(name - 2, name);
  if (is_of_form) return sentence.hang(name, name - 2, Dependency::kApposition);
  for (int verb = name + 1; verb < head; ++verb) {
    const Word& word = sentence.at(verb);
    if (is_mark(word, ",")) return hang_on_noun_before(sentence, name, lexicon);
    if (word.note.part_of_speech != PartOfSpeech::kVerb) continue;
    const bool has_subject = sentence.has_subject(verb);
    if (joins_subject(sentence, name, verb)) return;
    if (!has_subject && !sentence.is_under(verb, name)) sentence.hang(name, verb, Dependency::kSubject);
    // "со ссылкой на портал Aster пишет издание": what does it has been told; the name is that of the thing
    // before it.
    int noun = name > 0 && is_mark(sentence.at(name - 1), "«") ? name - 2 : name - 1;
    // "к проекту ВСМ «Север» присоединился банк": of the thing, and not of whose it is
    if (noun > 0 && sentence.at(noun).is(Dependency::kNominalModifier) && sentence.head_of(noun) == noun - 1)
      --noun;
    if (has_subject && noun >= 0 && is_plain_description(sentence.at(noun), lexicon) &&
        !sentence.is_under(noun, name))
      sentence.hang(name, noun, Dependency::kApposition);
    return;
  }
}

void correct_names_after_colon(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  int mark = name - 1;
  if (mark > 0 && is_mark(sentence.at(mark), "«")) --mark;
  if (mark < 1 || !here.is_capitalised() || !here.is(Dependency::kParataxis)) return;
  const int noun = mark - 1;
  const Word& before = sentence.at(noun);
  // "купить могут два игрока — А и Б"
  const bool is_counted = before.is_noun() && before.note.grammatical_case == Case::kGenitive &&
                          sentence.child(noun, Dependency::kNumericModifier) != kNoWord;
  const bool is_dash = is_long_dash(sentence.at(mark));
  if (!is_mark(sentence.at(mark), ":") && !(is_dash && is_counted)) return;
  // "вложились трое: А, Б и В"
  const bool counts = lexicon.numerals.contains(before.lemma) || lexicon.numerals.contains(before.lower);
  const bool sums_up = counts || is_counted ||
                       (before.is_noun() && before.note.number == language::Number::kPlural &&
                        lexicon.descriptors.contains(before.lemma));
  if (sums_up && !sentence.is_under(noun, name)) sentence.hang(name, noun, Dependency::kApposition);
}

}  // namespace whofunds::mentions
