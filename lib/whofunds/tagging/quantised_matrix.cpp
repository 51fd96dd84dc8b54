#include "whofunds/tagging/quantised_matrix.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "whofunds/tagging/processors.hpp"

namespace whofunds::tagging {
namespace {

constexpr std::size_t kLanes = 16;

WHOFUNDS_FOR_EACH_PROCESSOR float largest(const float* numbers, std::size_t count) {
  std::array<float, kLanes> most = {};
  std::size_t at = 0;
  for (; at + kLanes <= count; at += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane)
      most[lane] = std::max(most[lane], std::abs(numbers[at + lane]));
  }
  for (; at < count; ++at) most[0] = std::max(most[0], std::abs(numbers[at]));
  return *std::ranges::max_element(most);
}

WHOFUNDS_FOR_EACH_PROCESSOR void round_to_scale(const float* numbers, std::size_t count, float steps,
                                                std::uint8_t* out) {
  // All above zero, where cutting off the fraction of a number and a half more is rounding.
  constexpr float kHalfMore = QuantisedRows::kZero + 0.5F;
  for (std::size_t at = 0; at < count; ++at)
    out[at] = static_cast<std::uint8_t>(static_cast<int>(numbers[at] * steps + kHalfMore));
}

/// What is left of numbers that were rounded.
WHOFUNDS_FOR_EACH_PROCESSOR void subtract(const float* numbers, const std::uint8_t* rounded,
                                          std::size_t count, float scale, float* out) {
  for (std::size_t at = 0; at < count; ++at)
    out[at] = numbers[at] - static_cast<float>(rounded[at] - QuantisedRows::kZero) * scale;
}

/// Rows of which each number is one byte.
struct ByteRows {
  const std::uint8_t* begin;
  std::size_t stride;
  const float* scales;

  const std::uint8_t* row(std::size_t index) const { return begin + index * stride; }
  float scale(std::size_t row) const { return scales[row]; }
};

/// One panel of a product.
struct Panel {
  const std::int8_t* weights;
  const float* scales;
  const std::int32_t* corrections;
  const float* start;  ///< of row r at r * start_stride; may be null
  std::size_t start_stride;
  std::size_t groups;
};

/// The number that a sum of a column stands for.
float number_of(const Panel& panel, std::size_t row, std::size_t column, std::int32_t sum, float scale) {
  const float start = panel.start == nullptr ? 0.0F : panel.start[row * panel.start_stride + column];
  return start + static_cast<float>(sum) * (panel.scales[column] * scale);
}

void multiply_plain(const ByteRows& rows, std::size_t first, std::size_t last, const Panel& panel, float* out,
                    std::size_t out_stride) {
  for (std::size_t row = first; row < last; ++row) {
    std::array<std::int32_t, kPanelWidth> sums = {};
    std::copy_n(panel.corrections, kPanelWidth, sums.begin());
    const std::uint8_t* const numbers = rows.row(row);
    for (std::size_t group = 0; group < panel.groups; ++group) {
      const std::int8_t* const weights = panel.weights + group * kPanelWidth * kGroupedInputs;
      for (std::size_t column = 0; column < kPanelWidth; ++column) {
        for (std::size_t at = 0; at < kGroupedInputs; ++at)
          sums[column] += numbers[group * kGroupedInputs + at] * weights[column * kGroupedInputs + at];
      }
    }
    for (std::size_t column = 0; column < kPanelWidth; ++column)
      out[row * out_stride + column] = number_of(panel, row, column, sums[column], rows.scale(row));
  }
}

using PanelProduct = void (*)(const ByteRows&, std::size_t, std::size_t, const Panel&, float*, std::size_t);

/// The most rows that a product takes at once with all sums in registers.
struct Product {
  PanelProduct panel = nullptr;
  std::size_t most_rows = 1;
};

#if defined(__x86_64__)

[[gnu::always_inline]] inline int group_of(const std::uint8_t* numbers) {
  int group = 0;
  std::memcpy(&group, numbers, sizeof group);
  return group;
}

template <std::size_t kRows>
[[gnu::target("avx2")]] inline void tile_avx2(const ByteRows& rows, std::size_t first, const Panel& panel,
                                              float* out, std::size_t out_stride) {
  // Whole numbers of 16 bits times such, each pair added up: of a column two sums lie side by side.
  constexpr std::size_t kColumns = 4;
  constexpr std::size_t kParts = kPanelWidth / kColumns;
  __m256i sums[kRows][kParts];
  for (std::size_t row = 0; row < kRows; ++row) {
    for (std::size_t part = 0; part < kParts; ++part) sums[row][part] = _mm256_setzero_si256();
  }
  for (std::size_t group = 0; group < panel.groups; ++group) {
    __m256i numbers[kRows];
    for (std::size_t row = 0; row < kRows; ++row) {
      const __m128i bytes = _mm_cvtsi32_si128(group_of(rows.row(first + row) + group * kGroupedInputs));
      numbers[row] = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(bytes));
    }
    for (std::size_t part = 0; part < kParts; ++part) {
      const std::int8_t* const from =
          panel.weights + (group * kPanelWidth + part * kColumns) * kGroupedInputs;
      const __m256i weights = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
      for (std::size_t row = 0; row < kRows; ++row)
        sums[row][part] = _mm256_add_epi32(sums[row][part], _mm256_madd_epi16(weights, numbers[row]));
    }
  }
  for (std::size_t row = 0; row < kRows; ++row) {
    std::array<std::int32_t, 2 * kPanelWidth> halves = {};
    std::memcpy(halves.data(), sums[row], sizeof halves);
    for (std::size_t column = 0; column < kPanelWidth; ++column) {
      const std::int32_t sum = panel.corrections[column] + halves[2 * column] + halves[2 * column + 1];
      out[(first + row) * out_stride + column] =
          number_of(panel, first + row, column, sum, rows.scale(first + row));
    }
  }
}

