
#include "whofunds/facts/referents.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
using entities::Reference;
using mentions::kNoWord;
using tagging::Dependency;

/// Who does something to what a pronoun stands for, and so is not it: "A bought it", "A, which bought it".
std::vector<int> Referents::acting_on(int pronoun) {
  const int verb = at(pronoun).note.head;
  if (verb == kNoWord || !at(verb).is_verb() || at(pronoun).is_subject()) return {};
  std::vector<int> acting;
  const auto add_subjects = [&](int of) {
    for (const int child : at(of).children) {
      if (!at(child).is(Dependency::kSubject)) continue;
      // "она продала её"
      const bool is_pronoun = lexicon_.inflected && child < pronoun &&
                              lexicon_.pronouns.contains(at(child).lower) &&
                              at(child).lower != at(pronoun).lower;
      const int called = lexicon_.inflected ? sentence_->tree.child(child, Dependency::kApposition) : kNoWord;
      const bool is_named = sentence_->name_at(child) != kNoWord ||
                            (called != kNoWord && sentence_->name_at(called) != kNoWord);
      if (!is_relative(child) && !is_named && !is_pronoun) continue;
      // What is acted on tells by itself whether the sentences before are needed.
      const bool looked_back = looks_back_;
      for (const Referent& referent : resolve(child, {}, 1)) acting.push_back(roster_.root(referent.entity));
      if (is_pronoun) looks_back_ = looked_back;
    }
  };
  add_subjects(verb);
  // "А стал его владельцем, выкупив его у Б", "А основал фонд и передал ему 30 %"
  const int above = at(verb).note.head;
  const bool has_its_subject = at(verb).note.part_of_speech == language::PartOfSpeech::kGerund ||
                               (at(verb).is(Dependency::kConjunct) && !sentence_->tree.has_subject(verb));
  // "A bought the rest of B, becoming its owner"
  const bool is_participle = !lexicon_.inflected && at(verb).is(Dependency::kAdverbialClause) &&
                             at(verb).lower.ends_with("ing") && !sentence_->tree.has_subject(verb);
  if (((lexicon_.inflected && has_its_subject) || is_participle) && above != kNoWord && at(above).is_verb())
    add_subjects(above);
  return acting;
}

/// "продал завод его директору", "намерен вложить в его модернизацию": what is somebody's in a Russian clause
/// is that of its subject only where it is "his own"; so those whom `noun` beside a pronoun is not of.
std::vector<int> Referents::acting_beside(int noun) {
  if (noun == kNoWord || !lexicon_.inflected) return {};
  // "продав 18% его основателю": whatever stands beside the share
  if (const int share = at(noun).note.head; at(noun).is(Dependency::kNominalModifier) && share != kNoWord &&
                                            lexicon_.percent_words.contains(at(share).lemma))
    noun = share;
  const bool is_argument = at(noun).is(Dependency::kObject) || at(noun).is(Dependency::kIndirectObject) ||
                           at(noun).is(Dependency::kOblique);
  int verb = is_argument ? at(noun).note.head : kNoWord;
  constexpr int kHighest = 3;
  for (int steps = 0; steps < kHighest && verb != kNoWord && !sentence_->tree.has_subject(verb); ++steps) {
    const bool has_subject_above = at(verb).is(Dependency::kOpenComplement) ||
                                   at(verb).is(Dependency::kConjunct) ||
                                   at(verb).note.part_of_speech == language::PartOfSpeech::kGerund;
    verb = has_subject_above ? at(verb).note.head : kNoWord;
  }
  const int subject = verb == kNoWord ? kNoWord : sentence_->tree.child(verb, Dependency::kSubject);
  std::vector<int> acting;
  if (subject == kNoWord || subject == noun) return acting;
  for (const Reference& reference : references_) {
    if (reference.sentence == index_ && sentence_->tree.is_under(reference.word, subject) &&
        reference.word >= subject && reference.is_subject)
      acting.push_back(roster_.root(reference.entity));
  }
  return acting;
}

/// "Aster said that Birch had become its largest shareholder", "had bought 30% of its shares": who gets a
/// share is not whose it is.
std::vector<int> Referents::acting_on_own(int pronoun) {
  const int owned = at(pronoun).note.head;
  if (owned == kNoWord) return {};
  if (lexicon_.frames_by_title.contains(at(owned).lemma) && at(owned).is(Dependency::kOpenComplement))
    return acting_on(owned);
  // "the regulator blocked its purchase of A": it is not what the regulator does
  const int judged = at(owned).is(Dependency::kObject) ? at(owned).note.head : kNoWord;
  const bool is_event = judged != kNoWord && lexicon_.frames_by_noun.contains(at(owned).lemma);
  const auto status = lexicon_.status_verbs.find(is_event ? at(judged).lemma : std::string());
  const bool decides =
      is_event && (lexicon_.clearing_verbs.contains(at(judged).lemma) ||
                   (status != lexicon_.status_verbs.end() && status->second == model::Status::kDenied));
  if (decides) {
    std::vector<int> deciding = acting_on(owned);
    std::erase_if(deciding,
                  [&](int entity) { return roster_.at(entity).kind() != model::EntityKind::kPublicBody; });
    return deciding;
  }
  int share = owned;
  constexpr int kHighest = 3;
  for (int steps = 0; steps < kHighest && at(share).is(Dependency::kNominalModifier); ++steps)
    share = at(share).note.head;
  const int verb = at(share).is(Dependency::kObject) ? at(share).note.head : kNoWord;
  const bool is_bought = verb != kNoWord && share != owned &&
                         lexicon_.issued_nouns.contains(at(owned).lemma) &&
                         lexicon_.has_verb_of(at(verb).lemma, model::Relation::kAcquires);
  return is_bought ? acting_on(share) : std::vector<int>();
}

/// "It gave the start-up $5m", "Инвесторы получили 10% компании": who acts, which what is acted on is not.
std::vector<int> Referents::acting_pronouns(int word, int depth) {
  std::vector<int> acting = acting_parties(word);
  const int verb = at(word).note.head;
  if (verb == kNoWord || !at(verb).is_verb() || at(word).is_subject() || depth > kDeepest) return acting;
  const Exclusion nobody(*this, kNoEntity);
  for (const int subject : clause_->subjects(verb)) {
    const auto pronoun = lexicon_.pronouns.find(at(subject).lower);
    if (pronoun == lexicon_.pronouns.end() || subject >= word) continue;
    for (const Referent& who : looked_back(pronoun->second, subject, {}))
      acting.push_back(roster_.root(who.entity));
  }
  return acting;
}

}  // namespace whofunds::facts
