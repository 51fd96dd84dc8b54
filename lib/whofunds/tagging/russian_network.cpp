#include "whofunds/tagging/russian_network.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <string>

#include "whofunds/tagging/processors.hpp"
#include "whofunds/tagging/russian_words.hpp"

namespace whofunds::tagging {
namespace {

// A vector of a word is 100 pieces of 3 numbers, each piece one of 256 for its place.
constexpr std::size_t kPieces = 100;
constexpr std::size_t kPieceSize = 3;
constexpr std::size_t kCentroids = 256;
constexpr std::size_t kVector = kPieces * kPieceSize;

constexpr std::size_t kTaps = 3;  // of a convolution: the token before, the token, the token after
constexpr std::size_t kFirst = 256;
constexpr std::size_t kSecond = 128;
constexpr std::size_t kThird = 64;
constexpr std::size_t kFrequent = 1024;

// The scorers of heads and of relations each look at a dependent and a head through small networks of their
// own.
constexpr std::size_t kPart = 32;
enum Part : std::size_t { kHeadsDependent, kHeadsHead, kRelationsHead, kRelationsDependent, kParts };

QuantisedMatrix read_matrix(const SectionFile& file, const std::string& name, std::size_t inputs,
                            std::size_t outputs) {
  const std::size_t columns = whole_panels(outputs);
  const auto bytes = file.numbers<std::uint8_t>(name, QuantisedMatrix::size(inputs, columns));
  return QuantisedMatrix::from(bytes, inputs, columns);
}

/// `size` numbers; what was there before is lost.
float* room_for(std::vector<float>& numbers, std::size_t size) {
  if (numbers.size() < size) numbers.resize(size);
  return numbers.data();
}

/// Rows of `width` numbers for `tokens` tokens, with a row of zeros before and after; returns the row of the
/// first token.
float* room_for_layer(std::vector<float>& numbers, std::size_t tokens, std::size_t width) {
  float* const begin = room_for(numbers, (tokens + 2) * width);
  std::fill_n(begin, width, 0.0F);
  std::fill_n(begin + (tokens + 1) * width, width, 0.0F);
  return begin + width;
}

/// The rectifier, then batch normalisation, in place.
WHOFUNDS_FOR_EACH_PROCESSOR void rectify_and_normalise(float* numbers, std::size_t rows, std::size_t width,
                                                       std::span<const float> norm) {
  const float* const scale = norm.data();
  const float* const shift = norm.data() + width;
  for (std::size_t row = 0; row < rows; ++row, numbers += width) {
    for (std::size_t column = 0; column < width; ++column) {
      numbers[column] = std::max(numbers[column], 0.0F) * scale[column] + shift[column];
    }
  }
}

void multiply(const Rows& rows, const QuantisedMatrix& matrix, std::span<const float> start,
              NetworkWorkspace& space, float* out) {
  space.quantised.assign(rows, matrix.inputs);
  multiply(space.quantised, matrix, start, out);
}

/// A convolution over three neighbouring tokens, each a row of `width` numbers, as one product with
/// overlapping rows.
void convolve(const float* first_token, std::size_t tokens, std::size_t width, const QuantisedMatrix& weight,
              std::span<const float> bias, NetworkWorkspace& space, float* out) {
  space.quantised.assign({.begin = first_token - width, .count = tokens, .stride = width}, weight.inputs,
                         Precision::kTwoBytes);
  multiply(space.quantised, weight, bias, out);
}

/// Adds to each number what a word and its shape add.
WHOFUNDS_FOR_EACH_PROCESSOR void add_both(const float* word, const float* shape, std::size_t count,
                                          float* to) {
  for (std::size_t at = 0; at < count; ++at) to[at] += word[at] + shape[at];
}

/// to += weight * numbers
WHOFUNDS_FOR_EACH_PROCESSOR void add_weighted(float weight, const float* numbers, std::size_t count,
                                              float* to) {
  for (std::size_t at = 0; at < count; ++at) to[at] += weight * numbers[at];
}

/// The first of the largest scores.
std::uint32_t best_of(const float* scores, std::size_t count) {
  return static_cast<std::uint32_t>(std::max_element(scores, scores + count) - scores);
}

/// The same of many: the largest, several at a time, and then its place.
WHOFUNDS_FOR_EACH_PROCESSOR std::uint32_t best_of_many(const float* scores, std::size_t count) {
  constexpr std::size_t kLanes = 16;
  std::array<float, kLanes> most = {};
  most.fill(-std::numeric_limits<float>::infinity());
  std::size_t at = 0;
  for (; at + kLanes <= count; at += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) most[lane] = std::max(most[lane], scores[at + lane]);
  }
  for (; at < count; ++at) most[0] = std::max(most[0], scores[at]);
  const float largest = *std::max_element(most.begin(), most.end());
  return static_cast<std::uint32_t>(std::find(scores, scores + count, largest) - scores);
}

/// Relations in whole panels.
constexpr std::size_t kRelationColumns = whole_panels(RussianNetworks::kRelations);

/// The kernel of the relations with the columns of all relations for one number of a part side by side, where
/// the file has those of one relation so: the scores of many relations are worked out at once.
std::vector<std::uint8_t> by_number_of_part(const QuantisedMatrix& kernel) {
  constexpr std::size_t kColumns = kPart * kRelationColumns;
  constexpr std::size_t kScales = kPart * kColumns;
  constexpr std::size_t kCorrections = kScales + kColumns * sizeof(float);
  const auto group_at = [](std::size_t column, std::size_t group) {
    return (column / kPanelWidth * (kPart / kGroupedInputs) + group) * kPanelWidth * kGroupedInputs +
           column % kPanelWidth * kGroupedInputs;
  };
  std::vector<std::uint8_t> bytes(QuantisedMatrix::size(kPart, kColumns));
  for (std::size_t relation = 0; relation < RussianNetworks::kRelations; ++relation) {
    for (std::size_t number = 0; number < kPart; ++number) {
      const std::size_t from = relation * kPart + number;
      const std::size_t to = number * kRelationColumns + relation;
      for (std::size_t group = 0; group < kPart / kGroupedInputs; ++group)
        std::memcpy(&bytes[group_at(to, group)], kernel.panels + group_at(from, group), kGroupedInputs);
      std::memcpy(&bytes[kScales + to * sizeof(float)], kernel.scales + from, sizeof(float));
      std::memcpy(&bytes[kCorrections + to * sizeof(std::int32_t)], kernel.corrections + from,
                  sizeof(std::int32_t));
    }
  }
  return bytes;
}

/// The score of every relation.
WHOFUNDS_FOR_EACH_PROCESSOR void score_relations(const float* scorers, const float* dependent,
                                                 float* scores) {
  for (std::size_t relation = 0; relation < kRelationColumns; ++relation) scores[relation] = 0.0F;
  for (std::size_t number = 0; number < kPart; ++number) {
    for (std::size_t relation = 0; relation < kRelationColumns; ++relation)
      scores[relation] += scorers[number * kRelationColumns + relation] * dependent[number];
  }
}

}  // namespace

