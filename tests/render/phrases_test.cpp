#include "whofunds/render/phrases.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace whofunds;
using namespace whofunds::render;
using model::Money;
using model::Stake;

namespace {

// With plain spaces, which are easier to read in a test.
std::string spaced(std::string text) {
  for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0"))
    text.replace(at, 2, 1, ' ');
  return text;
}

}  // namespace

TEST_CASE("a sum is written short, as each language does") {
  const struct {
    Money money;
    const char* english;
    const char* russian;
  } cases[] = {
      {{.value = 30'000'000'000, .currency = "USD"}, "$30 bn", "30 млрд $"},
      {{.value = 1'250'000, .currency = "RUB"}, "₽1.25 m", "1,25 млн ₽"},
      {{.value = 12'500, .currency = "EUR"}, "€12,500", "12 500 €"},
      {{.value = 5'000'000, .currency = "CHF"}, "5 m CHF", "5 млн CHF"},
      {{.value = 5'000'000, .currency = "XYZ"}, "5 m XYZ", "5 млн XYZ"},
      {{.value = 400'000'000, .currency = "EUR", .approx = true}, "≈ €400 m", "≈ 400 млн €"},
      {{.value = 7'000'000, .currency = "EUR", .min = 5'000'000, .max = 7'000'000}, "€5–7 m", "5–7 млн €"},
      {{.value = 2'000'000'000, .currency = "EUR", .min = 900'000'000, .max = 2'000'000'000},
       "€900 m–2 bn",
       "900 млн–2 млрд €"},
      {{.value = 5'000'000, .currency = "EUR", .min = 5'000'000}, "≥ €5 m", "≥ 5 млн €"},
      {{.value = 2'000'000'000'000, .currency = "USD", .max = 2'000'000'000'000}, "≤ $2 tn", "≤ 2 трлн $"},
      {{.value = 0, .currency = "USD"}, "$0", "0 $"},
  };
  for (const auto& [money, in_english, in_russian] : cases) {
    CHECK(spaced(money_phrase(money, english())) == in_english);
    CHECK(spaced(money_phrase(money, russian())) == in_russian);
  }
}

TEST_CASE("a stake says how much, and whether it controls") {
  CHECK(spaced(stake_phrase(Stake{.percent = 49}, english())) == "49 %");
  CHECK(spaced(stake_phrase(Stake{.percent = 0.0001}, english())) == "< 0.01 %");
  CHECK(spaced(stake_phrase(Stake{.percent = 12.5}, russian())) == "12,5 %");
  CHECK(spaced(stake_phrase(Stake{.percent = 25, .at_least = true}, english())) == "≥ 25 %");
  CHECK(spaced(stake_phrase(Stake{.percent = 51, .controlling = true}, english())) ==
        "51 %, controlling stake");
  CHECK(stake_phrase(Stake{.controlling = true}, russian()) == "контрольный пакет");
}

TEST_CASE("a country is called as the language calls it, one without a name by its code") {
  CHECK(country_name("no", "en") == "Norway");
  CHECK(country_name("no", "ru") == "Норвегия");
  CHECK(country_name("qx", "en") == "QX");
  CHECK(countries_phrase({"de", "fr"}, russian()) == "Германия, Франция");
  CHECK(countries_phrase({}, english()).empty());
}

TEST_CASE("a round that is not known is shown as it is written") {
  CHECK(spaced(round_phrase("series_a", english())) == "Series A");
  CHECK(spaced(round_phrase("series_b", russian())) == "раунд B");
  CHECK(round_phrase("pre_seed", english()) == "pre-seed");
  CHECK(round_phrase("bridge\n", english()) == "bridge");
  CHECK(round_phrase("", english()).empty());
}
