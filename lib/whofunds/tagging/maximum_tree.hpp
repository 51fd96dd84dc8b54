#pragma once

#include <cstdint>
#include <span>

namespace whofunds::tagging {

/// The best tree over the words of a sentence. For n words `scores` is n rows of n + 1: scores[d * (n + 1) +
/// h] says how well word d hangs on word h - 1, or for h = 0 on nothing. Writes the head of each word, -1 for
/// the root. Exactly one word becomes the root, and among all trees with one root the sum of scores is the
/// largest. Ties go to the lower head.
///
/// Edmonds' algorithm in the form of Gabow, Galil, Spencer and Tarjan (Combinatorica 6, 1986), which grows a
/// path and contracts its cycles: O(n^2). Where the best head of every word already gives a tree, that tree
/// is taken at once.
void maximum_tree(std::span<const float> scores, std::span<std::int32_t> heads);

}  // namespace whofunds::tagging