RussianNetworks::RussianNetworks(const SectionFile& file)
    : codes_(file.numbers<std::uint8_t>("vectors.codes", RussianWords::kCount * kPieces)),
      codebook_(file.numbers<float>("vectors.codebook", kPieces * kCentroids * kPieceSize)),
      morphology_(read_encoder(file, "morphology")),
      names_(read_encoder(file, "names")),
      syntax_(read_encoder(file, "syntax")),
      tags_weight_(read_matrix(file, "morphology.weight", kThird, kTags)),
      tags_bias_(file.numbers<float>("morphology.bias", whole_panels(kTags))),
      names_weight_(read_matrix(file, "names.weight", kThird, kNameTags)),
      names_bias_(file.numbers<float>("names.bias", whole_panels(kNameTags))),
      transitions_(file.numbers<float>("names.transitions", kNameTags * kNameTags)),
      parts_weight_(read_matrix(file, "syntax.parts.weight", kThird, kParts * kPart)),
      parts_bias_(file.numbers<float>("syntax.parts.bias", kParts * kPart)),
      root_(file.numbers<float>("syntax.root", 2 * kPart)),
      heads_kernel_(read_matrix(file, "syntax.heads.kernel", kPart, kPart)),
      relations_bytes_(
          by_number_of_part(read_matrix(file, "syntax.relations.kernel", kPart, kRelations * kPart))),
      relations_kernel_(QuantisedMatrix::from(relations_bytes_, kPart, kPart * kRelationColumns)) {}

