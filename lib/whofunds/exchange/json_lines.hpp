#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include "whofunds/extraction/extractor.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/model/fact.hpp"

namespace whofunds::exchange {

/// The longest name, id or other short text of a fact that is believed, in bytes.
inline constexpr std::size_t kLongestName = 2000;

/// A fact as one line of JSON, without the line end. Keys stand in the order of docs/model.md; what is
/// unknown is absent. The confidence is rounded to three digits.
std::string to_json_line(const model::Fact& fact);

/// A mention of a document as one line of JSON, without the line end.
std::string to_json_line(const extraction::NamedMention& mention, std::string_view document);

/// Reads what `to_json_line` writes of a fact. Unknown keys are passed over, and null is as absent. `where`
/// names file and line in the message. Throws InputError for what is no JSON, lacks a key that a fact must
/// have ("doc", "subject" but for `raised`, "relation", "object", "evidence"), has a value of a wrong form,
/// or cannot be believed (`model::first_fault`).
model::Fact fact_from_json_line(std::string_view line, std::string_view where);

/// Whether a line of JSON is a fact (has "relation" at its top) and no document (has "text"). Looks at no
/// more of the line than it must; a line that is no JSON may be taken for either.
bool looks_like_fact(std::string_view line);

/// What to do with each fact, in the order of the input.
using OnFact = std::function<void(model::Fact)>;
/// What to do with each line that is no fact. Reading goes on with the next.
using OnFault = std::function<void(const InputError&)>;

/// Reads a fact a line. `source` names the input in messages. Empty lines are passed over; a line longer than
/// `text::kLargestDocument` is a fault. Throws MachineError where reading fails.
void read_facts(std::istream& input, std::string_view source, const OnFact& on_fact, const OnFault& on_fault);

}  // namespace whofunds::exchange
