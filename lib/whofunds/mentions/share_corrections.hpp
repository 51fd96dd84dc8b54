#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// Hangs what a Russian share is of on the share: "25% плюс одна акция завода", "20% в капитале завода",
/// "почти 10% «А»", "доля в размере 30% капитала «А»", "доля «А» в «Б»".
void correct_share(AnnotatedSentence& sentence, int percent, const language::Lexicon& lexicon);

/// "консолидация «А» 100% завода", "покупка у «А» 100% завода": after whoever does it, or of whom it is
/// bought, stands how much of what.
void correct_share_after_agent(AnnotatedSentence& sentence, int percent, const language::Lexicon& lexicon);

/// "докупил 20% завода и довёл долю до 90%": a share before "и" is that of the verb before it.
void correct_share_before_joined_verb(AnnotatedSentence& sentence, int share,
                                      const language::Lexicon& lexicon);

/// "купил у датской Volta 40% завода": a share after a purchase is what is bought, where a parser hangs it on
/// a noun before the purchase.
void correct_share_after_purchase(AnnotatedSentence& sentence, int share, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