template <std::size_t kMostRows>
[[gnu::target("avx2")]] void multiply_avx2(const ByteRows& rows, std::size_t first, std::size_t last,
                                           const Panel& panel, float* out, std::size_t out_stride) {
  if constexpr (kMostRows > 1) {
    if (last - first < kMostRows)
      return multiply_avx2<kMostRows - 1>(rows, first, last, panel, out, out_stride);
  }
  tile_avx2<kMostRows>(rows, first, panel, out, out_stride);
}

using WholeNumbers [[gnu::vector_size(sizeof(__m512i))]] = std::int32_t;

template <std::size_t kRows>
[[gnu::target("avx512f,avx512vnni")]] inline void tile_vnni(const ByteRows& rows, std::size_t first,
                                                            const Panel& panel, float* out,
                                                            std::size_t out_stride) {
  __m512i sums[kRows];
  const __m512i corrections = _mm512_loadu_si512(panel.corrections);
  for (std::size_t row = 0; row < kRows; ++row) sums[row] = corrections;
  for (std::size_t group = 0; group < panel.groups; ++group) {
    const __m512i weights = _mm512_loadu_si512(panel.weights + group * kPanelWidth * kGroupedInputs);
    for (std::size_t row = 0; row < kRows; ++row) {
      const __m512i numbers = _mm512_set1_epi32(group_of(rows.row(first + row) + group * kGroupedInputs));
      sums[row] = _mm512_dpbusd_epi32(sums[row], numbers, weights);
    }
  }
  const __m512 scales = _mm512_loadu_ps(panel.scales);
  for (std::size_t row = 0; row < kRows; ++row) {
    const __m512 start = panel.start == nullptr
                             ? _mm512_setzero_ps()
                             : _mm512_loadu_ps(panel.start + (first + row) * panel.start_stride);
    // The intrinsic for this conversion warns of a value that it does not use.
    const __m512 sum = __builtin_convertvector(reinterpret_cast<WholeNumbers>(sums[row]), __m512);
    _mm512_storeu_ps(out + (first + row) * out_stride, start + sum * (scales * rows.scale(first + row)));
  }
}

template <std::size_t kMostRows>
[[gnu::target("avx512f,avx512vnni")]] void multiply_vnni(const ByteRows& rows, std::size_t first,
                                                         std::size_t last, const Panel& panel, float* out,
                                                         std::size_t out_stride) {
  if constexpr (kMostRows > 1) {
    if (last - first < kMostRows)
      return multiply_vnni<kMostRows - 1>(rows, first, last, panel, out, out_stride);
  }
  tile_vnni<kMostRows>(rows, first, panel, out, out_stride);
}

