#pragma once

#include <optional>
#include <string_view>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// A run of words that say a number: "1 500", "полтора", "2,3 млрд", "5 million".
struct SaidNumber {
  int first = 0;
  int last = 0;
  double value = 0;
  std::optional<double> lower;  ///< of a range: "5-7 млн"
  bool scaled = false;
  bool vague = false;  ///< how many is not said: "millions", "несколько миллионов"
};

/// Reads the numbers of a sentence, in digits and in words.
class Numbers {
 public:
  Numbers(const AnnotatedSentence& sentence, const language::Lexicon& lexicon)
      : sentence_(sentence), lexicon_(lexicon), comma_is_decimal_(lexicon.inflected) {}

  /// The number that begins at word `i`. "2 миллиарда 300 миллионов" is one number, "5-7 млн" one with a
  /// lower end.
  std::optional<SaidNumber> read(int i) const;

  /// "1,5" "1 500" "1,500.25": a comma or dot before exactly three digits groups thousands, unless the
  /// language writes its decimals so and there is only one of it.
  std::optional<double> parse(std::string_view text) const;

  bool is_number_word(int i) const;

  /// A dash right after a word: "5-7".
  bool is_dash(int i) const;

 private:
  const Word& word(int i) const { return sentence_.at(i); }
  bool inside(int i) const { return i >= 0 && i < sentence_.size(); }
  std::optional<SaidNumber> read_simple(int i) const;
  bool is_three_digits(int i) const;
  bool is_letter_apart(int i) const;
  bool read_digits(SaidNumber& number) const;
  bool read_numeral(SaidNumber& number) const;
  void read_further_parts(SaidNumber& number) const;
  void read_half(SaidNumber& number) const;

  const AnnotatedSentence& sentence_;
  const language::Lexicon& lexicon_;
  bool comma_is_decimal_;
};

}  // namespace whofunds::mentions
