#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// "У «А» 60% в «Б»", "В «Б» у «А» 60%, у «В» — 40%": without a verb, the Russian share is what is told, and
/// who holds it and in what hang on it, in whatever order they stand.
void correct_holders(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
