#include <algorithm>
#include <set>

#include "whofunds/facts/referents.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
using entities::Reference;
using model::EntityKind;

namespace {

constexpr double kSureTopic = 0.7;

}  // namespace

int Referents::nameless_topic() const {
  return topic_ == kNoEntity || roster_.at(topic_).named ? kNoEntity : roster_.root(topic_);
}

void Referents::name_topic(const std::function<bool(int)>& is_other) {
  if (nameless_topic() == kNoEntity) return;
  int best = kNoEntity;
  for (const auto& [entity, times] : may_name_) {
    if (is_other(roster_.root(entity)) || !fits(entity, {EntityKind::kOrganization})) continue;
    if (best == kNoEntity || times > may_name_[best]) best = entity;
  }
  if (best != kNoEntity) roster_.merge(topic_, best);
}

/// "A took it over, and B bought it": the same pronoun goes on standing for what has no name yet.
bool Referents::stands_for_topic(int word) {
  const auto pronoun = lexicon_.pronouns.find(at(word).lower);
  if (pronoun == lexicon_.pronouns.end() || pronoun->second.possessive) return false;
  for (int first = 0; first < word; ++first) {
    if (at(first).lower != at(word).lower) continue;
    const std::vector<Referent> found = looked_back(pronoun->second, first, {});
    return found.size() == 1 && topic_ != kNoEntity && found.front().entity == roster_.root(topic_);
  }
  return false;
}

/// "The company was bought by A", "It was bought by A", where nothing has been named before: what the text is
/// about, and will perhaps name.
std::vector<Referent> Referents::topic_before_names(int word, const Kinds& kinds) {
  if (lexicon_.inflected || has_names_ || index_ > kFarthest) return {};
  if (stands_for_topic(word))
    return {Referent{.entity = roster_.root(topic_), .word = word, .certainty = kSureTopic}};
  if (!kinds.empty() && !among(EntityKind::kCompany, kinds) && !among(EntityKind::kOrganization, kinds))
    return {};
  const bool goes_on = continues_subject(word);
  const std::vector<int> acting = acting_on(word);
  for (std::size_t i = past_; i < references_.size() && !goes_on; ++i) {
    const int entity = roster_.root(references_[i].entity);
    if (references_[i].word < word && entity != topic_ && fits(entity, {EntityKind::kOrganization}) &&
        std::ranges::find(acting, entity) == acting.end())
      return {};
  }
  if (topic_ == kNoEntity) topic_ = roster_.add_unnamed(EntityKind::kCompany, at(word).lemma);
  topic_sentence_ = index_;
  const bool is_subject = at(word).is_subject();
  references_.push_back({.sentence = index_, .word = word, .entity = topic_, .is_subject = is_subject});
  return {Referent{.entity = roster_.root(topic_), .word = word, .certainty = kSureTopic}};
}

/// The sentence is read: who is named in it has been named once more.
void Referents::count_named() {
  std::set<int> named;
  for (std::size_t i = past_; i < references_.size(); ++i) named.insert(roster_.root(references_[i].entity));
  for (const int entity : named) {
    const auto [known, is_new] = counted_.try_emplace(entity, index_);
    if (!is_new && known->second == index_) continue;  // a second tree of the same sentence
    known->second = index_;
    ++named_in_[entity];
  }
}

int Referents::times_named(int entity) const {
  const auto named = named_in_.find(roster_.root(entity));
  return named == named_in_.end() ? 0 : named->second;
}

/// The last sentence before this one that names it; before all where none does.
int Referents::named_last(int entity) const {
  const auto named = counted_.find(roster_.root(entity));
  return named == counted_.end() ? -1 : named->second;
}

/// Whom a text goes back to when it says "the company" in a new paragraph: not one that was named once, in
/// passing, where another has been spoken of again and again. kNoEntity where `found` stands.
int Referents::rather_meant(const Reference& found, const std::function<bool(int)>& may_be_meant) const {
  constexpr int kOften = 2;
  if (found.sentence >= index_ || times_named(found.entity) > 1) return kNoEntity;
  // In the same paragraph only one that was named with it or after it.
  const bool is_of_before = found.sentence < paragraph_;
  int best = kNoEntity;
  for (const auto& [entity, times] : named_in_) {
    const bool is_often =
        is_of_before ? times >= kOften : times > kOften && named_last(entity) >= found.sentence;
    if (!is_often || roster_.root(entity) != entity || !may_be_meant(entity)) continue;
    if (best == kNoEntity || times > times_named(best)) best = entity;
  }
  return best;
}

}  // namespace whofunds::facts
