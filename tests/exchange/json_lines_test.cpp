#include "whofunds/exchange/json_lines.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "whofunds/model/error.hpp"

using namespace whofunds;
using namespace whofunds::exchange;
using namespace whofunds::model;

namespace {

Fact full_fact() {
  return {
      .document = "d1",
      .subject = Entity{"e1", "Birch Capital", EntityKind::kFund, {"Birch", "Birch Capital"}, {"gb", "us"}},
      .relation = Relation::kInvestsIn,
      .object = {"e2", "ООО «Заря»", EntityKind::kCompany, {"Заря", "ООО «Заря»"}},
      .amount =
          Money{.value = 7'000'000, .currency = "EUR", .approx = true, .min = 5'000'000, .max = 7'000'000},
      .stake = Stake{.percent = 33.5, .at_least = true, .controlling = true},
      .round = "series_a",
      .lead = true,
      .status = Status::kAnnounced,
      .date = PartialDate{2023, 1},
      .valuation = Money{.value = 90'000'000, .currency = "EUR"},
      .deal = "d1",
      .confidence = 0.937,
      .rule = "en.invest.active",
      .evidence = {{"d1", 10, 14, "abcd"}}};
}

constexpr const char* kFullLine =
    R"({"doc":"d1","subject":{"id":"e1","name":"Birch Capital","kind":"fund","aliases":["Birch","Birch Capital"],"countries":["gb","us"]},)"
    R"("relation":"invests_in","object":{"id":"e2","name":"ООО «Заря»","kind":"company","aliases":["Заря","ООО «Заря»"]},)"
    R"("amount":{"value":7000000,"currency":"EUR","approx":true,"min":5000000,"max":7000000},)"
    R"("stake":{"percent":33.5,"at_least":true,"controlling":true},"round":"series_a","lead":true,"status":"announced",)"
    R"("date":"2023-01","valuation":{"value":90000000,"currency":"EUR"},"deal":"d1","confidence":0.937,)"
    R"("rule":"en.invest.active","evidence":[{"begin":10,"end":14,"text":"abcd"}]})";

constexpr const char* kShortLine =
    R"({"doc":"d","relation":"raised","object":{"id":"e1","name":"Elm","kind":"company","aliases":[]},"status":"completed",)"
    R"("confidence":1,"evidence":[{"begin":0,"end":3,"text":"Elm"}]})";

// `kShortLine` with one text in it replaced.
std::string with(const std::string& old_text, const std::string& new_text) {
  std::string line = kShortLine;
  const std::size_t at = line.find(old_text);
  REQUIRE(at != std::string::npos);
  return line.replace(at, old_text.size(), new_text);
}

}  // namespace

TEST_CASE("a country that is no code is refused") {
  CHECK_THROWS_WITH_AS(
      fact_from_json_line(with(R"("aliases":[])", R"("aliases":[],"countries":["Germany"])"), "a:1"),
      "a:1: the country 'Germany'", InputError);
}

TEST_CASE("a fact is written with its keys in order, and read back the same") {
  CHECK(to_json_line(full_fact()) == kFullLine);
  CHECK(fact_from_json_line(kFullLine, "a:1") == full_fact());
}

TEST_CASE("what is unknown is absent, but for the status") {
  const Fact fact = fact_from_json_line(kShortLine, "a:1");
  CHECK(to_json_line(fact) == kShortLine);
  CHECK_FALSE(fact.subject);
  CHECK_FALSE(fact.amount);
}

TEST_CASE("numbers are written as people would") {
  Fact fact = full_fact();
  fact.stake = Stake{.percent = 49};
  fact.confidence = 0.93000001;
  const std::string line = to_json_line(fact);
  CHECK(line.find(R"("stake":{"percent":49},)") != std::string::npos);
  CHECK(line.find(R"("confidence":0.93,)") != std::string::npos);
}

TEST_CASE("evidence in another document than the fact's names it") {
  Fact fact = full_fact();
  fact.evidence.push_back({"d2", 0, 2, "“a"});
  const std::string line = to_json_line(fact);
  CHECK(line.find(R"({"doc":"d2","begin":0,"end":2,"text":"“a"})") != std::string::npos);
  CHECK(fact_from_json_line(line, "a:1") == fact);
}

TEST_CASE("any text survives being written and read") {
  for (const char* name : {"\"", "\\", "a\tb", "é\u0301", "👩‍👩‍👧", "\u2028", "</script>"}) {
    Fact fact = full_fact();
    fact.object.name = name;
    const std::string line = to_json_line(fact);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(fact_from_json_line(line, "a:1") == fact);
  }
}

TEST_CASE("a mention is one line") {
  const extraction::NamedMention mention{12, 21, EntityKind::kCompany, "Заре", "e1", "Заря"};
  CHECK(to_json_line(mention, "d") ==
        R"({"doc":"d","begin":12,"end":21,"kind":"company","text":"Заре","entity":"e1","name":"Заря"})");
}

