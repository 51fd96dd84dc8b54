#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "whofunds/tagging/english_model.hpp"
#include "whofunds/tagging/english_transitions.hpp"

namespace whofunds::tagging::english {

/// The tokens [begin, end) of a sentence, a name or a number of the kind `label`: "ORG", "PERSON", "DATE"
/// (OntoNotes 5).
struct NameSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view label;
};

/// Finds names token by token, by a transition system whose moves begin, go on with, end or leave out a name
/// (Lample et al., "Neural architectures for named entity recognition", NAACL 2016, in the form of spaCy's
/// recogniser).
class NameFinder {
 public:
  /// Throws MachineError where the model has moves that are not known here. `model` must outlive the finder.
  explicit NameFinder(const Model& model);

  /// Replaces `names` by the names of a sentence, in their order, given a vector of kWidth numbers for each
  /// token.
  void find(std::span<const float> vectors, TransitionScorer& scorer, std::vector<NameSpan>& names) const;

 private:
  enum class MoveKind : std::uint8_t { kBegin, kInside, kLast, kUnit, kOutside };

  struct Move {
    MoveKind kind = MoveKind::kOutside;
    std::string_view label;
  };

  static Move read_move(std::string_view name);
  std::size_t best_move(std::span<const float> scores, bool open, std::string_view label, bool last) const;

  const TransitionWeights& weights_;
  std::vector<Move> moves_;
};

}  // namespace whofunds::tagging::english
