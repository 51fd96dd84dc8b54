#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/model/relation.hpp"

namespace whofunds::facts {

/// Who dealt with whom in a sentence: entities of the roster.
struct ToldDeal {
  model::Relation relation = model::Relation::kInvestsIn;
  std::vector<int> givers;  ///< who buys, lends, invests, gives
  std::vector<int> takers;  ///< who or what is bought, borrows, is given
  std::vector<int> sellers;
  int sentence = 0;

  const std::vector<int>& parties_at(language::PartyNoun::End end) const {
    using End = language::PartyNoun::End;
    return end == End::kFrom ? givers : end == End::kTo ? takers : sellers;
  }
};

/// The deals that the sentences before this one told.
class ToldDeals {
 public:
  /// How many sentences later a deal is spoken of yet.
  static constexpr int kFarthestDeal = 2;

  void remember(ToldDeal deal) {
    std::erase_if(deals_,
                  [&](const ToldDeal& other) { return other.sentence + kFarthestDeal < deal.sentence; });
    deals_.push_back(std::move(deal));
  }

  /// Who took one of those parts in the deals of the last sentence, near `sentence` and before it, that tells
  /// of such.
  std::vector<int> parties(int sentence, const std::vector<language::PartyNoun>& parts) const {
    std::vector<int> found;
    int last = sentence;
    for (auto deal = deals_.rbegin(); deal != deals_.rend(); ++deal) {
      const bool is_near = deal->sentence < sentence && deal->sentence + kFarthestDeal >= sentence;
      if (!is_near || (!found.empty() && deal->sentence != last)) continue;
      for (const language::PartyNoun& part : parts) {
        if (part.relation != deal->relation) continue;
        for (const int party : deal->parties_at(part.end)) {
          last = deal->sentence;
          if (std::ranges::find(found, party) == found.end()) found.push_back(party);
        }
      }
    }
    return found;
  }

  /// Of the sentence right before `sentence` the only deal; nullptr where that tells none or several.
  const ToldDeal* only_before(int sentence) const {
    const auto is_before = [&](const ToldDeal& deal) {
      return deal.sentence + 1 == sentence && model::moves_money(deal.relation) &&
             (deal.sellers.empty() || !deal.givers.empty());
    };
    const auto found = std::ranges::find_if(deals_, is_before);
    return std::ranges::count_if(deals_, is_before) == 1 ? &*found : nullptr;
  }

 private:
  std::vector<ToldDeal> deals_;
};

}  // namespace whofunds::facts