Product product_by(Instructions instructions) {
  switch (instructions) {
    case Instructions::kAvx512Vnni:
      return {multiply_vnni<16>, 16};
    case Instructions::kAvx2:
      return {multiply_avx2<3>, 3};
    case Instructions::kPlain:
      break;
  }
  return {multiply_plain, 1};
}
#else
Product product_by(Instructions /*instructions*/) {
  return {multiply_plain, 1};
}
#endif

}  // namespace

QuantisedMatrix QuantisedMatrix::from(std::span<const std::uint8_t> bytes, std::size_t inputs,
                                      std::size_t outputs) {
  const std::uint8_t* const scales = bytes.data() + inputs * outputs;
  return {.panels = reinterpret_cast<const std::int8_t*>(bytes.data()),
          .scales = reinterpret_cast<const float*>(scales),
          .corrections = reinterpret_cast<const std::int32_t*>(scales + outputs * sizeof(float)),
          .inputs = inputs,
          .outputs = outputs};
}

Instructions best_instructions() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vnni"))
    return Instructions::kAvx512Vnni;
  if (__builtin_cpu_supports("avx2")) return Instructions::kAvx2;
#endif
  return Instructions::kPlain;
}

void QuantisedRows::assign(const Rows& rows, std::size_t inputs, Precision precision) {
  count_ = rows.count;
  stride_ = std::min(rows.stride, inputs);
  parts_ = precision == Precision::kOneByte ? 1 : 2;
  if (count_ == 0) return;
  // Rows that overlap are one run of numbers.
  const bool overlap = rows.stride < inputs;
  const std::size_t runs = overlap ? 1 : count_;
  const std::size_t length = overlap ? (count_ - 1) * rows.stride + inputs : inputs;
  for (std::size_t part = 0; part < parts_; ++part) {
    if (numbers_[part].size() < runs * length) numbers_[part].resize(runs * length);
    scales_[part].resize(count_);
  }
  constexpr float kMost = 127.0F;
  for (std::size_t run = 0; run < runs; ++run) {
    const float* numbers = rows.begin + run * rows.stride;
    for (std::size_t part = 0; part < parts_; ++part) {
      const float most = largest(numbers, length);
      const float scale = most / kMost;
      std::uint8_t* const out = numbers_[part].data() + run * length;
      round_to_scale(numbers, length, most > 0.0F ? kMost / most : 0.0F, out);
      if (overlap) {
        std::ranges::fill(scales_[part], scale);
      } else {
        scales_[part][run] = scale;
      }
      if (part + 1 == parts_) break;
      if (rest_.size() < length) rest_.resize(length);
      subtract(numbers, out, length, scale, rest_.data());
      numbers = rest_.data();
    }
  }
}

void multiply(const QuantisedRows& rows, const QuantisedMatrix& matrix, std::span<const float> start,
              float* out) {
  static const Instructions best = best_instructions();
  multiply(rows, matrix, start, out, best);
}

void multiply(const QuantisedRows& rows, const QuantisedMatrix& matrix, std::span<const float> start,
              float* out, Instructions instructions) {
  const Product product = product_by(instructions);
  const std::size_t tiles = (rows.count() + product.most_rows - 1) / product.most_rows;
  for (std::size_t column = 0; column < matrix.outputs; column += kPanelWidth) {
    Panel panel = {.weights = matrix.panels + column * matrix.inputs,
                   .scales = matrix.scales + column,
                   .corrections = matrix.corrections + column,
                   .start = start.empty() ? nullptr : start.data() + column,
                   .start_stride = 0,
                   .groups = matrix.inputs / kGroupedInputs};
    for (std::size_t part = 0; part < rows.parts(); ++part) {
      const ByteRows bytes = {rows.row(part, 0), rows.stride(), rows.scales(part)};
      // Tiles of like height: two of four rows are faster than one of six and one of two.
      for (std::size_t tile = 0; tile < tiles; ++tile) {
        product.panel(bytes, rows.count() * tile / tiles, rows.count() * (tile + 1) / tiles, panel,
                      out + column, matrix.outputs);
      }
      panel.start = out + column;
      panel.start_stride = matrix.outputs;
    }
  }
}

}  // namespace whofunds::tagging
