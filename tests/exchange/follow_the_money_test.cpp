#include "whofunds/exchange/follow_the_money.hpp"

#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "reading.hpp"

using namespace whofunds;
using namespace whofunds::exchange;

namespace {

constexpr const char* kCompanies =
    R"({"id":"p","schema":"Person","caption":"Ann Lee","properties":{"name":["Lee, Ann","Ann Lee"],"birthDate":["1970"]}})"
    "\n"
    R"({"id":"c","schema":"Company","properties":{"name":["Elm"],"jurisdiction":["gb"]}})"
    "\n"
    R"({"id":"o","schema":"Organization","properties":{"name":["Birch Fund"],"topics":["fin.fund"]}})"
    "\n"
    R"({"id":"b","schema":"PublicBody","properties":{"name":["Ministry of Tides"]}})"
    "\n"
    R"({"id":"j","schema":"Project","properties":{"name":["Tidal Bridge"]}})"
    "\n"
    R"({"id":"v","schema":"Vessel","properties":{"name":["Gannet"]}})"
    "\n";

Imported import_links(const std::string& links) {
  return import_files({{"f.json", kCompanies + links}});
}

}  // namespace

TEST_CASE("each link of FollowTheMoney becomes the relation that it is") {
  struct Case {
    std::string link;
    std::string fact;
  };
  const std::vector<Case> cases{
      {R"({"id":"x","schema":"Ownership","properties":{"owner":["p"],"asset":["c"],"percentage":["51"]}})",
       "Ann Lee owns Elm [f.json:7]"},
      {R"({"id":"x","schema":"Ownership","properties":{"owner":["c"],"asset":["v"]}})",
       "Elm owns Gannet [f.json:7]"},
      {R"({"id":"x","schema":"Ownership","properties":{"owner":["o"],"asset":["c"],"role":["acquires"]}})",
       "Birch Fund acquires Elm [f.json:7]"},
      {R"({"id":"x","schema":"Directorship","properties":{"director":["p"],"organization":["c"]}})",
       "Ann Lee leads Elm [f.json:7]"},
      {R"({"id":"x","schema":"Membership","properties":{"member":["c"],"organization":["o"]}})",
       "Elm participates_in Birch Fund [f.json:7]"},
      {R"({"id":"x","schema":"ProjectParticipant","properties":{"participant":["c"],"project":["j"]}})",
       "Elm participates_in Tidal Bridge [f.json:7]"},
      {R"({"id":"x","schema":"Payment","properties":{"payer":["b"],"beneficiary":["c"],"amount":["5"],"currency":["EUR"]}})",
       "Ministry of Tides grants_to Elm [f.json:7]"},
      {R"({"id":"x","schema":"Payment","properties":{"payer":["b"],"project":["j"],"purpose":["invests_in"]}})",
       "Ministry of Tides invests_in Tidal Bridge [f.json:7]"},
      {R"({"id":"x","schema":"Payment","properties":{"beneficiary":["c"]}})", "raised Elm [f.json:7]"},
      {R"({"id":"x","schema":"Debt","properties":{"debtor":["c"],"creditor":["o"]}})",
       "Birch Fund lends_to Elm [f.json:7]"},
      {R"({"id":"x","schema":"UnknownLink","properties":{"subject":["p"],"object":["c"],"role":["founded"]}})",
       "Ann Lee founded Elm [f.json:7]"},
      {R"({"id":"x","schema":"Company","properties":{"name":["Oak"],"parent":["c"]}})",
       "Elm owns Oak [f.json:7]"},
  };
  for (const Case& wanted : cases) {
    CAPTURE(wanted.link);
    const Imported imported = import_links(wanted.link);
    CHECK(imported.faults.empty());
    CHECK(brief(imported.facts) == std::vector<std::string>{wanted.fact});
  }
}

