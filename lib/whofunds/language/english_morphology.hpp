#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/language/dictionary_file.hpp"
#include "whofunds/language/function_words.hpp"
#include "whofunds/language/morphology.hpp"
#include "whofunds/language/spelling.hpp"
#include "whofunds/language/word_automaton.hpp"

namespace whofunds::language {

/// English words by WordNet: its lemmas, its irregular forms, and the regular endings that its own Morphy
/// takes off (morphy(7WN)). Words of grammar come from a list of ours, for WordNet has none. A word that is
/// in neither is read by its capital and its ending.
class EnglishMorphology final : public Morphology {
 public:
  /// Throws InputError where the list of words of grammar does not say what it should.
  EnglishMorphology(const std::filesystem::path& dictionary, const std::filesystem::path& function_words);

  void analyze(std::string_view word, std::vector<Analysis>& readings) const override;

  /// Only nouns have another number; nothing for other words.
  std::optional<std::string> inflect(std::string_view word, const Analysis& reading, Case grammatical_case,
                                     Number number) const override;

 private:
  struct FunctionWord {
    Analysis reading;
    double share = 1;
  };

  void add_groups(const std::vector<FunctionWords>& groups);
  double add_function_words(const std::string& word, std::vector<Analysis>& readings) const;
  void add_listed_forms(const Spelling& word, std::vector<Analysis>& readings) const;
  void add_regular_forms(const Spelling& word, std::vector<Analysis>& readings) const;
  void add_by_last_part(const Spelling& word, std::vector<Analysis>& readings) const;
  void find_in_dictionary(const Spelling& word, std::vector<Analysis>& readings) const;
  std::string plural(const std::string& lemma) const;

  DictionaryFile file_;
  WordAutomaton words_;
  TextList texts_;  ///< lemmas of irregular forms, and irregular plurals
  std::map<std::string, std::vector<FunctionWord>, std::less<>> function_words_;
};

}  // namespace whofunds::language
