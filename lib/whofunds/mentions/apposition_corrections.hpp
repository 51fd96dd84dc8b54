#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// Hangs a Russian name that a parser took for an apposition on what it names, or on whose complement it is.
void correct_appositions(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon);

/// "«А» прокредитовал завод на 5 млн": a form of a verb that frames know, which a tagger that never met it
/// takes for an adjective.
void correct_verb_taken_for_adjective(AnnotatedSentence& sentence, int index,
                                      const language::Lexicon& lexicon);

/// "«Курс» вложит в терминал «Хаб»": a name describes nothing beyond a verb; it does what the verb says.
void correct_apposition_beyond_verb(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon);

/// "трёх стартапов: A, B и C": what follows the colon names the several things before it.
void correct_names_after_colon(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
