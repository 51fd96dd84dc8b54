#include "whofunds/mentions/heading_corrections.hpp"

#include "whofunds/mentions/marks.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// The noun that "на 3 млн руб." stands right after, where those words end before `end`; kNoWord where no
/// such words do.
int noun_with_sum_before(const AnnotatedSentence& sentence, int end, const language::Lexicon& lexicon) {
  int first = end;
  bool has_currency = false;
  for (; first > 0; --first) {
    const Word& before = sentence.at(first - 1);
    const bool is_currency = lexicon.currencies.contains(before.lemma);
    has_currency |= is_currency;
    if (!is_currency && before.token.kind != text::TokenKind::kNumber &&
        !lexicon.scales.contains(before.lower) && !lexicon.sum_nouns.contains(before.lemma) &&
        !is_mark(before, "."))
      break;
  }
  const int link = first - 1;
  const bool is_of_noun = has_currency && link > 0 &&
                          sentence.at(link).note.part_of_speech == PartOfSpeech::kPreposition &&
                          sentence.at(link - 1).is_noun();
  return is_of_noun ? link - 1 : kNoWord;
}

/// The noun or name right before `end`; kNoWord where another word stands there.
int noun_right_before(const AnnotatedSentence& sentence, int end) {
  int headed = end - 1;
  if (headed >= 0 && is_mark(sentence.at(headed), "»")) --headed;
  if (headed < 0 || !sentence.at(headed).is_noun()) return kNoWord;
  // of a name the first word is its head
  while (sentence.head_of(headed) != kNoWord && sentence.head_of(headed) < headed &&
         (sentence.at(headed).is(Dependency::kFlat) || sentence.at(headed).is(Dependency::kApposition)))
    headed = sentence.head_of(headed);
  return headed;
}

}  // namespace

void correct_heading_phrase(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  if (noun < 2 || noun + 2 >= sentence.size() || !lexicon.heading_nouns.contains(sentence.at(noun).lemma) ||
      sentence.at(noun - 1).note.part_of_speech != PartOfSpeech::kPreposition)
    return;
  const std::string& link = sentence.at(noun + 1).lower;
  const int party = sentence.head_of(noun + 1);
  if ((link != "с" && link != "со") || party <= noun) return;
  int headed = noun_with_sum_before(sentence, noun - 1, lexicon);
  if (headed == kNoWord && sentence.at(noun).is(Dependency::kFixed) &&
      sentence.at(noun - 1).is(Dependency::kCase))
    headed = noun_right_before(sentence, noun - 1);
  if (headed == kNoWord || sentence.is_under(headed, noun)) return;
  sentence.hang(noun, headed, Dependency::kNominalModifier);
  sentence.hang(noun - 1, noun, Dependency::kCase);
  sentence.hang(party, noun, Dependency::kNominalModifier);
}

}  // namespace whofunds::mentions
