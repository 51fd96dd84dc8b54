#pragma once

#include <filesystem>
#include <memory>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/language/morphology.hpp"
#include "whofunds/tagging/tagger.hpp"

namespace whofunds::tagging {

/// A tagger that needs no model: rules over the dictionary, the lexicon and `data/<lang>/syntax.toml`. Many
/// times as fast as a model, and right on plain sentences; what is long and winding it reads worse. Looks
/// into `morphology` and `lexicon` as long as it lives. Throws MachineError where the data file is missing,
/// InputError where it is wrong, UsageError for a language that has no rules.
std::unique_ptr<Tagger> open_rule_tagger(const std::filesystem::path& share,
                                         const language::Morphology& morphology,
                                         const language::Lexicon& lexicon);

}  // namespace whofunds::tagging
