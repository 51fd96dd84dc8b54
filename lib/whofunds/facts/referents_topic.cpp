#include <algorithm>

#include "whofunds/facts/referents.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
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

}  // namespace whofunds::facts
