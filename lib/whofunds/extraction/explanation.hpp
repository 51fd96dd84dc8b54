#pragma once

#include <string>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"

namespace whofunds::extraction {

/// How one sentence was read, for people: a line a word (form, lemma, part of speech, case, relation and
/// head), then its names, its values, and the frames that its words call up with their line in the data file.
std::string explain_sentence(const mentions::SentenceMentions& sentence, const language::Lexicon& lexicon);

}  // namespace whofunds::extraction
