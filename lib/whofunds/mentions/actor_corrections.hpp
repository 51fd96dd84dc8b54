#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// Which of two nouns beside a Russian verb does what it says, where a parser took the one for the other:
/// agreement, cases, and what does such things at all tell. "Раунд возглавил «А»".
void correct_actors(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon);

/// "Новый банк планируют создать А и Б", "Трест «А» могут купить два игрока", "Кластер «А» планирует
/// построить группа «Б»": what stands before a verb that an infinitive belongs to is what that acts on, where
/// it disagrees with the verb, and what shows that it acts stands after the infinitive.
void correct_subject_before_infinitive(AnnotatedSentence& sentence, int verb,
                                       const language::Lexicon& lexicon);

/// Makes the subject of a verb its object, and what acts its subject.
void exchange(AnnotatedSentence& sentence, int verb, int subject, int acting);

/// Whether the gender of a verb, where it shows one, can be that of a noun.
bool may_agree(const AnnotatedSentence& sentence, int verb, int noun);

/// "построит в Калуге АО «А»": a legal form after a place is no part of that, but acts or is acted on.
void correct_firm_after_place(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon);

/// What is built or takes money does nothing where a firm stands after the verb.
void correct_builders(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