RussianNetworks::Encoder RussianNetworks::read_encoder(const SectionFile& file, const char* name) {
  const std::string start = name;
  const auto layer = [&file](const std::string& section, std::size_t inputs, std::size_t outputs) {
    return Layer{.weight = read_matrix(file, section + ".weight", kTaps * inputs, outputs),
                 .bias = file.numbers<float>(section + ".bias", outputs),
                 .norm = file.numbers<float>(section + ".norm", 2 * outputs)};
  };
  return {.words = read_matrix(file, start + ".1.words", kVector, kTaps * kFirst),
          .frequent = file.numbers<float>(start + ".1.frequent", kFrequent * kTaps * kFirst),
          .shapes = file.numbers<float>(start + ".1.shapes", RussianWords::kShapes * kTaps * kFirst),
          .norm = file.numbers<float>(start + ".1.norm", 2 * kFirst),
          .second = layer(start + ".2", kFirst, kSecond),
          .third = layer(start + ".3", kSecond, kThird)};
}

void RussianNetworks::embed(const EncodedWords& sentence, NetworkWorkspace& space) const {
  const std::size_t tokens = sentence.words.size();
  space.row_of_token.assign(tokens, -1);
  space.rare.clear();
  for (std::size_t token = 0; token < tokens; ++token) {
    if (sentence.words[token] >= kFrequent)
      space.rare.push_back(std::uint64_t{sentence.words[token]} << 32U | token);
  }
  std::ranges::sort(space.rare);
  float* vector = room_for(space.vectors, space.rare.size() * kVector);
  space.rare_rows = 0;
  std::uint64_t word_before = 0;  // the unknown word, which is frequent
  for (const std::uint64_t word_and_token : space.rare) {
    const std::uint64_t word = word_and_token >> 32U;
    if (word != word_before) {
      const std::uint8_t* const codes = codes_.data() + word * kPieces;
      for (std::size_t piece = 0; piece < kPieces; ++piece) {
        const float* const centroid = codebook_.data() + (piece * kCentroids + codes[piece]) * kPieceSize;
        // one by one: a call that copies three numbers takes longer
        for (std::size_t at = 0; at < kPieceSize; ++at) *vector++ = centroid[at];
      }
      word_before = word;
      ++space.rare_rows;
    }
    space.row_of_token[word_and_token & 0xFFFFFFFFU] = static_cast<std::int32_t>(space.rare_rows) - 1;
  }
  space.quantised_vectors.assign({.begin = space.vectors.data(), .count = space.rare_rows, .stride = kVector},
                                 kVector);
}

void RussianNetworks::encode(const Encoder& encoder, const EncodedWords& sentence,
                             NetworkWorkspace& space) const {
  const std::size_t tokens = sentence.words.size();
  constexpr std::size_t kProjected = kTaps * kFirst;
  float* const projected = room_for(space.projected, space.rare_rows * kProjected);
  multiply(space.quantised_vectors, encoder.words, {}, projected);

  // The first layer: each token's row is what it, its neighbours and their shapes add to it.
  float* const first = room_for_layer(space.first, tokens, kFirst);
  const auto add = [&](std::size_t of, std::size_t tap, float* to) {
    const std::int32_t row = space.row_of_token[of];
    const float* const word = (row < 0 ? encoder.frequent.data() + sentence.words[of] * kProjected
                                       : projected + static_cast<std::size_t>(row) * kProjected) +
                              tap * kFirst;
    const float* const shape = encoder.shapes.data() + sentence.shapes[of] * kProjected + tap * kFirst;
    add_both(word, shape, kFirst, to);
  };
  std::fill_n(first, tokens * kFirst, 0.0F);
  for (std::size_t token = 0; token < tokens; ++token) {
    float* const row = first + token * kFirst;
    if (token > 0) add(token - 1, 0, row);
    add(token, 1, row);
    if (token + 1 < tokens) add(token + 1, 2, row);
  }
  rectify_and_normalise(first, tokens, kFirst, encoder.norm);

  float* const second = room_for_layer(space.second, tokens, kSecond);
  convolve(first, tokens, kFirst, encoder.second.weight, encoder.second.bias, space, second);
  rectify_and_normalise(second, tokens, kSecond, encoder.second.norm);

  float* const third = room_for(space.third, tokens * kThird);
  convolve(second, tokens, kSecond, encoder.third.weight, encoder.third.bias, space, third);
  rectify_and_normalise(third, tokens, kThird, encoder.third.norm);
}

void RussianNetworks::tag_forms(const EncodedWords& sentence, NetworkWorkspace& space,
                                std::span<std::uint32_t> tags) const {
  encode(morphology_, sentence, space);
  float* const scores = room_for(space.scores, tags.size() * tags_weight_.outputs);
  multiply({.begin = space.third.data(), .count = tags.size(), .stride = kThird}, tags_weight_, tags_bias_,
           space, scores);
  for (std::size_t token = 0; token < tags.size(); ++token)
    tags[token] = best_of_many(scores + token * tags_weight_.outputs, kTags);
}

