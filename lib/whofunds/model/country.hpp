#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace whofunds::model {

/// Whether it has the form in which we write codes of ISO 3166-1 alpha-2: two small letters, "fr".
bool is_country_code(std::string_view text);

/// Adds those codes to a list that is sorted and has each once, and keeps it so.
void unite_countries(std::vector<std::string>& into, const std::vector<std::string>& more);

}  // namespace whofunds::model
