#include <algorithm>
#include <vector>

#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// Whether a title of who heads something ends in the word at `last` and has the one at `first` before that:
/// "secretary general".
bool is_title_of_two(const AnnotatedSentence& sentence, int first, int last,
                     const language::Lexicon& lexicon) {
  const std::string& ending = sentence.at(last).lower;
  return lexicon.any_frame_of_title(ending, [&](const language::Frame& frame) {
    return frame.relation == model::Relation::kLeads &&
           std::ranges::any_of(frame.titles, [&](const language::Trigger& title) {
             return title.lemma == ending && !title.modifiers.empty() &&
                    title.modifiers.back() == sentence.at(first).lower;
           });
  });
}

/// "secretary-general of Aster": the title ends in its second word, and Aster is what it is of.
void correct_hyphenated_title(AnnotatedSentence& sentence, int first, const language::Lexicon& lexicon) {
  const int last = first + 2;
  if (last >= sentence.size() || sentence.at(first + 1).token.text != "-" ||
      sentence.at(last).token.space_before || !is_title_of_two(sentence, first, last, lexicon))
    return;
  const int of = last + 1;
  const int whose = of < sentence.size() && sentence.at(of).lower == "of" ? sentence.head_of(of) : kNoWord;
  const int top = sentence.is_under(last, first) ? first : last;
  // "named secretary-general of Aster", where a parser makes one noun of all
  const int noun = sentence.head_of(top);
  const bool is_within = whose != kNoWord && noun == whose && sentence.at(top).is(Dependency::kCompound);
  const int head = is_within ? sentence.head_of(whose) : noun;
  if (head == first || head == last) return;
  const Dependency dependency = sentence.at(is_within ? whose : top).note.dependency;
  sentence.hang(last, head, dependency);
  for (const int child : std::vector<int>(sentence.at(first).children)) {
    if (child != last) sentence.hang(child, last, sentence.at(child).note.dependency);
  }
  sentence.hang(first, last, Dependency::kCompound);
  if (is_within) sentence.hang(whose, last, Dependency::kNominalModifier);
  sentence.words[static_cast<std::size_t>(last)].note.part_of_speech = PartOfSpeech::kNoun;
}

/// "As managing director of Aster, Ann Lee earned $5m": what somebody is, which no clause tells.
void correct_title_after_as(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(title);
  if (!here.is(Dependency::kAdverbialClause) || !here.is_noun() || here.is_capitalised() ||
      !lexicon.frames_by_title.contains(here.lemma) ||
      sentence.child(title, Dependency::kSubject) != kNoWord ||
      sentence.child(title, Dependency::kCopula) != kNoWord)
    return;
  const int mark = sentence.child(title, Dependency::kMark);
  if (mark == kNoWord || !lexicon.capacity_prepositions.contains(sentence.at(mark).lower)) return;
  sentence.hang(mark, title, Dependency::kCase);
  sentence.words[static_cast<std::size_t>(mark)].note.part_of_speech = PartOfSpeech::kPreposition;
  sentence.hang(title, here.note.head, Dependency::kOblique);
}

/// "Rector Ann Lee of Aster University": what stands after the name of who heads it goes with the title.
void correct_owner_after_person(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(title);
  const int person = here.note.head;
  if (!here.is(Dependency::kCompound) || person <= title || !sentence.at(person).is_capitalised() ||
      sentence.at(person).note.name != tagging::NameClass::kPerson)
    return;
  if (!lexicon.has_title_of(here.lemma, model::Relation::kLeads)) return;
  for (const int child : std::vector<int>(sentence.at(person).children)) {
    const std::string_view preposition = sentence.preposition(child);
    if (child > person && sentence.at(child).is(Dependency::kNominalModifier) &&
        (preposition == "of" || preposition == "at"))
      sentence.hang(child, title, Dependency::kNominalModifier);
  }
}

