#include "whofunds/render/style.hpp"

#include <array>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "whofunds/model/error.hpp"
#include "whofunds/text/data_file.hpp"

namespace whofunds::render {
namespace {

constexpr std::string_view kRelationsFile = "language/relations.toml";

constexpr std::array<std::string_view, 6> kFileKeys{"relation", "kind",     "theme",
                                                    "status",   "currency", "word"};
constexpr std::array<std::string_view, 5> kRelationKeys{"label", "deal", "colour", "arrowhead", "sign"};
constexpr std::array<std::string_view, 5> kKindKeys{"label", "shape", "margin", "fill", "border"};
constexpr std::array<std::string_view, 9> kThemeKeys{"paper", "ink",    "pale",     "not_so", "line",
                                                     "fill",  "border", "relation", "kind"};
constexpr std::array<std::string_view, 2> kThemedKindKeys{"fill", "border"};
constexpr std::array<std::string_view, 2> kCurrencyKeys{"sign", "worth"};

// The names that values of a model type have in data.
template <typename Values>
std::vector<std::string_view> names_of(const Values& values) {
  std::vector<std::string_view> names;
  names.reserve(values.size());
  for (const auto value : values) names.push_back(to_string(value));
  return names;
}

// Refuses keys of which nobody would ever ask. Languages and words are not looked at: pages ask for any.
void check_keys(const text::DataFile& file) {
  const std::vector<std::string_view> relations = names_of(model::kAllRelations);
  const std::vector<std::string_view> kinds = names_of(model::kAllEntityKinds);
  const auto each = [&](const toml::table& tables, std::span<const std::string_view> known) {
    for (const auto& [name, table] : tables) file.only(file.table(table), known);
  };
  file.only(file.root(), kFileKeys);
  file.only(file.sub_table("relation"), relations);
  each(file.sub_table("relation"), kRelationKeys);
  file.only(file.sub_table("kind"), kinds);
  each(file.sub_table("kind"), kKindKeys);
  file.only(file.sub_table("status"), names_of(model::kAllStatuses));
  each(file.sub_table("currency"), kCurrencyKeys);
  each(file.sub_table("theme"), kThemeKeys);
  for (const auto& [name, theme] : file.sub_table("theme")) {
    if (const toml::node* const of_relations = file.table(theme).get("relation"))
      file.only(file.table(*of_relations), relations);
    if (const toml::node* const of_kinds = file.table(theme).get("kind")) {
      file.only(file.table(*of_kinds), kinds);
      each(file.table(*of_kinds), kThemedKindKeys);
    }
  }
}

// The file as read, and the language wanted of it. Every look-up that fails names the key and the line that
// it is wanted at.
class StyleFile {
 public:
  StyleFile(const std::filesystem::path& share, std::string_view language)
      : file_(share / kRelationsFile), language_(language) {
    check_keys(file_);
  }

  std::string text(const std::string& key) const {
    const auto value = file_.root().at_path(key).value<std::string>();
    if (!value) fail(key, "a text");
    return *value;
  }

  // The first of the keys that is there.
  std::string first_of(const std::vector<std::string>& keys) const {
    for (const std::string& key : keys) {
      if (file_.root().at_path(key)) return text(key);
    }
    fail(keys.back(), "a text");
  }

  std::string label(const std::string& key) const { return text(fmt::format("{}.{}", key, language_)); }

  double number(const std::string& key) const {
    const auto value = file_.root().at_path(key).value<double>();
    if (!value) fail(key, "a number");
    return *value;
  }

  std::vector<std::string> keys(const std::string& table) const {
    std::vector<std::string> names;
    for (const auto& [name, value] : file_.table(file_.required(file_.root(), table)))
      names.emplace_back(name.str());
    return names;
  }

 private:
  // What stands at the key, or else what it would stand in.
  const toml::node& nearest(std::string_view key) const {
    while (true) {
      if (const auto found = file_.root().at_path(key)) return *found.node();
      const std::size_t dot = key.rfind('.');
      if (dot == std::string_view::npos) return file_.root();
      key = key.substr(0, dot);
    }
  }

  [[noreturn]] void fail(const std::string& key, std::string_view what) const {
    file_.fail(nearest(key), fmt::format("'{}' is no {}", key, what.substr(2)),
               fmt::format("give it {}", what));
  }

  text::DataFile file_;
  std::string language_;
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
