#include <algorithm>
#include <vector>

#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "Aster, which Birch snapped up for $90m": what stands after the verb belongs to the sum, where a parser
/// gives it to the pronoun before.
void correct_preposition_of_relative(AnnotatedSentence& sentence, int pronoun,
                                     const language::Lexicon& lexicon) {
  if (!lexicon.relative_pronouns.contains(sentence.at(pronoun).lower)) return;
  const int verb = sentence.head_of(pronoun);
  const int preposition = sentence.child(pronoun, Dependency::kCase);
  const int sum = sentence.child(pronoun, Dependency::kNominalModifier);
  if (verb <= pronoun || preposition <= verb || sum <= preposition || !sentence.at(verb).is_verb() ||
      sentence.child(verb, Dependency::kObject) != kNoWord)
    return;
  sentence.hang(preposition, sum, Dependency::kCase);
  sentence.hang(sum, verb, Dependency::kOblique);
  sentence.hang(pronoun, verb, Dependency::kObject);
}

/// "to which it lent $5m": the preposition belongs to the pronoun, and the pronoun to the verb.
void correct_relative_under_preposition(AnnotatedSentence& sentence, int pronoun,
                                        const language::Lexicon& lexicon) {
  const int preposition = pronoun - 1;
  const int verb = preposition < 0 ? kNoWord : sentence.head_of(preposition);
  if (sentence.head_of(pronoun) != preposition || verb <= pronoun || !sentence.at(verb).is_verb() ||
      !lexicon.relative_pronouns.contains(sentence.at(pronoun).lower) ||
      sentence.at(preposition).note.part_of_speech != PartOfSpeech::kPreposition)
    return;
  sentence.hang(pronoun, verb, Dependency::kOblique);
  sentence.hang(preposition, pronoun, Dependency::kCase);
}

/// "joined Aster and Birch in the Cedar project, which": who is joined is in it, and not it in them; what is
/// said after the comma is said of it.
void correct_undertaking_joined(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const auto descriptor = lexicon.descriptors.find(sentence.at(noun).lemma);
  const int named = sentence.head_of(noun);
  if (descriptor == lexicon.descriptors.end() || descriptor->second.kind != model::EntityKind::kProject ||
      !sentence.at(noun).is(Dependency::kNominalModifier) || named == kNoWord || named > noun ||
      !sentence.at(named).is_capitalised() || sentence.preposition(noun) != "in")
    return;
  int verb = sentence.head_of(named);
  while (verb != kNoWord && sentence.at(verb).is(Dependency::kConjunct)) verb = sentence.head_of(verb);
  while (verb != kNoWord && !sentence.at(verb).is_verb()) verb = sentence.head_of(verb);
  if (verb == kNoWord || verb > named || !lexicon.joining_verbs.contains(sentence.at(verb).lemma)) return;
  sentence.hang(noun, verb, Dependency::kOblique);
  for (const int clause : std::vector<int>(sentence.at(named).children)) {
    if (clause > noun && sentence.at(clause).is(Dependency::kRelativeClause) &&
        sentence.at(noun + 1).token.text == ",")
      sentence.hang(clause, noun, Dependency::kRelativeClause);
  }
}

/// "is the largest creditor of Aster, to which it lent $5m": who does what the clause says is no noun that is
/// said of it, so that the name before the comma is meant.
void correct_relative_of_predicate(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const int noun = sentence.head_of(verb);
  if (!sentence.at(verb).is(Dependency::kRelativeClause) || noun == kNoWord || noun > verb ||
      sentence.child(noun, Dependency::kCopula) == kNoWord)
    return;
  const int subject = sentence.child(verb, Dependency::kSubject);
  const int pronoun = subject - 1;
  const int name = pronoun - 3;
  if (name <= noun || sentence.at(subject).note.part_of_speech != PartOfSpeech::kPronoun ||
      !lexicon.pronouns.contains(sentence.at(subject).lower) ||
      !lexicon.relative_pronouns.contains(sentence.at(pronoun).lower) ||
      !sentence.at(pronoun - 1).is(Dependency::kCase) || sentence.at(pronoun - 2).token.text != "," ||
      !sentence.at(name).is_capitalised() || !sentence.is_under(name, noun))
    return;
  sentence.hang(verb, name, Dependency::kRelativeClause);
}

/// "It was Aster and not Birch that bought Cedar", "it was not Aster but Birch": who did so is the one that
/// is not denied.
void correct_cleft(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const Word& clause = sentence.at(verb);
  const bool tells = clause.is(Dependency::kRelativeClause) || clause.is(Dependency::kClausalComplement);
  int predicate = clause.note.head;
  if (!tells || predicate == kNoWord || predicate > verb) return;
  if (sentence.at(predicate).is(Dependency::kConjunct)) predicate = sentence.head_of(predicate);
  const int subject = sentence.child(predicate, Dependency::kSubject);
  if (!sentence.at(predicate).is_capitalised() || subject == kNoWord || subject > predicate ||
      sentence.child(predicate, Dependency::kCopula) == kNoWord)
    return;
  const auto pronoun = lexicon.pronouns.find(sentence.at(subject).lower);
  if (pronoun == lexicon.pronouns.end() || !pronoun->second.thing) return;
  const int other = sentence.child(predicate, Dependency::kConjunct);
  if (other == kNoWord || other > verb) return;
  const auto is_denied = [&](int name) {
    int first = name;
    while (first > 0 && sentence.is_under(first - 1, name) && sentence.at(first - 1).is_capitalised())
      --first;
    return first > 0 && lexicon.negations.contains(sentence.at(first - 1).lower);
  };
  if (is_denied(predicate) == is_denied(other)) return;
  sentence.hang(verb, is_denied(predicate) ? other : predicate, Dependency::kRelativeClause);
}

/// "Among those who invested in Aster were Ann Lee and Birch": they are who did so.
void correct_those_among(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  constexpr int kThose = 1;
  const int verb = sentence.head_of(kThose);
  if (!lexicon.listing_words.contains(sentence.at(0).lower) ||
      !lexicon.demonstratives.contains(sentence.at(kThose).lower) ||
      sentence.child(kThose, Dependency::kRelativeClause) == kNoWord || verb == kNoWord)
    return;
  const int copula = sentence.child(verb, Dependency::kCopula);
  if (copula > kThose && verb > copula && sentence.head_of(verb) == kNoWord) {
    sentence.hang(copula, kNoWord, Dependency::kRoot);
    sentence.hang(kThose, copula, Dependency::kOblique);
    return sentence.hang(verb, kThose, Dependency::kApposition);
  }
  if (!lexicon.plan_verbs.contains(sentence.at(verb).lemma)) return;
  const int subject = sentence.child(verb, Dependency::kSubject);
  if (subject > verb) sentence.hang(subject, kThose, Dependency::kApposition);
}

}  // namespace

void correct_english_relatives(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    correct_preposition_of_relative(sentence, i, lexicon);
    correct_relative_under_preposition(sentence, i, lexicon);
    correct_undertaking_joined(sentence, i, lexicon);
    correct_relative_of_predicate(sentence, i, lexicon);
    correct_cleft(sentence, i, lexicon);
  }
  if (sentence.size() > 1) correct_those_among(sentence, lexicon);
}

}  // namespace whofunds::mentions
