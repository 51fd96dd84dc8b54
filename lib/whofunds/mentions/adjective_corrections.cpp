#include "whofunds/mentions/adjective_corrections.hpp"

#include <vector>

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

void correct_adjective_before_foreign_name(AnnotatedSentence& sentence, int adjective) {
  const Word& here = sentence.at(adjective);
  const int name = adjective + 1;
  if (here.note.part_of_speech != PartOfSpeech::kAdjective || here.is(Dependency::kAdjectiveModifier) ||
      here.note.head == kNoWord || name >= sentence.size() ||
      sentence.child(adjective, Dependency::kCase) == kNoWord)
    return;
  const Word& named = sentence.at(name);
  // "в партнёрстве с вьетнамской Mekong"
  const bool is_beside = named.is(Dependency::kNominalModifier) && named.note.head == here.note.head;
  if (named.token.script != text::Script::kLatin || !named.is_capitalised() ||
      !(is_beside || named.is(Dependency::kSubject) || named.is(Dependency::kObject) ||
        named.note.head == adjective))
    return;
  const int verb = here.note.head;
  if (sentence.is_under(verb, name)) return;
  const std::vector<int> held = here.children;
  sentence.hang(name, verb, is_beside ? Dependency::kNominalModifier : Dependency::kOblique);
  sentence.words[static_cast<std::size_t>(name)].note.grammatical_case = here.note.grammatical_case;
  sentence.hang(adjective, name, Dependency::kAdjectiveModifier);
  for (const int child : held) {
    if (child == name) continue;
    const bool acts = child > name && sentence.at(child).is(Dependency::kApposition) &&
                      sentence.at(verb).is_verb() &&
                      sentence.at(child).note.grammatical_case == Case::kNominative;
    if (acts)
      sentence.hang(child, verb, Dependency::kSubject);
    else
      sentence.hang(child, name, sentence.at(child).note.dependency);
  }
}

void correct_adjective_before_name(AnnotatedSentence& sentence, int adjective) {
  const Word& here = sentence.at(adjective);
  const int name = adjective + 1;
  const bool may_be_adjective = here.lower.ends_with("ский") || here.lower.ends_with("ская") ||
                                here.lower.ends_with("ское") || here.lower.ends_with("цкий") ||
                                here.lower.ends_with("цкая");
  if (!may_be_adjective || here.note.part_of_speech == PartOfSpeech::kAdjective || name >= sentence.size() ||
      sentence.at(name).token.script != text::Script::kLatin || !sentence.at(name).is_capitalised())
    return;
  const int head = here.note.head;
  const Dependency told = here.note.dependency;
  const bool are_one =
      sentence.head_of(name) == adjective ||
      (sentence.head_of(name) == head && here.is_subject() && sentence.at(name).is_subject());
  if (head == kNoWord || !are_one) return;
  sentence.hang(name, head, told);
  sentence.hang(adjective, name, Dependency::kAdjectiveModifier);
}

}  // namespace whofunds::mentions
