#pragma once

#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// "Сюзан Хилл": in another case than the nominative no given name of a man ends in a consonant but "м", and
/// names of women that do so do not decline.
bool is_indeclinable_given_name(const Word& given);

/// "Игорю Лапину": gives a surname the gender and the case of the given name before it.
void agree_with_given_name(Word& surname, const Word& given);

/// "Первого канала", "Детского мира": an adjective is of the gender of the noun that it stands before in the
/// same case, where its own form may be of two.
void agree_with_noun(Word& adjective, const AnnotatedSentence& sentence, int after, int last);

/// "Приволжскому краеведческому музею", "Кенийскому институту": what a tagger takes for a noun before an
/// adjective, or before a common noun with the ending of one, in the same case.
bool is_adjective_of_next(const Word& word, const AnnotatedSentence& sentence, int next, int last);

}  // namespace whofunds::mentions
