#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/russian_list_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "стартапы", "два стартапа", "14 компаний": things of a sort that may have names.
bool are_many(const AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const bool is_described =
      lexicon.descriptors.contains(here.lemma) || lexicon.frames_by_title.contains(here.lemma);
  const bool is_many = here.note.number == language::Number::kPlural ||
                       sentence.child(noun, Dependency::kNumericModifier) != kNoWord;
  return here.is_noun() && !here.is_capitalised() && is_described && is_many;
}

/// The noun for many things whose phrase ends before the mark at `mark`: "стартапа" of "в два стартапа из
/// Омска:"; kNoWord if there is none.
int many_before(const AnnotatedSentence& sentence, int mark, const language::Lexicon& lexicon) {
  for (int i = mark - 1; i >= 0; --i) {
    const Word& word = sentence.at(i);
    if (are_many(sentence, i, lexicon)) return i;
    const bool is_of_phrase = word.is_noun() || word.note.part_of_speech == PartOfSpeech::kAdjective ||
                              word.note.part_of_speech == PartOfSpeech::kPreposition ||
                              word.token.kind == text::TokenKind::kNumber || is_mark(word, "«") ||
                              is_mark(word, "»");
    if (!is_of_phrase || word.is_verb()) return kNoWord;
  }
  return kNoWord;
}

bool has_finite_verb(const AnnotatedSentence& sentence, int first, int last) {
  for (int i = first; i < last; ++i) {
    if (sentence.at(i).note.part_of_speech == PartOfSpeech::kVerb) return true;
  }
  return false;
}

/// "в два стартапа": a noun that a number puts in the genitive after a preposition that never has one is in
/// the accusative.
void correct_case_of_counted(AnnotatedSentence& sentence, int noun) {
  constexpr std::array<std::string_view, 4> kWithAccusative{"в", "во", "на", "за"};
  const bool is_accusative =
      std::ranges::find(kWithAccusative, sentence.preposition(noun)) != kWithAccusative.end();
  if (is_accusative && sentence.at(noun).note.grammatical_case == language::Case::kGenitive)
    sentence.words[static_cast<std::size_t>(noun)].note.grammatical_case = language::Case::kAccusative;
}

/// Where the words end that begin a list of some of many at `first`: "среди которых —", "включая"; `first`
/// where there are none.
int end_of_opener(const AnnotatedSentence& sentence, int first, const language::Lexicon& lexicon) {
  constexpr int kLongest = 3;
  const std::string& opening = sentence.at(first).lower;
  if (!lexicon.list_openers.may_begin_phrase(opening))
    return lexicon.list_openers.contains(opening) ? first + 1 : first;
  int end = first;
  std::string phrase;
  for (int i = first; i < sentence.size() && i < first + kLongest; ++i) {
    if (i > first) phrase.append(" ");
    phrase.append(sentence.at(i).lower);
    if (lexicon.list_openers.contains(phrase)) end = i + 1;
  }
  return end;
}

/// The first item of a list that begins at `first`: a name, or the noun that describes it ("завод «А»"); its
/// quotes, adjectives and the preposition before it do not count. kNoWord if there is none.
int first_item(const AnnotatedSentence& sentence, int first, const language::Lexicon& lexicon) {
  for (int i = first; i < sentence.size(); ++i) {
    const Word& word = sentence.at(i);
    if (is_mark(word, "«")) return head_in_quotes(sentence, i);
    const bool is_before = word.note.part_of_speech == PartOfSpeech::kPreposition ||
                           (word.note.part_of_speech == PartOfSpeech::kAdjective && !word.is_capitalised());
    if (is_before) continue;
    if (word.is_capitalised()) return i;
    if (!is_plain_description(word, lexicon)) return kNoWord;
    // "производителя протезов «А»": what a firm makes stands between
    constexpr int kLongest = 4;
    int name = i + 1;
    while (name < sentence.size() && name < i + kLongest && !sentence.at(name).is_capitalised() &&
           (sentence.at(name).is_noun() || sentence.at(name).note.part_of_speech == PartOfSpeech::kAdjective))
      ++name;
    const bool is_named =
        name < sentence.size() && (is_mark(sentence.at(name), "«") || sentence.at(name).is_capitalised());
    return is_named ? i : kNoWord;
  }
  return kNoWord;
}

