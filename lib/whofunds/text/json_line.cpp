#include "whofunds/text/json_line.hpp"

#include <fmt/format.h>

#include "whofunds/model/error.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {

nlohmann::json parse_json_line(std::string_view line, std::string_view where, int depth) {
  using Event = nlohmann::json::parse_event_t;
  if (const std::string fault = text_fault(line); !fault.empty())
    throw InputError(where, fault, "save it as UTF-8");
  const auto keep = [depth](int level, Event event, const nlohmann::json&) {
    return level < depth || (event != Event::object_start && event != Event::array_start);
  };
  try {
    nlohmann::json object = nlohmann::json::parse(line, keep);
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

}  // namespace whofunds::text
