#include "whofunds/exchange/register_values.hpp"

#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "whofunds/model/error.hpp"

using namespace whofunds;
using namespace whofunds::exchange;

namespace {

const Place kPlace{.source = "r.csv", .line = 7, .text = {}};

template <typename Read>
std::string fault_of(Read read) {
  try {
    read();
  } catch (const InputError& fault) {
    return fault.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a share is read as registers write it") {
  struct Case {
    std::string text;
    double percent;
    bool at_least;
  };
  for (const Case& wanted : std::vector<Case>{{"51", 51, false},
                                              {"51.5 %", 51.5, false},
                                              {"51,5", 51.5, false},
                                              {"25-50", 25, true},
                                              {">25", 25, true},
                                              {"≥12.5", 12.5, true},
                                              {"75% or more", 75, true},
                                              {"ownership-of-shares-25-to-50-percent", 25, true}}) {
    CAPTURE(wanted.text);
    const auto stake = stake_from(wanted.text, "percentage", kPlace);
    REQUIRE(stake);
    CHECK(stake->percent == wanted.percent);
    CHECK(stake->at_least == wanted.at_least);
  }
  CHECK_FALSE(stake_from("", "percentage", kPlace));
  CHECK(fault_of([] { stake_from("most", "percentage", kPlace); }) ==
        "r.csv:7: 'percentage' is 'most', which is no share in percent; write it as 51 or 51.5");
}

TEST_CASE("a sum is read in whole units, exactly") {
  struct Case {
    std::string text;
    std::int64_t value;
  };
  for (const Case& wanted : std::vector<Case>{{"1200000", 1200000},
                                              {"1,200,000", 1200000},
                                              {"1 200 000.50", 1200001},
                                              {"100000000000000001", 100000000000000001}}) {
    CAPTURE(wanted.text);
    CHECK(money_from(wanted.text, "EUR", "amount", kPlace) ==
          model::Money{.value = wanted.value, .currency = "EUR"});
  }
  CHECK_FALSE(money_from("5", "", "amount", kPlace));
  CHECK(fault_of([] { money_from("five", "EUR", "amount", kPlace); }) ==
        "r.csv:7: 'amount' is 'five', which is no sum; write it in whole units, as 1200000");
  CHECK(fault_of([] { money_from("5", "euro", "amount", kPlace); }) ==
        "r.csv:7: 'amount_currency' is 'euro', which is no code of ISO 4217; write USD, EUR, RUB …");
  CHECK(fault_of([] { money_from("1e30", "EUR", "amount", kPlace); }) ==
        "r.csv:7: 'amount' is '1e30', which is no sum between 0 and 10^18; correct it");
}

TEST_CASE("a date is read with or without a time") {
  CHECK(date_from("2019-05", "date", kPlace) == model::PartialDate{2019, 5});
  CHECK(date_from("2019-05-01T12:00:00Z", "date", kPlace) == model::PartialDate{2019, 5, 1});
  CHECK_FALSE(date_from("", "date", kPlace));
  CHECK(fault_of([] { date_from("2019-13", "startDate", kPlace); }) ==
        "r.csv:7: 'startDate' is '2019-13', which is no date; write it as YYYY, YYYY-MM or YYYY-MM-DD");
}

TEST_CASE("a code of a currency is three capital letters") {
  CHECK(is_currency_code("USD"));
  for (const char* none : {"", "US", "usd", "EURO", "U D", "€"}) CHECK_FALSE(is_currency_code(none));
}
