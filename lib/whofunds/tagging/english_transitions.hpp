#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "whofunds/tagging/english_model.hpp"

namespace whofunds::tagging::english {

/// Scores the next move of a transition system from the tokens in its slots. What each token adds in each
/// slot is worked out once a sentence, so that a step costs a few additions and one small product (Chen and
/// Manning, "A fast and accurate dependency parser using neural networks", EMNLP 2014). Keeps its memory from
/// sentence to sentence.
class TransitionScorer {
 public:
  /// Prepares for a sentence, given the vectors of its tokens, [token][kWidth].
  void prepare(const TransitionWeights& weights, std::span<const float> vectors);

  /// The scores of all moves, where `slots` holds the indexes of tokens, -1 for none. They stay until the
  /// next call.
  std::span<const float> score(const TransitionWeights& weights, std::span<const std::int32_t> slots);

 private:
  QuantisedRows quantised_;
  std::vector<float> narrowed_;
  std::vector<float> added_;  ///< [token][slot][kStateWidth]
  std::vector<float> scores_;
};

}  // namespace whofunds::tagging::english
