#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// "Банк «А» (дочка «Б») купил завод": a title in the brackets that open at `bracket` is said of what stands
/// before them, not of what a parser finds after them.
void correct_title_in_brackets(AnnotatedSentence& sentence, int bracket, const language::Lexicon& lexicon);

/// "президент «А» Иван Б., совладелец «В» Олег Г. и глава «Д» Пётр Е.": each of several titles has the name
/// that follows it.
void correct_names_of_listed_titles(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon);

/// "Гришин, председатель совета директоров и сооснователь «А»": a title that "и" joins to another is what its
/// bearer is, no one beside him.
void correct_joined_title_of_name(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon);

/// "акционерами «А» являются «Б» и «В»": what somebody is said to be before the verb is no one of them.
void correct_title_before_copula(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon);

/// "утвердил президентом компании Ивана Белова": who is given a post, where a parser takes him for whose the
/// company is.
void correct_appointed_person(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon);

/// "в группу «А» Ивана Белова", "компания Ивана Белова Aster": a person right after a firm or its name is
/// whose it is, unless a title before the firm says what he is there.
void correct_owner_after_firm(AnnotatedSentence& sentence, int person, const language::Lexicon& lexicon);

/// "сменил хозяина: им стал «А»": whom a pronoun calls what a title before it does is named by that.
void correct_pronoun_of_title(AnnotatedSentence& sentence, int pronoun, const language::Lexicon& lexicon);

/// "Глава «А» Анна Б. и директор «В» Олег Г. подписали": of two titles each has the name that follows it.
void correct_names_of_joined_titles(AnnotatedSentence& sentence, int second,
                                    const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
