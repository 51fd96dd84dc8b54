#pragma once

#include <filesystem>
#include <memory>

#include "whofunds/tagging/tagger.hpp"

namespace whofunds::tagging {

/// The tagger of English, from `share`/english.model: spaCy's small English model (Honnibal et al.,
/// spaCy 3.8, trained on OntoNotes 5), run without spaCy. What it says is turned to `Annotation` as
/// english_dependencies.hpp and english_forms.hpp say.
///
/// Tokens must be cut as the model's were: "'s", "n't" and the parts of a hyphenated word apart, "$" and "%"
/// apart from the number. A sentence is never cut further. The prefix of "co-founded" and its like hangs on
/// its word as kCompound.
///
/// A name leaves out "the" (in lower case) and "'s" at its ends. Nationalities, religions and parties
/// ("French") are kGroup, buildings kProduct. `grammatical_case` is kNone and `animate` false throughout.
///
/// Throws MachineError where the file is missing or damaged.
std::unique_ptr<Tagger> open_english_tagger(const std::filesystem::path& share);

}  // namespace whofunds::tagging
