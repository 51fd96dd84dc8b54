#include "whofunds/language/lexicon.hpp"

#include <algorithm>
#include <array>

#include "whofunds/language/legal_form.hpp"
#include "whofunds/language/lexicon_data.hpp"
#include "whofunds/language/spelling.hpp"
#include "whofunds/model/entity_kind.hpp"

namespace whofunds::language {
namespace {

/// Forms of businesses, as one word without dots: "ооо", "gmbh". Every language's, since names travel with
/// theirs.
void load_legal_forms(const std::filesystem::path& share, Lexicon& lexicon) {
  for (const LegalForm& form : read_legal_forms(share).forms) {
    for (const std::string& written : form.words) {
      std::string word = written;
      std::erase(word, '.');
      word = lower_case(word);
      if (!form.country.empty()) lexicon.countries.legal_forms.emplace(word, form.country);
      if (form.kind != model::EntityKind::kCompany) continue;
      if (written.find(' ') != std::string::npos) lexicon.legal_forms.insert(lower_case(written));
      lexicon.legal_forms.insert(word);
    }
  }
}

void load_given_names(const text::DataFile& file, Lexicon& lexicon) {
  file.only(file.root(), std::array<std::string_view, 1>{"names"});
  for (const std::string& name : file.words(file.required(file.root(), "names")))
    lexicon.given_names.insert(lower_case(name));
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
  load_frames(text::DataFile(folder / "frames.toml"), load_prepositions(folder), lexicon);
  load_descriptors(text::DataFile(folder / "descriptors.toml"), lexicon);
  load_money(text::DataFile(folder / "money.toml"), lexicon);
  load_grammar(text::DataFile(folder / "grammar.toml"), lexicon);
  load_countries(text::DataFile(folder / "countries.toml"), lexicon.countries);
  load_legal_forms(share, lexicon);
  load_given_names(text::DataFile(folder / "given_names.toml"), lexicon);
  return lexicon;
}

}  // namespace whofunds::language
