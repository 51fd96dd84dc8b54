#include "whofunds/text/data_file.hpp"

#include <algorithm>
#include <cmath>
#include <system_error>
#include <utility>

#include <fmt/ranges.h>

#include "whofunds/model/error.hpp"

namespace whofunds::text {
namespace {

/// More names than that nobody reads in a message.
constexpr std::size_t kMostNamesTold = 18;

/// In how many letters two names differ, one left out, put in, changed or swapped with its neighbour being
/// one: the distance of Damerau and Levenshtein between strings whose letters are moved once ("optimal string
/// alignment").
std::size_t letters_apart(std::string_view left, std::string_view right) {
  std::vector<std::size_t> before(right.size() + 1);
  std::vector<std::size_t> above(right.size() + 1);
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t changed = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, changed});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[right.size()];
}

std::string place_of(const std::string& path, const toml::source_region& source) {
  return fmt::format("{}:{}", path, source.begin.line);
}

}  // namespace

std::string hint_among(std::string_view name, std::span<const std::string_view> known) {
  std::size_t fewest = std::max<std::size_t>(1, name.size() / 3) + 1;
  std::string_view nearest;
  for (const std::string_view one : known) {
    const std::size_t apart = letters_apart(name, one);
    if (apart >= fewest) continue;
    fewest = apart;
    nearest = one;
  }
  if (!nearest.empty()) return fmt::format("did you mean '{}'?", nearest);
  if (known.size() > kMostNamesTold) return "take it out, or see docs/frames.md for those that there are";
  return fmt::format("write one of '{}'", fmt::join(known, "', '"));
}

DataFile::DataFile(const std::filesystem::path& path) : path_(path.string()) {
  std::error_code none;
  if (!std::filesystem::exists(path, none))
    throw MachineError(path_, "this data file is missing", "install whofunds again, or set WHOFUNDS_SHARE");
  try {
    root_ = toml::parse_file(path_);
  } catch (const toml::parse_error& error) {
    // What cannot be opened is reported at line 0, a slip in it where it stands.
    if (error.source().begin.line == 0)
      throw MachineError(path_, error.description(), "install whofunds again, or set WHOFUNDS_SHARE");
    throw InputError(place_of(path_, error.source()), error.description(),
                     "mend the line; toml.io tells how TOML is written");
  }
}

void DataFile::fail(const toml::node& node, std::string_view what_was_wrong,
                    std::string_view what_to_do) const {
  throw InputError(place_of(path_, node.source()), what_was_wrong, what_to_do);
}

void DataFile::refuse(const toml::key& key, std::span<const std::string_view> known) const {
  throw InputError(place_of(path_, key.source()), fmt::format("there is no key '{}'", key.str()),
                   hint_among(key.str(), known));
}

void DataFile::only(const toml::table& table, std::span<const std::string_view> known) const {
  for (const auto& [key, value] : table) {
    if (std::ranges::find(known, key.str()) == known.end()) refuse(key, known);
  }
}

const toml::table& DataFile::table(const toml::node& node) const {
  if (const toml::table* const found = node.as_table()) return *found;
  fail(node, "this must be a table", "write { key = … }, or its keys below a line [name]");
}

const toml::array& DataFile::array(const toml::node& node) const {
  if (const toml::array* const found = node.as_array()) return *found;
  fail(node, "this must be a list", "write [\"…\", \"…\"]");
}

std::string DataFile::text(const toml::node& node) const {
  const auto* const found = node.as_string();
  if (found == nullptr) fail(node, "this must be a text", "put it in quotes: \"…\"");
  if (found->get().empty()) fail(node, "this text is empty", "write something between the quotes");
  return found->get();
}

bool DataFile::truth(const toml::node& node) const {
  if (const auto* const found = node.as_boolean()) return found->get();
  fail(node, "this must be true or false", "write true or false, without quotes");
}

double DataFile::number(const toml::node& node, double least, double most) const {
  const auto found = node.is_number() ? node.value<double>() : std::nullopt;
  if (found && std::isfinite(*found) && *found >= least && *found <= most) return *found;
  fail(node, "this must be a number", fmt::format("write one from {} to {}, without quotes", least, most));
}

std::int64_t DataFile::whole(const toml::node& node, std::int64_t least, std::int64_t most) const {
  const auto* const found = node.as_integer();
  if (found != nullptr && found->get() >= least && found->get() <= most) return found->get();
  fail(node, "this must be a whole number",
       fmt::format("write one from {} to {}, without quotes", least, most));
}

std::vector<std::string> DataFile::words(const toml::node& node) const {
  std::vector<std::string> found;
  for (const toml::node& item : array(node)) found.push_back(text(item));
  return found;
}

const toml::node& DataFile::required(const toml::table& table, std::string_view key) const {
  if (const toml::node* const found = table.get(key)) return *found;
  fail(table, fmt::format("'{}' is missing", key), fmt::format("write {} = …", key));
}

std::vector<const toml::table*> DataFile::tables(std::string_view key) const {
  const toml::node* const list = root_.get(key);
  if (list == nullptr) fail(root_, fmt::format("there is no [[{}]]", key), "write one at least");
  const std::string begin = fmt::format("begin each with a line [[{}]]", key);
  if (!list->is_array()) fail(*list, fmt::format("'{}' must be a list of tables", key), begin);
  std::vector<const toml::table*> found;
  for (const toml::node& item : array(*list)) {
    if (!item.is_table()) fail(item, fmt::format("an item of '{}' is no table", key), begin);
    found.push_back(item.as_table());
  }
  return found;
}

const toml::table& DataFile::sub_table(std::string_view key) const {
  static const toml::table empty;
  const toml::node* const found = root_.get(key);
  return found == nullptr ? empty : table(*found);
}

}  // namespace whofunds::text
