#pragma once

#include <optional>
#include <string>
#include <vector>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"
#include "whofunds/model/money.hpp"
#include "whofunds/model/partial_date.hpp"
#include "whofunds/model/stake.hpp"

namespace whofunds::mentions {

/// Where a value stands: the words [first, last) of its sentence.
struct Place {
  int first = 0;
  int last = 0;
};

/// A sum of money. `currency_told` is false for "ещё 10 миллиардов", whose currency the context tells: a sum
/// before it in its sentence, else the currency is empty, and one in a sentence before.
struct MoneyMention {
  Place place;
  model::Money money;
  bool currency_told = true;
  bool total = false;      ///< of many deals: no sum of one
  bool of_unit = false;    ///< what one share costs: no sum of a deal either
  bool vague = false;      ///< nobody says how many: "millions of dollars"
  bool of_each = false;    ///< what each of several parties gets or gives: "по 5 млн", "$5m each"
  bool valuation = false;  ///< what something is worth, earned or lost: no sum of a deal
};

struct StakeMention {
  Place place;
  model::Stake stake;
};

struct DateMention {
  Place place;
  model::PartialDate date;
};

struct RoundMention {
  Place place;
  std::string round;  ///< "seed", "series_a"
};

/// All the values of a sentence, each in its order.
struct Values {
  std::vector<MoneyMention> money;
  std::vector<StakeMention> stakes;
  std::vector<DateMention> dates;
  std::vector<RoundMention> rounds;
};

/// Finds the sums, stakes, dates and rounds of a sentence. `told` is the date of the document, which "в
/// прошлом году" and a month without a year refer to.
Values find_values(const AnnotatedSentence& sentence, const language::Lexicon& lexicon,
                   const std::optional<model::PartialDate>& told);

}  // namespace whofunds::mentions
