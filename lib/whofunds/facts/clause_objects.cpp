#include <algorithm>

#include "whofunds/facts/arguments.hpp"
#include "whofunds/facts/clause.hpp"

namespace whofunds::facts {

using language::Case;
using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

std::vector<int> Clause::objects(int verb) const {
  const Word& word = tree_.at(verb);
  if (is_passive(verb)) {
    std::vector<int> found = overt_subjects(verb);
    if (!found.empty()) return found;
    // "is on the verge of being sold"
    const int governor = !lexicon_.inflected && word.is(Dependency::kClauseOfNoun) &&
                                 tree_.child(verb, Dependency::kMark) != kNoWord
                             ? governing_verb(word.note.head)
                             : kNoWord;
    if (governor != kNoWord && governor != verb) return subjects(governor);
    const bool describes = word.is(Dependency::kAdjectiveModifier) || word.is(Dependency::kClauseOfNoun) ||
                           word.is(Dependency::kRelativeClause);
    if (describes && word.note.head != kNoWord) return described_parties(verb);
    // "was bought by a group, led by A": who is led stands right before, and is no subject.
    if (!lexicon_.inflected && word.is(Dependency::kAdverbialClause) && verb > 1 &&
        lexicon_.heading_verbs.contains(word.lemma) && tree_.at(verb - 1).token.text == "," &&
        tree_.at(verb - 2).is_noun())
      return {verb - 2};
    return inherited_subjects(verb, 0);
  }
  std::vector<int> found;
  const int given_to = recipient(verb);
  const int subject = subject_taken_for_object(verb);
  if (const int told = tree_.child(verb, Dependency::kSubject); subject != kNoWord && told != kNoWord)
    return {told};
  for (const int child : word.children) {
    const bool is_object = tree_.at(child).is(Dependency::kObject) && child != given_to && child != subject;
    if (is_object || is_bare_quantity(child)) append_words(found, with_conjuncts(child));
  }
  if (const int object = object_taken_for_subject(verb); object != kNoWord)
    append_words(found, with_conjuncts(object));
  if (verb + 1 < tree_.size() && is_object_of_verb_before(verb + 1))
    append_words(found, with_conjuncts(verb + 1));
  if (!found.empty()) return found;
  if (const int described = described_by_reduced_clause(verb); described != kNoWord) return {described};
  // "founded and still owns X": the object stands once, with the last of the verbs.
  for (const int child : word.children) {
    if (tree_.at(child).is(Dependency::kConjunct) && tree_.at(child).is_verb() &&
        overt_subjects(child).empty())
      return objects(child);
  }
  return found;
}

/// "the firm she founded", "the firm he helped create": what a clause without a pronoun is about is the
/// object that it lacks; kNoWord where there is none.
int Clause::described_by_reduced_clause(int verb) const {
  int clause = verb;
  if (tree_.at(verb).is(Dependency::kOpenComplement)) clause = tree_.head_of(verb);
  const Word& here = tree_.at(clause);
  const int subject = tree_.child(clause, Dependency::kSubject);
  const bool describes = here.is(Dependency::kRelativeClause) && here.note.head < clause &&
                         here.note.head != kNoWord && subject != kNoWord && subject < clause &&
                         tree_.child(clause, Dependency::kObject) == kNoWord;
  if (!describes) return kNoWord;
  for (int i = here.note.head + 1; i <= subject; ++i) {
    const bool is_joined =
        lexicon_.relative_pronouns.contains(tree_.at(i).lower) || tree_.at(i).token.text == ",";
    if (is_joined) return kNoWord;
  }
  return here.note.head;
}

/// The noun that a passive participle describes. "A is majority owned by B", "60 percent owned": a parser
/// takes the majority for what A is.
std::vector<int> Clause::described_parties(int participle) const {
  const int noun = described_by(participle);
  const std::string& lemma = tree_.at(noun).lemma;
  const bool is_share = lexicon_.controlling_words.contains(lemma) || lexicon_.stake_nouns.contains(lemma);
  const bool is_predicate = is_share && !overt_subjects(noun).empty();
  return is_predicate ? overt_subjects(noun) : std::vector{noun};
}

/// "sold A to B, an investment firm": what follows a comma is no second object.
bool Clause::is_comma_between(int first, int last) const {
  for (int i = first + 1; i < last; ++i) {
    if (tree_.at(i).token.text == ",") return true;
  }
  return false;
}

/// "sold A its stake in B": of two objects the former is to whom it is given, whatever the parser calls it.
int Clause::recipient(int verb) const {
  int first = kNoWord;
  for (const int child : tree_.at(verb).children) {
    if (!tree_.at(child).is(Dependency::kObject) || child < verb) continue;
    if (first != kNoWord) return is_comma_between(first, child) ? kNoWord : first;
    first = child;
  }
  return kNoWord;
}

/// "продал 30% акций": a quantity without a preposition, which a parser may take for an adverbial.
bool Clause::is_bare_quantity(int word) const {
  const Word& here = tree_.at(word);
  const bool quantity =
      here.token.kind != text::TokenKind::kWord || lexicon_.stake_nouns.contains(here.lemma);
  return lexicon_.inflected && quantity && here.is(Dependency::kOblique) && tree_.preposition(word).empty() &&
         here.note.grammatical_case != Case::kInstrumental;
}

}  // namespace whofunds::facts
