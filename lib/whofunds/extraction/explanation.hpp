#pragma once

#include <cstddef>
#include <string>

#include "whofunds/extraction/document_reading.hpp"
#include "whofunds/language/lexicon.hpp"

namespace whofunds::extraction {

/// How one sentence was read, for people: a line a word (form, lemma, part of speech, case, relation and
/// head), then its names, its values, and the frames that its words call up, with their line in the data
/// file: those that matched and who fills their roles; those that nearly did, and what was missing, a role or
/// a word that the frame asks for.
std::string explain_sentence(const DocumentReading& reading, std::size_t sentence,
                             const language::Lexicon& lexicon);

}  // namespace whofunds::extraction
