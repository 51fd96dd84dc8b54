#pragma once

#include <vector>

#include "whofunds/mentions/annotated_sentence.hpp"
#include "whofunds/mentions/names.hpp"
#include "whofunds/mentions/values.hpp"

namespace whofunds::mentions {

/// A sentence with everything that is named in it.
struct SentenceMentions {
  bool begins_paragraph = false;  ///< an empty line stands before it, or nothing
  AnnotatedSentence tree;
  Values values;
  std::vector<NameMention> names;
  std::vector<NameMention>
      bodies;  ///< what `find_bodies` gives back: said, but no names that facts are read of

  /// The name that `word` belongs to, as an index of `names`; kNoWord if it is in none.
  int name_at(int word) const {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (word >= names[i].first && word < names[i].last) return static_cast<int>(i);
    }
    return kNoWord;
  }
};

}  // namespace whofunds::mentions