/// The comma or "и" after the item at `item`, outside quotes; kNoWord where a verb or another mark ends the
/// list before.
int separator_after(const AnnotatedSentence& sentence, int item) {
  bool is_quoted = is_mark(sentence.at(item - 1), "«");
  for (int i = item + 1; i < sentence.size(); ++i) {
    const Word& word = sentence.at(i);
    if (is_mark(word, "«")) is_quoted = true;
    if (is_mark(word, "»")) is_quoted = false;
    if (is_quoted) continue;
    if (is_mark(word, ",") || word.lower == "и") return i;
    const bool goes_on = word.is_noun() || word.is_capitalised() || is_mark(word, "»") ||
                         word.note.part_of_speech == PartOfSpeech::kAdjective;
    if (!goes_on) return kNoWord;
  }
  return kNoWord;
}

/// "две компании: сервис «А», школу Volta и сеть «Б»": the items after the first of those that a noun sums
/// up.
void correct_items_of_many(AnnotatedSentence& sentence, int first, const language::Lexicon& lexicon) {
  int item = first;
  for (int mark = separator_after(sentence, item); mark != kNoWord; mark = separator_after(sentence, item)) {
    const int next = first_item(sentence, mark + 1, lexicon);
    if (next == kNoWord) return;
    const int head = sentence.head_of(next);
    const bool acts = head > next && sentence.at(head).note.part_of_speech == PartOfSpeech::kVerb;
    if (acts || sentence.is_under(first, next)) return;
    sentence.hang(next, first, Dependency::kConjunct);
    // "онлайн-школу Volta", where a parser takes the name for an object
    const int name = sentence.child(next, Dependency::kObject);
    if (name == next + 1 && sentence.at(name).is_capitalised())
      sentence.hang(name, next, Dependency::kApposition);
    item = next;
    if (sentence.at(mark).lower == "и") return;
  }
}

}  // namespace

void correct_lists_of_many(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int mark = 1; mark + 1 < sentence.size(); ++mark) {
    const bool is_comma = is_mark(sentence.at(mark), ",");
    const bool introduces = is_mark(sentence.at(mark), ":") || is_dash(sentence.at(mark));
    if (!is_comma && !introduces) continue;
    int begin = end_of_opener(sentence, mark + 1, lexicon);
    if (is_comma && begin == mark + 1) continue;
    if (begin < sentence.size() && begin > mark + 1 &&
        (is_dash(sentence.at(begin)) || is_mark(sentence.at(begin), ":")))
      ++begin;
    const int many = many_before(sentence, mark, lexicon);
    const int item = many == kNoWord ? kNoWord : first_item(sentence, begin, lexicon);
    if (item == kNoWord) continue;
    // "Среди владельцев трёх заводов — «А»": what it is said of many that they are
    if (introduces && !has_finite_verb(sentence, 0, many)) continue;
    const int head = sentence.head_of(item);
    // "купил три завода: «А» переедет"
    const bool acts = head > item && sentence.at(item).is_subject() &&
                      sentence.at(head).note.part_of_speech == PartOfSpeech::kVerb;
    if (acts || sentence.is_under(many, item)) continue;
    sentence.hang(item, many, Dependency::kApposition);
    if (introduces) correct_items_of_many(sentence, item, lexicon);
    correct_case_of_counted(sentence, many);
    sentence.words[static_cast<std::size_t>(many)].note.number = language::Number::kPlural;
  }
}

}  // namespace whofunds::mentions
