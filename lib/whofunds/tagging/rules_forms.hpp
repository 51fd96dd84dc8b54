#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "whofunds/language/form_memory.hpp"
#include "whofunds/language/lexicon.hpp"
#include "whofunds/language/morphology.hpp"

namespace whofunds::tagging::rules {

/// What grammar makes of a word by itself: a bit each. Those of the first group are lists in
/// `data/<lang>/syntax.toml`, the others follow from the lexicon.
enum Role : std::uint64_t {
  kCoordinator = std::uint64_t{1} << 0U,     ///< "and"
  kContrast = std::uint64_t{1} << 1U,        ///< "but"
  kComplementizer = std::uint64_t{1} << 2U,  ///< "that", "что": begins what is said or thought
  kSubordinator = std::uint64_t{1} << 3U,    ///< "if", "если"
  kRelative = std::uint64_t{1} << 4U,        ///< "which", "который"
  kBe = std::uint64_t{1} << 5U,
  kHave = std::uint64_t{1} << 6U,
  kModal = std::uint64_t{1} << 7U,
  kTo = std::uint64_t{1} << 8U,
  kAgentMarker = std::uint64_t{1} << 9U,  ///< "by"
  kOf = std::uint64_t{1} << 10U,
  kTime = std::uint64_t{1} << 11U,          ///< "year", "год": a bare noun that tells when
  kSaying = std::uint64_t{1} << 12U,        ///< "say", "сообщить"
  kCopular = std::uint64_t{1} << 13U,       ///< "become": takes what its subject is
  kDitransitive = std::uint64_t{1} << 14U,  ///< "give": takes to whom, then what
  kJoint = std::uint64_t{1} << 15U,         ///< "of", "&": small words inside English names

  kNegation = std::uint64_t{1} << 16U,
  kPossessive = std::uint64_t{1} << 17U,
  kTitle = std::uint64_t{1} << 18U,       ///< names a person by what they do: "owner", "инвестор"
  kDescriptor = std::uint64_t{1} << 19U,  ///< names a thing by what it is: "company"
  kPersonWord = std::uint64_t{1} << 20U,  ///< a title or descriptor of people
  kBodyWord = std::uint64_t{1} << 21U,  ///< "министерство", "Ventures": a word in names of organisations
  kLegalForm = std::uint64_t{1} << 22U,
  kGivenName = std::uint64_t{1} << 23U,
  kDealVerb = std::uint64_t{1} << 24U,
  kDealNoun = std::uint64_t{1} << 25U,
  kTakesInfinitive = std::uint64_t{1} << 26U,  ///< "plan", "решение"
  kNumberWord = std::uint64_t{1} << 27U,       ///< "million"
  kUnit = std::uint64_t{1} << 28U,             ///< what is counted: "dollar", "percent"
  kMonth = std::uint64_t{1} << 29U,
  kNoName = std::uint64_t{1} << 30U,         ///< "CEO": capitals that name nobody
  kReflexiveDeal = std::uint64_t{1} << 31U,  ///< "строиться": of a verb of deals
  kLoose =
      std::uint64_t{1} << 32U,  ///< "в", "in": a preposition that rather goes with a verb than with a noun
  kFloating = std::uint64_t{1} << 33U,  ///< "each": counts its noun from among the auxiliaries of a verb
};

/// Cases, genders and the plural that a form can stand in: four bits (masculine, feminine, neuter, plural)
/// for each case, from the nominative on. The seventh four are of forms without case: verbs.
using Agreement = std::uint32_t;

inline constexpr Agreement kAnyAgreement = 0xFFFFFF;

/// The bits of a case, whatever gender and number.
constexpr Agreement bits_of(language::Case grammatical_case) {
  return 0xFU << (4U * (static_cast<unsigned>(grammatical_case) - 1U));
}
inline constexpr Agreement kNominative = bits_of(language::Case::kNominative);
inline constexpr Agreement kGenitive = bits_of(language::Case::kGenitive);
inline constexpr Agreement kDative = bits_of(language::Case::kDative);
inline constexpr Agreement kAccusative = bits_of(language::Case::kAccusative);
inline constexpr Agreement kInstrumental = bits_of(language::Case::kInstrumental);

inline constexpr unsigned kVerbShift = 24;

/// What a form is as one part of speech.
struct Reading {
  language::PartOfSpeech part = language::PartOfSpeech::kUnknown;
  language::Tense tense = language::Tense::kNone;
  language::Voice voice = language::Voice::kNone;
  language::Number number = language::Number::kNone;
  language::NameKind name = language::NameKind::kNone;
  bool animate = false;
  bool guessed = false;
  float probability = 0;
  Agreement agreement = 0;
};

/// What a form can be.
struct Form {
  static constexpr std::size_t kMostReadings = 6;

  std::array<Reading, kMostReadings> readings = {};
  std::uint8_t count = 0;
  std::uint64_t roles = 0;
  Agreement governs = 0;                ///< of a preposition: its cases
  std::uint32_t preposition = 0;        ///< the bit of a preposition, where frames have it
  std::uint32_t verb_prepositions = 0;  ///< those that frames of the verb have
  std::uint32_t noun_prepositions = 0;

  const Reading* reading_as(language::PartOfSpeech part) const {
    for (std::size_t i = 0; i < count; ++i) {
      if (readings[i].part == part) return &readings[i];
    }
    return nullptr;
  }
  bool is(std::uint64_t wanted) const { return (roles & wanted) != 0; }
};

/// What every word form of a language can be, by its dictionary, its lexicon and its list of words of
/// grammar. A form that was met before costs one look-up.
///
/// Safe to use from many threads at once. Looks into the lexicon and the morphology as long as it lives.
class Forms {
 public:
  /// Throws InputError where `syntax.toml` does not say what it should, MachineError where it is missing.
  Forms(const std::filesystem::path& syntax, const language::Morphology& morphology,
        const language::Lexicon& lexicon);

  /// Stays until this thread asks for another form.
  const Form& find(std::string_view form) const;

  const language::Lexicon& lexicon() const { return lexicon_; }

 private:
  void read_syntax(const std::filesystem::path& file);
  void number_prepositions();
  void make(std::string_view form, Form& made) const;
  void add_reading(const language::Analysis& analysis, Form& made) const;
  void add_roles(const std::string& word, Form& made) const;

  const language::Morphology& morphology_;
  const language::Lexicon& lexicon_;
  language::WordMap<std::uint64_t> listed_;        ///< word or lemma → roles
  language::WordMap<Agreement> government_;        ///< preposition → cases
  language::WordMap<std::uint32_t> prepositions_;  ///< → bit
  language::WordMap<std::uint32_t> verb_prepositions_;
  language::WordMap<std::uint32_t> noun_prepositions_;
  language::FormMemory<Form> memory_;
};

}  // namespace whofunds::tagging::rules
