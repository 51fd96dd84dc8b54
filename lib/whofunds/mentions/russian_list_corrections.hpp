#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// "в раунде серии С стартапа «А»": the letter of a series is no preposition.
void correct_series(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// "Инвестором стал «А», также вложились «Б» и бизнесмен Олег В.": what a conjunction joins to a word on the
/// other side of a verb or a dash is joined to the one right before it.
void correct_conjuncts_beyond_borders(AnnotatedSentence& sentence);

/// "«А» и узбекская «Б» построят завод": who acts together with a subject; the last correction of lists, for
/// an earlier one may yet find what the verb acts on.
void correct_joined_subjects(AnnotatedSentence& sentence);

/// "вложил в два стартапа: «А» и «Б»", "купил пять заводов, включая «А»", "среди которых — «А» и «Б»": the
/// names of some of many things hang on the noun for them as what they are called, wherever a parser puts
/// them, and the rest of the list on the first.
void correct_lists_of_many(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// "получила грант от А и кредит от Б": of two objects that a conjunction joins, the latter hangs on the
/// former, and what stands before the conjunction on the former too.
void correct_joined_objects(AnnotatedSentence& sentence);

}  // namespace whofunds::mentions
