#include <algorithm>
#include <vector>

#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using tagging::Dependency;

namespace {

/// "take Aster private": a particle that a frame of the verb asks for is no object with a name before it, but
/// stands after its object.
void correct_name_before_particle(AnnotatedSentence& sentence, int particle,
                                  const language::Lexicon& lexicon) {
  const Word& here = sentence.at(particle);
  const int verb = here.note.head;
  const int name = particle - 1;
  if (!here.is(Dependency::kObject) || here.is_capitalised() || verb == kNoWord || verb >= name ||
      sentence.head_of(name) != particle || !sentence.at(name).is_capitalised())
    return;
  const bool is_asked = lexicon.any_frame_of_verb(sentence.at(verb).lemma, [&](const language::Frame& frame) {
    const std::vector<std::string>& particles = frame.particles;
    return std::ranges::find(particles, here.lower) != particles.end();
  });
  if (!is_asked) return;
  const std::vector<int> before = here.children;
  sentence.hang(name, verb, Dependency::kObject);
  sentence.words[static_cast<std::size_t>(name)].note.part_of_speech = language::PartOfSpeech::kProperNoun;
  for (const int child : before) {
    if (child != name) sentence.hang(child, child < name ? name : verb, sentence.at(child).note.dependency);
  }
  sentence.hang(particle, verb, Dependency::kAdverbModifier);
}

/// "Aster, its founder Ann Lee said, has raised": who says it stands between two commas; what stands before
/// them is the subject of what is said.
void correct_subject_before_speaker(AnnotatedSentence& sentence, int saying,
                                    const language::Lexicon& lexicon) {
  const Word& here = sentence.at(saying);
  const int verb = here.note.head;
  const bool is_aside = lexicon.saying_verbs.contains(here.lemma) && verb > saying + 1 &&
                        sentence.at(verb).is_verb() && sentence.at(saying + 1).token.text == "," &&
                        sentence.child(verb, Dependency::kSubject) == kNoWord;
  if (!is_aside) return;
  const int subject = sentence.child(saying, Dependency::kSubject);
  if (subject == kNoWord || subject > saying) return;
  const int speaker = sentence.child(subject, Dependency::kApposition);
  const bool is_between = speaker != kNoWord && speaker > subject && speaker < saying &&
                          subject + 1 < sentence.size() && sentence.at(subject + 1).token.text == ",";
  if (!is_between) return;
  sentence.hang(subject, verb, Dependency::kSubject);
  sentence.hang(speaker, saying, Dependency::kSubject);
}

/// "an investor in Cairo app Aster": the place before a description and its name is where that is, and the
/// preposition is of the name.
void correct_place_before_description(AnnotatedSentence& sentence, int place,
                                      const language::Lexicon& lexicon) {
  const Word& here = sentence.at(place);
  const int noun = place + 1;
  const int name = noun + 1;
  if (name >= sentence.size() || here.note.head == kNoWord || here.note.head >= place ||
      here.note.name != tagging::NameClass::kPlace || sentence.child(place, Dependency::kCase) == kNoWord)
    return;
  const Word& described = sentence.at(noun);
  const Word& named = sentence.at(name);
  const bool describes = described.is_noun() && !described.is_capitalised() && described.note.head == name &&
                         lexicon.descriptors.contains(described.lemma);
  if (!describes || !named.is_capitalised() || named.note.head == place ||
      sentence.is_under(here.note.head, name))
    return;
  const int head = here.note.head;
  const Dependency dependency = here.note.dependency;
  const int preposition = sentence.child(place, Dependency::kCase);
  sentence.hang(name, head, dependency);
  sentence.hang(place, name, Dependency::kCompound);
  sentence.hang(preposition, name, Dependency::kCase);
}

/// "owned by A and Peru's B": a place with "'s" is no item of a list, but where the name after it is.
void correct_possessor_in_list(AnnotatedSentence& sentence, int place) {
  const Word& here = sentence.at(place);
  if (here.is(Dependency::kPossessor) || here.note.head == kNoWord || here.note.head >= place ||
      place + 2 >= sentence.size() || !here.is_capitalised() || sentence.at(place + 1).lower != "'s" ||
      sentence.head_of(place + 1) != place)
    return;
  int end = place + 2;
  while (end < sentence.size() && sentence.at(end).is_capitalised()) ++end;
  const int name = end == place + 2 ? end : sentence.top_within(place + 2, place + 2, end);
  if (name >= sentence.size()) return;
  const Word& named = sentence.at(name);
  if (!named.is_capitalised() || named.note.head != here.note.head || !here.is(Dependency::kConjunct)) return;
  for (const int child : std::vector<int>(here.children)) {
    if (sentence.at(child).is(Dependency::kCoordination))
      sentence.hang(child, name, Dependency::kCoordination);
  }
  sentence.hang(name, here.note.head, Dependency::kConjunct);
  sentence.hang(place, name, Dependency::kPossessor);
}

/// "A, which B snapped up": of two subjects of a relative clause the pronoun is what is acted on.
void correct_relative_before_subject(AnnotatedSentence& sentence, int pronoun,
                                     const language::Lexicon& lexicon) {
  const Word& here = sentence.at(pronoun);
  const int verb = here.note.head;
  if (!here.is(Dependency::kSubject) || !lexicon.relative_pronouns.contains(here.lower) || verb == kNoWord ||
      verb < pronoun || sentence.child(verb, Dependency::kObject) != kNoWord)
    return;
  const bool has_other = std::ranges::any_of(sentence.at(verb).children, [&](int child) {
    return child > pronoun && child < verb && sentence.at(child).is(Dependency::kSubject);
  });
  if (has_other) sentence.words[static_cast<std::size_t>(pronoun)].note.dependency = Dependency::kObject;
}

/// "came from A, which led it, and from B": what the same preposition brings after a clause about a name goes
/// with that name, and not with the clause.
void correct_list_after_relative_clause(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  const int verb = here.note.head;
  if (!here.is(Dependency::kOblique) || verb == kNoWord || verb > name || !here.is_capitalised() ||
      !sentence.at(verb).is(Dependency::kRelativeClause))
    return;
  const int described = sentence.head_of(verb);
  const int preposition = sentence.child(name, Dependency::kCase);
  const bool is_joined = preposition > 1 && sentence.at(preposition - 1).lower == "and" &&
                         sentence.at(preposition - 2).token.text == ",";
  if (described == kNoWord || described > verb || !is_joined ||
      sentence.preposition(described) != sentence.at(preposition).lower)
    return;
  sentence.hang(name, described, Dependency::kConjunct);
  sentence.hang(preposition - 1, name, Dependency::kCoordination);
}

/// "owned by A, which has 51%, and B", "bought by A, which owns C, and B": a comma before "and" ends a clause
/// about a name, and what follows goes with that name.
void correct_name_after_aside(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  const int joined = here.note.head;
  const int conjunction = sentence.child(name, Dependency::kCoordination);
  if (!here.is(Dependency::kConjunct) || !here.is_capitalised() || !here.is_noun() || joined == kNoWord ||
      joined > name || conjunction < 2 || sentence.at(conjunction).lower != "and" ||
      sentence.at(conjunction - 1).token.text != ",")
    return;
  const auto has_aside = [&](int noun) {
    const int verb = sentence.child(noun, Dependency::kRelativeClause);
    return noun > 0 && verb > noun && verb < conjunction && noun + 1 < sentence.size() &&
           sentence.at(noun).is_noun();
  };
  int described = kNoWord;
  if (sentence.at(joined).is_verb()) {
    for (const Dependency told : {Dependency::kAgent, Dependency::kObject}) {
      const int argument = sentence.child(joined, told);
      if (argument > joined && has_aside(argument)) described = argument;
    }
  } else if (sentence.at(joined).is(Dependency::kObject)) {
    const int verb = sentence.head_of(joined);
    const bool is_only = std::ranges::count_if(sentence.at(joined).children, [&](int child) {
                           return sentence.at(child).is(Dependency::kConjunct);
                         }) == 1;
    if (is_only && sentence.at(verb).is(Dependency::kRelativeClause)) described = sentence.head_of(verb);
  }
  if (described == kNoWord || described > name || sentence.is_under(described, name) ||
      !has_aside(described) || sentence.at(described + 1).token.text != ",")
    return;
  sentence.hang(name, described, Dependency::kConjunct);
}

/// "was founded by chief executive Ann Lee and chemist Carl Holm": who is joined to a name stands with it,
/// where a parser joins the person to the verb.
void correct_person_joined_to_verb(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  const int verb = here.note.head;
  const int link = sentence.child(name, Dependency::kCoordination);
  if (!here.is(Dependency::kConjunct) || !here.is_capitalised() || !here.is_noun() || verb == kNoWord ||
      verb > name || !sentence.at(verb).is_verb() || link < verb + 2 || link > name ||
      !sentence.at(link - 1).is_capitalised())
    return;
  int other = sentence.head_of_name_ending(link - 1);
  if (sentence.at(other).is(Dependency::kApposition)) other = sentence.head_of(other);
  if (other <= verb || sentence.head_of(other) != verb || sentence.is_under(other, name)) return;
  sentence.hang(name, other, Dependency::kConjunct);
}

}  // namespace

void correct_english_possessors(AnnotatedSentence& sentence) {
  for (int i = 1; i + 1 < sentence.size(); ++i) correct_possessor_in_list(sentence, i);
}

void correct_english_complements(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  correct_english_possessors(sentence);
  for (int i = 1; i + 1 < sentence.size(); ++i) {
    correct_name_before_particle(sentence, i, lexicon);
    correct_place_before_description(sentence, i, lexicon);
    correct_relative_before_subject(sentence, i, lexicon);
    correct_subject_before_speaker(sentence, i, lexicon);
    correct_list_after_relative_clause(sentence, i);
    correct_name_after_aside(sentence, i);
    correct_person_joined_to_verb(sentence, i);
  }
}

}  // namespace whofunds::mentions
