#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whofunds::language {

/// Parts of speech: those of Universal Dependencies, with the verb forms told apart as they behave
/// differently in a clause.
enum class PartOfSpeech : std::uint8_t {
  kUnknown,
  kNoun,
  kProperNoun,
  kAdjective,
  kVerb,  ///< finite
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

enum class Case : std::uint8_t {
  kNone,
  kNominative,
  kGenitive,
  kDative,
  kAccusative,
  kInstrumental,
  kPrepositional
};
enum class Gender : std::uint8_t { kNone, kMasculine, kFeminine, kNeuter };
enum class Number : std::uint8_t { kNone, kSingular, kPlural };
enum class Tense : std::uint8_t { kNone, kPast, kPresent, kFuture };
enum class Voice : std::uint8_t { kNone, kActive, kPassive };

/// What kind of name a dictionary says that a word is.
enum class NameKind : std::uint8_t {
  kNone,
  kGivenName,
  kPatronymic,
  kSurname,
  kPlace,
  kOrganization,
  kTrademark
};

/// One reading of a word form.
struct Analysis {
  std::string lemma;  ///< lower case
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
  std::uint32_t form = 0;    ///< which form of which paradigm it is: what `Morphology::inflect` goes by
};

/// The words of one language: what each form can be, by a dictionary, and by its ending where the dictionary
/// lacks it.
///
/// Safe to use from many threads at once.
class Morphology {
 public:
  virtual ~Morphology() = default;

  /// Replaces `readings` by every reading of `word` (any case of letters; "ё" may be written "е"), the
  /// likeliest first. A word of letters always has one at least. What is no word (a number, a mark) has none.
  virtual void analyze(std::string_view word, std::vector<Analysis>& readings) const = 0;

  /// The form of `word` in another case and number, where `reading` is one of `analyze(word)`; gender stays.
  /// Lower case. Nothing where the paradigm has no such form. Without cases (English) `Case` is not looked
  /// at.
  virtual std::optional<std::string> inflect(std::string_view word, const Analysis& reading,
                                             Case grammatical_case, Number number) const = 0;
};

/// The words of a language (ISO 639-1: "ru", "en"), from its compiled dictionary in the folder `share`.
/// Throws MachineError where the file is missing or damaged, UsageError for a language that has no
/// dictionary.
std::unique_ptr<Morphology> open_morphology(const std::filesystem::path& share, std::string_view lang);

}  // namespace whofunds::language
