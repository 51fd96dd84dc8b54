#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "whofunds/language/word_table.hpp"
#include "whofunds/model/error.hpp"

namespace whofunds::language {

/// One data file, which knows where a message points to.
class DataFile {
 public:
  explicit DataFile(const std::filesystem::path& path) : path_(path.string()) {
    if (!std::filesystem::exists(path)) {
      throw MachineError(path_, "this data file is missing", "install whofunds again, or set WHOFUNDS_SHARE");
    }
    try {
      table_ = toml::parse_file(path_);
    } catch (const toml::parse_error& error) {
      throw InputError(fmt::format("{}:{}", path_, error.source().begin.line),
                       std::string(error.description()), "mend the file");
    }
  }

  const toml::table& table() const { return table_; }

  [[noreturn]] void fail(const toml::node& node, const std::string& what,
                         std::string_view what_to_do = {}) const {
    throw InputError(fmt::format("{}:{}", path_, node.source().begin.line), what, what_to_do);
  }

  std::string text(const toml::node& node) const {
    if (const auto* const value = node.as_string()) return value->get();
    fail(node, "this must be a text in quotes");
  }

  std::vector<std::string> words(const toml::node& node) const {
    const auto* const array = node.as_array();
    if (array == nullptr) fail(node, "this must be a list of words", "write [\"word\", \"word\"]");
    std::vector<std::string> result;
    for (const toml::node& item : *array) result.push_back(text(item));
    return result;
  }

  bool truth(std::string_view key) const {
    const toml::node* const node = table_.get(key);
    if (node == nullptr) fail(table_, fmt::format("'{}' is missing", key), "write true or false");
    if (const auto* const value = node->as_boolean()) return value->get();
    fail(*node, fmt::format("'{}' must be true or false", key));
  }

  /// A table of words and the words of each.
  WordMap<WordSet> word_sets(std::string_view key) const {
    WordMap<WordSet> sets;
    for (const auto& [word, listed] : sub_table(key)) {
      const std::vector<std::string> all = words(listed);
      sets.emplace(std::string(word.str()), WordSet(all.begin(), all.end()));
    }
    return sets;
  }

  WordSet word_set(std::string_view key) const {
    const toml::node* const node = table_.get(key);
    if (node == nullptr) return {};
    const std::vector<std::string> list = words(*node);
    return {list.begin(), list.end()};
  }

  const toml::table& sub_table(std::string_view key) const {
    static const toml::table empty;
    const toml::node* const node = table_.get(key);
    if (node == nullptr) return empty;
    if (const toml::table* const found = node->as_table()) return *found;
    fail(*node, fmt::format("'{}' must be a table", key));
  }

  template <typename Value, typename Parse>
  Value named(const toml::node& node, Parse parse, std::string_view what) const {
    const std::string name = text(node);
    if (const auto value = parse(name)) return *value;
    fail(node, fmt::format("there is no {} '{}'", what, name), "docs/model.md lists them");
  }

 private:
  std::string path_;
  toml::table table_;
};

}  // namespace whofunds::language
