#pragma once

#include "whofunds/facts/clause.hpp"
#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"

namespace whofunds::facts {

/// Finds the words that frames ask for beside what calls them up: the "раунд" of "возглавить раунд".
class Carriers {
 public:
  Carriers(const mentions::SentenceMentions& sentence, const Clause& clause, const language::Lexicon& lexicon)
      : sentence_(sentence), tree_(sentence.tree), clause_(clause), lexicon_(lexicon) {}

  /// The noun that the frame asks for among the arguments of `word`, or a pronoun that stands for one named
  /// before; kNoWord if there is none.
  int find(const language::Frame& frame, int word) const;

 private:
  bool is_round(const language::Frame& frame, int word) const;
  bool is_object_word(const language::Frame& frame, int word) const;
  bool is_put_into_name(int noun) const;
  bool is_set_of_holders(const language::Frame& frame, int noun) const;

  const mentions::SentenceMentions& sentence_;
  const mentions::AnnotatedSentence& tree_;
  const Clause& clause_;
  const language::Lexicon& lexicon_;
};

}  // namespace whofunds::facts