TEST_CASE("unknown keys are passed over, and null is as absent") {
  const std::string line =
      with(R"("status":"completed")",
           R"("status":null,"amount":null,"lead":null,"extra":{"a":[[1]]},"relation2":1)");
  CHECK(fact_from_json_line(line, "a:1") == fact_from_json_line(kShortLine, "a:1"));
}

TEST_CASE("a line that is no fact, or one that cannot be believed, says where and why") {
  struct Case {
    std::string line;
    const char* message;
  };
  const std::string status = R"("status":"completed")";
  const std::string nul("\0", 1);
  const std::vector<Case> cases{
      {"", "a:1: the line is no JSON (at byte 1); one JSON object a line"},
      {"[]", "a:1: the line is JSON but no object; an object stands in { }"},
      {std::string(100'000, '['), "a:1: the line is no JSON (at byte 100001); one JSON object a line"},
      {with("Elm", "E\xFFm"), "a:1: it is not UTF-8 at byte 60; save it as UTF-8"},
      {with("Elm", "E" + nul), "a:1: it is binary (NUL at byte 60); save it as UTF-8"},
      {with(R"("doc":"d",)", ""), "a:1: 'doc' is missing; a fact must have it"},
      {with(R"("doc":"d")", R"("doc":7)"), "a:1: 'doc' is not a text"},
      {with("raised", "pays"), "a:1: 'relation' is 'pays', which is no relation"},
      {with("raised", "owns"), "a:1: 'owns' needs a subject"},
      {with("company", "firm"), "a:1: 'object.kind' is 'firm', which is no kind of entity"},
      {with("Elm", ""), "a:1: the object has no name"},
      {with("Elm", "E\\u0000m"), "a:1: 'object.name' holds NUL"},
      {with("Elm", std::string(1 << 20, 'x')), "a:1: 'object.name' is longer than 2000 bytes"},
      {with(R"("aliases":[])", R"("aliases":[1])"), "a:1: 'object.aliases' holds what is no text"},
      {with(R"("aliases":[])", R"("aliases":"x")"), "a:1: 'object.aliases' is not a list"},
      {with(status, R"("status":"maybe")"), "a:1: 'status' is 'maybe', which is no status"},
      {with(status, R"("date":"2023-13")"),
       "a:1: 'date' is '2023-13', which is no YYYY, YYYY-MM or YYYY-MM-DD"},
      {with(status, R"("stake":{"percent":-3})"), "a:1: a stake of -3 percent"},
      {with(status, R"("stake":{"percent":"3"})"), "a:1: 'stake.percent' is not a number"},
      {with(status, R"("stake":3)"), "a:1: 'stake' is not an object"},
      {with(status, R"("lead":"yes")"), "a:1: 'lead' is not true or false"},
      {with(status, R"("amount":{"value":1})"), "a:1: 'amount.currency' is missing; a fact must have it"},
      {with(status, R"("amount":{"value":1,"currency":"dollars"})"),
       "a:1: the currency 'dollars' is no code of ISO 4217"},
      {with(status, R"("amount":{"value":1.5,"currency":"USD"})"),
       "a:1: 'amount.value' is not a whole number"},
      {with(status, R"("amount":{"value":-1,"currency":"USD"})"), "a:1: an amount below zero (-1)"},
      {with(status, R"("amount":{"value":1000000000000000001,"currency":"USD"})"),
       "a:1: an amount of 1000000000000000001, above 10^18"},
      {with(status, R"("amount":{"value":18446744073709551615,"currency":"USD"})"),
       "a:1: 'amount.value' is 18446744073709551615, which is too large"},
      {with(status, R"("amount":{"value":1e999,"currency":"USD"})"),
       "a:1: a number in the line is too large; correct it"},
      {with(R"("confidence":1)", R"("confidence":1.5)"), "a:1: a confidence of 1.5"},
      {with(R"([{"begin":0,"end":3,"text":"Elm"}])", "[]"), "a:1: there is no evidence"},
      {with(R"([{"begin":0,"end":3,"text":"Elm"}])", "[3]"), "a:1: 'evidence' holds what is no object"},
      {with(R"("begin":0)", R"("begin":-1)"), "a:1: 'evidence.begin' is -1, below zero"},
      {with(R"("begin":0)", R"("begin":9)"), "a:1: evidence ends at 3, before it begins at 9"},
  };
  for (const Case& wanted : cases) {
    const std::string line = wanted.line.substr(0, 300);
    CAPTURE(line);
    try {
      fact_from_json_line(wanted.line, "a:1");
      FAIL_CHECK("was read");
    } catch (const InputError& error) {
      CHECK(std::string(error.what()) == wanted.message);
      CHECK(error.where() == "a:1");
    }
  }
}
