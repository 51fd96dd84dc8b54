#include <algorithm>

#include "whofunds/facts/arguments.hpp"
#include "whofunds/facts/filling.hpp"

namespace whofunds::facts {

using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

std::vector<Referent> Filling::paid_in_main_clause(const language::Role& role) {
  std::vector<Referent> found;
  const Word& here = tree_.at(trigger_.word);
  if (lexicon_.inflected || trigger_.form != Trigger::Form::kVerb || !here.is(Dependency::kRelativeClause) ||
      here.note.head == kNoWord || !model::is_funding(frame_.relation))
    return found;
  // "A, which last year bought C, is backed by B": what it bought is told.
  for (const int object : clause_.objects(trigger_.word)) {
    if (mentions_.name_at(object) != kNoWord) return found;
  }
  const int verb = tree_.head_of(here.note.head);
  if (verb == kNoWord || !tree_.at(verb).is_verb()) return found;
  const std::vector<int> payers = clause_.subjects(verb);
  const bool pays = lexicon_.any_frame_of_verb(tree_.at(verb).lemma, [&](const language::Frame& frame) {
    return frame.relation == model::Relation::kInvestsIn && frame.object_words.empty();
  });
  if (!pays || std::ranges::find(payers, here.note.head) == payers.end()) return found;
  for (const int object : clause_.objects(verb)) append(found, referents_.of(object, role.kinds));
  return found;
}

std::vector<Referent> Filling::invested_in_main_clause(const language::Role& role) {
  std::vector<Referent> found;
  const int verb = tree_.head_of(trigger_.word);
  const bool is_clause = trigger_.form == Trigger::Form::kVerb && verb != kNoWord &&
                         tree_.at(trigger_.word).is(Dependency::kAdverbialClause) &&
                         tree_.child(trigger_.word, Dependency::kSubject) != kNoWord;
  if (!is_clause || !is_investing_verb() || places_.tells_what(trigger_.word)) return found;
  for (const int subject : clause_.is_passive(verb) ? clause_.objects(verb) : clause_.subjects(verb))
    append(found, referents_.of(subject, role.kinds));
  return found;
}

std::vector<Referent> Filling::told_in_main_clause(const language::Role& role) {
  std::vector<Referent> found = paid_in_main_clause(role);
  if (found.empty()) found = invested_in_main_clause(role);
  return found.empty() ? taker_of_loan(role) : found;
}

std::vector<Referent> Filling::actor_told_above(const language::Role& role) {
  std::vector<Referent> found = auction_winner(role);
  return found.empty() ? actor_of_main_clause(role) : found;
}

bool Filling::acts_on_itself(const Event& event) const {
  return lexicon_.inflected && tree_.at(trigger_.word).is(Dependency::kRelativeClause) &&
         event.from.size() == 1 && event.to.size() == 1 &&
         event.from.front().entity == event.to.front().entity;
}

std::vector<Referent> Filling::actor_of_main_clause(const language::Role& role) {
  const Word& verb = tree_.at(trigger_.word);
  if (!lexicon_.inflected || trigger_.form != Trigger::Form::kVerb || !verb.is(Dependency::kRelativeClause) ||
      verb.note.part_of_speech != language::PartOfSpeech::kVerb ||
      !role.has(language::Slot::Place::kSubject) || clause_.is_passive(trigger_.word) ||
      tree_.has_subject(trigger_.word))
    return {};
  const bool has_pronoun = std::ranges::any_of(verb.children, [&](int child) {
    return child < trigger_.word && lexicon_.relative_pronouns.contains(tree_.at(child).lemma) &&
           !tree_.preposition(child).empty();
  });
  // "в который вложила «Ока»": a name after the verb may act, whatever a parser takes it for
  const bool has_name = std::ranges::any_of(verb.children, [&](int child) {
    return tree_.preposition(child).empty() && referents_.of(child, {}).size() == 1;
  });
  if (!has_pronoun || has_name) return {};
  int main = verb.note.head;
  while (main != kNoWord && !tree_.at(main).is_verb()) main = tree_.head_of(main);
  if (main == kNoWord || main > trigger_.word) return {};
  std::vector<Referent> found;
  for (const int subject : clause_.subjects(main)) {
    const tagging::Annotation& acting = tree_.at(subject).note;
    const bool agrees = acting.gender == language::Gender::kNone ||
                        verb.note.gender == language::Gender::kNone || acting.gender == verb.note.gender;
    if (subject < main && agrees) append(found, referents_.of(subject, role.kinds));
  }
  return found;
}

std::vector<Referent> Filling::paid_for_purpose(const language::Role& role) {
  std::vector<Referent> found;
  const bool pays =
      frame_.relation == model::Relation::kInvestsIn || frame_.relation == model::Relation::kGrantsTo;
  if (lexicon_.inflected || !pays || frame_.from_context || trigger_.form != Trigger::Form::kVerb ||
      clause_.is_passive(trigger_.word) || mentions_.values.money.empty())
    return found;
  std::vector<int> governors = clause_.objects(trigger_.word);
  governors.push_back(trigger_.word);
  for (const int governor : governors) {
    for (const int child : tree_.at(governor).children) {
      const mentions::Word& purpose = tree_.at(child);
      const bool is_purpose =
          child > trigger_.word && purpose.note.part_of_speech == language::PartOfSpeech::kInfinitive &&
          tree_.child(child, Dependency::kMark) != kNoWord && lexicon_.purpose_verbs.contains(purpose.lemma);
      for (const int object : is_purpose ? clause_.objects(child) : std::vector<int>())
        append(found, referents_.of(object, role.kinds));
    }
  }
  return sure(std::move(found));
}

/// "invest", "put in": a verb that says all by itself.
bool Filling::is_investing_verb() const {
  return trigger_.form == Trigger::Form::kVerb && frame_.relation == model::Relation::kInvestsIn &&
         frame_.object_words.empty() && frame_.particles.empty() && !frame_.needs_amount;
}

/// What the words of a clause say that somebody has a share of: "получил 15 % «А»", "стал акционером «А»".
std::vector<Referent> Filling::shared_in(int verb, const language::Role& role) {
  std::vector<Referent> found;
  const auto is_holder = [&](int word) {
    return lexicon_.is_holder(tree_.at(word).lemma, model::Relation::kOwns) ||
           lexicon_.is_holder(tree_.at(word).lemma, model::Relation::kInvestsIn);
  };
  // "в проект вошёл А, вложив 95 млн"
  for (const language::Slot& slot : role.slots) {
    if (slot.place != language::Slot::Place::kPreposition ||
        !lexicon_.entering_verbs.contains(tree_.at(verb).lemma))
      continue;
    for (const int into : clause_.after_preposition(verb, slot))
      append(found, referents_.of(into, role.kinds));
  }
  for (const int child : tree_.at(verb).children) {
    const mentions::Word& word = tree_.at(child);
    const bool is_share = word.is(Dependency::kObject) && (lexicon_.percent_words.contains(word.lower) ||
                                                           lexicon_.stake_nouns.contains(word.lemma));
    const bool is_title = word.is(Dependency::kOpenComplement) && is_holder(child);
    if (!is_share && !is_title) continue;
    for (const int of : clause_.possessors(child)) append(found, referents_.of(of, role.kinds));
  }
  return found;
}

std::vector<Referent> Filling::invested_for_share(const language::Role& role) {
  if (!is_investing_verb() || says_where(role)) return {};
  const auto may_be_same = [&](int word) {
    return tree_.at(word).is(Dependency::kAdverbialClause) || tree_.at(word).is(Dependency::kConjunct);
  };
  std::vector<int> verbs;
  if (const int head = tree_.head_of(trigger_.word); head != kNoWord && may_be_same(trigger_.word))
    verbs.push_back(head);
  // "вошёл А, вложивший 95 млн"
  int described = tree_.at(trigger_.word).is(Dependency::kClauseOfNoun) ||
                          tree_.at(trigger_.word).is(Dependency::kRelativeClause)
                      ? tree_.head_of(trigger_.word)
                      : kNoWord;
  while (described != kNoWord && !tree_.at(described).is_verb() && !tree_.at(described).is(Dependency::kRoot))
    described = tree_.head_of(described);
  if (described != kNoWord) verbs.push_back(described);
  for (const int child : tree_.at(trigger_.word).children) {
    if (may_be_same(child) && !tree_.has_subject(child)) verbs.push_back(child);
  }
  // "its owner, A, has injected another $5m": into what is whose
  const int sum = lexicon_.inflected ? kNoWord : tree_.child(trigger_.word, Dependency::kObject);
  const bool has_sum = sum != kNoWord && std::ranges::any_of(mentions_.values.money, [&](const auto& money) {
                         return sum >= money.place.first && sum < money.place.last;
                       });
  for (const int subject : has_sum ? clause_.overt_subjects(trigger_.word) : std::vector<int>()) {
    if (!lexicon_.has_title_of(tree_.at(subject).lemma, model::Relation::kOwns)) continue;
    std::vector<Referent> owned;
    for (const int whose : clause_.possessors(subject)) append(owned, referents_.of(whose, role.kinds));
    if (!owned.empty()) return owned;
  }
  // "Aster, which invests the savings of nurses, becomes the owner of Birch": they go anywhere
  if (!lexicon_.inflected && !has_sum) return {};
  for (const int verb : verbs) {
    if (std::vector<Referent> found = shared_in(verb, role); tree_.at(verb).is_verb() && !found.empty())
      return found;
  }
  return {};
}

}  // namespace whofunds::facts