void RussianNetworks::tag_names(const EncodedWords& sentence, NetworkWorkspace& space,
                                std::span<std::uint32_t> tags) const {
  encode(names_, sentence, space);
  const std::size_t width = names_weight_.outputs;
  float* const scores = room_for(space.scores, tags.size() * width);
  multiply({.begin = space.third.data(), .count = tags.size(), .stride = kThird}, names_weight_, names_bias_,
           space, scores);

  // Viterbi: the best way to every tag of every token, and the tag before it on that way.
  space.before.resize(tags.size() * kNameTags);
  for (std::size_t token = 1; token < tags.size(); ++token) {
    const float* const last = scores + (token - 1) * width;
    float* const current = scores + token * width;
    for (std::size_t tag = 0; tag < kNameTags; ++tag) {
      std::array<float, kNameTags> ways = {};
      for (std::size_t from = 0; from < kNameTags; ++from)
        ways[from] = last[from] + transitions_[from * kNameTags + tag];
      const std::uint32_t from = best_of(ways.data(), kNameTags);
      space.before[token * kNameTags + tag] = static_cast<std::uint8_t>(from);
      current[tag] += ways[from];
    }
  }
  std::uint32_t tag = best_of(scores + (tags.size() - 1) * width, kNameTags);
  for (std::size_t token = tags.size(); token-- > 0;) {
    tags[token] = tag;
    if (token > 0) tag = space.before[token * kNameTags + tag];
  }
}

std::span<const float> RussianNetworks::score_heads(const EncodedWords& sentence,
                                                    NetworkWorkspace& space) const {
  encode(syntax_, sentence, space);
  const std::size_t tokens = sentence.words.size();
  float* const parts = room_for(space.parts, tokens * kParts * kPart);
  multiply({.begin = space.third.data(), .count = tokens, .stride = kThird}, parts_weight_, parts_bias_,
           space, parts);
  for (std::size_t index = 0; index < tokens * kParts * kPart; ++index)
    parts[index] = std::max(parts[index], 0.0F);

  // dependents * kernel * heads, where "nothing" is the first head.
  float* const dependents = room_for(space.kernel, tokens * kPart);
  multiply({.begin = parts + kHeadsDependent * kPart, .count = tokens, .stride = kParts * kPart},
           heads_kernel_, {}, space, dependents);
  const std::size_t columns = tokens + 1;
  float* const heads = room_for(space.gathered, kPart * columns);  // a column a head
  for (std::size_t head = 0; head < columns; ++head) {
    const float* const row = head == 0 ? root_.data() : parts + ((head - 1) * kParts + kHeadsHead) * kPart;
    for (std::size_t index = 0; index < kPart; ++index) heads[index * columns + head] = row[index];
  }
  float* const scores = room_for(space.scores, tokens * columns);
  std::fill_n(scores, tokens * columns, 0.0F);
  for (std::size_t token = 0; token < tokens; ++token) {
    float* const row = scores + token * columns;
    for (std::size_t index = 0; index < kPart; ++index) {
      add_weighted(dependents[token * kPart + index], heads + index * columns, columns, row);
    }
  }
  return {scores, tokens * columns};
}

void RussianNetworks::name_relations(std::span<const std::int32_t> heads,
                                     std::span<const std::uint32_t> choices, NetworkWorkspace& space,
                                     std::span<std::uint32_t> relations) const {
  const std::size_t tokens = heads.size();
  const float* const parts = space.parts.data();
  float* const gathered = room_for(space.gathered, tokens * kPart);
  for (std::size_t token = 0; token < tokens; ++token) {
    const float* const head =
        heads[token] < 0 ? root_.data() + kPart
                         : parts + (static_cast<std::size_t>(heads[token]) * kParts + kRelationsHead) * kPart;
    std::copy_n(head, kPart, gathered + token * kPart);
  }
  float* const scorers = room_for(space.kernel, tokens * kPart * kRelationColumns);
  std::array<float, kRelationColumns> scores = {};
  multiply({.begin = gathered, .count = tokens, .stride = kPart}, relations_kernel_, {}, space, scorers);
  for (std::size_t token = 0; token < tokens; ++token) {
    const float* const dependent = parts + (token * kParts + kRelationsDependent) * kPart;
    score_relations(scorers + token * kPart * kRelationColumns, dependent, scores.data());
    float best = -std::numeric_limits<float>::infinity();
    for (const std::uint32_t relation : choices) {
      if (scores[relation] > best) {
        best = scores[relation];
        relations[token] = relation;
      }
    }
  }
}

}  // namespace whofunds::tagging
