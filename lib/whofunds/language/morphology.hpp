#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whofunds::language {

/// Parts of speech: those of Universal Dependencies, with the verb forms told apart as they behave differently in a clause.
enum class PartOfSpeech : std::uint8_t {
  kUnknown,
  kNoun,
  kProperNoun,
  kAdjective,
  kVerb,        ///< finite
  kInfinitive,
  kParticiple,  ///< full participle: "купивший", "bought", "buying"
  kShortForm,   ///< short adjective or short participle: "куплен"
  kGerund,      ///< деепричастие: "купив"
  kAdverb,
  kPronoun,
  kDeterminer,
  kNumeral,
  kPreposition,
  kConjunction,
  kParticle,
  kInterjection,
};

enum class Case : std::uint8_t { kNone, kNominative, kGenitive, kDative, kAccusative, kInstrumental, kPrepositional };
enum class Gender : std::uint8_t { kNone, kMasculine, kFeminine, kNeuter };
enum class Number : std::uint8_t { kNone, kSingular, kPlural };
enum class Tense : std::uint8_t { kNone, kPast, kPresent, kFuture };
enum class Voice : std::uint8_t { kNone, kActive, kPassive };

/// What kind of name a dictionary says that a word is.
enum class NameKind : std::uint8_t { kNone, kGivenName, kPatronymic, kSurname, kPlace, kOrganization, kTrademark };

/// One reading of a word form.
struct Analysis {
  std::string_view lemma;  ///< lower case; lives as long as what it was asked of
  PartOfSpeech part_of_speech = PartOfSpeech::kUnknown;
  Case grammatical_case = Case::kNone;
  Gender gender = Gender::kNone;
  Number number = Number::kNone;
  Tense tense = Tense::kNone;
  Voice voice = Voice::kNone;
  NameKind name = NameKind::kNone;
  bool animate = false;
  bool abbreviation = false;
  bool indeclinable = false;
  bool guessed = false;      ///< the word is in no dictionary; read from its ending
  float probability = 0.0F;  ///< of this reading among all readings of the form; they sum to 1
};

}  // namespace whofunds::language
