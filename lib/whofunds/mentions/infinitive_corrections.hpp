#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// "О планах «А» купить завод стало известно": what is planned belongs to the noun of planning before it, not
/// to the verb after it.
void correct_infinitive_of_noun(AnnotatedSentence& sentence, int infinitive,
                                const language::Lexicon& lexicon);

/// "В капитал «А» может войти Б": what stands before a verb that an infinitive hangs on belongs to that.
void correct_phrase_before_modal(AnnotatedSentence& sentence, int infinitive,
                                 const language::Lexicon& lexicon);

/// "планы основать фонд «А» стали известны": a noun that an infinitive has right before it is its object.
void correct_object_of_infinitive(AnnotatedSentence& sentence, int infinitive);

/// "Купить «А» хотят «Б» и «В»": a verb that governs an infinitive before it has no other object; a
/// nominative after it acts.
void correct_subject_after_infinitive(AnnotatedSentence& sentence, int verb);

}  // namespace whofunds::mentions
