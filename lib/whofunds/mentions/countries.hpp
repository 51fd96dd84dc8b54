#pragma once

#include <vector>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/language/morphology.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"
#include "whofunds/mentions/names.hpp"

namespace whofunds::mentions {

/// Notes with each name of a sentence the countries that the sentence says it is of:
///
/// - by an adjective or a country that belongs to the name, or to a noun that describes it: "French bank
///   Cordelle", "Germany's Falkner", "Havn, a company from Norway", "Havn is a Norwegian company";
/// - by where it has its seat: "UK-based Forge", "зарегистрированная на Кипре компания «Охта»";
/// - by its legal form, where one country only has it: "ТОО «Астык»";
/// - as a country, or a public body of one, itself: "Норвегия", "US government".
///
/// What is said of something else stays with that: "the Russian unit of Siltron" tells nothing of Siltron.
/// `names` are those of the sentence, after `find_bodies` and `hang_on_names`.
void find_countries(const AnnotatedSentence& sentence, const language::Lexicon& lexicon,
                    const language::Morphology& morphology, std::vector<NameMention>& names);

}  // namespace whofunds::mentions
