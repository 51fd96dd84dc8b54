#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"
#include "whofunds/mentions/values.hpp"

namespace whofunds::mentions {

/// Tells the currency of sums whose word several countries share by the one of those countries that the
/// sentence names: "the Norwegian fund put in 12 million kroner". Where it names none or several, or the
/// country whose currency the word means by itself, the sum stays as it is. A word is shared where
/// `country_adjectives` tell the currency that it means by itself, too: "danish krone".
void tell_currencies_of_countries(const AnnotatedSentence& sentence, const language::Lexicon& lexicon,
                                  Values& values);

}  // namespace whofunds::mentions
