#include "whofunds/mentions/annotated_sentence.hpp"

#include <algorithm>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "whofunds/language/plain_letters.hpp"
#include "whofunds/mentions/compound_words.hpp"
#include "whofunds/mentions/headline.hpp"
#include "whofunds/mentions/tagger_text.hpp"
#include "whofunds/mentions/tree_corrections.hpp"
#include "whofunds/mentions/word_readings.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

std::string lower_case(std::string_view text) {
  std::string result;
  if (language::lower_plainly(text, result)) return result;
  result.clear();
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())))
      .toLower(icu::Locale::getRoot())
      .toUTF8String(result);
  return result;
}

}  // namespace

bool Word::is_verb() const {
  return is_verbal(note.part_of_speech);
}
bool Word::is_subject() const {
  return is(Dependency::kSubject) || is(Dependency::kPassiveSubject);
}

bool Word::is_noun() const {
  return is_nominal(note.part_of_speech);
}

int AnnotatedSentence::child(int word, Dependency dependency) const {
  for (const int child : at(word).children) {
    if (at(child).is(dependency)) return child;
  }
  return kNoWord;
}

const Word& nothing() {
  static const Word none{.note = {.head = kNoWord}};
  return none;
}

void AnnotatedSentence::hang(int word, int head, Dependency dependency) {
  if (head == word || word == kNoWord) return;
  // No rings: where the head hangs below the word, it takes the word's place first.
  if (head != kNoWord && is_under(head, word)) {
    const tagging::Annotation& note = at(word).note;
    hang(head, note.head, note.dependency);
  }
  Word& moved = words[static_cast<std::size_t>(word)];
  if (moved.note.head != kNoWord) std::erase(words[static_cast<std::size_t>(moved.note.head)].children, word);
  moved.note.head = head;
  moved.note.dependency = dependency;
  if (head == kNoWord) return;
  std::vector<int>& children = words[static_cast<std::size_t>(head)].children;
  children.insert(std::ranges::upper_bound(children, word), word);
}

std::string_view AnnotatedSentence::preposition(int word) const {
  const int found = child(word, Dependency::kCase);
  return found == kNoWord ? std::string_view() : std::string_view(at(found).lower);
}

bool AnnotatedSentence::has_subject(int verb) const {
  return child(verb, Dependency::kSubject) != kNoWord || child(verb, Dependency::kPassiveSubject) != kNoWord;
}

int AnnotatedSentence::top_within(int word, int first, int last) const {
  while (head_of(word) >= first && head_of(word) < last) word = head_of(word);
  return word;
}

int AnnotatedSentence::head_of_name_ending(int last) const {
  int first = last;
  while (first > 0 && at(first - 1).is_capitalised()) --first;
  return top_within(last, first, last + 1);
}

bool AnnotatedSentence::is_under(int word, int ancestor) const {
  // The tree is no deeper than the sentence is long.
  for (int steps = 0; word != kNoWord && steps <= size(); ++steps) {
    if (word == ancestor) return true;
    word = head_of(word);
  }
  return false;
}

namespace {

/// The ends of the parts that semicolons cut a sentence into, outside of quotes and brackets. Parts of a word
/// or two are items of a list and stay where they are.
std::vector<std::size_t> ends_of_parts(std::span<const text::Token> tokens) {
  constexpr std::size_t kShortest = 4;
  std::vector<std::size_t> ends;
  int depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view mark = tokens[i].text;
    if (mark == "(" || mark == "«" || mark == "“") ++depth;
    if (mark == ")" || mark == "»" || mark == "”") --depth;
    const std::size_t begin = ends.empty() ? 0 : ends.back();
    if (mark == ";" && depth == 0 && i - begin >= kShortest && tokens.size() - i > kShortest)
      ends.push_back(i + 1);
  }
  ends.push_back(tokens.size());
  return ends;
}

