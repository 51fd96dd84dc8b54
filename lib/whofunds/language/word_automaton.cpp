#include "whofunds/language/word_automaton.hpp"

namespace whofunds::language {

std::span<const Entry> WordAutomaton::entries(Node node) const {
  const std::uint32_t arc = arcs_[node];
  if (label(arc) != 0) return {};
  const std::size_t first = target(arc);
  std::size_t last = first;
  while (!entries_[last].last()) ++last;
  return entries_.subspan(first, last - first + 1);
}

std::span<const Entry> WordAutomaton::find(std::span<const std::uint8_t> word) const {
  Node node = root();
  for (const std::uint8_t letter : word) {
    const std::optional<Node> following = next(node, letter);
    if (!following) return {};
    node = *following;
  }
  return entries(node);
}

}  // namespace whofunds::language
