#include "whofunds/mentions/holder_corrections.hpp"

#include <vector>

#include "whofunds/mentions/complement_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// The words [first, last) between two marks that end a clause.
struct Span {
  int first = 0;
  int last = 0;
};

bool ends_span(const AnnotatedSentence& sentence, int i) {
  const std::string_view text = sentence.at(i).token.text;
  if (text == "," || text == ";" || text == ":" || text == "." || text == "(" || text == ")") return true;
  // "60% у А и 40% у Б", but "у А и Б по 50%"
  return sentence.at(i).is(Dependency::kCoordination) && i + 1 < sentence.size() &&
         (sentence.at(i + 1).lower == "у" || sentence.at(i + 1).token.kind == text::TokenKind::kNumber);
}

bool is_share(const Word& word, const language::Lexicon& lexicon) {
  return lexicon.percent_words.contains(word.lemma) || in(lexicon.rest_words, word);
}

/// The first preposition of the span that is `wanted`; kNoWord if it has none.
int find_preposition(const AnnotatedSentence& sentence, const Span& span, std::string_view wanted) {
  for (int i = span.first; i < span.last; ++i) {
    if (sentence.at(i).lower == wanted && !sentence.at(i).is_noun()) return i;
  }
  return kNoWord;
}

/// The noun that a preposition stands before: the first one in its case. "у первого 60%": or what stands for
/// one.
int noun_after(const AnnotatedSentence& sentence, const Span& span, int preposition, Case stands_in,
               const language::Lexicon& lexicon) {
  const Word& first = sentence.at(preposition + 1);
  const bool counts_pair = is_of_pair(first, lexicon);
  if (counts_pair && !sentence.at(preposition + 2).is_noun() && preposition + 1 < span.last)
    return preposition + 1;
  constexpr int kFarthest = 6;
  for (int i = preposition + 1; i < span.last && i <= preposition + kFarthest; ++i) {
    const Word& here = sentence.at(i);
    if (i > preposition + 1 && here.note.part_of_speech == PartOfSpeech::kPreposition) return kNoWord;
    if (here.is_noun() &&
        (here.note.grammatical_case == stands_in || here.token.script == text::Script::kLatin))
      return i;
  }
  return kNoWord;
}

void hang_with(AnnotatedSentence& sentence, int noun, int preposition, int share) {
  sentence.hang(noun, share, Dependency::kNominalModifier);
  if (sentence.head_of(preposition) != noun) sentence.hang(preposition, noun, Dependency::kCase);
}

/// Whether a word can be what a share is in: a name, or a word that says what kind of firm it is.
bool may_have_shares(const AnnotatedSentence& sentence, int preposition, int noun,
                     const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  return here.is_capitalised() || is_mark(sentence.at(preposition + 1), "«") ||
         lexicon.descriptors.contains(here.lemma) || lexicon.stake_nouns.contains(here.lemma);
}

/// The last verb before a word; kNoWord if there is none.
int last_verb_before(const AnnotatedSentence& sentence, int word) {
  while (--word >= 0 && sentence.at(word).note.part_of_speech != PartOfSpeech::kVerb) {
  }
  return word;
}

void correct_span(AnnotatedSentence& sentence, const Span& span, const language::Lexicon& lexicon) {
  int share = kNoWord;
  for (int i = span.first; i < span.last; ++i) {
    if (sentence.at(i).is_verb()) return;
    if (!is_share(sentence.at(i), lexicon)) continue;
    if (share != kNoWord) return;
    share = i;
  }
  const int holding = share == kNoWord ? kNoWord : find_preposition(sentence, span, "у");
  const int holder =
      holding == kNoWord ? kNoWord : noun_after(sentence, span, holding, Case::kGenitive, lexicon);
  if (holder == kNoWord) return;
  sentence.hang(share, kNoWord, Dependency::kRoot);
  hang_with(sentence, holder, holding, share);
  // "Структура капитала: 60% – у А": what stands before is nothing of the holder, nor of the shares
  for (int word = span.first; word < span.last; ++word) {
    for (const int child : std::vector<int>(sentence.at(word).children)) {
      if (child >= span.first) continue;
      const int verb = last_verb_before(sentence, span.first);
      sentence.hang(child, verb == kNoWord ? share : verb,
                    verb == kNoWord ? sentence.at(child).note.dependency : Dependency::kOblique);
    }
  }
  const int within = find_preposition(sentence, span, "в");
  const int firm =
      within == kNoWord ? kNoWord : noun_after(sentence, span, within, Case::kPrepositional, lexicon);
  if (firm == kNoWord || firm == holder || !may_have_shares(sentence, within, firm, lexicon)) return;
  hang_with(sentence, firm, within, share);
}

}  // namespace

void correct_holders(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  Span span;
  for (int i = 0; i <= sentence.size(); ++i) {
    if (i < sentence.size() && !ends_span(sentence, i)) continue;
    span.last = i;
    if (span.last - span.first > 2) correct_span(sentence, span, lexicon);
    span.first = i + 1;
  }
}

}  // namespace whofunds::mentions
