#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

namespace whofunds::text {

/// The JSON object that a line holds, down to `depth` levels of objects and lists: what lies deeper is
/// dropped, so that hostile nesting costs no memory. `where` names file and line in the message. Throws
/// InputError where the line is no text, no JSON, or no object.
nlohmann::json parse_json_line(std::string_view line, std::string_view where, int depth);

/// The JSON that a page embeds, likewise down to `depth` levels; null where it is none.
nlohmann::json parse_embedded_json(std::string_view text, int depth);

}  // namespace whofunds::text
