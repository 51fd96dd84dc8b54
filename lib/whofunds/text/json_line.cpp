#include "whofunds/text/json_line.hpp"

#include <fmt/format.h>

#include "whofunds/model/error.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {

namespace {

using Event = nlohmann::json::parse_event_t;

/// Keeps what lies no deeper than `depth`.
nlohmann::json::parser_callback_t kept_to(int depth) {
  return [depth](int level, Event event, const nlohmann::json&) {
    return level < depth || (event != Event::object_start && event != Event::array_start);
  };
}

}  // namespace

nlohmann::json parse_json_line(std::string_view line, std::string_view where, int depth) {
  if (const std::string fault = text_fault(line); !fault.empty())
    throw InputError(where, fault, "save it as UTF-8");
  try {
    nlohmann::json object = nlohmann::json::parse(line, kept_to(depth));
    if (!object.is_object())
      throw InputError(where, "the line is JSON but no object", "an object stands in { }");
    return object;
  } catch (const nlohmann::json::parse_error& error) {
    throw InputError(where, fmt::format("the line is no JSON (at byte {})", error.byte),
                     "one JSON object a line");
  } catch (const nlohmann::json::out_of_range&) {
    throw InputError(where, "a number in the line is too large", "correct it");
  }
}

nlohmann::json parse_embedded_json(std::string_view text, int depth) {
  try {
    return nlohmann::json::parse(text, kept_to(depth));
  } catch (const nlohmann::json::exception&) {
    return nullptr;
  }
}

}  // namespace whofunds::text
