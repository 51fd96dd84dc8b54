#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <toml++/toml.h>

#include "whofunds/language/share.hpp"

using namespace whofunds;

namespace {

/// The words that a list of words, or one in it, has twice, each with the name of its list.
std::vector<std::string> words_told_twice(const toml::node& node, const std::string& name) {
  std::vector<std::string> twice;
  const auto look_into = [&](const toml::node& part, const std::string& told) {
    for (std::string& found : words_told_twice(part, told)) twice.push_back(std::move(found));
  };
  if (const toml::table* const table = node.as_table()) {
    for (const auto& [key, value] : *table) look_into(value, name + "." + std::string(key.str()));
  }
  if (const toml::array* const list = node.as_array()) {
    std::set<std::string> seen;
    for (const toml::node& item : *list) {
      const auto word = item.value<std::string>();
      if (word && !seen.insert(*word).second) twice.push_back(name + ": " + *word);
      look_into(item, name);
    }
  }
  return twice;
}

/// The files of words of all languages.
std::vector<std::filesystem::path> word_files() {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path folder = language::share_directory() / "language";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           folder, std::filesystem::directory_options::follow_directory_symlink)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  return files;
}

using Keys = std::set<std::string>;

/// The keys that docs/lexicon.md explains: by file, the first cells of its tables. "[scales]" is a table
/// whose own keys are words.
std::map<std::string, Keys> explained_keys() {
  std::map<std::string, Keys> keys;
  std::string file;
  std::ifstream reference(WHOFUNDS_DOCS "/lexicon.md");
  for (std::string line; std::getline(reference, line);) {
    if (line.starts_with("## ")) file = line.substr(3);
    if (line.starts_with("| `")) keys[file].insert(line.substr(3, line.find('`', 3) - 3));
  }
  return keys;
}

/// The keys in a table of a data file, and in the tables within it but those whose keys are words: a table
/// that is not explained itself only holds some that are.
void collect_keys(const toml::table& table, const Keys& explained, Keys& found) {
  for (const auto& [key, value] : table) {
    const std::string name(key.str());
    const std::string of_words = "[" + name + "]";
    if (explained.contains(of_words)) {
      found.insert(of_words);
      continue;
    }
    const bool is_table = value.is_table() || value.is_array_of_tables();
    if (!is_table || explained.contains(name)) found.insert(name);
    if (const toml::table* const inner = value.as_table()) collect_keys(*inner, explained, found);
    if (!value.is_array_of_tables()) continue;
    for (const toml::node& item : *value.as_array()) collect_keys(*item.as_table(), explained, found);
  }
}

/// What is in the first set and not in the second, each after a space.
std::string without(const Keys& keys, const Keys& others) {
  std::string rest;
  for (const std::string& key : keys)
    if (!others.contains(key)) rest += " " + key;
  return rest;
}

/// The cells of a row of a table in Markdown, without the spaces around them.
std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  for (std::size_t begin = 1, end = row.find('|', begin); end != std::string::npos;
       begin = end + 1, end = row.find('|', begin)) {
    const std::string cell = row.substr(begin, end - begin);
    const std::size_t first = cell.find_first_not_of(' ');
    cells.push_back(first == std::string::npos ? ""
                                               : cell.substr(first, cell.find_last_not_of(' ') + 1 - first));
  }
  return cells;
}

}  // namespace

TEST_CASE("no list of words has a word twice") {
  const std::vector<std::filesystem::path> files = word_files();
  CHECK(files.size() > 10);
  for (const std::filesystem::path& path : files) {
    CAPTURE(path.filename().string());
    CHECK(words_told_twice(toml::parse_file(path.string()), path.stem().string()) ==
          std::vector<std::string>{});
  }
}

TEST_CASE("no two frames of a language have one name") {
  for (const std::filesystem::path& path : word_files()) {
    if (path.filename() != "frames.toml") continue;
    CAPTURE(path.string());
    const toml::table data = toml::parse_file(path.string());
    std::set<std::string> seen;
    REQUIRE(data["frame"].is_array());
    for (const toml::node& frame : *data["frame"].as_array()) {
      const std::string name = frame.as_table()->at("name").value_or(std::string());
      CAPTURE(name);
      CHECK(seen.insert(name).second);
    }
  }
}

TEST_CASE("the reference of data files explains the keys that they have, and no others") {
  const std::map<std::string, Keys> explained = explained_keys();
  // These are read, too, though no file has a use for them.
  std::map<std::string, Keys> used{{"frames.toml", {"stake"}}, {"function_words.toml", {"number"}}};
  for (const std::filesystem::path& path : word_files()) {
    const std::string file = path.filename().string();
    CAPTURE(path.string());
    REQUIRE(explained.contains(file));
    Keys found;
    collect_keys(toml::parse_file(path.string()), explained.at(file), found);
    CHECK(without(found, explained.at(file)) == "");
    used[file].merge(found);
  }
  for (const auto& of_file : explained) {
    const std::string& file = of_file.first;
    CAPTURE(file);
    CHECK(without(of_file.second, used[file]) == "");
  }
}

TEST_CASE("the table of files tells which files each language has") {
  Keys listed;
  Keys there;
  std::vector<std::string> columns;
  std::ifstream table(language::share_directory() / "language" / "README.md");
  for (std::string line; std::getline(table, line);) {
    if (line.starts_with("| file")) columns = cells_of(line);
    if (!line.starts_with("| `")) continue;
    const std::vector<std::string> cells = cells_of(line);
    REQUIRE(cells.size() == columns.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (cells[i] == "yes") listed.insert(columns[i] + "/" + cells[0].substr(1, cells[0].size() - 2));
  }
  for (const std::filesystem::path& path : word_files()) {
    const std::string folder = path.parent_path().filename().string();
    if (folder.size() == 2) there.insert(folder + "/" + path.filename().string());
  }
  CHECK(without(listed, there) == "");
  CHECK(without(there, listed) == "");
}
