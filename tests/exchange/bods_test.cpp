#include "whofunds/exchange/bods.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "reading.hpp"

using namespace whofunds;

namespace {

std::string relationship(const std::string& statement, const std::string& interests,
                         const std::string& more = R"("recordStatus":"new")") {
  return R"({"statementId":")" + statement + R"(","recordId":"r1","recordType":"relationship",)" + more +
         R"(,"recordDetails":{"subject":"c","interestedParty":"p","interests":[)" + interests + "]}}\n";
}

const std::string kParties =
    R"({"statementId":"1","recordId":"c","recordType":"entity","recordDetails":{"entityType":{"type":"registeredEntity"},"name":"Elm Ltd","identifiers":[{"id":"077","scheme":"GB-COH"}]}})"
    "\n"
    R"({"statementId":"2","recordId":"p","recordType":"person","recordDetails":{"personType":"knownPerson","names":[{"type":"legal","fullName":"Ann Lee"}],"birthDate":"1970-03"}})"
    "\n";

}  // namespace

TEST_CASE("a relationship of BODS 0.4 is owning, with its share, and leading") {
  struct Case {
    std::string interests;
    std::vector<std::string> facts;
    std::optional<model::Stake> stake;
  };
  const std::vector<Case> cases{
      {R"({"type":"shareholding","share":{"exact":51.5},"startDate":"2019-05-01"})",
       {"Ann Lee owns Elm Ltd [b.json:3]"},
       model::Stake{.percent = 51.5}},
      {R"({"type":"votingRights","share":{"minimum":25,"maximum":50}})",
       {"Ann Lee owns Elm Ltd [b.json:3]"},
       model::Stake{.percent = 25, .at_least = true}},
      {R"({"type":"votingRights","share":{"exact":60}},{"type":"shareholding","share":{"exact":40}})",
       {"Ann Lee owns Elm Ltd [b.json:3]"},
       model::Stake{.percent = 40}},
      {R"({"type":"appointmentOfBoard"})",
       {"Ann Lee owns Elm Ltd [b.json:3]"},
       model::Stake{.controlling = true}},
      {R"({"type":"boardChair"},{"type":"shareholding","share":{"exact":10}})",
       {"Ann Lee owns Elm Ltd [b.json:3]", "Ann Lee leads Elm Ltd [b.json:3]"},
       model::Stake{.percent = 10}},
      {"", {"Ann Lee owns Elm Ltd [b.json:3]"}, std::nullopt},
  };
  for (const Case& wanted : cases) {
    CAPTURE(wanted.interests);
    const Imported imported = import_files({{"b.json", kParties + relationship("3", wanted.interests)}});
    CHECK(imported.faults.empty());
    CHECK(brief(imported.facts) == wanted.facts);
    CHECK(imported.facts.front().stake == wanted.stake);
    CHECK(imported.facts.front().object.kind == model::EntityKind::kCompany);
  }
}

TEST_CASE("where an entity is incorporated, and whose citizen a person is, are their countries") {
  for (const char* const key : {"jurisdiction", "incorporatedInJurisdiction"}) {
    CAPTURE(key);
    const std::string parties =
        std::string(
            R"({"statementId":"1","recordId":"c","recordType":"entity","recordDetails":{"name":"Elm","entityType":{"type":"registeredEntity"},")") +
        key + R"(":{"name":"Delaware","code":"US-DE"}}})" + "\n" +
        R"({"statementId":"2","recordId":"p","recordType":"person","recordDetails":{"names":[{"fullName":"Ann Lee"}],"nationalities":[{"name":"Norway","code":"NO"},{"code":"SE"}]}})"
        "\n";
    const Imported imported =
        import_files({{"b.json", parties + relationship("3", R"({"type":"shareholding"})")}});
    REQUIRE(imported.facts.size() == 1);
    CHECK(imported.facts.front().object.countries == std::vector<std::string>{"us"});
    CHECK(imported.facts.front().subject->countries == std::vector<std::string>{"no", "se"});
  }
}

TEST_CASE("a later statement of a record takes the place of the former, and a closed one has ended") {
  const std::string shares = R"({"type":"shareholding","share":{"exact":51}})";
  const Imported imported = import_files(
      {{"b.json", kParties + relationship("3", R"({"type":"shareholding","share":{"exact":20}})") +
                      relationship("4", shares, R"("recordStatus":"closed")")}});
  REQUIRE(brief(imported.facts) == std::vector<std::string>{"Ann Lee owns Elm Ltd [b.json:4]"});
  CHECK(imported.facts.front().stake->percent == 51);
  CHECK(imported.facts.front().status == model::Status::kEnded);
}

TEST_CASE("BODS 0.2 is read, and what its statements replace") {
  const std::string old_form =
      R"([
{"statementID":"e1","statementType":"entityStatement","entityType":"registeredEntity","name":"Elm Ltd"},
{"statementID":"p1","statementType":"personStatement","personType":"knownPerson","names":[{"fullName":"Ann Lee"}]},
{"statementID":"o1","statementType":"ownershipOrControlStatement","subject":{"describedByEntityStatement":"e1"},
 "interestedParty":{"describedByPersonStatement":"p1"},"interests":[{"type":"shareholding","share":{"exact":30}}]},
{"statementID":"o2","statementType":"ownershipOrControlStatement","replacesStatements":["o1"],
 "subject":{"describedByEntityStatement":"e1"},"interestedParty":{"describedByPersonStatement":"p1"},
 "interests":[{"type":"voting-rights","share":{"minimum":50}}]}
])";
  const Imported imported = import_files({{"b.json", old_form}});
  CHECK(imported.faults.empty());
  REQUIRE(brief(imported.facts) == std::vector<std::string>{"Ann Lee owns Elm Ltd [b.json:6]"});
  CHECK(imported.facts.front().stake == model::Stake{.percent = 50, .at_least = true});
}

TEST_CASE("who is not known by name is nobody in particular, and what names nobody is passed over") {
  const Imported imported = import_files(
      {{"b.json",
        kParties +
            R"({"statementId":"5","recordId":"p","recordType":"relationship","recordDetails":{"subject":"c","interestedParty":{"reason":"unknown"},"interests":[]}})"
            "\n"
            R"({"statementId":"6","recordId":"u","recordType":"person","recordDetails":{"personType":"unknownPerson"}})"
            "\n"
            R"({"statementId":"7","recordId":"s","recordType":"relationship","recordDetails":{"subject":"c","interestedParty":"u","interests":[{"type":"settlor"}]}})"
            "\n"
            R"({"statementId":"8","recordType":"pet"})"}});
  CHECK(imported.facts.empty());
  CHECK(imported.read.passed_over() ==
        std::map<std::string, std::size_t>{{"interest of type settlor", 1},
                                           {"relationship that names no party", 1}});
  CHECK(imported.faults == std::vector<std::string>{"b.json:6: the statement is of no type that BODS has; "
                                                    "recordType is entity, person or relationship"});
}
