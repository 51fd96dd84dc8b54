#include "whofunds/entities/decisions.hpp"

#include <algorithm>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include "whofunds/entities/name_key.hpp"
#include "whofunds/model/error.hpp"

namespace whofunds::entities {
namespace {

[[noreturn]] void refuse_decision(const std::filesystem::path& file, const toml::source_region& place,
                                  std::string_view what_was_wrong, std::string_view what_to_do) {
  throw InputError(fmt::format("{}:{}", file.string(), place.begin.line), what_was_wrong, what_to_do);
}

std::string name_in(const toml::node* node, const toml::node& entry, const std::filesystem::path& file,
                    std::string_view key) {
  const auto name = node == nullptr ? std::nullopt : node->value<std::string>();
  const bool is_name = name && !decided_form(*name).empty() && name->find('\0') == std::string::npos;
  if (!is_name) refuse_decision(file, entry.source(), fmt::format("'{}' is no name", key), "quote it: \"…\"");
  return *name;
}

// Hands each table of the array under `key` to `take`.
template <typename Take>
void each_entry(const toml::table& root, std::string_view key, const std::filesystem::path& file, Take take) {
  const toml::node* const list = root.get(key);
  if (list == nullptr) return;
  if (!list->is_array_of_tables())
    refuse_decision(file, list->source(), fmt::format("'{}' is no list of tables", key),
                    fmt::format("begin each with [[{}]]", key));
  for (const toml::node& entry : *list->as_array()) take(*entry.as_table());
}

std::vector<std::string> names_in(const toml::table& entry, const std::filesystem::path& file) {
  const toml::array* const list = entry["names"].as_array();
  if (list == nullptr || list->size() < 2)
    refuse_decision(file, entry.source(), "there are no two names", "write names = [\"…\", \"…\"]");
  std::vector<std::string> names;
  for (const toml::node& item : *list) names.push_back(name_in(&item, item, file, "names"));
  return names;
}

Decisions::Pair ordered(const std::string& a, const std::string& b) {
  return {std::min(a, b), std::max(a, b)};
}

std::string text_of(const std::set<Decisions::Pair>& pairs) {
  std::string text;
  for (const auto& [a, b] : pairs) text += fmt::format("{}:{}{}:{}", a.size(), a, b.size(), b);
  return text;
}

}  // namespace

void Decisions::add_same(const std::string& a, const std::string& b) {
  same_.insert(ordered(a, b));
}

void Decisions::add_different(const std::string& a, const std::string& b) {
  different_.insert(ordered(a, b));
}

void Decisions::add_name(const std::string& of, const std::string& show) {
  names_.emplace(of, show);
}

void Decisions::merge(const Decisions& other) {
  same_.insert(other.same_.begin(), other.same_.end());
  different_.insert(other.different_.begin(), other.different_.end());
  names_.insert(other.names_.begin(), other.names_.end());
}

std::string Decisions::digest_text() const {
  return fmt::format("same {} different {} name {}", text_of(same_), text_of(different_), text_of(names_));
}

std::string decided_form(std::string_view name) {
  return fmt::format("{}", fmt::join(words_of(name), " "));
}

Decisions load_decisions(const std::filesystem::path& file) {
  std::error_code none;
  if (!std::filesystem::exists(file, none)) throw InputError(file.string(), "there is no such file");
  toml::table root;
  try {
    root = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    refuse_decision(file, error.source(), error.description(), "see toml.io for how TOML is written");
  }
  for (const auto& [key, value] : root) {
    if (key != "same" && key != "different" && key != "name")
      refuse_decision(file, value.source(), fmt::format("'{}' is no decision", key.str()),
                      "write same, different or name");
  }
  Decisions decisions;
  each_entry(root, "same", file, [&](const toml::table& entry) {
    const std::vector<std::string> names = names_in(entry, file);
    for (std::size_t n = 1; n < names.size(); ++n) decisions.add_same(names.front(), names[n]);
  });
  each_entry(root, "different", file, [&](const toml::table& entry) {
    const std::vector<std::string> names = names_in(entry, file);
    for (std::size_t a = 0; a < names.size(); ++a) {
      for (std::size_t b = a + 1; b < names.size(); ++b) decisions.add_different(names[a], names[b]);
    }
  });
  each_entry(root, "name", file, [&](const toml::table& entry) {
    decisions.add_name(name_in(entry.get("of"), entry, file, "of"),
                       name_in(entry.get("show"), entry, file, "show"));
  });
  return decisions;
}

}  // namespace whofunds::entities
