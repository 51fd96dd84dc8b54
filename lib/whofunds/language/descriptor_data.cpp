#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "whofunds/language/data_keys.hpp"
#include "whofunds/language/lexicon_data.hpp"
#include "whofunds/model/country.hpp"

namespace whofunds::language {

namespace {

constexpr auto kCountryLists = std::to_array<ListKey<CountryWords>>({
    {"described", &CountryWords::described},
    {"undescribed", &CountryWords::undescribed},
    {"dealing", &CountryWords::dealing},
    {"seat_words", &CountryWords::seat_words},
    {"origin_prepositions", &CountryWords::origin_prepositions},
    {"seat_prepositions", &CountryWords::seat_prepositions},
});

/// A table of codes of countries and the words of each.
template <WordMap<std::string> CountryWords::*kWords>
void read_words_of_countries(const text::DataFile& file, const toml::node& node, CountryWords& countries) {
  for (const auto& [code, words] : file.table(node)) {
    if (!model::is_country_code(code.str()))
      file.fail(words, fmt::format("'{}' is no code of a country", code.str()), "write \"fr\", \"de\" …");
    for (const std::string& word : file.words(words))
      (countries.*kWords).emplace(country_word(word), code.str());
  }
}

constexpr auto kCountryValues = std::to_array<ValueKey<CountryWords>>({
    {"names", read_words_of_countries<&CountryWords::names>},
    {"adjectives", read_words_of_countries<&CountryWords::adjectives>},
    {"people", read_words_of_countries<&CountryWords::people>},
});

constexpr std::array<std::string_view, 6> kDescriptorLists{"anaphoric", "descriptive", "in_names",
                                                           "bodies",    "bodies_of",   "plural_bodies"};

void add_described(std::string_view list, const std::string& word, model::EntityKind kind, Lexicon& lexicon) {
  if (list == "in_names") {
    lexicon.name_words.emplace(word, kind);
  } else if (list == "anaphoric" || list == "descriptive") {
    lexicon.descriptors.emplace(word, Descriptor{.kind = kind, .anaphoric = list == "anaphoric"});
  } else {
    lexicon.bodies.emplace(word,
                           Body{.kind = kind, .alone = list == "bodies", .plural = list == "plural_bodies"});
  }
}

}  // namespace

void load_countries(const text::DataFile& file, CountryWords& countries) {
  read_keys<CountryWords>(file, kCountryLists, kCountryValues, countries);
}

void load_descriptors(const text::DataFile& file, Lexicon& lexicon) {
  for (const auto& [name, lists] : file.root()) {
    const auto kind = model::parse_entity_kind(name.str());
    if (!kind) file.fail(lists, fmt::format("there is no kind '{}'", name.str()), "docs/model.md lists them");
    file.only(file.table(lists), kDescriptorLists);
    for (const auto& [list, words] : file.table(lists)) {
      for (const std::string& word : file.words(words)) add_described(list.str(), word, *kind, lexicon);
    }
  }
}

}  // namespace whofunds::language
