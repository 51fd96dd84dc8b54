#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace whofunds::tagging {

/// How many columns of a matrix lie together.
inline constexpr std::size_t kPanelWidth = 16;

/// How many rows of a matrix lie together: what processors multiply and add up in one instruction.
inline constexpr std::size_t kGroupedInputs = 4;

/// The number of columns rounded up to whole panels.
constexpr std::size_t whole_panels(std::size_t columns) {
  return (columns + kPanelWidth - 1) / kPanelWidth * kPanelWidth;
}

/// The weights of a layer, inputs x outputs, each a whole number of -127..127 times the scale of its column
/// (quantised as in Jacob et al., "Quantization and training of neural networks for efficient
/// integer-arithmetic-only inference", CVPR 2018). tools/data/matrices.py lays them out. Owns nothing.
struct QuantisedMatrix {
  const std::int8_t* panels = nullptr;        ///< [panel][group of inputs][kPanelWidth][kGroupedInputs]
  const float* scales = nullptr;              ///< one a column
  const std::int32_t* corrections = nullptr;  ///< one a column: -kZero times the sum of its weights
  std::size_t inputs = 0;                     ///< a multiple of kGroupedInputs
  std::size_t outputs = 0;                    ///< a multiple of kPanelWidth

  /// How many bytes a matrix takes in a file.
  static constexpr std::size_t size(std::size_t inputs, std::size_t outputs) {
    return outputs * (inputs + sizeof(float) + sizeof(std::int32_t));
  }

  /// The matrix that lies in `bytes`, size(inputs, outputs) of them, at an address divisible by 4.
  static QuantisedMatrix from(std::span<const std::uint8_t> bytes, std::size_t inputs, std::size_t outputs);
};

/// Rows of numbers of which only the first are used, each row `stride` after the one before. Rows may
/// overlap: three neighbouring tokens seen as one row are a window of a convolution. Owns nothing.
struct Rows {
  const float* begin = nullptr;
  std::size_t count = 0;
  std::size_t stride = 0;
};

/// How exactly numbers are rounded: to 8 bits, or to 8 bits and what that leaves to 8 more, which takes twice
/// the time.
enum class Precision : std::uint8_t { kOneByte, kTwoBytes };

/// Rows as whole numbers times a scale, so that the largest number is 127 in size. Every row has a scale of
/// its own, unless rows overlap: then one is for all. Keeps its memory when it is assigned anew.
class QuantisedRows {
 public:
  /// What stands for zero.
  static constexpr int kZero = 128;

  /// Takes the first `inputs` numbers of each row.
  void assign(const Rows& rows, std::size_t inputs, Precision precision = Precision::kOneByte);

  std::size_t count() const { return count_; }
  /// How far a row is from the next.
  std::size_t stride() const { return stride_; }
  /// The number of summands that a number consists of.
  std::size_t parts() const { return parts_; }
  const std::uint8_t* row(std::size_t part, std::size_t index) const {
    return numbers_[part].data() + index * stride_;
  }
  const float* scales(std::size_t part) const { return scales_[part].data(); }

 private:
  std::size_t count_ = 0;
  std::size_t stride_ = 0;
  std::size_t parts_ = 1;
  std::array<std::vector<std::uint8_t>, 2> numbers_;
  std::array<std::vector<float>, 2> scales_;
  std::vector<float> rest_;
};

/// What a processor may be able to do, the best last.
enum class Instructions : std::uint8_t { kPlain, kAvx2, kAvx512Vnni };

/// The best that the processor can do on which the program runs.
Instructions best_instructions();

/// out[r][c] = start[c] + the sum over k of rows[r][k] * matrix[k][c]. `out` has rows.count() rows of
/// matrix.outputs numbers; `start` has matrix.outputs numbers, or none, which is zeros.
///
/// The sums are of whole numbers, so every processor comes to the same bits.
///
/// A library's product would do, but a sentence has twenty rows: there the time goes into packing the weights
/// anew at every call. Here they are packed once, when the model is compiled.
void multiply(const QuantisedRows& rows, const QuantisedMatrix& matrix, std::span<const float> start,
              float* out, Instructions instructions);

/// The same by the best instructions.
void multiply(const QuantisedRows& rows, const QuantisedMatrix& matrix, std::span<const float> start,
              float* out);

}  // namespace whofunds::tagging
