#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "whofunds/tagging/english_grammar.hpp"
#include "whofunds/tagging/english_model.hpp"
#include "whofunds/tagging/english_transitions.hpp"

namespace whofunds::tagging::english {

/// Memory of the parser, kept from sentence to sentence.
struct ParserMemory {
  TransitionScorer scorer;
  std::vector<std::int32_t> stack;
  std::vector<std::int32_t> returned;  ///< tokens put back before the rest of the sentence, the next one last
  std::vector<bool> shifted;           ///< tokens that were put back once and may not be shifted again
  std::vector<std::int32_t> heads;
  std::vector<std::uint8_t> moves;      ///< which move gave a token its head
  std::vector<std::int32_t> last_left;  ///< the child given last to each token on its left
  std::vector<std::int32_t> last_right;
  std::vector<std::int32_t> older;  ///< of each child, the one its head was given before it on that side
  std::vector<std::int32_t> queue;
};

/// Finds what each word hangs on: greedy, by the transition system "arc-eager" that may take back a head it
/// gave (Honnibal and Johnson, "An improved non-monotonic transition system for dependency parsing", EMNLP
/// 2015), with crossing arcs written into the labels (Nivre and Nilsson, "Pseudo-projective dependency
/// parsing", ACL 2005).
class Parser {
 public:
  /// Throws MachineError where the model has moves that are not known here.
  explicit Parser(const Model& model);

  /// Sets heads and relations, given a vector of kWidth numbers for each word. The sentence is taken to be
  /// one: exactly one word becomes the root.
  void parse(std::span<const float> vectors, ParserMemory& memory, std::span<Word> words) const;

 private:
  enum class MoveKind : std::uint8_t { kShift, kReduce, kLeft, kRight, kBreak };

  struct Move {
    MoveKind kind = MoveKind::kShift;
    Relation relation = Relation::kRoot;
    /// The head was lifted to where it is: it hangs on a descendant of that with this relation.
    std::optional<Relation> relation_of_head;
  };

  class State;

  static Move read_move(std::string_view name);
  static void restore_crossing(std::span<const Move> moves, ParserMemory& memory, std::span<Word> words);

  const TransitionWeights& weights_;
  std::vector<Move> moves_;
};

}  // namespace whofunds::tagging::english
