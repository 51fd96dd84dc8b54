#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/language/morphology.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// "партнёр онлайн-кинотеатра": taggers often miss the case of a compound, which its last part shows.
void correct_case_of_compound(Word& word, const language::Morphology& morphology);

/// "IT-компании", "финтех-стартап": a description with something before its hyphen is that description; and
/// "VR-очки", a noun with Latin letters before its hyphen, are no name.
void correct_compound(Word& word, const language::Morphology& morphology, const language::Lexicon& lexicon);

/// "маслокомбинату", "агрофонд": a noun that no dictionary has, which ends in one that tells what kind of
/// thing it is.
void correct_closed_compound(Word& word, const language::Morphology& morphology,
                             const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
