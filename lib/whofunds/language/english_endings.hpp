#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "whofunds/language/dictionary_file.hpp"
#include "whofunds/language/morphology.hpp"

namespace whofunds::language {

// The numbers of an entry's key; they are those of tools/data/compile_english_dictionary.py.
enum class Part : std::uint8_t { kNoun, kVerb, kAdjective, kAdverb };
enum class FormKind : std::uint8_t {
  kLemma,
  kPlural,
  kPresent,
  kPast,
  kPastParticiple,
  kPresentParticiple,
  kCompared,
  kHasPlural,  ///< no reading: the text is the irregular plural of the lemma that it stands at
};
inline constexpr std::uint32_t kProper = 1;
inline constexpr std::uint32_t kAbbreviationMark = 2;

struct Key {
  Part part;
  FormKind form;
  NameKind name;
  std::uint32_t marks;
  std::uint32_t text;
};

inline Key unpack(const Entry& entry) {
  const std::uint32_t key = entry.key();
  return {static_cast<Part>(key & 3U), static_cast<FormKind>(key >> 2U & 7U),
          static_cast<NameKind>(key >> 5U & 7U), key >> 8U & 3U, key >> 10U};
}

/// What a form is read as, and how much of a word of that part of speech such forms are in running text:
/// rounded from counts of any English treebank.
struct FormReading {
  Part part;
  FormKind form;
  PartOfSpeech part_of_speech;
  Number number;
  Tense tense;
  Voice voice;
  float share;
};
inline constexpr auto kFormReadings = std::to_array<FormReading>({
    {Part::kNoun, FormKind::kLemma, PartOfSpeech::kNoun, Number::kSingular, Tense::kNone, Voice::kNone, 0.7F},
    {Part::kNoun, FormKind::kPlural, PartOfSpeech::kNoun, Number::kPlural, Tense::kNone, Voice::kNone, 0.3F},
    {Part::kVerb, FormKind::kLemma, PartOfSpeech::kInfinitive, Number::kNone, Tense::kNone, Voice::kActive,
     0.25F},
    {Part::kVerb, FormKind::kLemma, PartOfSpeech::kVerb, Number::kPlural, Tense::kPresent, Voice::kActive,
     0.1F},
    {Part::kVerb, FormKind::kPresent, PartOfSpeech::kVerb, Number::kSingular, Tense::kPresent, Voice::kActive,
     0.1F},
    {Part::kVerb, FormKind::kPast, PartOfSpeech::kVerb, Number::kNone, Tense::kPast, Voice::kActive, 0.2F},
    // "Bought" is passive in "was bought" and active in "has bought": the form does not tell.
    {Part::kVerb, FormKind::kPastParticiple, PartOfSpeech::kParticiple, Number::kNone, Tense::kPast,
     Voice::kNone, 0.18F},
    {Part::kVerb, FormKind::kPresentParticiple, PartOfSpeech::kParticiple, Number::kNone, Tense::kPresent,
     Voice::kActive, 0.17F},
    {Part::kAdjective, FormKind::kLemma, PartOfSpeech::kAdjective, Number::kNone, Tense::kNone, Voice::kNone,
     0.95F},
    {Part::kAdjective, FormKind::kCompared, PartOfSpeech::kAdjective, Number::kNone, Tense::kNone,
     Voice::kNone, 0.05F},
    {Part::kAdverb, FormKind::kLemma, PartOfSpeech::kAdverb, Number::kNone, Tense::kNone, Voice::kNone,
     0.95F},
    {Part::kAdverb, FormKind::kCompared, PartOfSpeech::kAdverb, Number::kNone, Tense::kNone, Voice::kNone,
     0.05F},
});

/// A regular ending and what the lemma has in its place: the rules of Morphy, and "-ier" with its kin.
struct RegularEnding {
  Part part;
  FormKind form;
  std::string_view ending;
  std::string_view of_lemma;
};
inline constexpr auto kRegularEndings = std::to_array<RegularEnding>({
    {Part::kNoun, FormKind::kPlural, "s", ""},
    {Part::kNoun, FormKind::kPlural, "ses", "s"},
    {Part::kNoun, FormKind::kPlural, "xes", "x"},
    {Part::kNoun, FormKind::kPlural, "zes", "z"},
    {Part::kNoun, FormKind::kPlural, "ches", "ch"},
    {Part::kNoun, FormKind::kPlural, "shes", "sh"},
    {Part::kNoun, FormKind::kPlural, "men", "man"},
    {Part::kNoun, FormKind::kPlural, "ies", "y"},
    {Part::kVerb, FormKind::kPresent, "s", ""},
    {Part::kVerb, FormKind::kPresent, "ies", "y"},
    {Part::kVerb, FormKind::kPresent, "es", ""},
    {Part::kVerb, FormKind::kPast, "ed", "e"},
    {Part::kVerb, FormKind::kPast, "ied", "y"},
    {Part::kVerb, FormKind::kPast, "ed", ""},
    {Part::kVerb, FormKind::kPresentParticiple, "ing", "e"},
    {Part::kVerb, FormKind::kPresentParticiple, "ing", ""},
    {Part::kAdjective, FormKind::kCompared, "er", ""},
    {Part::kAdjective, FormKind::kCompared, "er", "e"},
    {Part::kAdjective, FormKind::kCompared, "ier", "y"},
    {Part::kAdjective, FormKind::kCompared, "est", ""},
    {Part::kAdjective, FormKind::kCompared, "est", "e"},
    {Part::kAdjective, FormKind::kCompared, "iest", "y"},
});

/// What an unknown word is by its ending; the first that fits. `cut` is how much of the ending the lemma
/// lacks.
struct GuessedEnding {
  std::string_view ending;
  std::size_t cut;
  Part part;
  FormKind form;
};
inline constexpr auto kGuessedEndings = std::to_array<GuessedEnding>({
    {"ly", 0, Part::kAdverb, FormKind::kLemma},
    {"ing", 3, Part::kVerb, FormKind::kPresentParticiple},
    {"ed", 2, Part::kVerb, FormKind::kPast},
    {"ize", 0, Part::kVerb, FormKind::kLemma},
    {"ise", 0, Part::kVerb, FormKind::kLemma},
    {"ify", 0, Part::kVerb, FormKind::kLemma},
    {"ous", 0, Part::kAdjective, FormKind::kLemma},
    {"less", 0, Part::kAdjective, FormKind::kLemma},
    {"able", 0, Part::kAdjective, FormKind::kLemma},
    {"ible", 0, Part::kAdjective, FormKind::kLemma},
    {"ful", 0, Part::kAdjective, FormKind::kLemma},
    {"ical", 0, Part::kAdjective, FormKind::kLemma},
    {"ss", 0, Part::kNoun, FormKind::kLemma},
    {"us", 0, Part::kNoun, FormKind::kLemma},
    {"is", 0, Part::kNoun, FormKind::kLemma},
    {"s", 1, Part::kNoun, FormKind::kPlural},
    {"", 0, Part::kNoun, FormKind::kLemma},
});

inline constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"anti",  "auto", "bio", "co",    "counter", "cross", "crowd", "crypto", "cyber", "de",
     "eco",   "euro", "geo", "hyper", "inter",   "macro", "mega",  "micro",  "mini",  "mis",
     "multi", "nano", "neo", "non",   "out",     "over",  "petro", "post",   "pre",   "re",
     "self",  "semi", "sub", "super", "tele",    "un",    "under", "ultra"});
inline constexpr std::size_t kShortestEnglishAfterPrefix = 4;

}  // namespace whofunds::language
