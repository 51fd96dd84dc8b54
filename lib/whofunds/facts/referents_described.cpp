#include <algorithm>

#include "whofunds/facts/referents.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
using entities::Reference;
using mentions::kNoWord;
using mentions::Word;
using model::EntityKind;
using tagging::Dependency;

/// Whether two words are arguments of one verb, so that the one cannot mean the other: "A and B sold the
/// company".
bool Referents::is_of_same_verb(int word, int other) const {
  const auto verb_of = [&](int argument) {
    // "A is a part of the platform": a predicate has arguments as a verb has
    const auto governs = [&](int head) {
      return at(head).is_verb() ||
             (!lexicon_.inflected && sentence_->tree.child(head, Dependency::kCopula) != kNoWord);
    };
    int head = at(argument).note.head;
    while (head != kNoWord && !governs(head)) head = at(head).note.head;
    return head;
  };
  // "Its parent, A, will sell the publisher": what a verb acts on is not who acts
  const int acting = at(word).is(Dependency::kApposition) ? at(word).note.head : word;
  if (!lexicon_.inflected && at(other).is(Dependency::kObject) && at(acting).is(Dependency::kSubject) &&
      at(acting).note.head == at(other).note.head)
    return true;
  return at(word).is(Dependency::kSubject) || at(word).is(Dependency::kConjunct) || is_bought_from(word)
             ? verb_of(word) != kNoWord && verb_of(word) == verb_of(other)
             : false;
}

/// "проект", "это партнёрство": a thing without a name goes on being the same until another is named.
std::optional<Referent> Referents::project(int word, const language::Descriptor& descriptor) {
  looks_back_ = true;
  if (open_project_ == kNoEntity) {
    open_project_ = roster_.add_unnamed(descriptor.kind, at(word).lemma);
  }
  return Referent{.entity = roster_.root(open_project_), .word = word, .certainty = kSureDescription};
}

/// The project that the sentences before name, if it is the only one.
std::optional<Referent> Referents::only_project(int word) {
  int only = kNoEntity;
  for (const Reference& reference : references_) {
    const int entity = roster_.root(reference.entity);
    if (roster_.at(entity).kind() != EntityKind::kProject || entity == only ||
        (reference.sentence == index_ && reference.word >= word))
      continue;
    if (only != kNoEntity) return std::nullopt;
    only = entity;
  }
  if (only == kNoEntity) return std::nullopt;
  looks_back_ = true;
  return Referent{.entity = only, .word = word, .certainty = kSureDescription};
}

/// The last name before `word` that a noun described: «консорциум „А“ … консорциуму». nullptr if there is
/// none.
const Reference* Referents::last_called(const std::string& noun, int word, const Kinds& kinds) {
  const Reference* last = nullptr;
  for (const Reference& reference : references_) {
    if (reference.sentence == index_ && reference.word >= word) continue;
    const entities::RosterEntity& record = roster_.at(reference.entity);
    const bool is_called =
        std::find(record.descriptors.begin(), record.descriptors.end(), noun) != record.descriptors.end();
    if (is_called && record.named && fits(reference.entity, kinds)) last = &reference;
  }
  looks_back_ = looks_back_ || (last != nullptr && last->sentence != index_);
  return last;
}

/// A common noun for something already spoken of: "the company", "стартап Громова", "проект".
std::vector<Referent> Referents::described(int word, const Kinds& kinds, int depth) {
  const Word& here = at(word);
  const auto found = lexicon_.descriptors.find(here.lemma);
  if (found == lexicon_.descriptors.end()) return {};
  const language::Descriptor& descriptor = found->second;
  if (here.note.number == language::Number::kPlural || are_both(word))
    return several(word, descriptor, kinds);
  // "две компании": any two
  if (lexicon_.inflected && sentence_->tree.child(word, Dependency::kNumericModifier) != kNoWord) return {};
  // "the combined company" is none of those that were named.
  if (std::ranges::any_of(here.children, [&](int child) {
        return lexicon_.merged_words.contains(at(child).lemma) ||
               lexicon_.merged_words.contains(at(child).lower);
      }))
    return {};
  for (const int child : here.children) {
    const int name = sentence_->name_at(child);
    const bool owner = name != kNoWord && sentence_->tree.preposition(child).empty() &&
                       !stands_for_name(word, child) && !tells_place(word, child);
    const std::vector<Referent> owners = owner ? resolve(child, {}, depth + 1) : std::vector<Referent>();
    for (const Referent& possessor : owners) {
      const auto known = described_.find({here.lemma, possessor.entity});
      if (known != described_.end() && fits(known->second, kinds))
        return {Referent{.entity = roster_.root(known->second), .word = word, .certainty = kSureDescription}};
    }
    looks_back_ = looks_back_ || !owners.empty();
    if (!owners.empty()) return {};  // somebody's company, of which nothing was said
  }
  // "свою компанию": the one that its owner was said to found, to own or to head.
  if (possessive_of(word) != kNoWord && model::is_organization(descriptor.kind))
    return own_stake(word, kinds, depth);
  if (!descriptor.anaphoric) {
    const bool is_bare = std::ranges::none_of(here.children, [&](int child) {
      return at(child).is(Dependency::kNominalModifier) || at(child).is(Dependency::kAdjectiveModifier) ||
             at(child).is(Dependency::kApposition);
    });
    const Reference* const named =
        lexicon_.inflected && is_bare ? last_called(here.lemma, word, kinds) : nullptr;
    return named == nullptr
               ? std::vector<Referent>()
               : std::vector{Referent{
                     .entity = roster_.root(named->entity), .word = word, .certainty = kSureDescription}};
  }
  if (descriptor.kind != EntityKind::kProject && names_event(word)) return {};
  const bool definite = lexicon_.inflected || is_definite(word);
  const bool qualified = is_qualified(word);
  const bool is_project = descriptor.kind == EntityKind::kProject;
  if (is_project && (kinds.empty() || among(EntityKind::kProject, kinds))) {
    if (const Reference* const named = last_called(here.lemma, word, kinds); named != nullptr)
      return {Referent{.entity = roster_.root(named->entity), .word = word, .certainty = kSureDescription}};
    const bool is_new = std::ranges::any_of(here.children, [&](int child) {
      return at(child).is(Dependency::kNominalModifier) && sentence_->name_at(child) == kNoWord;
    });
    // "построит завод «А». Кредит на проект выдаст Б"
    const int undertaking = lexicon_.undertaking_nouns.contains(here.lemma) ? built() : kNoEntity;
    if (undertaking != kNoEntity && open_project_ == kNoEntity && fits(undertaking, kinds)) {
      looks_back_ = true;
      return {Referent{.entity = undertaking, .word = word, .certainty = kSureDescription}};
    }
    // "the partnership" is no wind farm that was named before
    const bool may_be_any =
        lexicon_.inflected || (definite && !qualified && lexicon_.project_openings.contains(here.lemma));
    if (open_project_ == kNoEntity && may_be_any && !is_new) {
      if (const std::optional<Referent> only = only_project(word)) return {*only};
    }
    if (const auto unnamed = project(word, descriptor)) return {*unnamed};
  }
  if (definite && qualified && is_bought(word)) return bought_by_name(word, kinds);
  if (!definite || qualified) return {};
  std::vector<Referent> known = spoken_of(word, descriptor, kinds);
  if (known.empty()) return topic_before_names(word, kinds);
  // An investor is spoken of in passing.
  if (descriptor.kind == EntityKind::kCompany) remember_spoken_of(word, known.front().entity);
  return known;
}

