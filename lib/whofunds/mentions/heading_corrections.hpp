#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// "фонд во главе с Беловым", "раунд на 3 млн руб. во главе с А": the phrase says who heads the noun before
/// it, or that noun which has the sum before it. A parser may take it for one preposition, and hang it on the
/// sum.
void correct_heading_phrase(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
