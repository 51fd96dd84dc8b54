#pragma once

#include <utility>
#include <vector>

#include "whofunds/mentions/annotated_sentence.hpp"
#include "whofunds/mentions/values.hpp"

namespace whofunds::facts {

/// Which trigger a value belongs to: the nearest in the tree that governs it, or that stands with it under
/// one verb.
class Attachment {
 public:
  /// Words of `distant` own only what hangs on them: "Акционер банка продал 10%" tells no stake of the
  /// shareholder.
  Attachment(const mentions::AnnotatedSentence& tree, const std::vector<int>& owners,
             std::vector<int> distant = {})
      : tree_(tree), owners_(owners), distant_(std::move(distant)) {}

  /// "bought a mill built in 1931": what a participle tells is not told of the verb above it.
  Attachment& within_clause() {
    within_clause_ = true;
    return *this;
  }

  /// "the $5m that it has sunk into A", "$5m invested by A": the owner that describes the value and takes
  /// nothing else; -1 if none.
  int owner_describing(const mentions::Place& place) const;

  /// Of two verbs joined by "and" neither has what the other tells.
  Attachment& within_verb() {
    within_verb_ = true;
    return *this;
  }

  /// "pays $5m to buy A": the sum is that of what it is paid for.
  Attachment& with_purposes() {
    with_purposes_ = true;
    return *this;
  }

  /// "получил 15 %, вложив 70 млн": what a gerund tells goes for the share beside it.
  Attachment& with_gerunds() {
    with_gerunds_ = true;
    return *this;
  }

  /// The index of the owner of the words [first, last); -1 if none.
  int owner_of(const mentions::Place& place) const;

 private:
  static constexpr int kFarthest = 6;

  int at(int word) const;

  /// "is 60 percent owned by A", "A's stake is 60 percent": what describes the value itself, or is it.
  int describing(int root) const;

  int beside(int word, int except) const;

  const mentions::AnnotatedSentence& tree_;
  const std::vector<int>& owners_;
  std::vector<int> distant_;
  bool within_clause_ = false;
  bool with_purposes_ = false;
  bool with_gerunds_ = false;
  bool within_verb_ = false;
};

}  // namespace whofunds::facts
