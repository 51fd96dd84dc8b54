#include "whofunds/render/style.hpp"

#include <vector>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "whofunds/model/error.hpp"

namespace whofunds::render {
namespace {

constexpr std::string_view kRelationsFile = "language/relations.toml";

// The file as read, and the language wanted of it. Every look-up that fails names the file and the key.
class StyleFile {
 public:
  StyleFile(const std::filesystem::path& share, std::string_view language)
      : path_((share / kRelationsFile).string()), language_(language) {
    try {
      root_ = toml::parse_file(path_);
    } catch (const toml::parse_error& fault) {
      const auto line = fault.source().begin.line;
      // A file that cannot be opened is reported at line 0, a mistake in it where it stands.
      if (line == 0)
        throw MachineError(path_, std::string(fault.description()), "set WHOFUNDS_SHARE to the share folder");
      throw InputError(fmt::format("{}:{}", path_, line), std::string(fault.description()), "mend the line");
    }
  }

  std::string text(const std::string& key) const {
    const auto value = root_.at_path(key).value<std::string>();
    if (!value) fail(key, "a text");
    return *value;
  }

  // The first of the keys that is there.
  std::string first_of(const std::vector<std::string>& keys) const {
    for (const std::string& key : keys) {
      if (root_.at_path(key)) return text(key);
    }
    fail(keys.back(), "a text");
  }

  std::string label(const std::string& key) const { return text(fmt::format("{}.{}", key, language_)); }

  double number(const std::string& key) const {
    const auto value = root_.at_path(key).value<double>();
    if (!value) fail(key, "a number");
    return *value;
  }

  std::vector<std::string> keys(const std::string& table) const {
    const toml::table* const found = root_.at_path(table).as_table();
    if (found == nullptr) fail(table, "a table");
    std::vector<std::string> names;
    for (const auto& [name, value] : *found) names.emplace_back(name.str());
    return names;
  }

 private:
  [[noreturn]] void fail(const std::string& key, std::string_view what) const {
    throw InputError(path_, fmt::format("'{}' is no {}", key, what.substr(2)),
                     fmt::format("give it {}", what));
  }

  std::string path_;
  std::string language_;
  toml::table root_;
};

// A theme may say how each relation and kind looks in it, or how all do; where it says neither, they look as
// they always do.
RelationStyle relation_style(const StyleFile& file, model::Relation relation, const std::string& theme) {
  const std::string key = fmt::format("relation.{}", to_string(relation));
  return {.label = file.label(key + ".label"),
          .deal = file.label(key + ".deal"),
          .colour = file.first_of(
              {fmt::format("{}.relation.{}", theme, to_string(relation)), theme + ".line", key + ".colour"}),
          .arrowhead = file.text(key + ".arrowhead"),
          .sign = file.text(key + ".sign")};
}

KindStyle kind_style(const StyleFile& file, model::EntityKind kind, const std::string& theme) {
  const std::string key = fmt::format("kind.{}", to_string(kind));
  const auto themed = [&](std::string_view part) {
    return file.first_of({fmt::format("{}.kind.{}.{}", theme, to_string(kind), part),
                          fmt::format("{}.{}", theme, part), fmt::format("{}.{}", key, part)});
  };
  return {.label = file.label(key + ".label"),
          .shape = file.text(key + ".shape"),
          .margin = file.text(key + ".margin"),
          .fill = themed("fill"),
          .border = themed("border")};
}

}  // namespace

const RelationStyle& Style::of(model::Relation relation) const {
  return relations.at(static_cast<std::size_t>(relation));
}

const KindStyle& Style::of(model::EntityKind kind) const {
  return kinds.at(static_cast<std::size_t>(kind));
}

const std::string& Style::of(model::Status status) const {
  return statuses.at(static_cast<std::size_t>(status));
}

std::string_view Style::word(std::string_view key) const {
  const auto found = words.find(key);
  return found == words.end() ? key : std::string_view(found->second);
}

Style load_style(const std::filesystem::path& share, std::string_view language, std::string_view theme) {
  const StyleFile file(share, language);
  const std::string key = fmt::format("theme.{}", theme);
  Style style{.language = std::string(language),
              .theme = {.name = std::string(theme),
                        .paper = file.text(key + ".paper"),
                        .ink = file.text(key + ".ink"),
                        .pale = file.text(key + ".pale"),
                        .not_so = file.text(key + ".not_so")}};
  for (const auto relation : model::kAllRelations) {
    style.relations.at(static_cast<std::size_t>(relation)) = relation_style(file, relation, key);
  }
  for (const auto kind : model::kAllEntityKinds) {
    style.kinds.at(static_cast<std::size_t>(kind)) = kind_style(file, kind, key);
  }
  for (const auto status : model::kAllStatuses) {
    style.statuses.at(static_cast<std::size_t>(status)) =
        file.label(fmt::format("status.{}", to_string(status)));
  }
  for (const std::string& code : file.keys("currency")) {
    const std::string currency = fmt::format("currency.{}", code);
    style.currencies[code] = {.sign = file.text(currency + ".sign"),
                              .worth = file.number(currency + ".worth")};
  }
  for (const std::string& word : file.keys("word"))
    style.words[word] = file.label(fmt::format("word.{}", word));
  return style;
}

std::map<std::string, std::string> recolouring(const Style& from, const Style& to) {
  std::map<std::string, std::string> colours;
  const auto add = [&](std::string before, const std::string& after) {
    for (char& c : before) {
      if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    }
    const auto [known, is_new] = colours.try_emplace(before, after);
    if (known->second != after) {
      throw InputError(std::string(kRelationsFile),
                       fmt::format("{} becomes {} and {}", before, known->second, after),
                       "give both the same colour in the theme " + to.theme.name);
    }
  };
  add(from.theme.paper, to.theme.paper);
  add(from.theme.ink, to.theme.ink);
  add(from.theme.pale, to.theme.pale);
  add(from.theme.not_so, to.theme.not_so);
  for (const auto relation : model::kAllRelations) add(from.of(relation).colour, to.of(relation).colour);
  for (const auto kind : model::kAllEntityKinds) {
    add(from.of(kind).fill, to.of(kind).fill);
    add(from.of(kind).border, to.of(kind).border);
  }
  return colours;
}

}  // namespace whofunds::render
