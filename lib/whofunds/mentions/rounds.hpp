#pragma once

#include <vector>

#include "whofunds/mentions/numbers.hpp"
#include "whofunds/mentions/values.hpp"

namespace whofunds::mentions {

/// Reads the rounds of a sentence: "Series A", "посевной раунд", "pre-seed", "initial public offering".
class RoundReader {
 public:
  RoundReader(const AnnotatedSentence& sentence, const language::Lexicon& lexicon, const Numbers& numbers)
      : sentence_(sentence), lexicon_(lexicon), numbers_(numbers) {}

  /// Adds the round that begins at word `i`, and returns the word after it; `i` where none does.
  int read(int i, std::vector<RoundMention>& rounds) const;

 private:
  const Word& word(int i) const { return sentence_.at(i); }
  bool inside(int i) const { return i >= 0 && i < sentence_.size(); }
  bool is_within_name(int i) const;
  bool ends_name(int i) const;
  int read_phrase(int i, std::vector<RoundMention>& rounds) const;
  char series_letter(int i) const;

  const AnnotatedSentence& sentence_;
  const language::Lexicon& lexicon_;
  const Numbers& numbers_;
};

}  // namespace whofunds::mentions
