#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "whofunds/language/word_table.hpp"
#include "whofunds/text/data_file.hpp"

namespace whofunds::language {

/// A key of a data file that has a list of words, and where these are kept.
template <typename Into>
struct ListKey {
  std::string_view key;
  WordSet Into::*words;
};

/// A key of a data file that has something else, and how it is read.
template <typename Into>
struct ValueKey {
  std::string_view key;
  void (*read)(const text::DataFile& file, const toml::node& value, Into& into);
};

/// The keys of a table of such keys, for messages.
template <typename Entries>
void add_keys(const Entries& entries, std::vector<std::string_view>& keys) {
  for (const auto& entry : entries) keys.push_back(entry.key);
}

/// The entry of a table of such keys, nullptr where it has none of that key.
template <typename Entries>
auto entry_of(const Entries& entries, std::string_view key) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

/// The words of a list.
inline WordSet word_set(const text::DataFile& file, const toml::node& list) {
  const std::vector<std::string> words = file.words(list);
  return {words.begin(), words.end()};
}

/// Reads a file each key of which is in one of the two tables. Refuses one that is in neither.
template <typename Into>
void read_keys(const text::DataFile& file, std::span<const ListKey<Into>> lists,
               std::span<const ValueKey<Into>> values, Into& into) {
  for (const auto& [key, value] : file.root()) {
    if (const auto* const list = entry_of(lists, key.str())) {
      into.*(list->words) = word_set(file, value);
    } else if (const auto* const other = entry_of(values, key.str())) {
      other->read(file, value, into);
    } else {
      std::vector<std::string_view> known;
      add_keys(lists, known);
      add_keys(values, known);
      file.refuse(key, known);
    }
  }
}

}  // namespace whofunds::language
