#include "whofunds/tagging/packed_matrix.hpp"

#include <cstddef>
#include <vector>

#include <doctest/doctest.h>

using whofunds::tagging::kPanelWidth;
using whofunds::tagging::multiply;
using whofunds::tagging::PackedMatrix;

namespace {

constexpr std::size_t kInputs = 7;
constexpr std::size_t kOutputs = 2 * kPanelWidth;

// Small whole numbers: their products and sums are exact, in whatever order.
float weight(std::size_t input, std::size_t output) {
  return static_cast<float>((input * 5 + output * 3) % 11) - 5.0F;
}
float number(std::size_t index) {
  return static_cast<float>(index * 7 % 13) - 6.0F;
}

std::vector<float> packed() {
  std::vector<float> panels;
  for (std::size_t panel = 0; panel < kOutputs; panel += kPanelWidth) {
    for (std::size_t input = 0; input < kInputs; ++input) {
      for (std::size_t lane = 0; lane < kPanelWidth; ++lane) panels.push_back(weight(input, panel + lane));
    }
  }
  return panels;
}

}  // namespace

TEST_CASE("a product has the right numbers for every count of rows, overlapping rows among them") {
  const std::vector<float> panels = packed();
  const PackedMatrix matrix{.panels = panels.data(), .inputs = kInputs, .outputs = kOutputs};
  std::vector<float> start(kOutputs);
  for (std::size_t output = 0; output < kOutputs; ++output) start[output] = number(output + 1);
  for (const std::size_t stride : {std::size_t{2}, kInputs, std::size_t{9}}) {
    for (std::size_t rows = 0; rows <= 20; ++rows) {
      std::vector<float> in(rows * stride + kInputs);
      for (std::size_t index = 0; index < in.size(); ++index) in[index] = number(index);
      std::vector<float> out(rows * kOutputs + 1, 77.0F);
      multiply({.begin = in.data(), .count = rows, .stride = stride}, matrix, start, out.data());
      CHECK(out.back() == 77.0F);  // nothing is written behind the last row
      for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t output = 0; output < kOutputs; ++output) {
          float expected = start[output];
          for (std::size_t input = 0; input < kInputs; ++input)
            expected += in[row * stride + input] * weight(input, output);
          REQUIRE(out[row * kOutputs + output] == expected);
        }
      }
    }
  }
}

TEST_CASE("a row of a product does not depend on the rows beside it") {
  const std::vector<float> panels = packed();
  const PackedMatrix matrix{.panels = panels.data(), .inputs = kInputs, .outputs = kOutputs};
  constexpr std::size_t kRows = 11;
  std::vector<float> in(kRows * kInputs);
  for (std::size_t index = 0; index < in.size(); ++index) in[index] = 1.0F / static_cast<float>(index + 3);
  std::vector<float> together(kRows * kOutputs);
  multiply({.begin = in.data(), .count = kRows, .stride = kInputs}, matrix, {}, together.data());
  for (std::size_t row = 0; row < kRows; ++row) {
    std::vector<float> alone(kOutputs);
    multiply({.begin = in.data() + row * kInputs, .count = 1, .stride = kInputs}, matrix, {}, alone.data());
    for (std::size_t output = 0; output < kOutputs; ++output)
      CHECK(alone[output] == together[row * kOutputs + output]);
  }
}
