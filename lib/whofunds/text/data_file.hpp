#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace whofunds::text {

/// A TOML file of data that people edit, and how to ask it for what must stand there. Whatever it does not
/// find as it should be it refuses by an InputError that names file and line and says what to do.
///
///     const DataFile file(share / "language" / "en" / "money.toml");
///     for (const auto& [word, factor] : file.sub_table("scales")) scales.emplace(word.str(),
///     file.whole(factor));
class DataFile {
 public:
  /// Throws MachineError where the file is missing or cannot be read, InputError where it is no TOML.
  explicit DataFile(const std::filesystem::path& path);

  /// All that is in the file.
  const toml::table& root() const { return root_; }

  /// Throws InputError with the line where the node begins.
  [[noreturn]] void fail(const toml::node& node, std::string_view what_was_wrong,
                         std::string_view what_to_do = {}) const;

  /// Throws InputError for a key that is not among those `known`, with the nearest of them as a hint.
  [[noreturn]] void refuse(const toml::key& key, std::span<const std::string_view> known) const;

  /// Refuses the first key of the table that is not among those `known`.
  void only(const toml::table& table, std::span<const std::string_view> known) const;

  /// What the node holds. Each fails where it holds something else.
  const toml::table& table(const toml::node& node) const;
  const toml::array& array(const toml::node& node) const;
  std::string text(const toml::node& node) const;  ///< never empty
  bool truth(const toml::node& node) const;
  double number(const toml::node& node, double least, double most) const;
  std::int64_t whole(const toml::node& node, std::int64_t least, std::int64_t most) const;
  std::vector<std::string> words(const toml::node& node) const;  ///< a list of texts, none of them empty

  /// What the table has under the key. Fails where it has nothing there.
  const toml::node& required(const toml::table& table, std::string_view key) const;

  /// The tables of a list of them, "[[key]]", of which there must be one at least.
  std::vector<const toml::table*> tables(std::string_view key) const;

  /// The table under the key, empty where there is none.
  const toml::table& sub_table(std::string_view key) const;

  /// What the text of the node is the name of, by a function of the name that returns an optional value.
  template <typename Parse>
  auto named(const toml::node& node, Parse parse, std::string_view what) const {
    const std::string name = text(node);
    if (const auto value = parse(name)) return *value;
    fail(node, fmt::format("there is no {} '{}'", what, name), "docs/model.md lists them");
  }

 private:
  std::string path_;
  toml::table root_;
};

/// What to do about a name that is not among those known: "did you mean 'subject'?" where one of them is
/// near, else those that there are, unless they are many.
std::string hint_among(std::string_view name, std::span<const std::string_view> known);

}  // namespace whofunds::text
