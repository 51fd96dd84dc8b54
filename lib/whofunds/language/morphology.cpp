#include "whofunds/language/morphology.hpp"

#include "whofunds/language/english_morphology.hpp"
#include "whofunds/language/russian_morphology.hpp"
#include "whofunds/model/error.hpp"

namespace whofunds::language {

std::unique_ptr<Morphology> open_morphology(const std::filesystem::path& share, std::string_view lang) {
  if (lang == "ru") return std::make_unique<RussianMorphology>(share / "russian.dictionary");
  if (lang == "en") {
    return std::make_unique<EnglishMorphology>(share / "english.dictionary",
                                               share / "language" / "en" / "function_words.toml");
  }
  throw UsageError(lang, "no dictionary of this language", "the languages are ru and en");
}

}  // namespace whofunds::language
