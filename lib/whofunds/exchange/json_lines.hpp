#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "whofunds/extraction/extractor.hpp"
#include "whofunds/model/fact.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::exchange {

/// The longest name, id or other short text of a fact that is believed, in bytes.
inline constexpr std::size_t kLongestName = 2000;

/// A confidence as it is written and read: to three digits, so that a fact that is read is the one that was
/// written.
double written_confidence(double confidence);

/// A fact as one line of JSON, without the line end. Keys stand in the order of docs/model.md; what is
/// unknown is absent.
std::string to_json_line(const model::Fact& fact);

/// A mention of a document as one line of JSON, without the line end.
std::string to_json_line(const extraction::NamedMention& mention, std::string_view document);

/// Reads what `to_json_line` writes of a fact. Unknown keys are passed over, and null is as absent. `where`
/// names file and line in the message. Throws InputError for what is no JSON, lacks a key that a fact must
/// have ("doc", "subject" but for `raised`, "relation", "object", "evidence"), has a value of a wrong form,
/// or cannot be believed (`model::first_fault`).
model::Fact fact_from_json_line(std::string_view line, std::string_view where);
model::Fact fact_from_json(const nlohmann::json& object, std::string_view where);

/// Whether a line of JSON is a fact (has "relation" at its top) and no document (has "text"). Looks at no
/// more of the line than it must; a line that is no JSON may be taken for either.
bool looks_like_fact(std::string_view line);

/// What is known of a document as one line of JSON: {"doc", "hash"} and, where known, "lang", "date", "url",
/// "title". It stands before the facts of the document; `hash` tells which text they came from.
std::string to_json_line(const store::DocumentRecord& document);

/// Writes all that a store holds: each document that was read, and after it its facts. What `import` makes of
/// it writes the same again.
void write_json_lines(const store::Store& store, std::ostream& out);

/// Reads what `to_json_line` writes of a document. Throws InputError as `fact_from_json_line` does.
store::DocumentRecord document_from_json(const nlohmann::json& object, std::string_view where);

}  // namespace whofunds::exchange
