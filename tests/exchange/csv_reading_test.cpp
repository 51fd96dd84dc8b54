#include "whofunds/exchange/csv_reading.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "reading.hpp"

using namespace whofunds;

TEST_CASE("a table of names and relations becomes facts, each with its row as evidence") {
  const Imported imported =
      import_files({{"deals.csv",
                     "Subject,relation,object,amount,currency,stake,date,status,subject_kind,object_kind\r\n"
                     "Birch Capital,invests_in,Elm,5000000,USD,12.5,2024-05,announced,fund,company\r\n"
                     ",raised,Oak,7,EUR,,,,,\r\n"
                     "Ann Lee,leads,Elm,,,,,,,\r\n"}});
  CHECK(imported.faults.empty());
  CHECK(brief(imported.facts) == std::vector<std::string>{"Birch Capital invests_in Elm [deals.csv:2]",
                                                          "raised Oak [deals.csv:3]",
                                                          "Ann Lee leads Elm [deals.csv:4]"});
  const model::Fact& fact = imported.facts.front();
  CHECK(fact.document == "deals.csv");
  CHECK(fact.subject->kind == model::EntityKind::kFund);
  CHECK(fact.amount == model::Money{.value = 5'000'000, .currency = "USD"});
  CHECK(fact.stake->percent == 12.5);
  CHECK(fact.status == model::Status::kAnnounced);
  CHECK(fact.evidence.front().text ==
        "Birch Capital,invests_in,Elm,5000000,USD,12.5,2024-05,announced,fund,company");
  CHECK(fact.evidence.front().end == 76);
  CHECK(imported.facts[2].subject->kind == model::EntityKind::kPerson);
}

TEST_CASE("countries of a table are codes, as a list or as people write them") {
  const Imported imported = import_files(
      {{"nodes.csv", "Id,Label,Country\nn1,Elm,DE\nn2,Oak,\"fr; gb-sct\"\nn3,Ash,\"[\"\"no\"\"]\"\n"},
       {"edges.csv", "subject,relation,object\nn1,owns,n2\nn2,owns,n3\n"},
       {"wrong.csv", "Id,Label,countries\nn4,Yew,Germany\n"}});
  REQUIRE(imported.facts.size() == 2);
  CHECK(imported.facts[0].subject->countries == std::vector<std::string>{"de"});
  CHECK(imported.facts[0].object.countries == std::vector<std::string>{"fr", "gb"});
  CHECK(imported.facts[1].object.countries == std::vector<std::string>{"no"});
  CHECK(imported.faults ==
        std::vector<std::string>{"wrong.csv:2: 'countries' is 'Germany', which is no code of a "
                                 "country; see 'whofunds help import'"});
}

TEST_CASE("ends of facts are ids of entities that another file holds, in any order of files") {
  const Imported imported = import_files(
      {{"edges.csv", "Source,Target,Type,Id,Label\nn1,n2,Directed,7,owns\nn1,Pine,Directed,8,owns\n"},
       {"nodes.csv", "Id,Label,kind\nn1,Elm,fund\nn2,Oak,company\n"}});
  CHECK(imported.faults.empty());
  CHECK(brief(imported.facts) ==
        std::vector<std::string>{"Elm owns Oak [edges.csv:2]", "Elm owns Pine [edges.csv:3]"});
}

TEST_CASE("the headers of Neo4j are known") {
  const Imported imported = import_files(
      {{"e.csv",
        ":START_ID,:END_ID,:TYPE,amount:long,amount_currency,lead:boolean\na,b,INVESTS_IN,5,USD,true\n"},
       {"n.csv", "id:ID,:LABEL,name\na,Entity;Fund,Elm\nb,Entity,Oak\n"}});
  CHECK(imported.faults.empty());
  CHECK(brief(imported.facts) == std::vector<std::string>{"Elm invests_in Oak [e.csv:2]"});
  CHECK(imported.facts.front().lead);
}

TEST_CASE("a row that is at fault is named with its line and what is wrong, and the rest is kept") {
  struct Case {
    std::string row;
    const char* fault;
  };
  const std::string header =
      "subject,relation,object,amount,currency,stake_percent,lead,status,object_kind,confidence,evidence\n";
  const std::vector<Case> cases{
      {"Elm,pays,Oak,,,,,,,,", "'relation' is 'pays', which is no relation; see 'whofunds help import'"},
      {"Elm,,Oak,,,,,,,,", "the relation is missing; name it"},
      {",owns,Oak,,,,,,,,", "the subject is missing; name it"},
      {"Elm,owns,,,,,,,,,", "the object is missing; name it"},
      {"Elm,owns,Oak", "3 cells under a header of 11; quote cells that hold a separator"},
      {"Elm,owns,Oak,5,,,,,,,", "the currency of 'amount' is missing; give a column 'amount_currency'"},
      {"Elm,owns,Oak,,,120,,,,,", "a stake of 120 percent"},
      {"Elm,owns,Oak,,,,maybe,,,,",
       "'lead' is 'maybe', which is no true or false; see 'whofunds help import'"},
      {"Elm,owns,Oak,,,,,soon,,,", "'status' is 'soon', which is no status; see 'whofunds help import'"},
      {"Elm,owns,Oak,,,,,,firm,,",
       "'object_kind' is 'firm', which is no kind of entity; see 'whofunds help import'"},
      {"Elm,owns,Oak,,,,,,,sure,", "'confidence' is 'sure', which is no number; write it as 0.9"},
      {"Elm,owns,Oak,,,,,,,2,", "a confidence of 2"},
      {"Elm,owns,Oak,,,,,,,,[1]",
       "'evidence' is '[1]', which is no list of evidence; see 'whofunds help import'"},
      {std::string(3000, 'x') + ",owns,Oak,,,,,,,,", "the subject is longer than 2000 bytes"},
  };
  for (const Case& wanted : cases) {
    CAPTURE(wanted.row);
    const Imported imported = import_files({{"t.csv", header + wanted.row + "\nAsh,owns,Fir,,,,,,,,\n"}});
    CHECK(imported.faults == std::vector<std::string>{std::string("t.csv:2: ") + wanted.fault});
    CHECK(brief(imported.facts) == std::vector<std::string>{"Ash owns Fir [t.csv:3]"});
  }
}

TEST_CASE("a header that is of nothing is a fault of the file") {
  const Imported imported = import_files({{"t.csv", "a,b\n1,2\n"}});
  CHECK(imported.faults ==
        std::vector<std::string>{
            "t.csv:1: the header has neither 'Id' nor 'subject' and 'object'; see 'whofunds help "
            "import' for the names of columns"});
}
