#include "whofunds/language/syntax_data.hpp"

#include <algorithm>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "whofunds/language/function_words.hpp"
#include "whofunds/text/data_file.hpp"

namespace whofunds::language {

namespace {

/// The key of what is no list of words, but a table.
constexpr std::string_view kPrepositions = "prepositions";

/// Those under "[prepositions]".
Prepositions read_prepositions(const text::DataFile& syntax) {
  Prepositions prepositions;
  for (const auto& [preposition, names] : syntax.sub_table(kPrepositions)) {
    std::vector<Case>& cases = prepositions[preposition.str()];
    for (const toml::node& name : syntax.array(names)) {
      const std::string text = syntax.text(name);
      const auto found = parse_case(text);
      if (!found) syntax.fail(name, fmt::format("there is no case '{}'", text), hint_among_cases(text));
      cases.push_back(*found);
    }
  }
  return prepositions;
}

[[noreturn]] void refuse_list(const text::DataFile& file, const toml::key& key) {
  std::vector<std::string_view> known(kSyntaxLists.begin(), kSyntaxLists.end());
  known.push_back(kPrepositions);
  file.refuse(key, known);
}

}  // namespace

std::optional<Case> parse_case(std::string_view name) {
  const auto* const found = std::ranges::find(kCaseNames, name, &std::pair<std::string_view, Case>::first);
  if (found == kCaseNames.end()) return std::nullopt;
  return found->second;
}

std::string hint_among_cases(std::string_view name) {
  std::array<std::string_view, kCaseNames.size()> known;
  std::ranges::transform(kCaseNames, known.begin(), &std::pair<std::string_view, Case>::first);
  return text::hint_among(name, known);
}

Syntax read_syntax(const std::filesystem::path& path) {
  const text::DataFile file(path);
  Syntax syntax;
  for (const auto& [key, value] : file.root()) {
    if (key == kPrepositions) continue;
    const auto* const list = std::ranges::find(kSyntaxLists, key.str());
    if (list == kSyntaxLists.end()) refuse_list(file, key);
    syntax.lists.at(static_cast<std::size_t>(list - kSyntaxLists.begin())) = file.words(value);
  }
  syntax.prepositions = read_prepositions(file);
  return syntax;
}

Prepositions load_prepositions(const std::filesystem::path& folder) {
  Prepositions prepositions = read_syntax(folder / "syntax.toml").prepositions;
  std::error_code none;
  const std::filesystem::path function_words = folder / "function_words.toml";
  if (!std::filesystem::exists(function_words, none)) return prepositions;
  for (const FunctionWords& group : read_function_words(function_words)) {
    if (group.reading.part_of_speech != PartOfSpeech::kPreposition) continue;
    for (const std::string& word : group.words) prepositions.emplace(word);
  }
  return prepositions;
}

}  // namespace whofunds::language
