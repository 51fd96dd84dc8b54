#include "whofunds/tagging/packed_matrix.hpp"

namespace whofunds::tagging {
namespace {

#define WHOFUNDS_INLINE [[gnu::always_inline]] inline

/// Numbers that the compiler keeps in one register of whatever it compiles for.
template <std::size_t kLanes>
struct Lanes {
  using Register [[gnu::vector_size(kLanes * sizeof(float))]] = float;
  /// The same in memory, at any address.
  using Stored [[gnu::vector_size(kLanes * sizeof(float)), gnu::aligned(alignof(float)), gnu::may_alias]] =
      float;
};

/// kRows rows times one panel, all sums in registers.
template <std::size_t kLanes, std::size_t kRows>
WHOFUNDS_INLINE void multiply_tile(const float* rows, std::size_t stride, std::size_t inputs,
                                   const float* panel, const float* start, float* out,
                                   std::size_t out_stride) {
  using Register = typename Lanes<kLanes>::Register;
  using Stored = typename Lanes<kLanes>::Stored;
  constexpr std::size_t kParts = kPanelWidth / kLanes;
  Register sums[kRows][kParts] = {};
  if (start != nullptr) {
    for (std::size_t row = 0; row < kRows; ++row) {
      for (std::size_t part = 0; part < kParts; ++part)
        sums[row][part] = *reinterpret_cast<const Stored*>(start + part * kLanes);
    }
  }
  for (std::size_t input = 0; input < inputs; ++input) {
    Register weights[kParts];
    for (std::size_t part = 0; part < kParts; ++part) {
      weights[part] = *reinterpret_cast<const Stored*>(panel + input * kPanelWidth + part * kLanes);
    }
    for (std::size_t row = 0; row < kRows; ++row) {
      for (std::size_t part = 0; part < kParts; ++part)
        sums[row][part] += rows[row * stride + input] * weights[part];
    }
  }
  for (std::size_t row = 0; row < kRows; ++row) {
    for (std::size_t part = 0; part < kParts; ++part)
      *reinterpret_cast<Stored*>(out + row * out_stride + part * kLanes) = sums[row][part];
  }
}

/// The tile of `count` rows, 1 <= count <= kMostRows.
template <std::size_t kLanes, std::size_t kMostRows>
WHOFUNDS_INLINE void multiply_some(std::size_t count, const float* rows, std::size_t stride,
                                   std::size_t inputs, const float* panel, const float* start, float* out,
                                   std::size_t out_stride) {
  if constexpr (kMostRows > 1) {
    if (count < kMostRows) {
      multiply_some<kLanes, kMostRows - 1>(count, rows, stride, inputs, panel, start, out, out_stride);
      return;
    }
  }
  multiply_tile<kLanes, kMostRows>(rows, stride, inputs, panel, start, out, out_stride);
}

template <std::size_t kLanes, std::size_t kMostRows>
WHOFUNDS_INLINE void multiply_panels(const Rows& rows, const PackedMatrix& matrix, const float* start,
                                     float* out) {
  const std::size_t tiles = (rows.count + kMostRows - 1) / kMostRows;
  for (std::size_t column = 0; column < matrix.outputs; column += kPanelWidth) {
    const float* const panel = matrix.panels + column * matrix.inputs;
    const float* const panel_start = start == nullptr ? nullptr : start + column;
    // Tiles of like height: two of four rows are faster than one of six and one of two.
    for (std::size_t tile = 0; tile < tiles; ++tile) {
      const std::size_t first = rows.count * tile / tiles;
      const std::size_t last = rows.count * (tile + 1) / tiles;
      multiply_some<kLanes, kMostRows>(last - first, rows.begin + first * rows.stride, rows.stride,
                                       matrix.inputs, panel, panel_start,
                                       out + first * matrix.outputs + column, matrix.outputs);
    }
  }
}

using Product = void (*)(const Rows&, const PackedMatrix&, const float*, float*);

void multiply_plain(const Rows& rows, const PackedMatrix& matrix, const float* start, float* out) {
  multiply_panels<4, 3>(rows, matrix, start, out);
}

#if defined(__x86_64__)
[[gnu::target("avx2,fma")]] void multiply_avx2(const Rows& rows, const PackedMatrix& matrix,
                                               const float* start, float* out) {
  multiply_panels<8, 6>(rows, matrix, start, out);
}

// Every sum is added up in the same order as above, so it has the same bits.
[[gnu::target("avx512f")]] void multiply_avx512(const Rows& rows, const PackedMatrix& matrix,
                                                const float* start, float* out) {
  multiply_panels<16, 12>(rows, matrix, start, out);
}

Product best_product() {
  if (__builtin_cpu_supports("avx512f")) return multiply_avx512;
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? multiply_avx2 : multiply_plain;
}
#else
Product best_product() {
  return multiply_plain;
}
#endif

}  // namespace

void multiply(const Rows& rows, const PackedMatrix& matrix, std::span<const float> start, float* out) {
  static const Product product = best_product();
  if (rows.count > 0) product(rows, matrix, start.empty() ? nullptr : start.data(), out);
}

}  // namespace whofunds::tagging
