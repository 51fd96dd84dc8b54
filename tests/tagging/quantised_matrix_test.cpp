#include "whofunds/tagging/quantised_matrix.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include <doctest/doctest.h>

using whofunds::tagging::best_instructions;
using whofunds::tagging::Instructions;
using whofunds::tagging::kGroupedInputs;
using whofunds::tagging::kPanelWidth;
using whofunds::tagging::multiply;
using whofunds::tagging::Precision;
using whofunds::tagging::QuantisedMatrix;
using whofunds::tagging::QuantisedRows;

namespace {

constexpr std::size_t kInputs = 12;
constexpr std::size_t kOutputs = 2 * kPanelWidth;

int weight(std::size_t input, std::size_t output) {
  return static_cast<int>((input * 5 + output * 3) % 255) - 127;
}

float scale(std::size_t output) {
  return static_cast<float>(1U << output % 4);
}

/// Whole numbers, of which one is 127, are their own quantisation.
float number(std::size_t index) {
  return static_cast<float>(index * 7 % 255) - 127.0F;
}

template <typename Number>
void append(std::vector<std::uint8_t>& bytes, Number value) {
  std::array<std::uint8_t, sizeof value> parts;
  std::memcpy(parts.data(), &value, sizeof value);
  bytes.insert(bytes.end(), parts.begin(), parts.end());
}

std::vector<std::uint8_t> packed() {
  std::vector<std::uint8_t> bytes;
  for (std::size_t panel = 0; panel < kOutputs; panel += kPanelWidth) {
    for (std::size_t group = 0; group < kInputs; group += kGroupedInputs) {
      for (std::size_t column = panel; column < panel + kPanelWidth; ++column) {
        for (std::size_t input = group; input < group + kGroupedInputs; ++input)
          append(bytes, static_cast<std::int8_t>(weight(input, column)));
      }
    }
  }
  for (std::size_t column = 0; column < kOutputs; ++column) append(bytes, scale(column));
  for (std::size_t column = 0; column < kOutputs; ++column) {
    std::int32_t sum = 0;
    for (std::size_t input = 0; input < kInputs; ++input) sum += weight(input, column);
    append(bytes, -QuantisedRows::kZero * sum);
  }
  return bytes;
}

}  // namespace

TEST_CASE("a product has the right numbers for every count of rows, overlapping rows among them") {
  const std::vector<std::uint8_t> bytes = packed();
  REQUIRE(bytes.size() == QuantisedMatrix::size(kInputs, kOutputs));
  const QuantisedMatrix matrix = QuantisedMatrix::from(bytes, kInputs, kOutputs);
  std::vector<float> start(kOutputs);
  for (std::size_t output = 0; output < kOutputs; ++output) start[output] = number(output + 1);
  for (const std::size_t stride : {kGroupedInputs, kInputs, std::size_t{15}}) {
    for (std::size_t rows = 0; rows <= 40; ++rows) {
      std::vector<float> in(rows * stride + kInputs);
      for (std::size_t index = 0; index < in.size(); ++index) in[index] = number(index);
      for (std::size_t row = 0; row < rows; ++row) in[row * stride] = -127.0F;
      QuantisedRows quantised;
      quantised.assign({.begin = in.data(), .count = rows, .stride = stride}, kInputs);
      std::vector<float> out(rows * kOutputs + 1, 77.0F);
      multiply(quantised, matrix, start, out.data());
      CHECK(out.back() == 77.0F);  // nothing is written behind the last row
      for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t output = 0; output < kOutputs; ++output) {
          float sum = 0.0F;
          for (std::size_t input = 0; input < kInputs; ++input)
            sum += in[row * stride + input] * static_cast<float>(weight(input, output));
          REQUIRE(out[row * kOutputs + output] == start[output] + sum * scale(output));
        }
      }
    }
  }
}

TEST_CASE("the largest number of a row keeps its size, and none is further off than half a step") {
  const std::vector<float> in = {0.0F, -3.0F, 0.01F, 1.5F, 0.07F, -0.02F, 0.299F, -0.1F};
  QuantisedRows rows;
  rows.assign({.begin = in.data(), .count = 2, .stride = kGroupedInputs}, kGroupedInputs);
  REQUIRE(rows.count() == 2);
  CHECK(rows.scales(0)[0] == doctest::Approx(3.0F / 127.0F));
  CHECK(rows.scales(0)[1] == doctest::Approx(0.299F / 127.0F));
  for (std::size_t index = 0; index < in.size(); ++index) {
    const std::size_t row = index / kGroupedInputs;
    const int whole = rows.row(0, row)[index % kGroupedInputs] - QuantisedRows::kZero;
    CHECK(std::abs(static_cast<float>(whole) * rows.scales(0)[row] - in[index]) <=
          rows.scales(0)[row] * 0.501F);
  }
}

TEST_CASE("two bytes leave at most half of a 127th of a step") {
  const std::vector<float> in = {0.1F, -3.0F, 0.017F, 1.5123F};
  QuantisedRows rows;
  rows.assign({.begin = in.data(), .count = 1, .stride = kGroupedInputs}, kGroupedInputs,
              Precision::kTwoBytes);
  REQUIRE(rows.parts() == 2);
  for (std::size_t index = 0; index < in.size(); ++index) {
    float sum = 0.0F;
    for (std::size_t part = 0; part < 2; ++part) {
      const int whole = rows.row(part, 0)[index] - QuantisedRows::kZero;
      sum += static_cast<float>(whole) * rows.scales(part)[0];
    }
    CHECK(std::abs(sum - in[index]) <= rows.scales(0)[0] / 127.0F / 2.0F);
  }
}

TEST_CASE("all processors come to the same bits") {
  const std::vector<std::uint8_t> bytes = packed();
  const QuantisedMatrix matrix = QuantisedMatrix::from(bytes, kInputs, kOutputs);
  constexpr std::size_t kRows = 23;
  std::vector<float> in(kRows * kInputs);
  for (std::size_t index = 0; index < in.size(); ++index)
    in[index] = std::sin(static_cast<float>(index)) / static_cast<float>(index % 7 + 1);
  std::vector<float> start(kOutputs, 0.3F);
  for (const Precision precision : {Precision::kOneByte, Precision::kTwoBytes}) {
    QuantisedRows rows;
    rows.assign({.begin = in.data(), .count = kRows, .stride = kInputs}, kInputs, precision);
    std::vector<float> plain(kRows * kOutputs);
    multiply(rows, matrix, start, plain.data(), Instructions::kPlain);
    for (const Instructions instructions : {Instructions::kAvx2, Instructions::kAvx512Vnni}) {
      if (instructions > best_instructions()) continue;
      std::vector<float> out(kRows * kOutputs);
      multiply(rows, matrix, start, out.data(), instructions);
      CHECK(out == plain);
    }
  }
}

TEST_CASE("rows of zeros give what the product starts from") {
  const std::vector<std::uint8_t> bytes = packed();
  const QuantisedMatrix matrix = QuantisedMatrix::from(bytes, kInputs, kOutputs);
  const std::vector<float> in(kInputs, 0.0F);
  QuantisedRows rows;
  rows.assign({.begin = in.data(), .count = 1, .stride = kInputs}, kInputs);
  std::vector<float> out(kOutputs, 77.0F);
  multiply(rows, matrix, {}, out.data());
  for (const float value : out) CHECK(value == 0.0F);
}
