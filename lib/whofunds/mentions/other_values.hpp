#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"
#include "whofunds/mentions/values.hpp"

namespace whofunds::mentions {

/// Marks the sums that tell what one share costs ("$35 a share") as no sums of a deal, and leaves out
/// percents that tell a rate or a change and no stake ("a 32% premium", "raised its offer by 11 percent").
void set_apart_other_values(const AnnotatedSentence& sentence, const language::Lexicon& lexicon,
                            Values& values);

}  // namespace whofunds::mentions
