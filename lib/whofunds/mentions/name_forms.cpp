#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "whofunds/mentions/name_agreement.hpp"
#include "whofunds/mentions/names.hpp"
#include "whofunds/mentions/surnames.hpp"
#include "whofunds/mentions/word_readings.hpp"

namespace whofunds::mentions {

using language::Case;
using model::EntityKind;
using text::Script;

namespace {

/// Gives `form` (lower case) the capitals of `model`: all of them, or the first, or none.
std::string with_capitals_of(const std::string& form, const text::Token& model) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(form);
  if (model.all_capitals) {
    text.toUpper(icu::Locale::getRoot());
  } else if (model.capitalised) {
    // A hyphenated name has a capital in each of its parts: "Юг-Терминал".
    const icu::UnicodeString shown = icu::UnicodeString::fromUTF8(
        icu::StringPiece(model.text.data(), static_cast<int32_t>(model.text.size())));
    bool part_begins = true;
    int32_t at_shown = 0;
    for (int32_t i = 0; i < text.length(); ++i) {
      if (part_begins && (i == 0 || (at_shown < shown.length() && u_isupper(shown[at_shown]) != 0))) {
        text.setCharAt(i, static_cast<char16_t>(u_toupper(text[i])));
      }
      // "ВЭБу", "МегаФона"
      const bool is_capital =
          i < shown.length() && u_isupper(shown[i]) != 0 && u_tolower(shown[i]) == text[i];
      if (is_capital) text.setCharAt(i, shown[i]);
      part_begins = text[i] == u'-';
      if (part_begins) at_shown = shown.indexOf(u'-', at_shown) + 1;
    }
  }
  std::string result;
  text.toUTF8String(result);
  return result;
}

/// Where the number at the end of a name begins: "потока-2"; the whole length where there is none.
std::size_t end_of_word(std::string_view text) {
  const std::size_t hyphen = text.rfind('-');
  const bool is_numbered = hyphen != std::string_view::npos && hyphen > 0 && hyphen + 1 < text.size() &&
                           text.find_first_not_of("0123456789", hyphen + 1) == std::string_view::npos;
  return is_numbered ? hyphen : text.size();
}

/// The readings of a word by the dictionary alone.
std::vector<language::Analysis> known_readings(const std::string_view word,
                                               const language::Morphology& morphology) {
  std::vector<language::Analysis> readings;
  morphology.analyze(word, readings);
  std::erase_if(readings, [](const language::Analysis& reading) { return reading.guessed; });
  return readings;
}

/// The part of a word from `begin` to `end`, as a word of its own.
Word part_of(const Word& word, std::size_t begin, std::size_t end) {
  Word part = word;
  part.token.text = word.token.text.substr(begin, end - begin);
  const icu::UnicodeString shown = icu::UnicodeString::fromUTF8(
      icu::StringPiece(part.token.text.data(), static_cast<int32_t>(part.token.text.size())));
  part.token.capitalised = u_isupper(shown.char32At(0)) != 0;
  part.token.all_capitals = icu::UnicodeString(shown).toUpper(icu::Locale::getRoot()) == shown;
  part.lower.clear();
  icu::UnicodeString(shown).toLower(icu::Locale::getRoot()).toUTF8String(part.lower);
  return part;
}

/// A compound name of two parts with a capital each that no dictionary has: "Лесхим-Волга".
struct Compound {
  Word first;
  Word last;
};

std::optional<Compound> compound_of(const Word& word, const language::Morphology& morphology) {
  const std::string_view text = word.token.text;
  const std::size_t hyphen = text.find('-');
  if (word.token.script != Script::kCyrillic || word.token.all_capitals ||
      word.note.name == tagging::NameClass::kPerson || hyphen == std::string_view::npos || hyphen == 0 ||
      hyphen + 1 >= text.size() || text.rfind('-') != hyphen || !known_readings(text, morphology).empty())
    return std::nullopt;
  Compound compound{.first = part_of(word, 0, hyphen), .last = part_of(word, hyphen + 1, text.size())};
  if (!compound.last.token.capitalised) return std::nullopt;
  return compound;
}

/// "«Бионик»": a form that ends in a consonant, which a dictionary knows as the genitive of many alone and a
/// tagger takes for one thing in the nominative or the accusative, is the name as it stands.
bool looks_nominative(const Word& word, const std::vector<language::Analysis>& readings) {
  constexpr std::array<std::string_view, 7> kHard{"к", "н", "т", "р", "л", "м", "с"};
  const Case told = word.note.grammatical_case;
  const bool is_direct = told == Case::kNominative || told == Case::kAccusative || told == Case::kNone;
  return is_direct && word.note.number != language::Number::kPlural &&
         std::ranges::any_of(kHard, [&](std::string_view ending) { return word.lower.ends_with(ending); }) &&
         std::ranges::all_of(readings, [](const language::Analysis& reading) {
           return reading.number == language::Number::kPlural &&
                  (reading.grammatical_case == Case::kGenitive ||
                   reading.grammatical_case == Case::kAccusative);
         });
}

/// "Кедровую", "Гранита": a form that a dictionary knows, and not as a nominative, whatever a tagger says of
/// it.
bool is_known_oblique(const Word& word, const language::Morphology& morphology) {
  if (word.token.script != Script::kCyrillic || word.token.all_capitals) return false;
  std::vector<language::Analysis> readings;
  morphology.analyze(word.token.text, readings);
  if (readings.empty() || looks_nominative(word, readings)) return false;
  return std::ranges::none_of(readings, [](const language::Analysis& reading) {
    return reading.guessed || reading.indeclinable || reading.grammatical_case == Case::kNominative ||
           reading.grammatical_case == Case::kNone;
  });
}

/// The part of a compound: "Волги", but not "нас", which is no noun, nor "кин", which is of many.
bool is_oblique_part(const Word& part, const language::Morphology& morphology) {
  return is_known_oblique(part, morphology) &&
         std::ranges::any_of(known_readings(part.token.text, morphology), [](const auto& reading) {
           const bool is_noun = reading.part_of_speech == language::PartOfSpeech::kNoun ||
                                reading.part_of_speech == language::PartOfSpeech::kProperNoun;
           return is_noun && reading.number == language::Number::kSingular;
         });
}

/// As `is_known_oblique`, for compounds as well: "Лесхим-Кузбасса", "Зарёй-Телеком".
bool cannot_be_nominative(const Word& word, const language::Morphology& morphology) {
  if (const auto compound = compound_of(word, morphology))
    return is_oblique_part(compound->last, morphology) || is_oblique_part(compound->first, morphology);
  return is_known_oblique(word, morphology);
}

/// "включая «Гранит»", "«Сталь»": an accusative that is like the nominative needs no other form. What ends in
/// another vowel ("Александра") has one.
bool is_accusative_like_nominative(const Word& word, const language::Morphology& morphology) {
  constexpr std::array<std::string_view, 6> kOther{"а", "я", "у", "ю", "ы", "и"};
  if (const std::vector<language::Analysis> known = known_readings(word.token.text, morphology);
      word.note.grammatical_case == Case::kAccusative && !known.empty() && looks_nominative(word, known))
    return true;
  const bool ends_otherwise =
      std::ranges::any_of(kOther, [&](std::string_view ending) { return word.lower.ends_with(ending); });
  return word.note.grammatical_case == Case::kAccusative && !ends_otherwise &&
         std::ranges::any_of(known_readings(word.token.text, morphology),
                             [](const language::Analysis& reading) {
                               return reading.grammatical_case == Case::kNominative &&
                                      reading.number == language::Number::kSingular;
                             });
}

/// The nominative of one word, with its capitals.
std::string nominative_word(const Word& word, const language::Morphology& morphology) {
  if (const std::size_t end = end_of_word(word.token.text); end < word.token.text.size()) {
    Word unnumbered = word;
    unnumbered.token.text = word.token.text.substr(0, end);
    unnumbered.lower = word.lower.substr(0, word.lower.rfind('-'));
    return nominative_word(unnumbered, morphology) + std::string(word.token.text.substr(end));
  }
  if (word.token.script != Script::kCyrillic || word.token.all_capitals ||
      is_accusative_like_nominative(word, morphology))
    return std::string(word.token.text);
  // "Лесхим-Волги", "Зарёй-Телеком", "Торгкабеля-Н": the last part declines, or the first where the last is
  // in the nominative or letters.
  if (const auto compound = compound_of(word, morphology)) {
    const auto& [first, last] = *compound;
    const bool is_last_oblique = is_oblique_part(last, morphology);
    if (last.token.all_capitals || (!is_last_oblique && is_oblique_part(first, morphology)))
      return nominative_word(first, morphology) + "-" + std::string(last.token.text);
    // What a dictionary knows in other cases alone stays as it is.
    const std::vector<language::Analysis> known = known_readings(last.token.text, morphology);
    const auto is_as_told = [&](const language::Analysis& reading) {
      return reading.grammatical_case == word.note.grammatical_case;
    };
    if (!is_last_oblique && !known.empty() && std::ranges::none_of(known, is_as_told))
      return std::string(word.token.text);
    return std::string(first.token.text) + "-" + nominative_word(last, morphology);
  }
  // Surnames like Седых and Долгих stay as they are.
  if (word.is_noun() && word.is_capitalised() && (word.lower.ends_with("ых") || word.lower.ends_with("их")))
    return std::string(word.token.text);
  std::vector<language::Analysis> readings;
  morphology.analyze(word.token.text, readings);
  // "Первого" is "Первый" or "Первое", by the noun.
  const auto is_of_gender = [&](const language::Analysis& reading) {
    return reading.gender == word.note.gender;
  };
  if (word.note.part_of_speech == language::PartOfSpeech::kAdjective &&
      std::ranges::any_of(readings, is_of_gender))
    std::erase_if(readings, [&](const language::Analysis& reading) { return !is_of_gender(reading); });
  // "«Граниту»": what no person is called by is the common word, and no given name or surname.
  const auto is_common = [](const language::Analysis& reading) {
    return reading.name == language::NameKind::kNone && !reading.guessed &&
           reading.number == language::Number::kSingular &&
           reading.part_of_speech == language::PartOfSpeech::kNoun;
  };
  const auto is_of_person = [](const language::Analysis& reading) {
    return reading.name == language::NameKind::kGivenName || reading.name == language::NameKind::kSurname ||
           reading.name == language::NameKind::kPatronymic;
  };
  if (word.note.name != tagging::NameClass::kPerson && std::ranges::any_of(readings, is_common))
    std::erase_if(readings, is_of_person);
  const language::Analysis* reading = best_reading(readings, word.note);
  // "доля в «Магнолии»": of one thing, where a tagger may see several
  constexpr std::string_view kEndingOfOne = "ии";
  if (reading != nullptr && reading->number == language::Number::kPlural &&
      word.lower.ends_with(kEndingOfOne)) {
    const auto one = std::ranges::find_if(readings, [](const language::Analysis& other) {
      return other.number == language::Number::kSingular && !other.guessed;
    });
    if (one != readings.end()) reading = &*one;
  }
  // "у «Онего»": of a noun that no dictionary has, no guess makes an adjective
  const bool is_guessed_adjective = reading != nullptr && reading->guessed && word.lower.ends_with("его") &&
                                    word.note.part_of_speech != language::PartOfSpeech::kAdjective;
  if (reading == nullptr || reading->indeclinable || is_guessed_adjective)
    return std::string(word.token.text);
  // "выдал «Юнань» заём": so ends no case of one thing but that by which it is called.
  constexpr std::string_view kSoftEnding = "ь";
  if (reading->guessed && word.lower.ends_with(kSoftEnding)) return std::string(word.token.text);
  // "одобрил «Уралгазу» заём": a guess by the ending alone knows no other dative.
  constexpr std::string_view kDativeEnding = "у";
  if (reading->guessed && word.note.grammatical_case == Case::kDative &&
      reading->grammatical_case != Case::kDative && word.lower.ends_with(kDativeEnding))
    return std::string(word.token.text.substr(0, word.token.text.size() - kDativeEnding.size()));
  const language::Number number =
      reading->number == language::Number::kNone ? language::Number::kSingular : reading->number;
  const auto form = morphology.inflect(word.token.text, *reading, Case::kNominative, number);
  if (!form) return std::string(word.token.text);
  // "с «Лесовичком»": a guess by the ending leaves out the vowel that only the nominative has.
  constexpr std::string_view kLast = "к";
  for (const std::string_view fleeting : {"чк", "шк", "жк"}) {
    if (reading->guessed && form->ends_with(fleeting))
      return with_capitals_of(form->substr(0, form->size() - kLast.size()) + "ок", word.token);
  }
  // "Росрыболовством": what ends so is neuter, whatever a guess by the ending of its case says.
  constexpr std::string_view kAbstractEnding = "ств";
  if (reading->guessed && form->ends_with(kAbstractEnding)) return with_capitals_of(*form + "о", word.token);
  return with_capitals_of(*form, word.token);
}

/// "из «Рубина» и «Волны»": a name that is joined to one before it is in the same case, where its form can
/// be.
void agree_with_list(Word& name, const AnnotatedSentence& sentence, const language::Morphology& morphology) {
  const int before = name.note.head;
  if (!name.is(tagging::Dependency::kConjunct) || before == kNoWord ||
      !sentence.at(before).is_capitalised() || name.note.grammatical_case != Case::kNominative)
    return;
  const tagging::Annotation& told = sentence.at(before).note;
  if (told.grammatical_case == Case::kNominative || told.grammatical_case == Case::kNone) return;
  for (const language::Analysis& reading : known_readings(name.token.text, morphology)) {
    if (reading.grammatical_case == told.grammatical_case && reading.number == language::Number::kSingular) {
      name.note.grammatical_case = told.grammatical_case;
      name.note.number = language::Number::kSingular;
      return;
    }
  }
}

/// "«Тёплые полы»": beside an adjective that has no other case in this form, what may be the nominative of
/// many is, whatever a tagger says.
bool is_nominative_by_adjective(const AnnotatedSentence& sentence, int noun,
                                const language::Morphology& morphology) {
  if (noun == 0 || !sentence.at(noun).is_noun()) return false;
  const Word& before = sentence.at(noun - 1);
  const bool is_of_many = before.note.part_of_speech == language::PartOfSpeech::kAdjective &&
                          before.is(tagging::Dependency::kAdjectiveModifier) && before.note.head == noun &&
                          (before.lower.ends_with("ые") || before.lower.ends_with("ие"));
  return is_of_many && std::ranges::any_of(known_readings(sentence.at(noun).token.text, morphology),
                                           [](const language::Analysis& reading) {
                                             return reading.grammatical_case == Case::kNominative &&
                                                    reading.number == language::Number::kPlural;
                                           });
}

}  // namespace

