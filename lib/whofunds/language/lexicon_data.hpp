#pragma once

#include "whofunds/language/data_file.hpp"
#include "whofunds/language/lexicon.hpp"

namespace whofunds::language {

/// Reads the frames of a language.
void load_frames(const DataFile& file, Lexicon& lexicon);

/// Reads the words of grammar: pronouns, negations, verbs that tell a status, and the like.
void load_grammar(const DataFile& file, Lexicon& lexicon);

}  // namespace whofunds::language
