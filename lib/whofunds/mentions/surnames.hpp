#pragma once

#include <optional>
#include <string>

#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// The nominative of a Russian surname in another case, in lower case: "Кедровой" of a woman → "кедрова",
/// "Баранову" → "баранов". Nothing where its ending does not tell, or a dictionary knows it as a surname.
std::optional<std::string> nominative_surname(const Word& surname, const language::Morphology& morphology);

/// The nominative of one who has the surname that stands in the plural, in lower case: "Барановыми" →
/// "баранов"; nothing where it is no plural.
std::optional<std::string> singular_surname(const Word& surname, const language::Morphology& morphology);

/// "баранов" → "баранова", "островский" → "островская"; others stay as they are ("кравчук").
std::string surname_of_woman(const std::string& of_man);

}  // namespace whofunds::mentions
