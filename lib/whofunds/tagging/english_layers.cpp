#include "whofunds/tagging/english_layers.hpp"

#include <cmath>
#include <cstring>

#include "whofunds/tagging/processors.hpp"

namespace whofunds::tagging::english {
namespace {

/// As many numbers at once as lie together in a row; the compiler cuts them up for the registers it has.
constexpr std::size_t kLanes = 16;
using Lanes [[gnu::vector_size(kLanes * sizeof(float))]] = float;

constexpr std::size_t kSteps = kWidth / kLanes;
static_assert(kWidth % kLanes == 0);

[[gnu::always_inline]] inline void load(Lanes& lanes, const float* from) {
  std::memcpy(&lanes, from, sizeof lanes);
}

/// The sum of the lanes, always added up in the same order.
[[gnu::always_inline]] inline float total(const Lanes& lanes) {
  float sums[kLanes];
  std::memcpy(sums, &lanes, sizeof sums);
  for (std::size_t width = kLanes / 2; width > 0; width /= 2) {
    for (std::size_t lane = 0; lane < width; ++lane) sums[lane] += sums[lane + width];
  }
  return sums[0];
}

[[gnu::always_inline]] inline void add_normalised(const Normalisation& norm, const float* pieces,
                                                  float* out) {
  constexpr float kEpsilon = 1e-8F;
  Lanes values[kSteps];
  Lanes sum = {};
  for (std::size_t step = 0; step < kSteps; ++step) {
    load(values[step], pieces + step * kLanes);
    for (std::size_t piece = 1; piece < kPieces; ++piece) {
      Lanes other;
      load(other, pieces + piece * kWidth + step * kLanes);
      values[step] = values[step] < other ? other : values[step];
    }
    sum += values[step];
  }
  const float mean = total(sum) / kWidth;
  Lanes squares = {};
  for (Lanes& value : values) {
    value -= mean;
    squares += value * value;
  }
  const float scale = 1.0F / std::sqrt(total(squares) / kWidth + kEpsilon);
  for (std::size_t step = 0; step < kSteps; ++step) {
    Lanes gain;
    Lanes shift;
    Lanes result;
    load(gain, norm.gain.data() + step * kLanes);
    load(shift, norm.shift.data() + step * kLanes);
    load(result, out + step * kLanes);
    result += values[step] * scale * gain + shift;
    std::memcpy(out + step * kLanes, &result, sizeof result);
  }
}

}  // namespace

WHOFUNDS_FOR_EACH_PROCESSOR void add_normalised_maxima(const Normalisation& norm, const float* pieces,
                                                       std::size_t count, float* out) {
  for (std::size_t row = 0; row < count; ++row) {
    add_normalised(norm, pieces + row * kPiecesWidth, out + row * kWidth);
  }
}

}  // namespace whofunds::tagging::english
