#pragma once

#include <functional>
#include <istream>
#include <string_view>

#include "whofunds/model/error.hpp"
#include "whofunds/text/document.hpp"

namespace whofunds::text {

/// What is done with what JSON lines hold; see reading.hpp.
struct JsonLinesHandler {
  const std::function<void(Document)>& on_document;
  const std::function<void(const InputError&)>& on_fault;
  const std::function<void(std::string_view line, std::string_view where)>& on_other;
  const std::function<bool(std::string_view line)>& is_other;
};

/// Reads a document a line, as `read_documents` says.
void read_json_lines(std::istream& input, std::string_view source, const JsonLinesHandler& handler);

/// The same where the objects stand in a list, or over several lines.
void read_json_objects(std::istream& input, std::string_view source, const JsonLinesHandler& handler);

}  // namespace whofunds::text
