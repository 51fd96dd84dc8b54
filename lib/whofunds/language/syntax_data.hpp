#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "whofunds/language/morphology.hpp"
#include "whofunds/language/word_table.hpp"

namespace whofunds::language {

/// The names of cases in data files.
inline constexpr std::array<std::pair<std::string_view, Case>, 6> kCaseNames{
    {{"nominative", Case::kNominative},
     {"genitive", Case::kGenitive},
     {"dative", Case::kDative},
     {"accusative", Case::kAccusative},
     {"instrumental", Case::kInstrumental},
     {"prepositional", Case::kPrepositional}}};

/// The case of that name, nothing where there is none.
std::optional<Case> parse_case(std::string_view name);

/// What to do about the name of a case that there is not.
std::string hint_among_cases(std::string_view name);

/// Prepositions, lower case, and the cases that each stands with: none where the language has no cases.
using Prepositions = WordMap<std::vector<Case>>;

/// The lists that a `syntax.toml` may have.
inline constexpr auto kSyntaxLists = std::to_array<std::string_view>({
    "coordinators",
    "contrasting",
    "complementizers",
    "subordinators",
    "relatives",
    "be",
    "have",
    "modals",
    "to",
    "agent_markers",
    "of",
    "time",
    "saying",
    "copular",
    "ditransitive",
    "joints",
    "loose_prepositions",
    "floating",
});

/// What a `syntax.toml` says.
struct Syntax {
  std::array<std::vector<std::string>, kSyntaxLists.size()> lists;  ///< in the order of `kSyntaxLists`
  Prepositions prepositions;
};

/// Reads a `syntax.toml`. Throws MachineError where it is missing, InputError with file and line for what is
/// wrong in it.
Syntax read_syntax(const std::filesystem::path& path);

/// All prepositions of a language, whose data are in the folder: those of its `syntax.toml`, and those of its
/// `function_words.toml` where it has one.
Prepositions load_prepositions(const std::filesystem::path& folder);

}  // namespace whofunds::language
