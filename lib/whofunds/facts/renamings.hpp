#pragma once

#include <vector>

#include "whofunds/facts/clause.hpp"
#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"

namespace whofunds::facts {

/// What a sentence says has two names: the word that stands for the thing, and the name that it had or has
/// otherwise, as an index of the sentence's names.
struct Renaming {
  int word = 0;
  int name = 0;
};

/// "Aster (formerly Birch)", "Aster, now known as Birch", "Aster was renamed Birch", "the company changed its
/// name to Birch".
std::vector<Renaming> find_renamings(const mentions::SentenceMentions& sentence, const Clause& clause,
                                     const language::Lexicon& lexicon);

}  // namespace whofunds::facts