TEST_CASE("share, dates and status of a link are read, and its row is the evidence") {
  const std::string link =
      R"({"id":"x","schema":"Ownership","properties":{"owner":["p"],"asset":["c"],"percentage":["25-50"],)"
      R"("startDate":["2019-05-01"],"endDate":["2021"]}})";
  const model::Fact fact = import_links(link).facts.front();
  CHECK(fact.stake == model::Stake{.percent = 25, .at_least = true});
  CHECK(fact.date == model::PartialDate{2019, 5, 1});
  CHECK(fact.status == model::Status::kEnded);
  CHECK(fact.evidence.front().text == link);
  CHECK(fact.subject->aliases == std::vector<std::string>{"Ann Lee", "Lee, Ann"});
}

TEST_CASE("the countries of an entity are read, whatever property tells them") {
  const model::Fact fact =
      import_files(
          {{"f.json",
            R"({"id":"c","schema":"Company","properties":{"name":["Elm"],"jurisdiction":["gb-sct"],"country":["de","eu"]}})"
            "\n"
            R"({"id":"p","schema":"Person","properties":{"name":["Ann Lee"],"nationality":["NO"],"country":["suhh"]}})"
            "\n"
            R"({"id":"x","schema":"Ownership","properties":{"owner":["p"],"asset":["c"]}})"}})
          .facts.front();
  CHECK(fact.object.countries == std::vector<std::string>{"de", "gb"});
  CHECK(fact.subject->countries == std::vector<std::string>{"no"});
}

TEST_CASE("one payment of several is one deal") {
  const Imported imported = import_links(
      R"({"id":"x","schema":"Payment","properties":{"payer":["b","o"],"beneficiary":["c"],"amount":["5"],"currency":["EUR"]}})");
  REQUIRE(imported.facts.size() == 2);
  CHECK(imported.facts[0].deal == "x");
  CHECK(imported.facts[1].deal == "x");
}

TEST_CASE("what the graph has no place for is counted by its schema") {
  const Imported imported = import_links(
      R"({"id":"x","schema":"Family","properties":{"person":["p"],"relative":["p"]}})"
      "\n"
      R"({"id":"y","schema":"UnknownLink","properties":{"subject":["p"],"object":["c"],"role":["adviser"]}})");
  CHECK(imported.facts.empty());
  CHECK(imported.faults.empty());
  CHECK(imported.read.passed_over() == std::map<std::string, std::size_t>{{"Family", 1}, {"UnknownLink", 1}});
}

TEST_CASE("an entity that is at fault says where and why") {
  struct Case {
    std::string line;
    const char* fault;
  };
  const std::vector<Case> cases{
      {R"({"id":"x","schema":"Ownership"})", "'properties' is missing; an entity of FollowTheMoney has them"},
      {R"({"id":"x","schema":"Ownership","properties":{"asset":["c"]}})",
       "the owner of this Ownership is missing; name it by its id"},
      {R"({"id":"x","schema":"Ownership","properties":{"owner":[7],"asset":["c"]}})",
       "'owner' holds what is no text; values of FollowTheMoney are texts"},
      {R"({"id":"x","schema":"Ownership","properties":{"owner":["z"],"asset":["c"]}})",
       "the owner 'z' is in none of the files; give the file that holds it, too"},
      {R"({"id":"x","schema":"Ownership","properties":{"owner":["p"],"asset":["c"],"percentage":["120"]}})",
       "a stake of 120 percent"},
      {R"({"id":"x","schema":"Ownership","properties":{"owner":["p"],"asset":["c"],"startDate":["May"]}})",
       "'startDate' is 'May', which is no date; write it as YYYY, YYYY-MM or YYYY-MM-DD"},
      {R"({"schema":"Person","properties":{"name":["Ann"]}})", "an entity without an id; give it one"},
      {R"({"id":"x","schema":"Person)", "the line is no JSON (at byte 27); one JSON object a line"},
  };
  for (const Case& wanted : cases) {
    CAPTURE(wanted.line);
    const Imported imported = import_links(
        wanted.line + "\n" + R"({"id":"k","schema":"Ownership","properties":{"owner":["p"],"asset":["c"]}})");
    CHECK(imported.faults == std::vector<std::string>{std::string("f.json:7: ") + wanted.fault});
    CHECK(brief(imported.facts) == std::vector<std::string>{"Ann Lee owns Elm [f.json:8]"});
  }
}
