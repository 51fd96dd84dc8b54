#pragma once

#include <string>
#include <vector>

namespace whofunds::entities {

/// What is the same in all cases of a Russian name that no dictionary has: «Нептун Фуд» and "Нептун Фудом",
/// «Фармалия» and "Фармалии". `words` are those that the name is compared by; empty where the last of them is
/// too short to tell, or is no Russian one.
std::string base_of(const std::vector<std::string>& words);

/// How much the last word of such a name looks like a nominative, 0 … 2: «Танкер» and «Фармалия» more than
/// «Лювента», that more than "Танкеру". Tells nothing of names with different bases.
int nominative_likeness(const std::string& word);

}  // namespace whofunds::entities