/// Annotates a sentence, what semicolons part each for itself: parsers take words of the one for arguments of
/// the other.
void annotate_by_parts(const tagging::Tagger& tagger, std::span<const text::Token> tokens,
                       std::span<tagging::Annotation> notes) {
  std::size_t begin = 0;
  std::int32_t first_root = kNoWord;
  for (const std::size_t end : ends_of_parts(tokens)) {
    const std::span<tagging::Annotation> part = notes.subspan(begin, end - begin);
    tagger.annotate(tokens.subspan(begin, end - begin), part);
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (part[i].head >= 0) {
        part[i].head += static_cast<std::int32_t>(begin);
      } else if (first_root == kNoWord) {
        first_root = static_cast<std::int32_t>(begin + i);
      } else {
        part[i].head = first_root;
        part[i].dependency = Dependency::kParataxis;
      }
    }
    begin = end;
  }
}

/// What a tagger says of the tokens, where it is shown them as it knows them.
std::vector<tagging::Annotation> annotate_tokens(std::span<const text::Token> tokens,
                                                 const tagging::Tagger& tagger,
                                                 const language::Morphology& morphology,
                                                 const language::Lexicon& lexicon) {
  const Headline headline(tokens, lexicon, morphology);
  const Asides asides(headline.tokens(), lexicon, morphology);
  const std::vector<text::Token> without =
      asides.empty() ? std::vector<text::Token>() : asides.without(headline.tokens());
  TaggerText shown(asides.empty() ? headline.tokens() : std::span<const text::Token>(without), lexicon);
  std::vector<tagging::Annotation> notes(shown.tokens().size());
  annotate_by_parts(tagger, shown.tokens(), notes);
  if (shown.doubts(notes, morphology)) annotate_by_parts(tagger, shown.tokens(), notes);
  return asides.empty() ? notes : asides.spread(notes);
}

}  // namespace

AnnotatedSentence annotate(std::span<const text::Token> given, const tagging::Tagger& tagger,
                           const language::Morphology& morphology, const language::Lexicon& lexicon) {
  const std::vector<text::Token> joined = join_compounds(given, lexicon);
  const std::span<const text::Token> tokens = joined.empty() ? given : joined;
  const std::vector<tagging::Annotation> notes = annotate_tokens(tokens, tagger, morphology, lexicon);

  AnnotatedSentence sentence;
  sentence.words.reserve(tokens.size());
  std::vector<language::Analysis> readings;
  std::vector<bool> unknown(tokens.size(), false);
  const std::vector<std::string_view> marks =
      lexicon.inflected ? guillemets(tokens) : std::vector<std::string_view>();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Word word{.token = tokens[i], .note = notes[i], .lower = lower_case(tokens[i].text)};
    if (!marks.empty() && !marks[i].empty()) word.lower = marks[i];
    morphology.analyze(word.token.text, readings);
    const language::Analysis* const reading = best_reading(readings, word.note);
    unknown[i] = reading != nullptr && reading->guessed && word.token.script == text::Script::kLatin;
    word.lemma = reading != nullptr ? reading->lemma : word.lower;
    if (reading != nullptr) correct_verbal(word, readings, *reading);
    if (reading != nullptr && lexicon.inflected) correct_case(word, readings, *reading);
    const bool opens = i == 0 && tokens.size() > 1 && notes[1].name == tagging::NameClass::kNone;
    if (opens && lexicon.inflected)
      correct_opening_participle(word, readings, notes[1].part_of_speech == PartOfSpeech::kPreposition);
    if (lexicon.inflected) {
      correct_compound(word, morphology, lexicon);
      correct_case_of_compound(word, morphology);
    }
    if (lexicon.inflected && reading != nullptr && reading->guessed)
      correct_closed_compound(word, morphology, lexicon);
    // What is not past of a perfective verb is future, which taggers call present.
    if (reading != nullptr && word.is_verb() && reading->tense == language::Tense::kFuture &&
        word.note.tense != language::Tense::kPast && !has_perfective(word, lexicon))
      word.note.tense = reading->tense;
    sentence.words.push_back(std::move(word));
  }
  for (int i = 0; i < sentence.size(); ++i) {
    const int head = sentence.head_of(i);
    if (head != kNoWord) sentence.words[static_cast<std::size_t>(head)].children.push_back(i);
  }
  for (int i = 0; i < sentence.size(); ++i) correct_name(sentence, i, unknown[static_cast<std::size_t>(i)]);
  correct_tree(sentence, lexicon);
  if (!lexicon.inflected) correct_english_tree(sentence, lexicon);
  return sentence;
}

}  // namespace whofunds::mentions
