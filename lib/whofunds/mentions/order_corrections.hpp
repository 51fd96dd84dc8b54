#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// Mends of Russian trees what free order of words makes parsers get wrong: which of two nouns acts, and
/// which word a phrase belongs to that stands far from it. `correct_tree` makes them last.
void correct_order(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Of these, the ones that are about who takes part in the event that a noun tells, and whom a title names.
void correct_parties_of_noun(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon);

/// Of these, the ones where the case of a name tells what a parser got wrong. Made first.
void correct_cases(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Those about words that parsers hang across a verb, brackets, dashes or "и" on what they do not belong to.
void correct_borders(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Those about subjects and objects that parsers hang on a noun beside them, or take for a possessive.
void correct_arguments(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// "4 млрд тенге", "2 млрд вон": after a number a form that is listed is a currency, whatever a dictionary
/// takes it for.
void correct_currencies(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// And the ones about sums of money, and who stands beside them.
void correct_sums(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// "Подконтрольная «А-у» ТЭЦ", "выделил 5 млн рублей организации «Б»": what stands in the dative, and what a
/// tagger takes for one.
void correct_datives(AnnotatedSentence& sentence, int word, const language::Lexicon& lexicon);

/// To whom something is sold, and whose an adjective says that it is: datives that parsers hang elsewhere,
/// and the pronoun before one that is what is sold.
void correct_recipients(AnnotatedSentence& sentence, int word, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
