#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/language/syntax_data.hpp"
#include "whofunds/text/data_file.hpp"

namespace whofunds::language {

/// Reads the frames of a language, whose places are named by its prepositions.
void load_frames(const text::DataFile& file, const Prepositions& prepositions, Lexicon& lexicon);

/// Reads the words of grammar: pronouns, negations, verbs that tell a status, and the like.
void load_grammar(const text::DataFile& file, Lexicon& lexicon);

/// Reads the words of sums, stakes, dates and rounds.
void load_money(const text::DataFile& file, Lexicon& lexicon);

/// Reads the nouns that describe, and those in names, by the kind that they tell.
void load_descriptors(const text::DataFile& file, Lexicon& lexicon);

/// Reads what countries are called, and what is of them.
void load_countries(const text::DataFile& file, CountryWords& countries);

}  // namespace whofunds::language
