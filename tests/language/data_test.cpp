#include <filesystem>
#include <set>
#include <string>
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
