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

  /// The node that `letter` leads to.
  std::optional<Node> next(Node node, std::uint8_t letter) const;

  /// The entries of the word that ends in `node`; empty where none ends.
  std::span<const Entry> entries(Node node) const;

  /// The entries of `word`; empty where it is not there.
  std::span<const Entry> find(std::span<const std::uint8_t> word) const;

 private:
  std::span<const std::uint32_t> arcs_;
  std::span<const Entry> entries_;
};

}  // namespace whofunds::language
