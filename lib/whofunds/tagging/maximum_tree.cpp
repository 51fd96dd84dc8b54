#include "whofunds/tagging/maximum_tree.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace whofunds::tagging {
namespace {

using Node = std::uint32_t;

/// Takes the best head of every word; says whether this is a tree with one root.
bool take_best_heads(std::span<const float> scores, std::span<std::int32_t> heads) {
  const std::size_t words = heads.size();
  std::size_t roots = 0;
  for (std::size_t word = 0; word < words; ++word) {
    const float* const row = scores.data() + word * (words + 1);
    std::size_t best = 0;
    for (std::size_t head = 1; head <= words; ++head) {
      if (head != word + 1 && row[head] > row[best]) best = head;
    }
    heads[word] = static_cast<std::int32_t>(best) - 1;
    if (best == 0) ++roots;
  }
  return roots == 1;
}

bool has_cycle(std::span<const std::int32_t> heads) {
  // The walk on which a word was first met; meeting it again on the same walk is a cycle.
  std::vector<std::size_t> walk_of(heads.size(), heads.size());
  for (std::size_t start = 0; start < heads.size(); ++start) {
    std::int32_t word = static_cast<std::int32_t>(start);
    while (word >= 0 && walk_of[static_cast<std::size_t>(word)] == heads.size()) {
      walk_of[static_cast<std::size_t>(word)] = start;
      word = heads[static_cast<std::size_t>(word)];
    }
    if (word >= 0 && walk_of[static_cast<std::size_t>(word)] == start) return true;
  }
  return false;
}

/// Node 0 is above all words, node i is word i - 1, and nodes from words + 1 on are contracted cycles.
class TreeSearch {
 public:
  TreeSearch(std::span<const float> scores, std::size_t words)
      : words_(words),
        size_(words + 1),
        edges_(size_ * size_),
        row_of_(size_),
        node_of_(size_),
        parent_(size_, kNone),
        into_(size_) {
    // A fine on every edge from node 0, larger than all that other edges can bring, leaves one such edge.
    const auto [least, most] = std::minmax_element(scores.begin(), scores.end());
    const double fine =
        1.0 + static_cast<double>(words) * (static_cast<double>(*most) - static_cast<double>(*least));
    for (Node node = 0; node < size_; ++node) {
      row_of_[node] = node;
      node_of_[node] = node;
      for (Node head = 0; node > 0 && head < size_; ++head) {
        edge(node, head) = {scores[(node - 1) * size_ + head] - (head == 0 ? fine : 0.0), head, node};
      }
    }
  }

  void run(std::span<std::int32_t> heads) {
    grow();
    expand();
    for (Node word = 1; word <= words_; ++word)
      heads[word - 1] = static_cast<std::int32_t>(into_[word].head) - 1;
  }

 private:
  static constexpr Node kNone = ~Node{0};

  /// The best edge between two contracted nodes, and the words that it is between.
  struct Edge {
    double score = 0.0;
    Node head = 0;
    Node dependent = 0;
  };

  Edge& edge(Node row, Node column) { return edges_[row * size_ + column]; }

  /// Follows best edges upwards from every node until they reach what already hangs on node 0.
  void grow() {
    std::vector<bool> hangs(2 * size_, false);
    hangs[0] = true;
    for (Node start = 1; start <= words_; ++start) {
      Node top = start;
      while (parent_[top] != kNone) top = parent_[top];
      if (hangs[top]) continue;
      std::vector<Node> path = {top};
      for (Node head = choose(top); !hangs[head]; head = choose(path.back())) {
        const auto met = std::ranges::find(path, head);
        if (met == path.end()) {
          path.push_back(head);
        } else {
          const Node cycle = contract({met, path.end()});
          path.erase(met, path.end());
          path.push_back(cycle);
        }
      }
      for (const Node node : path) hangs[node] = true;
    }
  }

  /// Takes the best edge into a node; returns the node it comes from.
  Node choose(Node node) {
    const Node row = row_of_[node];
    Node best = kNone;
    for (Node column = 0; column < size_; ++column) {
      if (column == row || node_of_[column] == kNone) continue;
      if (best == kNone || edge(row, column).score > edge(row, best).score) best = column;
    }
    into_[node] = edge(row, best);
    return node_of_[best];
  }

  /// Makes one node of a cycle. It takes over the row and column of the first node; those of the others fall
  /// out of use.
  Node contract(std::span<const Node> cycle) {
    const Node made = static_cast<Node>(parent_.size());
    const Node into = row_of_[cycle.front()];
    for (const Node node : cycle) node_of_[row_of_[node]] = kNone;
    for (Node other = 0; other < size_; ++other) {
      if (node_of_[other] == kNone) continue;
      Edge entering;
      Edge leaving;
      for (const Node node : cycle) {
        const Node row = row_of_[node];
        Edge in = edge(row, other);
        in.score -= into_[node].score;  // what entering the cycle here costs: its own edge goes
        if (node == cycle.front() || in.score > entering.score) entering = in;
        const Edge& out = edge(other, row);
        if (node == cycle.front() || out.score > leaving.score) leaving = out;
      }
      edge(into, other) = entering;
      edge(other, into) = leaving;
    }
    for (const Node node : cycle) parent_[node] = made;
    parent_.push_back(kNone);
    row_of_.push_back(into);
    node_of_[into] = made;
    into_.emplace_back();
    return made;
  }

  /// Opens the cycles, the last made first: the edge into a cycle replaces the edge of the node that it
  /// enters at.
  void expand() {
    for (Node cycle = static_cast<Node>(parent_.size()) - 1; cycle > words_; --cycle) {
      const Edge& entering = into_[cycle];
      Node node = entering.dependent;
      while (parent_[node] != cycle) node = parent_[node];
      into_[node] = entering;
    }
  }

  std::size_t words_;
  std::size_t size_;
  std::vector<Edge> edges_;    // by row of the dependent, then of the head
  std::vector<Node> row_of_;   // by node
  std::vector<Node> node_of_;  // by row; kNone for a row out of use
  std::vector<Node> parent_;   // by node: the cycle it is part of
  std::vector<Edge> into_;     // by node: the edge taken
};

}  // namespace

void maximum_tree(std::span<const float> scores, std::span<std::int32_t> heads) {
  if (heads.empty() || (take_best_heads(scores, heads) && !has_cycle(heads))) return;
  TreeSearch(scores, heads.size()).run(heads);
}

}  // namespace whofunds::tagging
