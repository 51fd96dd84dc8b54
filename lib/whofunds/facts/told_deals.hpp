#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "whofunds/model/relation.hpp"

namespace whofunds::facts {

/// Who dealt with whom in a sentence: entities of the roster.
struct ToldDeal {
  model::Relation relation = model::Relation::kInvestsIn;
  std::vector<int> givers;  ///< who buys, lends, invests, gives
  std::vector<int> takers;  ///< who or what is bought, borrows, is given
  std::vector<int> sellers;
  int sentence = 0;
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

  /// The last deal before `sentence`, near it, that `is_asked` is true of; nullptr if there is none.
  template <typename Predicate>
  const ToldDeal* last(int sentence, const Predicate& is_asked) const {
    const auto found = std::find_if(deals_.rbegin(), deals_.rend(), [&](const ToldDeal& deal) {
      return deal.sentence < sentence && deal.sentence + kFarthestDeal >= sentence && is_asked(deal);
    });
    return found == deals_.rend() ? nullptr : &*found;
  }

  /// Of the sentence right before `sentence` the only deal; nullptr where that tells none or several.
  const ToldDeal* only_before(int sentence) const {
    const auto is_before = [&](const ToldDeal& deal) { return deal.sentence + 1 == sentence; };
    const auto found = std::ranges::find_if(deals_, is_before);
    return std::ranges::count_if(deals_, is_before) == 1 ? &*found : nullptr;
  }

 private:
  std::vector<ToldDeal> deals_;
};

}  // namespace whofunds::facts
