#pragma once

#include <vector>

#include "whofunds/facts/referents.hpp"
#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::facts {

/// "занимал пост директора", "работал директором": whether the clause of a title tells of a post that stood
/// in the past, and so stands no more.
bool had_post(const mentions::AnnotatedSentence& tree, int title, const language::Lexicon& lexicon);

/// "Гендиректор А ушёл в отставку": whether the title is the subject of a verb that tells that its holder
/// left.
bool leaves_post(const mentions::AnnotatedSentence& tree, int title, const language::Lexicon& lexicon);

/// "Глава «А» Анна Б. и директор «В» Олег Г. подписали соглашение": those who head partners sign for them.
void sign_for_firms(const mentions::AnnotatedSentence& tree, const language::Lexicon& lexicon,
                    const Referents& referents, std::vector<Referent>& partners);

/// "became its head in 2009", "stepped down as its head in 2021": whether a date tells when what a title says
/// began or ended.
bool dates_post(const mentions::AnnotatedSentence& tree, int date, int title,
                const language::Lexicon& lexicon);

}  // namespace whofunds::facts
