#include <algorithm>

#include "whofunds/facts/referents.hpp"

namespace whofunds::facts {

using mentions::kNoWord;

namespace {

constexpr double kSureOfPost = 0.85;

}  // namespace

int Referents::post_of(int person) const {
  const auto tied = tied_.find(person);
  return tied == tied_.end() ? last_post_ : roster_.root(tied->second);
}

std::vector<Referent> Referents::tied_to(int owner, int word, const Kinds& kinds) const {
  const auto tied = tied_.find(owner);
  if (tied == tied_.end() || !fits(tied->second, kinds)) return {};
  return {Referent{.entity = roster_.root(tied->second), .word = word, .certainty = kSureOfPost}};
}

std::vector<Referent> Referents::last_asset(int word, const Kinds& kinds) {
  looks_back_ = true;
  const bool is_near = last_asset_ != entities::kNoEntity && index_ - last_asset_sentence_ <= kFarthest;
  if (!is_near || !fits(last_asset_, kinds)) return {};
  return {Referent{.entity = roster_.root(last_asset_), .word = word, .certainty = kSureEllipsis}};
}

std::vector<Referent> Referents::last_post(int post, const Kinds& kinds) {
  if (post == kNoWord || last_post_ == entities::kNoEntity || !fits(last_post_, kinds) ||
      index_ - last_post_sentence_ > 1)
    return {};
  const bool points_back = std::ranges::any_of(
      at(post).children, [&](int child) { return in(lexicon_.demonstratives, at(child)); });
  if (!points_back) return {};
  looks_back_ = true;
  return {Referent{.entity = roster_.root(last_post_), .word = post, .certainty = kSureOfPost}};
}

}  // namespace whofunds::facts
