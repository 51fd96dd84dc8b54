#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// "АО «Гражданские самолёты»": what stands in quotes after a legal form is its name.
void correct_name_of_legal_form(AnnotatedSentence& sentence, int quote, const language::Lexicon& lexicon);

/// "Банк открыл линию ООО «А»", "долю девелоперу уступило ООО «А»": a legal form does not decline; of subject
/// and recipient it is the one that is not there yet.
void correct_case_of_legal_form(AnnotatedSentence& sentence, int form, const language::Lexicon& lexicon);

/// Gives the names in quotes after letters that tell a legal form to these letters.
void correct_legal_forms(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
