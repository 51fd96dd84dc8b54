#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "whofunds/tagging/english_model.hpp"
#include "whofunds/text/token.hpp"

namespace whofunds::tagging::english {

/// What the encoders look up for a token.
struct TokenRows {
  std::array<std::uint32_t, kFeatures * kRowsOfFeature>
      rows;  ///< of the embedding: their vectors are summed up
  bool space_after;
};

/// Replaces `rows` by what the encoders look up for each token of a sentence.
void find_rows(const Model& model, std::span<const text::Token> tokens, std::vector<TokenRows>& rows);

/// The features of a token as numbers, by `Feature`.
using FeatureKeys = std::array<std::uint64_t, kFeatures>;

/// The features of a token without regard to its neighbours, which find_rows looks at for the norms of
/// contractions.
FeatureKeys feature_keys(const Model& model, std::string_view token);

}  // namespace whofunds::tagging::english
