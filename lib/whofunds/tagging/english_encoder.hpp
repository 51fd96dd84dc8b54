#pragma once

#include <span>
#include <vector>

#include "whofunds/tagging/english_features.hpp"
#include "whofunds/tagging/english_model.hpp"

namespace whofunds::tagging::english {

/// A vector of kWidth numbers for each token of a sentence, seen in its context: hash embeddings, then
/// convolutions with residual connections (M. Honnibal, "Embed, encode, attend, predict", 2016). Keeps its
/// memory from sentence to sentence.
class Encoder {
 public:
  /// The vectors, [token][kWidth]. They stay until the next call.
  std::span<const float> encode(const EncoderWeights& weights, std::span<const TokenRows> tokens);

 private:
  std::vector<float> vectors_;
  std::vector<float> pieces_;
  QuantisedRows quantised_;
};

}  // namespace whofunds::tagging::english
