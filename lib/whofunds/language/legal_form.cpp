#include "whofunds/language/legal_form.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "whofunds/model/country.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/text/data_file.hpp"

namespace whofunds::language {
namespace {

constexpr std::string_view kLegalForms = "legal_forms.toml";
constexpr std::array<std::string_view, 3> kPositions{"before", "after", "either"};
constexpr std::array<std::string_view, 4> kFormKeys{"words", "position", "kind", "country"};

/// The files of all languages, in the order of their path, so that what is wrong is always told of the same
/// one.
std::vector<std::filesystem::path> files_of_forms(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code none;
  for (const auto& language : std::filesystem::directory_iterator(folder, none)) {
    auto file = language.path() / kLegalForms;
    if (std::filesystem::exists(file, none)) files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool has_letter(const std::string& text) {
  const auto characters = icu::UnicodeString::fromUTF8(text);
  for (int32_t at = 0; at < characters.length(); at = characters.moveIndex32(at, 1)) {
    if (u_isalnum(characters.char32At(at))) return true;
  }
  return false;
}

/// Words of which each has a letter: of others nothing is left where names are compared.
std::vector<std::string> lettered_words(const text::DataFile& file, const toml::node& list) {
  for (const toml::node& item : file.array(list)) {
    if (!has_letter(file.text(item))) file.fail(item, "this is no word", "write letters: \"Ltd\"");
  }
  return file.words(list);
}

LegalForm read_form(const text::DataFile& file, const toml::table& entry) {
  file.only(entry, kFormKeys);
  LegalForm form;
  form.words = lettered_words(file, file.required(entry, "words"));
  const toml::node& place = file.required(entry, "position");
  const std::string position = file.text(place);
  if (std::ranges::find(kPositions, position) == kPositions.end())
    file.fail(place, fmt::format("there is no position '{}'", position),
              text::hint_among(position, kPositions));
  form.before = position != "after";
  form.after = position != "before";
  form.kind = file.named(file.required(entry, "kind"), model::parse_entity_kind, "kind");
  if (const toml::node* const country = entry.get("country")) {
    form.country = file.text(*country);
    if (!model::is_country_code(form.country))
      file.fail(*country, fmt::format("'{}' is no code of a country", form.country),
                "write \"fr\", \"de\" …");
  }
  return form;
}

}  // namespace

LegalFormData read_legal_forms(const std::filesystem::path& share) {
  const std::filesystem::path folder = share / "language";
  const std::vector<std::filesystem::path> files = files_of_forms(folder);
  if (files.empty()) {
    throw MachineError(folder.string(), fmt::format("no language has a {}", kLegalForms),
                       "install whofunds again, or set WHOFUNDS_SHARE to its folder of data");
  }
  LegalFormData data;
  for (const std::filesystem::path& path : files) {
    const text::DataFile file(path);
    file.only(file.root(), std::array<std::string_view, 2>{"form", "generic"});
    if (const toml::node* const generic = file.root().get("generic")) {
      for (std::string& word : lettered_words(file, *generic)) data.generic.push_back(std::move(word));
    }
    if (!file.root().contains("form")) continue;
    for (const toml::table* const entry : file.tables("form")) data.forms.push_back(read_form(file, *entry));
  }
  return data;
}

}  // namespace whofunds::language
