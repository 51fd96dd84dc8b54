#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "whofunds/language/lexicon.hpp"

namespace whofunds::entities {

/// The words that a name is compared by: lower case, "ё" as "е", no quotes or marks, no legal forms (unless
/// it is all there is).
std::vector<std::string> comparison_words(std::string_view name, const language::WordSet& legal_forms);

/// The same of words that a name was cut into.
std::vector<std::string> without_legal_forms(std::vector<std::string> words,
                                             const language::WordSet& legal_forms);

/// The words with single spaces between them.
std::string joined(const std::vector<std::string>& words);

/// A word without what declension changes: a long Cyrillic word loses a last vowel or two ("самойлову",
/// "самойлов").
std::string stem(const std::string& word);

/// Whether the first word is written in Cyrillic.
bool is_cyrillic(const std::vector<std::string>& words);

/// The first letter, in UTF-8.
std::string first_letter(const std::string& word);

/// How a name sounds, the same for its Cyrillic and its Latin spelling: consonants alone, vowels as one mark,
/// doubled letters once. By the practical transcription of English into Russian, in which a vowel often has
/// no single counterpart ("Trump", "Трамп"; "Buffett", "Баффет") while consonants have.
std::string sound(const std::vector<std::string>& words);

}  // namespace whofunds::entities
