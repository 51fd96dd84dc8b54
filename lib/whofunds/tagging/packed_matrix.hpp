#pragma once

#include <cstddef>
#include <span>

namespace whofunds::tagging {

/// How many columns of a packed matrix lie together.
inline constexpr std::size_t kPanelWidth = 16;

/// The number of columns rounded up to whole panels.
constexpr std::size_t whole_panels(std::size_t columns) {
  return (columns + kPanelWidth - 1) / kPanelWidth * kPanelWidth;
}

/// The weights of a layer, inputs x outputs, laid out for `multiply`: in panels of kPanelWidth columns, each
/// panel row by row, the last panel filled up with zeros. Owns nothing.
struct PackedMatrix {
  const float* panels = nullptr;
  std::size_t inputs = 0;
  std::size_t outputs = 0;  ///< a multiple of kPanelWidth
};

/// Rows of numbers of which only the first are used, each row `stride` after the one before. Rows may
/// overlap: three neighbouring tokens seen as one row are a window of a convolution. Owns nothing.
struct Rows {
  const float* begin = nullptr;
  std::size_t count = 0;
  std::size_t stride = 0;
};

/// out[r][c] = start[c] + the sum over k of rows[r][k] * matrix[k][c]. `out` has rows.count rows of
/// matrix.outputs numbers; `start` has matrix.outputs numbers, or none, which is zeros.
///
/// A row of the result depends on its own row of the input alone, to the last bit, whichever rows are
/// computed together with it.
///
/// A library's product would do, but a sentence has twenty rows: there the time goes into packing the weights
/// anew at every call, and the packages of distributions are built for processors without fused
/// multiplication. Here the weights are packed once, when the model is compiled, and the instructions are
/// chosen when the program runs.
void multiply(const Rows& rows, const PackedMatrix& matrix, std::span<const float> start, float* out);

}  // namespace whofunds::tagging
