#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// Whether the gender of a verb, where it shows one, can be that of a noun.
bool may_agree(const AnnotatedSentence& sentence, int verb, int noun);

/// Whether a noun says what kind of thing is meant, at the head of a sentence too: "завод «А»".
bool describes_thing(const AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon);

/// Whether a noun has a form that is the nominative alone: "группа".
bool shows_nominative(const Word& word);

/// "завод «А» реконструировала ДСМК": a verb in the past agrees with its subject; a thing of another gender
/// before it is what it acts on, and a name whose gender nobody knows does it.
void correct_subject_of_other_gender(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon);

/// "Завод «А» продали холдингу «Б»": one thing is no subject of a verb in the plural; it is what somebody
/// acts on.
void correct_subject_of_other_number(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon);

/// "«Балтийский капитал» купил завод", "«Северные верфи» купил «А»": a nominative before the verb acts, where
/// a parser makes an accusative after it the subject; and what is one does what one does, and not what is
/// many.
void correct_subject_against_tags(AnnotatedSentence& sentence, int verb);

/// "Новый банк планируют создать А и Б", "Трест «А» могут купить два игрока", "Кластер «А» планирует
/// построить группа «Б»": what stands before a verb that an infinitive belongs to is what that acts on, where
/// it disagrees with the verb, and what shows that it acts stands after the infinitive.
void correct_subject_before_infinitive(AnnotatedSentence& sentence, int verb,
                                       const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
