#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "whofunds/tagging/english_layers.hpp"
#include "whofunds/tagging/section_file.hpp"

namespace whofunds::tagging::english {

/// A number and what it stands for; tables of these are sorted by key.
struct Pair {
  std::uint64_t key;
  std::uint64_t value;
};

/// What the first layer sees of a token: the normal form, the beginning, the end and the look of its text.
enum class Feature : std::uint8_t { kNorm, kPrefix, kSuffix, kShape };

inline constexpr std::size_t kFeatures = 4;
inline constexpr std::size_t kRowsOfFeature = 4;  ///< rows of the table that are summed up
inline constexpr std::array<std::uint32_t, kFeatures> kFeatureSeeds = {8, 9, 10, 11};
inline constexpr std::array<std::uint32_t, kFeatures> kFeatureTables = {5000, 1000, 2500,
                                                                        2500};  ///< rows in all
inline constexpr std::size_t kConvolutions = 4;

/// A convolution over a token and its two neighbours, whose outputs are maximised and normalised.
struct Convolution {
  Affine affine;
  Normalisation norm;
};

/// From features of tokens to a vector of kWidth numbers for each token in its context.
struct EncoderWeights {
  /// The tables of the features one after the other, [row][kPiecesWidth]; rows of a token add up within 16
  /// bits.
  std::span<const std::int16_t> embedding;
  float embedding_scale = 0.0F;  ///< what a whole number in them stands for
  std::array<std::span<const float>, 2>
      embedding_bias;  ///< without and with a space after the token, kPiecesWidth
  Normalisation embedding_norm;
  std::array<Convolution, kConvolutions> convolutions;
};

inline constexpr std::size_t kHidden = 64;
inline constexpr std::size_t kHiddenPieces = 2;
inline constexpr std::size_t kStateWidth = kHiddenPieces * kHidden;

inline constexpr std::size_t kTags = 50;
inline constexpr std::size_t kParserSlots = 8;
inline constexpr std::size_t kParserMoves = 106;
inline constexpr std::size_t kNameSlots = 3;
inline constexpr std::size_t kNameMoves = 74;

/// How a transition system scores its next move from the vectors of a few tokens.
struct TransitionWeights {
  Affine narrow;  ///< kWidth to kHidden
  Affine slots;   ///< kHidden to [slot][kStateWidth]: what a token adds to a state in each slot
  std::span<const float> absent;        ///< [slot][kStateWidth]: what a slot without a token adds
  Affine score;                         ///< kHidden to one number a move
  std::vector<std::string_view> moves;  ///< what the scores are of: "L-nsubj", "B-ORG"
};

/// The compiled model of English (tools/data/compile_english_model.py writes it), mapped into memory.
class Model {
 public:
  /// Throws MachineError where the file is missing, of another version, or not as long as it should be.
  explicit Model(const std::filesystem::path& path);

  /// Norms by string, and by string and place for the tokens that a word is cut into.
  std::span<const Pair> norms() const noexcept { return norms_; }
  /// The strings that have a number of their own instead of their hash.
  std::span<const Pair> reserved() const noexcept { return reserved_; }
  /// For the tags and the parser.
  const EncoderWeights& grammar_encoder() const noexcept { return grammar_encoder_; }
  const EncoderWeights& name_encoder() const noexcept { return name_encoder_; }
  const Affine& tag_scores() const noexcept { return tag_scores_; }
  const std::vector<std::string_view>& tags() const noexcept { return tags_; }
  const TransitionWeights& parser() const noexcept { return parser_; }
  const TransitionWeights& names() const noexcept { return names_; }

 private:
  SectionFile file_;
  std::span<const Pair> norms_;
  std::span<const Pair> reserved_;
  EncoderWeights grammar_encoder_;
  EncoderWeights name_encoder_;
  Affine tag_scores_;
  std::vector<std::string_view> tags_;
  TransitionWeights parser_;
  TransitionWeights names_;
};

}  // namespace whofunds::tagging::english
