#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/language/dictionary_file.hpp"
#include "whofunds/language/morphology.hpp"
#include "whofunds/language/spelling.hpp"
#include "whofunds/language/word_automaton.hpp"

namespace whofunds::language {

/// Russian words by the dictionary of OpenCorpora. A word that is not in it is read, in this order, by the
/// last part of a hyphenated word, by a known prefix, or by its ending: the method and the statistics of
/// endings are those of pymorphy2 (Korobov, "Morphological Analyzer and Generator for Russian and Ukrainian
/// Languages", AIST 2015). The case of letters changes no word, but a capital makes names likelier and lets
/// an unknown word be read as a foreign name.
class RussianMorphology final : public Morphology {
 public:
  explicit RussianMorphology(const std::filesystem::path& dictionary);

  void analyze(std::string_view word, std::vector<Analysis>& readings) const override;
  std::optional<std::string> inflect(std::string_view word, const Analysis& reading, Case grammatical_case,
                                     Number number) const override;

 private:
  /// A form of a paradigm, as it lies in the file.
  struct Form {
    std::uint16_t ending;
    std::uint16_t tag;
    std::uint16_t prefix;
  };
  /// What a tag of OpenCorpora says, as it lies in the file: numbers of the enumerations, and bits.
  struct Tag {
    std::uint8_t part_of_speech;
    std::uint8_t grammatical_case;
    std::uint8_t gender;
    std::uint8_t number;
    std::uint8_t tense;
    std::uint8_t voice;
    std::uint8_t name;
    std::uint8_t flags;
  };
  /// One reading before it is written out: which form the letters from `prefix` on are, and how much speaks
  /// for it.
  struct Candidate {
    Spelling spelling;
    std::size_t prefix = 0;
    std::uint32_t form = 0;
    double weight = 0;
    bool guessed = false;
  };
  using Candidates = std::vector<Candidate>;

  Candidates candidates(const Spelling& word, bool capitalised) const;
  void weigh_by_capital(Candidates& found) const;
  void find_in_dictionary(const Spelling& word, Candidates& found) const;
  void add_dictionary_word(const Spelling& word, WordAutomaton::Node node, double weight,
                           Candidates& found) const;
  void guess(const Spelling& word, bool capitalised, Candidates& found) const;
  void guess_by_known_prefix(const Spelling& word, std::size_t begin, Candidates& found) const;
  void guess_by_unknown_prefix(const Spelling& word, std::size_t begin, Candidates& found) const;
  void guess_by_ending(const Spelling& word, std::size_t begin, Candidates& found) const;
  void guess_foreign_name(const Spelling& word, std::size_t begin, Candidates& found) const;
  void guess_as_model(const Spelling& word, std::size_t begin, std::uint32_t model, Candidates& found) const;
  void add_after_prefix(const Spelling& word, std::size_t prefix, bool open_class, Candidates& found) const;

  std::span<const Form> paradigm_of(std::uint32_t form) const;
  const Form& form_of(std::uint32_t form) const;
  const Tag& tag_of(const Form& form) const { return tags_[form.tag]; }
  void read(const Candidate& candidate, Analysis& reading) const;
  void append_in_form(std::string& text, const Candidate& candidate, const Form& wanted) const;
  void append_left_part(std::string& text, const Candidate& candidate, const Form& wanted) const;
  const Form* choose_form(std::uint32_t current, Case grammatical_case, Number number) const;

  DictionaryFile file_;
  std::span<const Tag> tags_;
  std::span<const std::uint32_t> paradigm_starts_;
  std::span<const Form> forms_;
  TextList endings_;
  TextList prefixes_;
  WordAutomaton words_;      ///< word → forms, with the weight of each form's tag
  WordAutomaton estimates_;  ///< word → tags, with their probability for the word in millionths
  WordAutomaton guesses_;    ///< last letters → forms, with how many words have them
};

}  // namespace whofunds::language
