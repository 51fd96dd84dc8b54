#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// Hangs what a Russian share is of on the share: "25% плюс одна акция завода", "20% в капитале завода",
/// "почти 10% «А»", "доля в размере 30% капитала «А»".
void correct_share(AnnotatedSentence& sentence, int percent, const language::Lexicon& lexicon);

/// "АО «Гражданские самолёты»": what stands in quotes after a legal form is its name.
void correct_name_of_legal_form(AnnotatedSentence& sentence, int quote, const language::Lexicon& lexicon);

/// "Банк открыл линию ООО «А»", "долю девелоперу уступило ООО «А»": a legal form does not decline; of subject
/// and recipient it is the one that is not there yet.
void correct_case_of_legal_form(AnnotatedSentence& sentence, int form, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
