#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace whofunds::text {

/// JSON as we write it, on one line unless an indent is given. What steers a terminal (`steers`) is written
/// by its number, "\u009b", so that the line may be shown anywhere and says the same; bytes that are no UTF-8
/// become U+FFFD.
std::string json_text(const nlohmann::ordered_json& json, int indent = -1);

}  // namespace whofunds::text
