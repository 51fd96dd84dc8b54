#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "whofunds/language/morphology.hpp"

namespace whofunds::language {

/// Words of grammar that are read alike: a `[[group]]` of `function_words.toml`, which tells what its keys
/// are.
struct FunctionWords {
  Analysis reading;                ///< its lemma is empty where each word is its own
  double share = 1;                ///< how much of a word's probability is this reading
  std::vector<std::string> words;  ///< lower case
};

/// Reads a `function_words.toml`. Throws MachineError where it is missing, InputError with file and line for
/// what is wrong in it.
std::vector<FunctionWords> read_function_words(const std::filesystem::path& path);

}  // namespace whofunds::language
