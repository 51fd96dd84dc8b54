#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "whofunds/model/entity_kind.hpp"

namespace whofunds::language {

/// Words that tell under which law what they stand beside was set up: "ООО", "Inc.".
struct LegalForm {
  std::vector<std::string> words;  ///< its spellings, as written
  bool before = false;             ///< whether it stands before a name
  bool after = false;              ///< whether it stands after one
  model::EntityKind kind = model::EntityKind::kCompany;
  std::string country;  ///< the only one that has it, ISO 3166-1 alpha-2 in small letters; may be empty
};

/// What the files `legal_forms.toml` of all languages say.
struct LegalFormData {
  std::vector<LegalForm> forms;
  std::vector<std::string> generic;  ///< words that name a sort of entity and, alone, nobody: "Fund"
};

/// Reads `language/<lang>/legal_forms.toml` of every language in the folder of data. Throws MachineError
/// where there is none, InputError (file and line) where one is wrong.
LegalFormData read_legal_forms(const std::filesystem::path& share);

}  // namespace whofunds::language
