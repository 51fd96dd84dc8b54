#include "whofunds/tagging/english_encoder.hpp"

#include <cstring>

#include "whofunds/tagging/processors.hpp"

namespace whofunds::tagging::english {
namespace {

constexpr std::size_t kStep = 16;
using WholeNumbers [[gnu::vector_size(kStep * sizeof(std::int16_t))]] = std::int16_t;
using Numbers [[gnu::vector_size(kStep * sizeof(float))]] = float;
static_assert(kPiecesWidth % kStep == 0);

/// Adds up the rows of a token a few numbers at a time, so that all its rows are fetched from memory at once.
WHOFUNDS_FOR_EACH_PROCESSOR void embed(const EncoderWeights& weights, const TokenRows& token, float* pieces) {
  const float* const bias = weights.embedding_bias[token.space_after ? 1 : 0].data();
  for (std::size_t begin = 0; begin < kPiecesWidth; begin += kStep) {
    WholeNumbers sums = {};
    for (const std::uint32_t row : token.rows) {
      WholeNumbers vector;
      std::memcpy(&vector, weights.embedding.data() + std::size_t{row} * kPiecesWidth + begin, sizeof vector);
      sums += vector;
    }
    Numbers numbers;
    std::memcpy(&numbers, bias + begin, sizeof numbers);
    numbers += __builtin_convertvector(sums, Numbers) * weights.embedding_scale;
    std::memcpy(pieces + begin, &numbers, sizeof numbers);
  }
}

}  // namespace

std::span<const float> Encoder::encode(const EncoderWeights& weights, std::span<const TokenRows> tokens) {
  // The model was trained with rows of zeros before and after each text, which take part in the convolutions:
  // as many as there are convolutions, of which each needs one row less on either side than the one before.
  constexpr std::size_t kMargin = kConvolutions;
  const std::size_t count = tokens.size();
  vectors_.assign((count + 2 * kMargin) * kWidth, 0.0F);
  pieces_.resize((count + 2 * kMargin) * kPiecesWidth);
  float* const first = vectors_.data() + kMargin * kWidth;

  for (std::size_t at = 0; at < count; ++at) embed(weights, tokens[at], pieces_.data() + at * kPiecesWidth);
  add_normalised_maxima(weights.embedding_norm, pieces_.data(), count, first);

  std::size_t margin = kMargin;
  for (const Convolution& convolution : weights.convolutions) {
    --margin;
    float* const begin = first - margin * kWidth;
    const Rows windows = {begin - kWidth, count + 2 * margin, kWidth};
    convolution.affine.apply(windows, quantised_, pieces_.data());
    add_normalised_maxima(convolution.norm, pieces_.data(), windows.count, begin);
  }
  return {first, count * kWidth};
}

}  // namespace whofunds::tagging::english
