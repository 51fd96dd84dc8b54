#include "whofunds/tagging/english_transitions.hpp"

#include <algorithm>

namespace whofunds::tagging::english {

void TransitionScorer::prepare(const TransitionWeights& weights, std::span<const float> vectors) {
  const std::size_t count = vectors.size() / kWidth;
  narrowed_.resize(count * kHidden);
  added_.resize(count * weights.slots.outputs());
  scores_.resize(weights.score.outputs());
  weights.narrow.apply({vectors.data(), count, kWidth}, quantised_, narrowed_.data());
  weights.slots.apply({narrowed_.data(), count, kHidden}, quantised_, added_.data());
}

std::span<const float> TransitionScorer::score(const TransitionWeights& weights,
                                               std::span<const std::int32_t> slots) {
  std::array<float, kStateWidth> state = {};
  for (std::size_t slot = 0; slot < slots.size(); ++slot) {
    const float* const all =
        slots[slot] < 0 ? weights.absent.data()
                        : added_.data() + static_cast<std::size_t>(slots[slot]) * weights.slots.outputs();
    const float* const added = all + slot * kStateWidth;
    for (std::size_t at = 0; at < kStateWidth; ++at) state[at] += added[at];
  }
  std::array<float, kHidden> hidden = {};
  for (std::size_t at = 0; at < kHidden; ++at) hidden[at] = std::max(state[at], state[kHidden + at]);
  weights.score.apply({hidden.data(), 1, kHidden}, quantised_, scores_.data());
  return {scores_.data(), weights.moves.size()};
}

}  // namespace whofunds::tagging::english
