#include "whofunds/mentions/quoted_name_corrections.hpp"

#include <string_view>
#include <vector>

#include "whofunds/mentions/marks.hpp"
#include "whofunds/mentions/titles.hpp"

namespace whofunds::mentions {

using language::Case;
using tagging::Dependency;

namespace {

/// Whether a noun may have its name after it, and is one thing.
bool is_description(const Word& word, const language::Lexicon& lexicon) {
  return word.is_noun() && word.note.number != language::Number::kPlural &&
         lexicon.descriptors.contains(word.lemma);
}

}  // namespace

void correct_quoted_name(AnnotatedSentence& sentence, int quote, const language::Lexicon& lexicon) {
  constexpr int kLongestDescription = 6;
  int name = quote + 1;
  while (name < sentence.size() && sentence.at(name).lower != "»" && sentence.head_of(name) >= quote) ++name;
  if (name >= sentence.size() || sentence.at(name).lower == "»") return;
  const Word& head = sentence.at(name);
  const bool describes =
      head.is(Dependency::kApposition) ||
      (head.is(Dependency::kNominalModifier) && head.note.grammatical_case == Case::kNominative);
  int noun = head.note.head;
  const int before = quote - 1;
  // "фонд «А» … хоспису «Б»": of two names in quotes each has the noun before it.
  const bool is_second =
      noun != kNoWord && noun < before && sentence.child(noun, Dependency::kApposition) < name;
  if (is_second && head.is(Dependency::kApposition) && before >= 0 && sentence.at(before).is_noun() &&
      !sentence.at(before).is_capitalised() && sentence.child(before, Dependency::kApposition) == kNoWord) {
    sentence.hang(name, before, Dependency::kApposition);
    noun = before;
  }
  if (!describes || noun == kNoWord || noun >= quote || is_description(sentence.at(noun), lexicon)) return;
  while (sentence.at(noun).is_noun() && sentence.at(noun).is(Dependency::kNominalModifier)) {
    // "по производству" tells what a firm does, other prepositions tell of other things.
    const std::string_view preposition = sentence.preposition(noun);
    if (!preposition.empty() && preposition != "по") return;
    noun = sentence.head_of(noun);
    if (noun >= quote || quote - noun > kLongestDescription || !sentence.at(noun).is_noun()) return;
    if (!is_description(sentence.at(noun), lexicon)) continue;
    sentence.hang(name, noun, Dependency::kApposition);
    return;
  }
}

void correct_name_of_first_word(AnnotatedSentence& sentence, int quote, const language::Lexicon& lexicon) {
  if (quote != 1 || !sentence.at(0).is_noun() || sentence.at(0).token.all_capitals) return;
  const int end = end_of_quotes(sentence, quote);
  if (end == kNoWord) return;
  const int name = head_in_quotes(sentence, quote);
  const int verb = sentence.head_of(0);
  const auto is_argument = [&](int word) {
    return sentence.at(word).is_subject() || sentence.at(word).is(Dependency::kObject);
  };
  if (verb > end && sentence.head_of(name) == verb && is_argument(name) &&
      (is_argument(0) || sentence.at(0).is(Dependency::kIndirectObject) ||
       lexicon.descriptors.contains(sentence.at(0).lemma)))
    sentence.hang(name, 0, Dependency::kApposition);
}

void correct_owner_of_title(AnnotatedSentence& sentence, int quote, const language::Lexicon& lexicon) {
  const int title = quote - 1;
  if (title < 0 || !is_title(sentence, title, lexicon, TitleBy::kAdjective)) return;
  std::vector<int> names;
  for (const int child : sentence.at(title).children) {
    if (child > quote && sentence.at(child).is(Dependency::kApposition)) names.push_back(child);
  }
  if (names.size() < 2 || names.front() != quote + 1) return;
  sentence.hang(names.front(), title, Dependency::kNominalModifier);
  sentence.words[static_cast<std::size_t>(names.front())].note.grammatical_case = Case::kGenitive;
}

}  // namespace whofunds::mentions
