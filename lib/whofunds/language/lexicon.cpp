#include "whofunds/language/lexicon.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "whofunds/language/lexicon_data.hpp"
#include "whofunds/language/spelling.hpp"
#include "whofunds/model/country.hpp"
#include "whofunds/model/error.hpp"

namespace whofunds::language {
namespace {

void load_descriptors(const DataFile& file, Lexicon& lexicon) {
  for (const auto& [kind_name, lists] : file.table()) {
    const auto kind = model::parse_entity_kind(kind_name.str());
    if (!kind || !lists.is_table()) file.fail(lists, fmt::format("there is no kind '{}'", kind_name.str()));
    for (const auto& [key, value] : *lists.as_table()) {
      const std::string_view list = key.str();
      for (const std::string& word : file.words(value)) {
        if (list == "in_names") {
          lexicon.name_words.emplace(word, *kind);
        } else if (list == "bodies" || list == "bodies_of" || list == "plural_bodies") {
          lexicon.bodies.emplace(
              word, Body{.kind = *kind, .alone = list == "bodies", .plural = list == "plural_bodies"});
        } else {
          lexicon.descriptors.emplace(word, Descriptor{.kind = *kind, .anaphoric = key.str() == "anaphoric"});
        }
      }
    }
  }
}

template <typename Number>
void load_numbers(const DataFile& file, std::string_view table, WordMap<Number>& numbers) {
  for (const auto& [word, number] : file.sub_table(table))
    numbers.emplace(word.str(), number.template value_or<Number>(0));
}

void load_money(const DataFile& file, Lexicon& lexicon) {
  for (const auto& [code, words] : file.sub_table("currencies")) {
    for (const std::string& word : file.words(words)) lexicon.currencies.emplace(word, code.str());
    std::string lower(code.str());
    for (char& letter : lower) letter = static_cast<char>(letter - 'A' + 'a');
    lexicon.currencies.emplace(lower, code.str());
  }
  for (const auto& [code, words] : file.sub_table("country_adjectives")) {
    for (const std::string& word : file.words(words)) lexicon.country_adjectives.emplace(word, code.str());
  }
  for (const auto& [word, factor] : file.sub_table("scales")) {
    lexicon.scales.emplace(word.str(), factor.value_or<std::int64_t>(1));
  }
  load_numbers(file, "stake_fractions", lexicon.stake_fractions);
  load_numbers(file, "numerals", lexicon.numerals);
  lexicon.approximators = file.word_set("approximators");
  lexicon.at_least = file.word_set("at_least");
  lexicon.at_most = file.word_set("at_most");
  lexicon.odd_share_words = file.word_set("odd_share_words");
  lexicon.percent_words = file.word_set("percent");
  lexicon.range_words = file.word_set("ranges");
  lexicon.year_words = file.word_set("years");
  lexicon.total_phrases = file.word_set("total_phrases");
  lexicon.unit_phrases = file.word_set("unit_phrases");
  lexicon.numeral_links = file.word_set("numeral_links");
  lexicon.vague_numerals = file.word_set("vague_numerals");
  lexicon.half_phrases = file.word_set("half_phrases");
  lexicon.each_words = file.word_set("each_words");
  lexicon.unit_prices = file.word_set("unit_prices");
  lexicon.rate_nouns = file.word_set("rate_nouns");
  lexicon.difference_words = file.word_set("difference_words");
  lexicon.worth_nouns = file.word_set("worth_nouns");
  load_numbers(file, "fractions", lexicon.fractions);
  load_numbers(file, "relative_years", lexicon.relative_years);
  load_numbers(file, "quarter_ordinals", lexicon.quarter_ordinals);
  load_numbers(file, "weekdays", lexicon.weekdays);
  load_numbers(file, "relative_days", lexicon.relative_days);
  lexicon.month_words = file.word_set("month_words");
  lexicon.week_words = file.word_set("week_words");
  lexicon.quarter_words = file.word_set("quarter_words");
  lexicon.ago_words = file.word_set("ago_words");
  lexicon.stake_nouns = file.word_set("stake_nouns");
  lexicon.controlling_words = file.word_set("controlling");
  lexicon.whole_words = file.word_set("whole");
  lexicon.valuation_words = file.word_set("valuation");
  lexicon.round_nouns = file.word_set("round_nouns");
  lexicon.change_starts = file.word_set("change_starts");
  lexicon.deal_nouns = file.word_set("deal_nouns");
  lexicon.sum_nouns = file.word_set("sum_nouns");
  lexicon.series_words = file.word_set("series");
  for (const auto& [name, words] : file.sub_table("rounds")) {
    for (const std::string& word : file.words(words)) lexicon.round_names.emplace(word, name.str());
  }
  load_numbers(file, "months", lexicon.months);
}

void load_countries(const DataFile& file, CountryWords& countries) {
  const auto load = [&](std::string_view key, WordMap<std::string>& into) {
    for (const auto& [code, words] : file.sub_table(key)) {
      if (!model::is_country_code(code.str()))
        file.fail(words, fmt::format("'{}' is no code of a country", code.str()), "write \"fr\", \"de\" …");
      for (const std::string& word : file.words(words)) into.emplace(country_word(word), code.str());
    }
  };
  load("names", countries.names);
  load("adjectives", countries.adjectives);
  load("people", countries.people);
  countries.described = file.word_set("described");
  countries.undescribed = file.word_set("undescribed");
  countries.dealing = file.word_set("dealing");
  countries.seat_words = file.word_set("seat_words");
  countries.origin_prepositions = file.word_set("origin_prepositions");
  countries.seat_prepositions = file.word_set("seat_prepositions");
}

void load_forms_of_country(const DataFile& file, const toml::table& form, const std::string& country,
                           Lexicon& lexicon) {
  if (!model::is_country_code(country))
    file.fail(form, fmt::format("'{}' is no code of a country", country), "write \"fr\", \"de\" …");
  for (std::string word : file.words(*form.get("words"))) {
    std::erase(word, '.');
    lexicon.countries.legal_forms.emplace(lower_case(word), country);
  }
}

/// Forms of businesses, as one word without dots: "ооо", "gmbh". Every language's, since names travel with
/// theirs.
void load_legal_forms(const std::filesystem::path& folder, Lexicon& lexicon) {
  for (const auto& language : std::filesystem::directory_iterator(folder)) {
    if (!language.is_directory()) continue;
    const DataFile file(language.path() / "legal_forms.toml");
    const toml::node* const forms = file.table().get("form");
    if (forms == nullptr || !forms->is_array()) continue;
    for (const toml::node& item : *forms->as_array()) {
      const toml::table& form = *item.as_table();
      if (const auto country = form["country"].value<std::string>())
        load_forms_of_country(file, form, *country, lexicon);
      if (form["kind"].value_or(std::string()) != model::to_string(model::EntityKind::kCompany)) continue;
      for (std::string word : file.words(*form.get("words"))) {
        if (word.find(' ') != std::string::npos) lexicon.legal_forms.insert(lower_case(word));
        std::erase(word, '.');
        lexicon.legal_forms.insert(lower_case(word));
      }
    }
  }
}

}  // namespace

bool Lexicon::ends_as_lender(std::string_view word) const {
  return std::ranges::any_of(lender_endings,
                             [&](const std::string& ending) { return word.ends_with(ending); });
}

bool Lexicon::is_kind_of(std::string_view noun, std::string_view general) const {
  const auto narrower = narrower_nouns.find(general);
  return narrower != narrower_nouns.end() && narrower->second.contains(noun);
}

bool Lexicon::has_verb_of(std::string_view lemma, model::Relation relation) const {
  return any_frame_of_verb(lemma, [&](const Frame& frame) { return frame.relation == relation; });
}

bool Lexicon::has_title_of(std::string_view lemma, model::Relation relation) const {
  return any_frame_of_title(lemma, [&](const Frame& frame) { return frame.relation == relation; });
}

bool Lexicon::has_noun_of(std::string_view lemma, model::Relation relation) const {
  return any_frame_of_noun(lemma, [&](const Frame& frame) { return frame.relation == relation; });
}

bool Lexicon::is_holder(std::string_view title, model::Relation relation) const {
  return any_frame_of_title(
      title, [&](const Frame& frame) { return frame.title_is_from && frame.relation == relation; });
}

std::string country_word(std::string_view word) {
  std::string lower = lower_case(word);
  constexpr std::string_view kYo = "ё";
  for (std::size_t at = lower.find(kYo); at != std::string::npos; at = lower.find(kYo, at))
    lower.replace(at, kYo.size(), "е");
  return lower;
}

Lexicon load_lexicon(const std::filesystem::path& share, std::string_view lang) {
  Lexicon lexicon{.lang = std::string(lang)};
  const std::filesystem::path folder = share / "language" / lang;
  load_frames(DataFile(folder / "frames.toml"), lexicon);
  load_descriptors(DataFile(folder / "descriptors.toml"), lexicon);
  load_money(DataFile(folder / "money.toml"), lexicon);
  load_grammar(DataFile(folder / "grammar.toml"), lexicon);
  load_countries(DataFile(folder / "countries.toml"), lexicon.countries);
  load_legal_forms(share / "language", lexicon);
  for (const std::string& name : DataFile(folder / "given_names.toml").word_set("names"))
    lexicon.given_names.insert(lower_case(name));
  return lexicon;
}

}  // namespace whofunds::language
