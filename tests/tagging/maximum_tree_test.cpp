#include "whofunds/tagging/maximum_tree.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <span>
#include <vector>

#include <doctest/doctest.h>

using whofunds::tagging::maximum_tree;

namespace {

using Heads = std::vector<std::int32_t>;

bool is_tree(const Heads& heads) {
  if (std::ranges::count(heads, -1) != 1) return false;
  for (const std::int32_t start : heads) {
    std::int32_t word = start;
    for (std::size_t steps = 0; word >= 0; ++steps) {
      if (steps > heads.size()) return false;
      word = heads[static_cast<std::size_t>(word)];
    }
  }
  return true;
}

float score(std::span<const float> scores, const Heads& heads) {
  float sum = 0;
  for (std::size_t word = 0; word < heads.size(); ++word) {
    sum += scores[word * (heads.size() + 1) + static_cast<std::size_t>(heads[word] + 1)];
  }
  return sum;
}

/// The score of the best tree, found by trying all assignments of heads.
float best_by_trial(std::span<const float> scores, std::size_t words) {
  Heads heads(words, -1);
  float best = -std::numeric_limits<float>::infinity();
  for (;;) {
    if (is_tree(heads)) best = std::max(best, score(scores, heads));
    std::size_t word = 0;
    while (word < words && ++heads[word] == static_cast<std::int32_t>(words)) heads[word++] = -1;
    if (word == words) return best;
  }
}

/// Whole numbers, so that sums are exact and ties happen. From the generator's bits: distributions differ
/// between libraries.
std::vector<float> some_scores(std::mt19937& random, std::size_t words) {
  std::vector<float> scores(words * (words + 1));
  for (float& value : scores) value = static_cast<float>(random() % 21) - 10.0F;
  return scores;
}

Heads tree_of(const std::vector<float>& scores, std::size_t words) {
  Heads heads(words, 0);
  maximum_tree(scores, heads);
  return heads;
}

}  // namespace

TEST_CASE("the tree is the best of all trees with one root") {
  std::mt19937 random(7);
  for (std::size_t words = 1; words <= 5; ++words) {
    for (int trial = 0; trial < 200; ++trial) {
      const std::vector<float> scores = some_scores(random, words);
      const Heads heads = tree_of(scores, words);
      REQUIRE(is_tree(heads));
      CHECK(score(scores, heads) == best_by_trial(scores, words));
    }
  }
}

TEST_CASE("two words that both want to be the root, and two that want each other, end in one tree") {
  CHECK(tree_of({5, 0, 1, /**/ 4, 3, 0}, 2) == Heads{-1, 0});
  CHECK(tree_of({0, 0, 9, /**/ 2, 9, 0}, 2) == Heads{1, -1});
}

TEST_CASE("large sentences with many cycles give one tree") {
  std::mt19937 random(11);
  for (const std::size_t words : {50U, 200U, 512U}) {
    CHECK(is_tree(tree_of(some_scores(random, words), words)));
    CHECK(is_tree(tree_of(std::vector<float>(words * (words + 1), 1.0F), words)));
  }
}

TEST_CASE("a sentence without words has no tree") {
  CHECK(tree_of({}, 0).empty());
}
