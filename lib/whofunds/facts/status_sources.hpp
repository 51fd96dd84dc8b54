#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::facts {

/// "по словам источников", "people familiar with the matter said": what a sentence tells is hearsay.
bool is_told_by_sources(const mentions::AnnotatedSentence& tree, const language::Lexicon& lexicon);

/// "Сообщения о том, что А купил Б, не подтвердились", "reports that A had bought B were untrue": whether
/// what word `word` tells is said in a report that the sentence says to be wrong.
bool is_report_refuted(const mentions::AnnotatedSentence& tree, const language::Lexicon& lexicon, int word);

}  // namespace whofunds::facts
