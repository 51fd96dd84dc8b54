#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "reading.hpp"

namespace whofunds::mentions {
namespace {

struct ValueCase {
  std::string lang;
  std::string text;
  std::string expected;
};

/// "1500000000 USD", "from 5 to 7 …", "~" for about; "; " between sums.
std::string money_in(const ValueCase& example) {
  std::string text;
  for (const MoneyMention& mention : test::read(example.lang, example.text).values.money) {
    const model::Money& money = mention.money;
    text += fmt::format("{}{}{} {}{}{}", text.empty() ? "" : "; ", money.approx ? "~" : "", money.value,
                        money.currency, money.min ? fmt::format(" >={}", *money.min) : "",
                        money.max ? fmt::format(" <={}", *money.max) : "");
  }
  return text;
}

std::string dates_in(const ValueCase& example) {
  std::string text;
  for (const DateMention& mention :
       test::read(example.lang, example.text, model::PartialDate{.year = 2024, .month = 5, .day = 20})
           .values.dates) {
    text += (text.empty() ? "" : "; ") + model::to_string(mention.date);
  }
  return text;
}

std::string stakes_in(const ValueCase& example) {
  std::string text;
  for (const StakeMention& mention : test::read(example.lang, example.text).values.stakes) {
    text += fmt::format("{}{}{}", text.empty() ? "" : "; ", mention.stake.at_least ? ">=" : "",
                        mention.stake.percent.value_or(-1));
  }
  return text;
}

std::string rounds_in(const ValueCase& example) {
  std::string text;
  for (const RoundMention& mention : test::read(example.lang, example.text).values.rounds)
    text += (text.empty() ? "" : "; ") + mention.round;
  return text;
}

}  // namespace

TEST_CASE("a sum of money is read in every usual form") {
  const ValueCase cases[] = {
      {"ru", "Фонд вложил в стартап $1,5 млрд.", "1500000000 USD"},
      {"ru", "Фонд вложил в стартап полтора миллиарда рублей.", "1500000000 RUB"},
      {"ru", "Компания получила 10 тыс. руб. на развитие.", "10000 RUB"},
      {"ru", "Компания получила миллион долларов.", "1000000 USD"},
      {"ru", "Банк выдал заводу 1 500 000 рублей.", "1500000 RUB"},
      {"ru", "Банк выдал заводу кредит на 25 млн евро.", "25000000 EUR"},
      {"ru", "Фонд вложил от 5 до 7 млн рублей.", "7000000 RUB >=5000000 <=7000000"},
      {"ru", "Фонд вложил 5-7 млн рублей.", "7000000 RUB >=5000000 <=7000000"},
      {"ru", "Фонд вложил более 3 млн долларов.", "3000000 USD >=3000000"},
      {"ru", "Фонд вложил около 3 млн долларов.", "~3000000 USD"},
      {"ru", "Фонд вложил до 3 млн долларов.", "3000000 USD <=3000000"},
      {"ru", "Инвестор вложил 40 млн канадских долларов.", "40000000 CAD"},
      {"ru", "Инвестор вложил 40 млн американских долларов.", "40000000 USD"},
      {"ru", "Инвестор вложил 40 млн USD.", "40000000 USD"},
      {"ru", "Сумма сделки составила 2 миллиарда 300 миллионов рублей.", "2300000000 RUB"},
      {"ru", "Сумма сделки составила пять миллионов фунтов стерлингов.", "5000000 GBP"},
      {"ru", "Инвестор вложил €12 млн.", "12000000 EUR"},
      {"ru", "Завод выпустил 10 миллионов тонн стали.", ""},
      {"ru", "В 2000 году на заводе работали 300 человек.", ""},
      {"en", "The fund invested $1.5bn in the startup.", "1500000000 USD"},
      {"en", "The fund invested $1.5 billion in the startup.", "1500000000 USD"},
      {"en", "The fund invested €30m in the startup.", "30000000 EUR"},
      {"en", "The fund invested €12m.", "12000000 EUR"},
      {"en", "The fund invested $500k in the startup.", "500000 USD"},
      {"en", "The fund invested US$5 million in the startup.", "5000000 USD"},
      {"en", "The fund invested 5 million US dollars in the startup.", "5000000 USD"},
      {"en", "The fund invested CAD 5m in the startup.", "5000000 CAD"},
      {"en", "The fund invested 5 million Canadian dollars in the startup.", "5000000 CAD"},
      {"en", "The fund invested EUR 7.5 million in the startup.", "7500000 EUR"},
      {"en", "The fund invested C$20 million in the startup.", "20000000 CAD"},
      {"en", "The fund invested $1,250,000 in the startup.", "1250000 USD"},
      {"en", "The fund invested a million dollars in the startup.", "1000000 USD"},
      {"en", "The fund invested half a billion dollars in the startup.", "500000000 USD"},
      {"en", "The fund invested $5-7 million in the startup.", "7000000 USD >=5000000 <=7000000"},
      {"en", "The fund invested between $5 million and $7 million.", "7000000 USD >=5000000 <=7000000"},
      {"en", "The fund invested more than $3 million.", "3000000 USD >=3000000"},
      {"en", "The fund invested about $3 million.", "~3000000 USD"},
      {"en", "The fund invested up to $3 million.", "3000000 USD <=3000000"},
      {"en", "The plant makes 10 million tonnes of steel.", ""},
  };
  for (const ValueCase& example : cases) {
    CAPTURE(example.text);
    CHECK(money_in(example) == example.expected);
  }
}

TEST_CASE("a date is as exact as its words, and looks back to the date of the document") {
  const ValueCase cases[] = {
      {"ru", "Сделка закрыта 12 марта 2023 года.", "2023-03-12"},
      {"ru", "Сделка закрыта 12.03.2023.", "2023-03-12"},
      {"ru", "Сделка закрыта в марте 2023 года.", "2023-03"},
      {"ru", "Сделка закрыта в 2023 году.", "2023"},
      {"ru", "Сделка закрыта в марте.", "2024-03"},
      {"ru", "Сделка закрыта в ноябре.", "2023-11"},
      {"ru", "В прошлом году банк купил завод.", "2023"},
      {"ru", "В этом году банк купил завод.", "2024"},
      {"ru", "Сделка закрыта во втором квартале 2023 года.", "2023"},
      {"en", "The deal closed on March 12, 2023.", "2023-03-12"},
      {"en", "The deal closed on 12 March 2023.", "2023-03-12"},
      {"en", "The deal closed in March 2023.", "2023-03"},
      {"en", "The deal closed on 2023-03-12.", "2023-03-12"},
      {"en", "The deal closed in 2023.", "2023"},
      {"en", "The deal closed in November.", "2023-11"},
      {"en", "Last year the bank bought the plant.", "2023"},
      {"en", "The bank bought the plant this year.", "2024"},
      {"en", "The bank may buy the plant.", ""},
      {"en", "Last month the bank bought the plant.", "2024-04"},
      {"en", "The bank bought the plant last week.", "2024-05"},
      {"en", "The bank bought the plant yesterday.", "2024-05-19"},
      {"en", "The bank bought the plant two years ago.", "2022"},
      {"en", "The bank bought the plant a month ago.", "2024-04"},
      {"en", "The bank bought the plant in the first quarter.", "2024"},
      {"en", "The bank bought the plant in the third quarter.", "2023"},
      {"en", "The bank bought the plant in the third quarter of 2021.", "2021"},
      {"en", "The bank bought a quarter of the plant.", ""},
      {"ru", "Банк купил завод в прошлом месяце.", "2024-04"},
      {"ru", "На прошлой неделе банк купил завод.", "2024-05"},
      {"ru", "Вчера банк купил завод.", "2024-05-19"},
      {"ru", "Три года назад банк купил завод.", "2021"},
      {"ru", "Год назад банк купил завод.", "2023"},
      {"ru", "Банк купил завод в третьем квартале.", "2023"},
      {"ru", "Банк купил завод в первом квартале прошлого года.", "2023"},
  };
  for (const ValueCase& example : cases) {
    CAPTURE(example.text);
    CHECK(dates_in(example) == example.expected);
  }
}

TEST_CASE("a stake is a share of the whole") {
  const ValueCase cases[] = {
      {"ru", "Банк купил 25% акций завода.", "25"},
      {"ru", "Банк купил 25,5 процента акций завода.", "25.5"},
      {"ru", "Банк купил более 50% акций завода.", ">=50"},
      {"ru", "Выручка выросла на 150%.", ""},
      {"en", "The bank bought 25% of the plant.", "25"},
      {"en", "The bank bought 25.5 percent of the plant.", "25.5"},
      {"en", "The bank bought 25.5 per cent of the plant.", "25.5"},
      {"en", "The bank bought at least 50 percent of the plant.", ">=50"},
  };
  for (const ValueCase& example : cases) {
    CAPTURE(example.text);
    CHECK(stakes_in(example) == example.expected);
  }
}

TEST_CASE("a round has its name or its letter") {
  const ValueCase cases[] = {
      {"ru", "Стартап привлёк посевной раунд.", "seed"},
      {"ru", "Стартап закрыл раунд серии B.", "series_b"},
      {"ru", "Стартап закрыл раунд серии А.", "series_a"},
      {"ru", "Стартап закрыл раунд A.", "series_a"},
      {"en", "The startup closed a seed round.", "seed"},
      {"en", "The startup closed a pre-seed round.", "pre_seed"},
      {"en", "The startup closed a Series B round.", "series_b"},
  };
  for (const ValueCase& example : cases) {
    CAPTURE(example.text);
    CHECK(rounds_in(example) == example.expected);
  }
}

}  // namespace whofunds::mentions
