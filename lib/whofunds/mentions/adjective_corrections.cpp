#include "whofunds/mentions/adjective_corrections.hpp"

#include <vector>

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "Volta, подконтрольная фонду «А»": what a tagger takes for a participle of no verb is an adjective.
void correct_adjective_taken_for_participle(AnnotatedSentence& sentence, int adjective,
                                            const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(adjective)];
  if (here.note.part_of_speech == PartOfSpeech::kParticiple && !here.lemma.ends_with("ть") &&
      lexicon.frames_by_title.contains(here.lemma))
    here.note.part_of_speech = PartOfSpeech::kAdjective;
}

/// "продажи катарской Volta": a name takes the place of the adjective that is said of it.
void correct_name_of_adjective(AnnotatedSentence& sentence, int adjective) {
  const int name = adjective + 1;
  const Word& here = sentence.at(adjective);
  if (!here.lemma.ends_with("ский") || here.is_capitalised() || name >= sentence.size() ||
      !sentence.preposition(adjective).empty() || sentence.head_of(name) != adjective ||
      !sentence.at(name).is(Dependency::kApposition) || !sentence.at(name).is_capitalised() ||
      sentence.at(name).token.script != text::Script::kLatin || here.note.head == kNoWord)
    return;
  const Case told = here.note.grammatical_case;
  sentence.hang(name, here.note.head, here.note.dependency);
  sentence.hang(adjective, name, Dependency::kAdjectiveModifier);
  if (sentence.at(name).note.grammatical_case == Case::kNone)
    sentence.words[static_cast<std::size_t>(name)].note.grammatical_case = told;
}

/// "Сингапурская Volta сменила": of two subjects an adjective of a place is said of the name after it.
void correct_adjective_taken_for_subject(AnnotatedSentence& sentence, int adjective) {
  const int name = adjective + 1;
  Word& here = sentence.words[static_cast<std::size_t>(adjective)];
  if (!here.is(Dependency::kSubject) || !here.lemma.ends_with("ский") || name >= sentence.size() ||
      !sentence.at(name).is(Dependency::kSubject) || !sentence.at(name).is_capitalised() ||
      sentence.head_of(name) != here.note.head || sentence.at(name).token.script != text::Script::kLatin)
    return;
  here.note.part_of_speech = PartOfSpeech::kAdjective;
  sentence.hang(adjective, name, Dependency::kAdjectiveModifier);
}

/// "Volta и оманский фонд вложат": nor does an adjective of a place act on the noun that it describes.
void correct_noun_of_adjective(AnnotatedSentence& sentence, int adjective) {
  const int noun = adjective + 1;
  Word& here = sentence.words[static_cast<std::size_t>(adjective)];
  if (here.note.part_of_speech != PartOfSpeech::kParticiple || !here.lemma.ends_with("ский") ||
      noun >= sentence.size() || !sentence.at(noun).is(Dependency::kObject) ||
      sentence.head_of(noun) != adjective || here.note.head == kNoWord)
    return;
  const int conjunction = sentence.child(noun, Dependency::kCoordination);
  const bool is_joined = conjunction == adjective - 1;
  here.note.part_of_speech = PartOfSpeech::kAdjective;
  sentence.hang(noun, here.note.head, is_joined ? Dependency::kConjunct : here.note.dependency);
  sentence.hang(adjective, noun, Dependency::kAdjectiveModifier);
  if (here.note.grammatical_case == Case::kNominative)
    sentence.words[static_cast<std::size_t>(noun)].note.grammatical_case = Case::kNominative;
}

}  // namespace

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

void correct_adjectives(AnnotatedSentence& sentence, int word, const language::Lexicon& lexicon) {
  correct_adjective_taken_for_participle(sentence, word, lexicon);
  correct_noun_of_adjective(sentence, word);
  correct_name_of_adjective(sentence, word);
  correct_adjective_taken_for_subject(sentence, word);
}

}  // namespace whofunds::mentions
