#include "whofunds/tagging/english_model.hpp"

#include <numeric>
#include <string>

namespace whofunds::tagging::english {
namespace {

constexpr std::string_view kMagic = "WFENGLSH";
constexpr std::uint32_t kVersion = 2;

std::span<const Pair> read_pairs(const SectionFile& file, std::string_view name) {
  const std::size_t count = file.text(name).size() / sizeof(Pair);
  return file.numbers<Pair>(name, count);
}

std::span<const float> read_floats(const SectionFile& file, const std::string& name, std::size_t count) {
  return file.numbers<float>(name, count);
}

Affine read_affine(const SectionFile& file, const std::string& name, std::size_t inputs,
                   std::size_t outputs) {
  const std::size_t filled = whole_panels(outputs);
  const auto bytes = file.numbers<std::uint8_t>(name, QuantisedMatrix::size(inputs, filled));
  return {QuantisedMatrix::from(bytes, inputs, filled), read_floats(file, name + ".bias", filled)};
}

Normalisation norm_from(std::span<const float> both) {
  return {both.first(kWidth), both.last(kWidth)};
}

EncoderWeights read_encoder(const SectionFile& file, const std::string& name) {
  EncoderWeights encoder;
  const std::size_t rows = std::accumulate(kFeatureTables.begin(), kFeatureTables.end(), std::size_t{0});
  encoder.embedding = file.numbers<std::int16_t>(name + ".embedding", rows * kPiecesWidth);
  encoder.embedding_scale = read_floats(file, name + ".embedding.scale", 1).front();
  const auto bias = read_floats(file, name + ".embedding.bias", 2 * kPiecesWidth);
  encoder.embedding_bias = {bias.first(kPiecesWidth), bias.last(kPiecesWidth)};
  encoder.embedding_norm = norm_from(read_floats(file, name + ".embedding.norm", 2 * kWidth));

  constexpr std::size_t kInputs = 3 * kWidth;
  constexpr std::size_t kSize = QuantisedMatrix::size(kInputs, kPiecesWidth);
  const auto weights = file.numbers<std::uint8_t>(name + ".convolutions", kConvolutions * kSize);
  const auto biases = read_floats(file, name + ".biases", kConvolutions * kPiecesWidth);
  const auto norms = read_floats(file, name + ".norms", kConvolutions * 2 * kWidth);
  for (std::size_t at = 0; at < kConvolutions; ++at) {
    encoder.convolutions[at] = {
        {QuantisedMatrix::from(weights.subspan(at * kSize, kSize), kInputs, kPiecesWidth),
         biases.subspan(at * kPiecesWidth, kPiecesWidth)},
        norm_from(norms.subspan(at * 2 * kWidth, 2 * kWidth))};
  }
  return encoder;
}

TransitionWeights read_transitions(const SectionFile& file, const std::string& name, std::size_t slots,
                                   std::size_t moves) {
  return {.narrow = read_affine(file, name + ".narrow", kWidth, kHidden),
          .slots = read_affine(file, name + ".slots", kHidden, slots * kStateWidth),
          .absent = read_floats(file, name + ".slots.absent", slots * kStateWidth),
          .score = read_affine(file, name + ".scores", kHidden, moves),
          .moves = file.lines(name + ".moves")};
}

}  // namespace

Model::Model(const std::filesystem::path& path)
    : file_(path, kMagic, kVersion),
      norms_(read_pairs(file_, "norms")),
      reserved_(read_pairs(file_, "reserved")),
      grammar_encoder_(read_encoder(file_, "grammar")),
      name_encoder_(read_encoder(file_, "names")),
      tag_scores_(read_affine(file_, "tags", kWidth, kTags)),
      tags_(file_.lines("tags.labels")),
      parser_(read_transitions(file_, "parser", kParserSlots, kParserMoves)),
      names_(read_transitions(file_, "finder", kNameSlots, kNameMoves)) {}

}  // namespace whofunds::tagging::english
