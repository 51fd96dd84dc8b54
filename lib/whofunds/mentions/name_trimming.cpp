#include <algorithm>
#include <array>
#include <string_view>

#include "whofunds/mentions/name_finder.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using text::TokenKind;

/// Drops articles, titles, descriptions and quotes at the ends.
void NameFinder::trim(int& first, int& last) const {
  for (int i = first; i + 1 < last; ++i) {
    if (is_opening_quote(word(i).token.text)) {
      // A description and then the name in quotes: the name alone.
      if (i > first && !word(first).is_capitalised()) first = i + 1;
    }
  }
  // "Lumivar for the treatment of asthma": what it is for, which has no capital
  for (int i = first + 1; !lexicon_.inflected && i < last; ++i) {
    const bool is_plain =
        word(i).lower == "for" && std::none_of(sentence_.words.begin() + i, sentence_.words.begin() + last,
                                               [](const Word& after) { return after.is_capitalised(); });
    if (is_plain) last = i;
  }
  // "Brazilian retailer Aster": what describes the name in small letters ends before it.
  for (int i = first + 1; !lexicon_.inflected && i + 1 < last; ++i) {
    if (!word(i).is_capitalised() && word(i + 1).is_capitalised() &&
        lexicon_.descriptors.contains(word(i).lemma))
      first = i + 1;
  }
  // "Фонд Volta купил …": the capital of the description is that of the sentence.
  if (lexicon_.inflected && first == 0 && last > 1 && word(1).token.script == text::Script::kLatin &&
      (lexicon_.descriptors.contains(word(0).lemma) || is_adjective_of_place(0)))
    first = 1;
  if (lexicon_.inflected && first == 0 && last > 2 && !word(1).is_capitalised() &&
      lexicon_.descriptors.contains(word(1).lemma) && word(2).token.script == text::Script::kLatin)
    first = 2;  // "Суверенный фонд Volta"
  // "Судоходная Blue Heron": what describes a name in other letters is no part of it
  if (lexicon_.inflected && first == 0 && last > 1 && word(1).token.script == text::Script::kLatin &&
      word(0).token.script == text::Script::kCyrillic && !word(0).token.all_capitals && ends_as_adjective(0))
    first = 1;
  // "Саянский производитель тканей «Лён»": an adjective of a place and what it describes are no name
  const auto described = lexicon_.descriptors.find(word(1).lemma);
  const bool is_description =
      lexicon_.inflected && first == 0 && last == 2 && !word(1).is_capitalised() &&
      word(0).note.part_of_speech == PartOfSpeech::kAdjective && described != lexicon_.descriptors.end() &&
      described->second.kind == model::EntityKind::kCompany &&
      lexicon_.frames_by_title.contains(word(1).lemma) && !lexicon_.name_words.contains(word(1).lemma);
  if (is_description) first = last;
  // "Отдельно Северное агентство выделит …": so is no name begun.
  const bool opens_with_adverb = lexicon_.inflected && first == 0 && last > 1 && word(1).is_capitalised() &&
                                 word(0).note.part_of_speech == PartOfSpeech::kAdverb &&
                                 !word(0).token.all_capitals && !is_unknown_word(0);
  if (opens_with_adverb) first = 1;
  // "Control of Kestrel passed": the capital is that of the sentence.
  if (first == 0 && last > 2 && word(1).lower == "of" && lexicon_.stake_nouns.contains(word(0).lemma))
    first = 2;
  // "Former Aster boss Ann Lee", "Neither Aster nor Birch"
  if (!lexicon_.inflected && first == 0 && last > 1) {
    const auto status = lexicon_.status_modifiers.find(word(0).lower);
    const bool is_former =
        status != lexicon_.status_modifiers.end() && status->second == model::Status::kEnded;
    // "Sisters Ana and Lucia Duarte"
    const bool is_kin =
        lexicon_.kin_nouns.contains(word(0).lemma) && word(0).note.number == language::Number::kPlural;
    if (is_former || is_kin || lexicon_.pair_words.contains(word(0).lower)) first = 1;
  }
  // "the Kalevi Film Studio in Parnu": where a body is that its own words name
  if (const int seat = last - 2; !lexicon_.inflected && seat - first > 1 && word(seat).lower == "in" &&
                                 word(last - 1).is_capitalised() && word(seat - 1).is_capitalised() &&
                                 lexicon_.name_words.contains(word(seat - 1).lower))
    last = seat;
  // "In March Aster invested": the month tells when
  if (!lexicon_.inflected && first > 0 && last - first > 1 && lexicon_.months.contains(word(first).lower) &&
      word(first - 1).note.part_of_speech == PartOfSpeech::kPreposition)
    ++first;
  first = end_of_heading(first, last);
  // "Грант Президентского фонда получил": what is given at the head of a sentence is no part of who gives it
  if (lexicon_.inflected && first == 0 && last > 2 && word(1).is_capitalised() &&
      word(1).note.grammatical_case == language::Case::kGenitive && !word(0).token.all_capitals &&
      lexicon_.frames_by_noun.contains(word(0).lemma))
    first = 1;
  // "Лесопромышленник Иван Белов": no name itself, and before a first name it describes the person.
  if (lexicon_.inflected && first == 0 && last > 2 && describes_person(0)) first = 1;
  const auto is_hyphenated = [&](int i) { return i + 2 < last && word(i + 1).token.text == "-"; };
  // "Founders Fund", "Partners Group": a word for a kind of thing alone names nothing.
  const auto needs_word_before = [&](int i) {
    return !lexicon_.inflected && i == last - 1 && word(i).is_capitalised() && word(i - 1).is_capitalised() &&
           (lexicon_.name_words.contains(word(i).lower) || is_legal_form(i));
  };
  while (first < last && !is_hyphenated(first) && !(first + 1 < last && needs_word_before(first + 1)) &&
         (word(first).token.kind == TokenKind::kPunctuation ||
          word(first).note.part_of_speech == PartOfSpeech::kDeterminer ||
          ((is_common_title(first) || is_former_post(first)) && last - first > 1) ||
          word(first).lower == "'s" || word(first).lower == "’s" ||
          word(first).note.part_of_speech == PartOfSpeech::kPreposition || is_small_verb(first) ||
          is_small_link(first))) {
    ++first;
  }
  while (first < last && (is_closing_quote(word(last - 1).token.text) || word(last - 1).lower == "'s" ||
                          word(last - 1).lower == "’s" || is_small_link(last - 1) ||
                          (word(last - 1).token.kind == TokenKind::kPunctuation &&
                           word(last - 1).token.text != ")" && !is_initial(last - 2)))) {
    --last;
  }
}

/// "судоходная", "аграрный": as adjectives in the nominative end, and no surname of people does.
bool NameFinder::ends_as_adjective(int i) const {
  constexpr std::array<std::string_view, 4> kEndings{"ная", "ный", "ное", "ные"};
  return std::ranges::any_of(kEndings,
                             [&](std::string_view ending) { return word(i).lower.ends_with(ending); });
}

bool NameFinder::is_small_verb(int i) const {
  return word(i).note.part_of_speech == PartOfSpeech::kVerb && !word(i).is_capitalised();
}

bool NameFinder::is_small_link(int i) const {
  const PartOfSpeech part = word(i).note.part_of_speech;
  return (part == PartOfSpeech::kConjunction || part == PartOfSpeech::kPreposition) &&
         !word(i).is_capitalised() && word(i).token.kind == TokenKind::kWord;
}

}  // namespace whofunds::mentions
