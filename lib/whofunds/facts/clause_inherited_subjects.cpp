
#include "whofunds/facts/clause.hpp"

namespace whofunds::facts {

using language::Case;
using language::PartOfSpeech;
using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

/// "Проект придумала и запустила А": who stands after the last of joined verbs does what all of them say.
std::vector<int> Clause::subjects_of_joined(int verb) const {
  for (const int joined : tree_.at(verb).children) {
    const Word& word = tree_.at(joined);
    const bool is_next = joined > verb && joined <= verb + 3 && word.is(Dependency::kConjunct) &&
                         word.note.part_of_speech == language::PartOfSpeech::kVerb &&
                         tree_.at(joined - 1).lower == "и";
    if (!is_next || is_passive(joined)) continue;
    std::vector<int> overt = overt_subjects(joined);
    if (!overt.empty() && overt.front() > joined) return overt;
  }
  return {};
}

std::vector<int> Clause::inherited_subjects(int verb, int depth) const {
  const Word& word = tree_.at(verb);
  const int head = word.note.head;
  if (head == kNoWord || depth > kDeepest) return {};
  const Word& governor = tree_.at(head);
  // "купивший завод холдинг", "the fund buying X"
  const bool describes = word.is(Dependency::kAdjectiveModifier) || word.is(Dependency::kClauseOfNoun) ||
                         word.is(Dependency::kRelativeClause);
  // but "the intention of buying X"
  const bool has_mark = tree_.child(verb, Dependency::kMark) != kNoWord;
  if (describes && word.note.part_of_speech == PartOfSpeech::kParticiple && !has_mark)
    return {described_by(verb)};
  // "barred A from buying X"
  if (is_kept_from(verb) && !is_passive(head)) {
    if (std::vector<int> kept = objects(head); !kept.empty()) return kept;
  }
  // The headline "A to buy B": its noun does it.
  const bool is_headline = word.note.part_of_speech == PartOfSpeech::kInfinitive && head < verb &&
                           governor.note.head == kNoWord &&
                           governor.note.part_of_speech == PartOfSpeech::kProperNoun;
  if ((describes || word.is(Dependency::kAdverbialClause)) && is_headline) return with_conjuncts(head);
  // "an agreement for A to buy B": a parser may hang A on the verb above.
  if (const int named = subject_after_for(verb); named != kNoWord) return with_conjuncts(named);
  // "Банк «Опора» (принадлежит …)"
  if (word.is(Dependency::kParataxis) && governor.is_noun() && verb > 0 &&
      tree_.at(verb - 1).token.text == "(")
    return {head};
  // "Стартап, основанный …, привлёк": no finite verb without a "который" describes a noun.
  const bool is_finite =
      word.note.part_of_speech == PartOfSpeech::kVerb && word.is(Dependency::kClauseOfNoun);
  if (is_finite && lexicon_.inflected && governor.is_noun()) return {head};
  // "cleared A to buy B", where a parser takes what is allowed for an aim
  const bool is_aim = !lexicon_.inflected && word.is(Dependency::kAdverbialClause) && has_mark &&
                      word.note.part_of_speech == PartOfSpeech::kInfinitive;
  if ((word.is(Dependency::kOpenComplement) || is_aim) && lexicon_.control_verbs.contains(governor.lemma) &&
      !is_passive(head)) {
    if (std::vector<int> allowed = in_case(head, Case::kDative); lexicon_.inflected && !allowed.empty())
      return allowed;
    if (lexicon_.inflected) return objects(head);
    const bool has_object =
        tree_.child(head, Dependency::kObject) != kNoWord;  // but "a firm she helped found"
    if (std::vector<int> allowed = objects(head); has_object && !allowed.empty()) return allowed;
  }
  if (const int paid = paid_for(verb); paid != kNoWord) return with_conjuncts(paid);
  const bool continues = word.is(Dependency::kOpenComplement) || word.is(Dependency::kAdverbialClause) ||
                         word.is(Dependency::kConjunct) || word.is(Dependency::kClausalComplement) ||
                         word.is(Dependency::kSubject) || word.is(Dependency::kParataxis);
  if (continues && !governor.is_noun()) {
    if (const int nearer = conjunct_before(verb); nearer != kNoWord) return overt_subjects(nearer);
    // The subject of the clause that governs, whichever its voice: "was asked to buy", "купив X, был
    // назначен".
    if (std::vector<int> overt = overt_subjects(head); !overt.empty()) return overt;
    // "удалось удивить": the subject is what happened, and to whom stands in the dative.
    if (const int event = tree_.child(head, Dependency::kSubject);
        event != kNoWord && tree_.at(event).is_verb()) {
      if (std::vector<int> dative = in_case(head, Case::kDative); !dative.empty()) return dative;
      if (const int whom = tree_.child(head, Dependency::kIndirectObject); whom != kNoWord)
        return with_conjuncts(whom);
    }
    return inherited_subjects(head, depth + 1);
  }
  // "is the first to buy", "became the first company to buy"
  const bool is_first_to = word.is(Dependency::kRelativeClause) &&
                           word.note.part_of_speech == PartOfSpeech::kInfinitive && head < verb;
  if (is_first_to && tree_.child(head, Dependency::kCopula) != kNoWord) {
    if (std::vector<int> overt = overt_subjects(head); !overt.empty()) return overt;
  }
  if (is_first_to && governor.is(Dependency::kOpenComplement) &&
      lexicon_.copular_verbs.contains(tree_.at(governor.note.head).lemma))
    return subjects_at(governor.note.head, depth + 1);
  if (continues && governor.is_noun()) {
    if (std::vector<int> overt = overt_subjects(head); !overt.empty()) return overt;  // "is the first to buy"
  }
  if (!governor.is_noun()) return {};
  // "решение «Листвы» купить", "plans to buy"
  if (std::vector<int> owners = possessors(head); !owners.empty()) return owners;
  // "plans by A to buy B"
  for (const int child : governor.children) {
    if (child < verb && tree_.preposition(child) == "by" && tree_.at(child).is_noun())
      return with_conjuncts(child);
  }
  const int governing = governing_verb(head);
  if (governing != kNoWord) return subjects_at(governing, depth + 1);
  // "is close to an agreement to buy B"
  if (governor.is(Dependency::kOblique) && !tree_.at(governor.note.head).is_verb() &&
      lexicon_.status_verbs.contains("be " + tree_.at(governor.note.head).lemma))
    return overt_subjects(governor.note.head);
  // The headline "A in talks to buy B"
  const int named = governor.note.head;
  const bool is_heading = !lexicon_.inflected && named != kNoWord && tree_.head_of(named) == kNoWord &&
                          tree_.at(named).is_capitalised() && tree_.at(named).is_noun() &&
                          !tree_.preposition(head).empty();
  return is_heading ? with_conjuncts(named) : std::vector<int>();
}

/// "from buying X", of what somebody is kept from.
bool Clause::is_kept_from(int verb) const {
  const int mark = tree_.child(verb, Dependency::kMark);
  const int head = tree_.head_of(verb);
  const auto status =
      head == kNoWord ? lexicon_.status_verbs.end() : lexicon_.status_verbs.find(tree_.at(head).lemma);
  return tree_.at(verb).is(Dependency::kAdverbialClause) && mark != kNoWord &&
         tree_.at(mark).lower == "from" && status != lexicon_.status_verbs.end() &&
         status->second == model::Status::kDenied;
}

/// "A was sold, and B was bought and then closed": a verb without a subject goes on with the nearest clause
/// before it that has one, wherever a parser hangs it; kNoWord where that is the first.
int Clause::conjunct_before(int verb) const {
  if (!tree_.at(verb).is(Dependency::kConjunct)) return kNoWord;
  int nearest = kNoWord;
  for (const int sibling : tree_.at(tree_.head_of(verb)).children) {
    const bool is_clause = sibling < verb && tree_.at(sibling).is(Dependency::kConjunct) &&
                           tree_.at(sibling).is_verb() && !overt_subjects(sibling).empty();
    if (is_clause) nearest = sibling;
  }
  return nearest;
}

int Clause::paid_for(int infinitive) const {
  const Word& here = tree_.at(infinitive);
  const int verb = here.note.head;
  if (here.note.part_of_speech != PartOfSpeech::kInfinitive || verb == kNoWord || is_passive(verb) ||
      !lexicon_.paying_verbs.contains(tree_.at(verb).lemma) ||
      tree_.child(infinitive, Dependency::kMark) == kNoWord)
    return kNoWord;
  if (const int whom = tree_.child(verb, Dependency::kIndirectObject); whom != kNoWord) return whom;
  for (const int child : tree_.at(verb).children) {
    const bool is_paid = tree_.at(child).is(Dependency::kOblique) && child > verb && child < infinitive &&
                         tree_.preposition(child) == "to";
    if (is_paid) return child;
  }
  return kNoWord;
}

/// The noun that a participle describes: of coordinated nouns the one that ends right before its comma, where
/// it is singular. No noun before a participle hangs on what follows it.
int Clause::described_by(int participle) const {
  int head = tree_.head_of(participle);
  // "the Aster-backed payments firm Birch"
  while (!lexicon_.inflected && head > participle && tree_.at(head).is(Dependency::kCompound) &&
         tree_.head_of(head) > head)
    head = tree_.head_of(head);
  // "A, itself owned by B"
  while (lexicon_.reflexive_pronouns.contains(tree_.at(head).lower) &&
         tree_.at(head).is(Dependency::kApposition))
    head = tree_.head_of(head);
  if (participle < 2 || tree_.at(participle - 1).token.text != "," ||
      tree_.at(participle).note.number == language::Number::kPlural)
    return head;
  int conjunct = kNoWord;
  int before = participle - 2;
  while (before > 0 && tree_.at(before).is(Dependency::kPunctuation)) --before;
  for (int word = before; word != kNoWord && word != head; word = tree_.head_of(word)) {
    if (word > participle) return before;
    before = word;
    const Word& here = tree_.at(word);
    if (here.is(Dependency::kConjunct)) conjunct = word;
    const bool same_phrase = here.is(Dependency::kConjunct) || here.is(Dependency::kApposition) ||
                             here.is(Dependency::kFlat) || here.is(Dependency::kPunctuation);
    if (!same_phrase) return head;
  }
  return conjunct == kNoWord ? head : conjunct;
}

}  // namespace whofunds::facts
