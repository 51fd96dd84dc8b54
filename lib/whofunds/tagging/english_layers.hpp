#pragma once

#include <cstddef>
#include <span>

#include "whofunds/tagging/quantised_matrix.hpp"

namespace whofunds::tagging::english {

/// The neurons of every layer of the encoders, and how many pieces each takes the largest of.
inline constexpr std::size_t kWidth = 96;
inline constexpr std::size_t kPieces = 3;
inline constexpr std::size_t kPiecesWidth = kPieces * kWidth;

/// An affine layer in the file of the model; outputs are filled up to whole panels.
struct Affine {
  QuantisedMatrix weights;
  std::span<const float> bias;

  std::size_t outputs() const noexcept { return weights.outputs; }

  /// `quantised` is memory to work in.
  void apply(const Rows& rows, QuantisedRows& quantised, float* out) const {
    quantised.assign(rows, weights.inputs);
    multiply(quantised, weights, bias, out);
  }
};

/// What a layer normalisation scales by and shifts by, kWidth each.
struct Normalisation {
  std::span<const float> gain;
  std::span<const float> shift;
};

/// For each of `count` rows of `pieces`, [count][kPieces][kWidth]: takes the largest piece of each neuron,
/// normalises the row to mean 0 and variance 1, scales and shifts it, and adds it to the row of `out`,
/// [count][kWidth].
void add_normalised_maxima(const Normalisation& norm, const float* pieces, std::size_t count, float* out);

}  // namespace whofunds::tagging::english