/// "the company", "the company name": an article belongs to the whole phrase.
bool Referents::is_definite(int word) const {
  const int head = at(word).note.head;
  const bool is_of_name =
      at(word).is(Dependency::kCompound) && head != kNoWord && lexicon_.name_nouns.contains(at(head).lemma);
  return std::ranges::any_of(at(is_of_name ? head : word).children, [&](int child) {
    return lexicon_.demonstratives.contains(at(child).lemma) ||
           lexicon_.demonstratives.contains(at(child).lower);
  });
}

/// "the company that …", "the company of A": it may be another than was spoken of.
bool Referents::is_qualified(int word) const {
  return std::ranges::any_of(at(word).children, [&](int child) {
    // "The company, whose chief is A": what follows a comma does not tell which.
    // "The company, based in Oslo": nor does a participle there.
    const bool is_aside =
        !lexicon_.inflected && word + 1 < sentence_->tree.size() && at(word + 1).token.text == ",";
    return at(child).is(Dependency::kNominalModifier) ||
           (at(child).is(Dependency::kRelativeClause) && !is_aside) ||
           (at(child).is(Dependency::kClauseOfNoun) && !is_aside);
  });
}

bool Referents::points_back(int noun) const {
  return lexicon_.inflected && std::ranges::any_of(at(noun).children, [&](int child) {
           return at(child).is(Dependency::kDeterminer) && lexicon_.demonstratives.contains(at(child).lemma);
         });
}

/// "A told Reuters": who is told something is not what it is about.
bool Referents::is_told(int name_word) const {
  const int verb = at(name_word).note.head;
  return !lexicon_.inflected && verb != kNoWord && verb < name_word &&
         (at(name_word).is(Dependency::kObject) || at(name_word).is(Dependency::kIndirectObject)) &&
         lexicon_.saying_verbs.contains(at(verb).lemma);
}

/// "existing investor A", "A, a backer of B"
bool Referents::is_called_investor(int name_word) const {
  return !lexicon_.inflected && std::ranges::any_of(at(name_word).children, [&](int child) {
    const bool describes = at(child).is(Dependency::kCompound) || at(child).is(Dependency::kApposition);
    return describes && lexicon_.is_holder(at(child).lemma, model::Relation::kInvestsIn);
  });
}

/// "the Lisbon start-up": a name told once and of one word, between "the" and the noun, says where it is,
/// though no model knows the town. "the Aster group", "the Aster bank" may be called so.
bool Referents::tells_place(int noun, int name_word) const {
  const int name = sentence_->name_at(name_word);
  if (lexicon_.inflected || name == kNoWord || name_word != noun - 1 || noun < 2 ||
      at(name_word).note.head != noun || !at(name_word).is(Dependency::kCompound) ||
      !lexicon_.demonstratives.contains(at(noun - 2).lower))
    return false;
  const std::string& lemma = at(noun).lemma;
  if (lexicon_.name_words.contains(lemma) && !lexicon_.legal_forms.contains(lemma)) return false;
  const mentions::NameMention& mention = sentence_->names[static_cast<std::size_t>(name)];
  const auto& forms =
      roster_.at(roster_.entity_of(static_cast<std::size_t>(index_), static_cast<std::size_t>(name)))
          .surface_forms;
  return mention.last - mention.first == 1 && forms.size() == 1 && forms.begin()->second == 1;
}

}  // namespace whofunds::facts
