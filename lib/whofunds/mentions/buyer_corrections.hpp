#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// "продажа «А» 50% акций «Б»", "продала 30% акций «А» компании «Б»": of two names beside what is sold,
/// neither of which is joined to the other, the one is to whom it goes.
void correct_buyer_beside_share(AnnotatedSentence& sentence, int share, const language::Lexicon& lexicon);

/// "продажа завода «А» компании «Б»": of two beside a sale the last is to whom it goes.
void correct_buyer_after_sale(AnnotatedSentence& sentence, int sale, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
