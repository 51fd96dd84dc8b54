#include <algorithm>
#include <vector>

#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "teamed up with Aster to make pumps and with Birch to sell them": what is joined with a preposition of its
/// own goes with what has the same one, where a parser joins it to a noun between that has another.
void correct_joined_phrase(AnnotatedSentence& sentence, int name) {
  const int noun = sentence.head_of(name);
  const std::string_view preposition = sentence.preposition(name);
  const int conjunction = sentence.child(name, Dependency::kCoordination);
  if (!sentence.at(name).is(Dependency::kConjunct) || preposition.empty() || noun == kNoWord || noun > name ||
      conjunction == kNoWord || sentence.preposition(noun) == preposition ||
      sentence.at(conjunction + 1).lower != preposition)
    return;
  for (int first = noun - 1; first > 0; --first) {
    const Word& here = sentence.at(first);
    const bool is_complement = here.is(Dependency::kOblique) || here.is(Dependency::kNominalModifier);
    if (!is_complement || sentence.preposition(first) != preposition) continue;
    if (here.is_capitalised()) sentence.hang(name, first, Dependency::kConjunct);
    return;
  }
}

/// "deals with Aster (the quiz show) and Birch (a talent show)": after a bracket that tells more of a name
/// the list goes on.
void correct_list_after_bracket(AnnotatedSentence& sentence, int name) {
  const int conjunction = sentence.child(name, Dependency::kCoordination);
  if (!sentence.at(name).is(Dependency::kConjunct) || !sentence.at(name).is_capitalised() ||
      !sentence.preposition(name).empty() || conjunction < 1 || conjunction > name ||
      sentence.at(conjunction - 1).token.text != ")")
    return;
  int bracket = conjunction - 1;
  while (bracket > 0 && sentence.at(bracket).token.text != "(") --bracket;
  const int verb = sentence.head_of(name);
  if (bracket == 0 || !sentence.at(bracket - 1).is_capitalised() || !sentence.at(verb).is_verb()) return;
  const int told = sentence.head_of_name_ending(bracket - 1);
  if (!sentence.is_under(told, name)) sentence.hang(name, told, Dependency::kConjunct);
}

/// Whether two nouns tell of the same: "contracts" and "an agreement".
bool tell_the_same(const Word& one, const Word& other, const language::Lexicon& lexicon) {
  const auto first = lexicon.frames_by_noun.find(one.lemma);
  const auto second = lexicon.frames_by_noun.find(other.lemma);
  return first != lexicon.frames_by_noun.end() && second != lexicon.frames_by_noun.end() &&
         std::ranges::find_first_of(first->second, second->second) != first->second.end();
}

/// "signed contracts with Aster to make mirrors and an agreement with Birch": what is joined goes with the
/// object of the verb that tells of the same, where a parser joins it to a noun between.
void correct_joined_object(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const int told = sentence.head_of(noun);
  if (!sentence.at(noun).is(Dependency::kConjunct) || told == kNoWord || told > noun ||
      sentence.at(noun).is_capitalised() || tell_the_same(sentence.at(told), sentence.at(noun), lexicon))
    return;
  for (int object = told - 1; object > 0; --object) {
    if (!sentence.at(object).is(Dependency::kObject) || sentence.is_under(told, object) ||
        !tell_the_same(sentence.at(object), sentence.at(noun), lexicon))
      continue;
    return sentence.hang(noun, object, Dependency::kConjunct);
  }
}

/// "Aster, which in 2015 itself became a unit of Birch": what stresses a subject is none; what hangs on it
/// goes to the verb, which a relative pronoun before makes one that describes.
void correct_stressed_subject(AnnotatedSentence& sentence, int pronoun, const language::Lexicon& lexicon) {
  const int verb = sentence.head_of(pronoun);
  if (!lexicon.reflexive_pronouns.contains(sentence.at(pronoun).lower) ||
      !sentence.at(pronoun).is(Dependency::kSubject) || verb <= pronoun)
    return;
  const auto is_pronoun = [&](int child) {
    return child < pronoun && lexicon.relative_pronouns.contains(sentence.at(child).lower);
  };
  const std::vector<int> children = sentence.at(pronoun).children;
  const auto relative = std::ranges::find_if(children, is_pronoun);
  if (relative == children.end() || *relative < 2 || sentence.at(*relative - 1).token.text != ",") return;
  int first = *relative - 2;
  while (first > 0 && sentence.at(first).is_capitalised() && sentence.at(first - 1).is_capitalised()) --first;
  const int described = sentence.top_within(*relative - 2, first, *relative - 1);
  if (sentence.is_under(described, verb)) return;
  for (const int child : children) {
    const bool acts = child == *relative;
    sentence.hang(child, verb, acts ? Dependency::kSubject : Dependency::kOblique);
  }
  sentence.hang(pronoun, verb, Dependency::kOther);
  sentence.hang(verb, described, Dependency::kRelativeClause);
}

}  // namespace

void correct_english_coordination(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 1; i < sentence.size(); ++i) {
    correct_joined_phrase(sentence, i);
    correct_list_after_bracket(sentence, i);
    if (sentence.at(i).is_noun()) correct_joined_object(sentence, i, lexicon);
    correct_stressed_subject(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
