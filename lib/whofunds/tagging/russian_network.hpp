#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "whofunds/tagging/quantised_matrix.hpp"
#include "whofunds/tagging/section_file.hpp"

namespace whofunds::tagging {

/// What a sentence is to the networks: the index of each word and of its shape (RussianWords).
struct EncodedWords {
  std::vector<std::uint32_t> words;
  std::vector<std::uint32_t> shapes;
};

/// Numbers on the way through the networks, kept between sentences so that they are not allocated anew. One a
/// thread.
struct NetworkWorkspace {
  std::vector<float> vectors;              ///< of the rare words of the sentence, each once
  std::vector<std::uint64_t> rare;         ///< word and place of the rare words, in order
  std::vector<std::int32_t> row_of_token;  ///< in `vectors`, or -1 for a frequent word
  std::size_t rare_rows = 0;               ///< how many of them
  QuantisedRows quantised_vectors;
  std::vector<float> projected;             ///< what they add in the first layer
  std::vector<float> first, second, third;  ///< after each layer, with a row of zeros at either end
  QuantisedRows quantised;                  ///< what is multiplied next
  std::vector<float> parts, scores, kernel, gathered;
  std::vector<std::uint8_t> before;  ///< the best tag before each tag of each token
};

/// The forward pass of slovnet's convolutional networks for Russian, as trained on news by the natasha
/// project (https://github.com/natasha/slovnet): each token sees three neighbours on either side. Owns
/// nothing of the file.
///
/// Every function writes over the part of the workspace that the one before it used; what a function returns
/// lies there.
class RussianNetworks {
 public:
  static constexpr std::size_t kTags = 753;
  static constexpr std::size_t kNameTags = 8;
  static constexpr std::size_t kRelations = 45;

  explicit RussianNetworks(const SectionFile& file);

  /// Looks up the vectors of the words: once a sentence, before anything else.
  void embed(const EncodedWords& sentence, NetworkWorkspace& space) const;

  /// The best tag of each token.
  void tag_forms(const EncodedWords& sentence, NetworkWorkspace& space, std::span<std::uint32_t> tags) const;

  /// The best sequence of tags of names.
  void tag_names(const EncodedWords& sentence, NetworkWorkspace& space, std::span<std::uint32_t> tags) const;

  /// How well each word hangs on each other: n rows of n + 1, as `maximum_tree` takes them.
  std::span<const float> score_heads(const EncodedWords& sentence, NetworkWorkspace& space) const;

  /// The best relation, of those in `choices`, of each token to its head (-1: to nothing). Follows
  /// `score_heads`.
  void name_relations(std::span<const std::int32_t> heads, std::span<const std::uint32_t> choices,
                      NetworkWorkspace& space, std::span<std::uint32_t> relations) const;

 private:
  struct Layer {
    QuantisedMatrix weight;
    std::span<const float> bias;
    std::span<const float> norm;  ///< scales, then shifts
  };

  struct Encoder {
    QuantisedMatrix
        words;  ///< first layer, what a word adds: to the token after it, to itself, to the one before
    std::span<const float> frequent;  ///< the same worked out for the frequent words
    std::span<const float> shapes;    ///< the same for every shape, bias included
    std::span<const float> norm;
    Layer second;
    Layer third;
  };

  static Encoder read_encoder(const SectionFile& file, const char* name);
  void encode(const Encoder& encoder, const EncodedWords& sentence, NetworkWorkspace& space) const;

  std::span<const std::uint8_t> codes_;
  std::span<const float> codebook_;
  Encoder morphology_;
  Encoder names_;
  Encoder syntax_;
  QuantisedMatrix tags_weight_;
  std::span<const float> tags_bias_;
  QuantisedMatrix names_weight_;
  std::span<const float> names_bias_;
  std::span<const float> transitions_;
  QuantisedMatrix parts_weight_;
  std::span<const float> parts_bias_;
  std::span<const float> root_;
  QuantisedMatrix heads_kernel_;
  std::vector<std::uint8_t> relations_bytes_;  ///< of the next
  QuantisedMatrix relations_kernel_;
};

}  // namespace whofunds::tagging
