#include "whofunds/entities/legal_forms.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include "whofunds/entities/name_key.hpp"
#include "whofunds/model/error.hpp"

namespace whofunds::entities {
namespace {

constexpr std::string_view kFileName = "legal_forms.toml";

// The files of all languages, in the order of their path, so that what is wrong is always told of the same
// one.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code none;
  for (const auto& language : std::filesystem::directory_iterator(folder, none)) {
    auto file = language.path() / kFileName;
    if (std::filesystem::exists(file, none)) files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end());
  return files;
}

[[noreturn]] void fail(const std::filesystem::path& file, const toml::source_region& place,
                       std::string_view what_was_wrong, std::string_view what_to_do) {
  throw InputError(fmt::format("{}:{}", file.string(), place.begin.line), what_was_wrong, what_to_do);
}

// Hands each string of the array under `key` to `take`.
template <typename Take>
void each_string(const toml::table& table, std::string_view key, const std::filesystem::path& file,
                 Take take) {
  const toml::node* const list = table.get(key);
  if (list == nullptr || !list->is_array()) {
    fail(file, list == nullptr ? table.source() : list->source(), fmt::format("no list '{}'", key),
         "write one: [\"…\", \"…\"]");
  }
  for (const toml::node& item : *list->as_array()) {
    const auto text = item.value<std::string_view>();
    if (!text || words_of(*text).empty()) {
      fail(file, item.source(), fmt::format("an item of '{}' is no word", key), "quote it: \"…\"");
    }
    take(*text);
  }
}

void add_forms(const toml::table& entry, const std::filesystem::path& file, LegalForms& forms) {
  constexpr std::array<std::string_view, 3> kPositions{"before", "after", "either"};
  const auto position = entry["position"].value<std::string_view>();
  if (!position || std::find(kPositions.begin(), kPositions.end(), *position) == kPositions.end()) {
    fail(file, entry.source(), "a form without a position",
         fmt::format("write position = one of \"{}\"", fmt::join(kPositions, "\", \"")));
  }
  each_string(entry, "words", file, [&](std::string_view form) {
    forms.add_form(form, *position != "after", *position != "before");
  });
}

void add_file(const std::filesystem::path& file, LegalForms& forms) {
  toml::table root;
  try {
    root = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    fail(file, error.source(), error.description(), "see toml.io for how TOML is written");
  }
  if (root.contains("generic")) {
    each_string(root, "generic", file, [&](std::string_view word) { forms.add_generic(word); });
  }
  const toml::array* const entries = root["form"].as_array();
  if (entries == nullptr) return;
  for (const toml::node& entry : *entries) {
    if (!entry.is_table()) fail(file, entry.source(), "a form that is no table", "begin it with [[form]]");
    add_forms(*entry.as_table(), file, forms);
  }
}

}  // namespace

void LegalForms::add_form(std::string_view form, bool before, bool after) {
  const std::vector<std::string> words = words_of(form);
  const std::string joined = fmt::format("{}", fmt::join(words, " "));
  if (before) before_.insert(joined);
  if (after) after_.insert(joined);
  longest_ = std::max(longest_, words.size());
}

void LegalForms::add_generic(std::string_view word) {
  generic_.insert(fmt::format("{}", fmt::join(words_of(word), " ")));
}

void LegalForms::merge(const LegalForms& other) {
  before_.insert(other.before_.begin(), other.before_.end());
  after_.insert(other.after_.begin(), other.after_.end());
  generic_.insert(other.generic_.begin(), other.generic_.end());
  longest_ = std::max(longest_, other.longest_);
}

std::string LegalForms::digest_text() const {
  return fmt::format("{}\n{}\n{}", fmt::join(before_, "\t"), fmt::join(after_, "\t"),
                     fmt::join(generic_, "\t"));
}

LegalForms load_legal_forms(const std::filesystem::path& share) {
  const std::filesystem::path folder = share / "language";
  const std::vector<std::filesystem::path> files = files_in(folder);
  if (files.empty()) {
    throw MachineError(folder.string(), fmt::format("no language has a {}", kFileName),
                       "install whofunds again, or set WHOFUNDS_SHARE to its folder of data");
  }
  LegalForms forms;
  for (const auto& file : files) add_file(file, forms);
  return forms;
}

}  // namespace whofunds::entities