std::string nominative(const AnnotatedSentence& sentence, int first, int last, EntityKind kind,
                       const language::Morphology& morphology) {
  const bool is_person = kind == EntityKind::kPerson;
  if (is_person && last - first == 2 && is_indeclinable_given_name(sentence.at(first)))
    return std::string(sentence.at(first).token.text) + " " + std::string(sentence.at(last - 1).token.text);
  const char* const begin = sentence.at(first).token.text.data();
  std::string result;
  const char* copied = begin;
  bool past_head = false;
  for (int i = first; i < last; ++i) {
    Word word = sentence.at(i);
    // "Игорю Лапину": a surname is of the gender and case of the given name before it.
    const bool is_surname = is_person && i > first && i + 1 == last;
    if (is_surname) agree_with_given_name(word, sentence.at(first));
    if (!is_person) agree_with_noun(word, sentence, i + 1, last);
    if (!is_person && last == first + 1) agree_with_list(word, sentence, morphology);
    const std::optional<std::string> surname =
        is_surname ? nominative_surname(word, morphology) : std::nullopt;
    result.append(copied, word.token.text.data());
    const bool declines = is_person || !past_head;
    const bool in_nominative =
        word.note.grammatical_case == Case::kNominative || word.note.grammatical_case == Case::kNone;
    const bool acts = word.is_subject() && word.note.head < i;  // "выступил «Совком-А»"
    // "Семь шагов", "Три богатыря": what is counted is in the genitive
    const bool is_counted = i > first && word.note.grammatical_case == Case::kGenitive &&
                            sentence.at(first).note.part_of_speech == language::PartOfSpeech::kNumeral;
    const bool is_direct = is_counted || (i > first && is_nominative_by_adjective(sentence, i, morphology));
    const bool is_oblique =
        !is_direct && (!in_nominative || (!is_person && !acts && cannot_be_nominative(word, morphology)));
    if (surname)
      result.append(with_capitals_of(*surname, word.token));
    else
      result.append(declines && is_oblique ? nominative_word(word, morphology)
                                           : std::string(word.token.text));
    // "Гюмрийской консерватории", whatever a tagger takes the adjective of a place for
    const bool describes_next = word.is(tagging::Dependency::kAdjectiveModifier) && word.note.head > i &&
                                word.note.head < last && word.lemma.ends_with("ский");
    past_head = past_head ||
                (word.is_noun() && !describes_next && !is_adjective_of_next(word, sentence, i + 1, last));
    copied = word.token.text.data() + word.token.text.size();
  }
  return result;
}

}  // namespace whofunds::mentions
