#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "whofunds/facts/triggers.hpp"

namespace whofunds::facts {

/// The triggers of the sentences of one document, each worked out once: a document is read anew when more of
/// its sentences are known, and what calls frames up in a sentence depends on that sentence alone.
class TriggerMemory {
 public:
  /// Two trees of a sentence may call up different frames.
  enum class Tree { kFirst, kOther };

  /// The triggers of a sentence, which is always to be the same for its number.
  const std::vector<Trigger>& find(std::size_t number, Tree tree, const mentions::SentenceMentions& sentence,
                                   const Clause& clause, const language::Lexicon& lexicon) {
    const auto [known, is_new] = known_.try_emplace({number, tree});
    if (is_new) known->second = find_triggers(sentence, clause, lexicon);
    return known->second;
  }

 private:
  std::map<std::pair<std::size_t, Tree>, std::vector<Trigger>> known_;
};

}  // namespace whofunds::facts
