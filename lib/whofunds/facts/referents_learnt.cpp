#include <algorithm>

#include "whofunds/facts/referents.hpp"
#include "whofunds/facts/renamings.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
using entities::Reference;
using mentions::kNoWord;
using model::EntityKind;
using tagging::Dependency;

/// Learns from the sentence what describes what ("«Листва», стартап Громова") and what is named ("это
/// партнёрство … под названием …").
void Referents::learn_descriptions() {
  for (int word = 0; word < sentence_->tree.size(); ++word) {
    if (sentence_->name_at(word) != kNoWord || !lexicon_.descriptors.contains(at(word).lemma)) continue;
    const std::vector<Referent> named = named_beside(word, {}, 0);
    if (named.empty()) continue;
    // "Банк «А», «Б» и «В»": a word in the singular describes the name beside it.
    const std::size_t described = at(word).note.number == language::Number::kPlural ? named.size() : 1;
    for (std::size_t i = 0; i < described; ++i) roster_.describe(named[i].entity, at(word).lemma);
    if (named.size() > 1) continue;
    for (const int child : at(word).children) {
      const auto owner = referent_of_name(child, {});
      if (owner && owner->entity != named.front().entity && !stands_for_name(word, child)) {
        remember_description(at(word).lemma, owner->entity, named.front().entity);
      }
    }
  }
}

/// The gender of a Russian description in the singular; none of other words.
language::Gender Referents::gender_of_description(int word) const {
  const bool describes = lexicon_.inflected && lexicon_.descriptors.contains(at(word).lemma) &&
                         at(word).note.number != language::Number::kPlural;
  if (!describes) return language::Gender::kNone;
  // Of a word that a tagger has not seen the ending tells: "сыроварню".
  const std::string& lemma = at(word).lemma;
  const bool is_feminine = (lemma.ends_with("а") || lemma.ends_with("я")) &&
                           lexicon_.descriptors.find(lemma)->second.kind != EntityKind::kPerson;
  return is_feminine ? language::Gender::kFeminine : at(word).note.gender;
}

/// "Шведская Norrbo приобрела", "«Норд» купила": of what gender a name without a description is spoken of.
language::Gender Referents::gender_of_agreement(int name) const {
  if (!lexicon_.inflected || at(name).note.number == language::Number::kPlural)
    return language::Gender::kNone;
  const int adjective = sentence_->tree.child(name, Dependency::kAdjectiveModifier);
  if (adjective != kNoWord && adjective < name && !at(adjective).is_capitalised())
    return at(adjective).note.gender;
  const int verb = at(name).is(Dependency::kSubject) ? at(name).note.head : kNoWord;
  const bool agrees = verb != kNoWord && at(verb).is_verb() &&
                      at(verb).note.tense == language::Tense::kPast &&
                      at(verb).note.number == language::Number::kSingular;
  return agrees ? at(verb).note.gender : language::Gender::kNone;
}

/// "компания", "the startup": what is spoken of again without its name can be meant by the pronoun after it.
void Referents::note_descriptions() {
  std::vector<Reference> noted;
  for (int word = 0; word < sentence_->tree.size(); ++word) {
    const auto descriptor = lexicon_.descriptors.find(at(word).lemma);
    if (descriptor == lexicon_.descriptors.end() || !descriptor->second.anaphoric ||
        descriptor->second.kind == EntityKind::kProject || sentence_->name_at(word) != kNoWord ||
        is_title(word) || !named_beside(word, {}, 0).empty())
      continue;
    const std::vector<Referent> known = last_described(word, descriptor->second, {});
    if (known.size() != 1) continue;
    noted.push_back({.sentence = index_,
                     .word = word,
                     .entity = known.front().entity,
                     .is_subject = at(word).is_subject(),
                     .gender = gender_of_description(word)});
  }
  references_.insert(references_.end(), noted.begin(), noted.end());
  std::stable_sort(references_.begin() + static_cast<std::ptrdiff_t>(past_), references_.end(),
                   [](const Reference& a, const Reference& b) { return a.word < b.word; });
}

