#include "whofunds/language/word_automaton.hpp"

namespace whofunds::language {
namespace {

constexpr std::uint32_t kLastArc = 1U << 8U;

std::uint8_t label(std::uint32_t arc) {
  return static_cast<std::uint8_t>(arc & 0xFFU);
}
std::uint32_t target(std::uint32_t arc) {
  return arc >> 9U;
}

}  // namespace

std::optional<WordAutomaton::Node> WordAutomaton::next(Node node, std::uint8_t letter) const {
  // The arcs of a node lie in the order of their labels.
  for (std::size_t place = node; label(arcs_[place]) <= letter; ++place) {
    if (label(arcs_[place]) == letter) return target(arcs_[place]);
    if ((arcs_[place] & kLastArc) != 0) break;
  }
  return std::nullopt;
}

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
