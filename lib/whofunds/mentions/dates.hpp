#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"
#include "whofunds/mentions/values.hpp"
#include "whofunds/model/partial_date.hpp"

namespace whofunds::mentions {

/// Reads the dates of a sentence: "12 марта 2023", "March 12, 2023", "в марте 2023", "2023", "12.03.2023".
/// What looks back to the date of the document ("last month", "вчера", "два года назад", "in the third
/// quarter") is read where that is known. Of a quarter or a week only what holds for all of it is told.
class DateReader {
 public:
  /// `told` is the date of the document; it must outlive the reader, as the sentence must.
  DateReader(const AnnotatedSentence& sentence, const language::Lexicon& lexicon,
             const std::optional<model::PartialDate>& told)
      : sentence_(sentence), lexicon_(lexicon), told_(told) {}

  /// Adds the date that begins at word `i` to `dates`; returns the word after it, `i` where there is none.
  int read(int i, std::vector<DateMention>& dates) const;

 private:
  struct Found {
    model::PartialDate date;  ///< year 0 where the words are a date, but of no known year
    int last = 0;
  };

  const Word& word(int i) const { return sentence_.at(i); }
  bool inside(int i) const { return i >= 0 && i < sentence_.size(); }
  bool is_dash(int i) const;
  std::optional<int> year_at(int i) const;
  std::optional<int> day_at(int i) const;
  int month_at(int i) const;
  bool is_counted(int i) const;
  bool is_to_come(int i) const;

  std::optional<Found> of_digits(int i) const;
  std::optional<Found> relative_unit(int i) const;
  std::optional<Found> relative_day(int i) const;
  std::optional<Found> weekday(int i) const;
  std::optional<Found> time_ago(int i) const;
  std::optional<Found> quarter(int i) const;
  std::optional<Found> calendar_date(int i) const;
  model::PartialDate months_from_told(int months) const;
  model::PartialDate days_from_told(int days) const;

  const AnnotatedSentence& sentence_;
  const language::Lexicon& lexicon_;
  const std::optional<model::PartialDate>& told_;
};

}  // namespace whofunds::mentions