void Referents::learn_names() {
  for (int word = 0; word < sentence_->tree.size(); ++word) {
    const bool naming =
        lexicon_.naming_words.contains(at(word).lemma) || lexicon_.naming_words.contains(at(word).lower);
    const int name = naming ? name_below(word, 0) : kNoWord;
    if (name == kNoWord) continue;
    const int verb = at(word).is_verb() ? word : clause_->governing_verb(word);
    if (verb == kNoWord) continue;
    for (const int subject : clause_->is_passive(verb) ? clause_->objects(verb) : clause_->subjects(verb)) {
      if (sentence_->name_at(subject) != kNoWord) continue;
      for (const Referent& referent : described(subject, {}, 0)) {
        if (roster_.at(referent.entity).named) continue;
        roster_.merge(referent.entity, referent_of_name(name, {})->entity);
        open_project_ = kNoEntity;
      }
    }
  }
}

/// Brings together what the sentence says is one thing by two names: "Aster was renamed Birch".
void Referents::learn_renamings() {
  for (const Renaming& renaming : find_renamings(*sentence_, *clause_, lexicon_)) {
    const auto name = sentence_->names[static_cast<std::size_t>(renaming.name)].head;
    const auto other = referent_of_name(name, {});
    const Exclusion exclusion(*this, other->entity);
    std::vector<Referent> things = bought_before(renaming.word);
    if (things.empty()) things = resolve(renaming.word, {}, 0);
    if (things.size() != 1 || things.front().entity == other->entity) continue;
    const auto can_be_renamed = [&](int entity) {
      return fits(entity, {EntityKind::kOrganization, EntityKind::kProject});
    };
    // A firm may have a name like a person's: "which renamed it John Porter".
    const bool is_firm = model::is_organization(roster_.at(things.front().entity).kind());
    if (can_be_renamed(things.front().entity) && (is_firm || can_be_renamed(other->entity)))
      roster_.merge(things.front().entity, other->entity);
  }
}

/// "A bought B, and the chain was renamed": what is renamed after a purchase is what was bought. Nothing
/// where `word` is no pronoun and no description, or nothing is bought before it.
std::vector<Referent> Referents::bought_before(int word) {
  const bool means_thing =
      lexicon_.pronouns.contains(at(word).lower) || lexicon_.descriptors.contains(at(word).lemma);
  if (!means_thing || sentence_->name_at(word) != kNoWord) return {};
  for (int verb = word - 1; verb >= 0; --verb) {
    if (!at(verb).is_verb() || !lexicon_.has_verb_of(at(verb).lemma, model::Relation::kAcquires)) continue;
    std::vector<Referent> bought;
    for (const int object : clause_->objects(verb)) append(bought, resolve(object, {}, 1));
    return bought;
  }
  return {};
}

/// "Aster Ventures is in Oslo. The firm …", "Aster left. The company …": where nothing else can be meant,
/// those who invest are a firm like any, and a subject that a model took for a place is one.
const Reference* Referents::last_subject_called(int word, const language::Descriptor& descriptor,
                                                const Kinds& kinds) const {
  const Reference* best = nullptr;
  for (std::size_t i = 0; i < past_; ++i) {
    const Reference& reference = references_[i];
    if (reference.sentence != index_ - 1 || !reference.is_subject || !fits(reference.entity, kinds)) continue;
    const entities::RosterEntity& record = roster_.at(reference.entity);
    const bool is_investor =
        record.kind() == EntityKind::kFund && lexicon_.general_nouns.contains(at(word).lemma);
    const bool may_be_firm =
        !lexicon_.inflected && record.kind() == EntityKind::kPlace && !record.kind_told();
    if (descriptor.kind == EntityKind::kCompany && (is_investor || may_be_firm)) best = &reference;
  }
  return best;
}

}  // namespace whofunds::facts
