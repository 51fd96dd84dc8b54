#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// Which of two nouns beside a Russian verb does what it says, where a parser took the one for the other:
/// agreement, cases, and what does such things at all tell. "Раунд возглавил «А»".
void correct_actors(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon);

/// Makes the subject of a verb its object, and what acts its subject.
void exchange(AnnotatedSentence& sentence, int verb, int subject, int acting);

/// "построит в Калуге АО «А»": a legal form after a place is no part of that, but acts or is acted on.
void correct_firm_after_place(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon);

/// What is built or takes money does nothing where a firm stands after the verb.
void correct_builders(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
