#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace whofunds::language {

/// What an automaton says of a word: a number that its owner knows the meaning of, with a weight.
struct Entry {
  std::uint32_t key_and_last;  ///< the key; bit 31 is set on the last entry of a word
  std::uint32_t weight;

  std::uint32_t key() const { return key_and_last & 0x7FFFFFFFU; }
  bool last() const { return (key_and_last >> 31U) != 0; }
};

/// A minimal automaton over words of single-byte letters (Daciuk et al., "Incremental construction of minimal
/// acyclic finite-state automata", Computational Linguistics 2000), as it lies in a dictionary file; the
/// layout is described in tools/data/word_automaton.py. A node is a number; copies are cheap.
class WordAutomaton {
 public:
  using Node = std::uint32_t;

  WordAutomaton(std::span<const std::uint32_t> arcs, std::span<const Entry> entries)
      : arcs_(arcs), entries_(entries) {}

  Node root() const { return 0; }

  /// The node that `letter` leads to. Here in the header, as it is asked for each letter of each word.
  std::optional<Node> next(Node node, std::uint8_t letter) const {
    // The arcs of a node lie in the order of their labels.
    for (const std::uint32_t* arc = arcs_.data() + node; label(*arc) <= letter; ++arc) {
      if (label(*arc) == letter) return target(*arc);
      if ((*arc & kLastArc) != 0) break;
    }
    return std::nullopt;
  }

  /// The entries of the word that ends in `node`; empty where none ends.
  std::span<const Entry> entries(Node node) const;

  /// The entries of `word`; empty where it is not there.
  std::span<const Entry> find(std::span<const std::uint8_t> word) const;

 private:
  static constexpr std::uint32_t kLastArc = 1U << 8U;

  static std::uint8_t label(std::uint32_t arc) { return static_cast<std::uint8_t>(arc & 0xFFU); }
  static std::uint32_t target(std::uint32_t arc) { return arc >> 9U; }

  std::span<const std::uint32_t> arcs_;
  std::span<const Entry> entries_;
};

}  // namespace whofunds::language