/// "a loan from the founder, Ann Lee, saved Aster": the name between commas is that of the title before it.
void correct_name_of_title_before_comma(AnnotatedSentence& sentence, int title,
                                        const language::Lexicon& lexicon) {
  const int first = title + 2;
  if (first >= sentence.size() || sentence.at(title + 1).token.text != "," ||
      !sentence.at(first).is_capitalised() || sentence.at(title).is_capitalised() ||
      !sentence.at(title).is_noun() || sentence.at(title).note.number == language::Number::kPlural ||
      !lexicon.frames_by_title.contains(sentence.at(title).lemma) ||
      sentence.child(title, Dependency::kDeterminer) == kNoWord)
    return;
  int last = first;
  while (last + 1 < sentence.size() && sentence.at(last + 1).is_capitalised()) ++last;
  const int name = sentence.top_within(last, first, last + 1);
  const int noun = sentence.head_of(title);
  if (last + 1 < sentence.size() && sentence.at(last + 1).token.text == "," && noun != kNoWord &&
      noun < title && sentence.at(title).is(Dependency::kNominalModifier) && sentence.head_of(name) == noun &&
      sentence.at(name).is(Dependency::kApposition))
    sentence.hang(name, title, Dependency::kApposition);
}

/// "Ann Lee's start-up, Aster, makes ships": a name between commas is that of the noun before them, where a
/// parser hangs it on the verb after them.
void correct_name_between_commas(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const int first = noun + 2;
  const Word& here = sentence.at(noun);
  if (first >= sentence.size() || sentence.at(noun + 1).token.text != "," ||
      !sentence.at(first).is_capitalised() || here.is_capitalised() || !here.is_noun() ||
      !(lexicon.descriptors.contains(here.lemma) || lexicon.frames_by_title.contains(here.lemma)) ||
      (sentence.child(noun, Dependency::kPossessor) == kNoWord &&
       sentence.child(noun, Dependency::kDeterminer) == kNoWord))
    return;
  int last = first;
  while (last + 1 < sentence.size() && sentence.at(last + 1).is_capitalised()) ++last;
  const int name = sentence.top_within(last, first, last + 1);
  const int verb = sentence.head_of(name);
  if (last + 1 < sentence.size() && sentence.at(last + 1).token.text == "," && verb > last &&
      sentence.at(verb).is_verb() && sentence.at(name).is(Dependency::kAdverbModifier) &&
      sentence.head_of(noun) == verb && !lexicon.months.contains(sentence.at(name).lower))
    sentence.hang(name, noun, Dependency::kApposition);
}

/// "Aster, the lender Birch and the utility Cedar have": what describes the second of a list is nothing that
/// the first is.
void correct_described_in_list(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const int first = here.note.head;
  if (!here.is(Dependency::kApposition) || !here.is_noun() || here.is_capitalised() || first == kNoWord ||
      first > noun || !sentence.at(first).is_capitalised() || !lexicon.descriptors.contains(here.lemma) ||
      sentence.child(noun, Dependency::kDeterminer) == kNoWord)
    return;
  const int name = sentence.child(noun, Dependency::kApposition);
  int last = noun + 1;
  while (last + 1 < sentence.size() && sentence.at(last + 1).is_capitalised()) ++last;
  const bool is_named = name > noun && name <= last && sentence.at(noun + 1).is_capitalised();
  const bool goes_on = last + 2 < sentence.size() && sentence.at(last + 1).is(Dependency::kCoordination) &&
                       sentence.is_under(sentence.head_of(last + 1), noun);
  const int verb = sentence.head_of(first);
  const bool are_many = verb != kNoWord && std::ranges::any_of(sentence.at(verb).children, [&](int child) {
                          return child > last && lexicon.plural_verbs.contains(sentence.at(child).lower);
                        });
  if (is_named && goes_on && are_many) sentence.hang(noun, first, Dependency::kConjunct);
}

}  // namespace

void correct_english_titles(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    correct_hyphenated_title(sentence, i, lexicon);
    correct_title_after_as(sentence, i, lexicon);
    correct_owner_after_person(sentence, i, lexicon);
    correct_name_of_title_before_comma(sentence, i, lexicon);
    correct_name_between_commas(sentence, i, lexicon);
    correct_described_in_list(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
