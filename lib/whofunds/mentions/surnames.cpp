#include "whofunds/mentions/surnames.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace whofunds::mentions {

using language::Case;

namespace {

/// Whether a surname ends so that declines by rules of its own: "баранов", "кедрин".
bool is_stem_of_surname(std::string_view stem) {
  constexpr std::array<std::string_view, 5> kSuffixes{"ов", "ев", "ёв", "ин", "ын"};
  return std::ranges::any_of(kSuffixes, [&](std::string_view suffix) { return stem.ends_with(suffix); });
}

/// "Лапину" of a man: the nominative of a surname in -ов, -ев, -ин, which a dictionary may know as a woman's
/// only. Nothing where it is no such form.
std::optional<std::string> masculine_surname(const Word& surname) {
  if (surname.note.gender != language::Gender::kMasculine || surname.token.all_capitals) return std::nullopt;
  const std::string_view ending = [&]() -> std::string_view {
    switch (surname.note.grammatical_case) {
      case Case::kGenitive:
      case Case::kAccusative:
        return "а";
      case Case::kDative:
        return "у";
      case Case::kInstrumental:
        return "ым";
      case Case::kPrepositional:
        return "е";
      default:
        return {};
    }
  }();
  if (ending.empty() || !surname.lower.ends_with(ending)) return std::nullopt;
  const std::string stem = surname.lower.substr(0, surname.lower.size() - ending.size());
  return is_stem_of_surname(stem) ? std::optional(stem) : std::nullopt;
}

/// "Кедровой" of a woman: the nominative of a surname in -ова, -ева, -ина, which a dictionary may know as an
/// adjective only. Nothing where it is no such form, or known as a surname.
std::optional<std::string> feminine_surname(const Word& surname, const language::Morphology& morphology) {
  constexpr std::string_view kEnding = "ой";
  if (surname.note.gender != language::Gender::kFeminine || surname.token.all_capitals ||
      surname.note.grammatical_case == Case::kNominative || !surname.lower.ends_with(kEnding))
    return std::nullopt;
  const std::string stem = surname.lower.substr(0, surname.lower.size() - kEnding.size());
  if (!is_stem_of_surname(stem)) return std::nullopt;
  std::vector<language::Analysis> readings;
  morphology.analyze(surname.token.text, readings);
  const bool is_known = std::ranges::any_of(readings, [](const language::Analysis& reading) {
    return reading.name == language::NameKind::kSurname && !reading.guessed;
  });
  return is_known ? std::nullopt : std::optional(stem + "а");
}

}  // namespace

std::optional<std::string> nominative_surname(const Word& surname, const language::Morphology& morphology) {
  const std::optional<std::string> of_man = masculine_surname(surname);
  return of_man ? of_man : feminine_surname(surname, morphology);
}

std::optional<std::string> singular_surname(const Word& surname, const language::Morphology& morphology) {
  const std::string& plural = surname.lower;
  // "Барановым", "Островским", "Адам" may be one, too
  const tagging::Annotation& told_of = surname.note;
  const bool is_plural =
      told_of.number == language::Number::kPlural || told_of.grammatical_case == language::Case::kDative;
  for (const std::string_view ending : {"ых", "ыми", "ым", "ы"}) {
    if (!plural.ends_with(ending) || (ending == "ым" && !is_plural)) continue;
    const std::string stem = plural.substr(0, plural.size() - ending.size());
    if (is_stem_of_surname(stem)) return stem;
  }
  for (const std::string_view ending : {"ских", "скими", "ским", "ские"}) {
    if (plural.ends_with(ending) && (ending != "ским" || is_plural))
      return plural.substr(0, plural.size() - ending.size()) + "ский";
  }
  // "Вагнерам", "Вагнерами"
  constexpr std::array<std::string_view, 12> kHard{"н", "л", "т", "р", "с", "д",
                                                   "в", "г", "б", "к", "з", "м"};
  for (const std::string_view ending : {"ам", "ами"}) {
    if (!plural.ends_with(ending) || !is_plural) continue;
    const std::string stem = plural.substr(0, plural.size() - ending.size());
    if (std::ranges::any_of(kHard, [&](std::string_view hard) { return stem.ends_with(hard); })) return stem;
  }
  std::vector<language::Analysis> readings;
  morphology.analyze(surname.token.text, readings);
  const auto told = std::ranges::find_if(readings, [&](const language::Analysis& reading) {
    return reading.grammatical_case == surname.note.grammatical_case;
  });
  if (told == readings.end() || told->number != language::Number::kPlural || told->indeclinable)
    return std::nullopt;
  return morphology.inflect(surname.token.text, *told, language::Case::kNominative,
                            language::Number::kSingular);
}

std::string surname_of_woman(const std::string& of_man) {
  if (is_stem_of_surname(of_man)) return of_man + "а";
  constexpr std::string_view kAdjective = "ский";
  if (of_man.ends_with(kAdjective)) return of_man.substr(0, of_man.size() - kAdjective.size()) + "ская";
  return of_man;
}

}  // namespace whofunds::mentions
