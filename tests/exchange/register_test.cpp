#include "whofunds/exchange/register.hpp"

#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "reading.hpp"
#include "whofunds/graph/funding_graph.hpp"

using namespace whofunds;
using namespace whofunds::exchange;

namespace {

struct Named {
  std::string id;
  std::string name;
  model::EntityKind kind;
  std::vector<std::string> aliases;
  std::vector<std::string> marks;
};

// A register of parties who each own "Holding".
Register register_of(const std::vector<Named>& parties) {
  Register read;
  const Place place{.source = "r", .line = 1, .text = "row"};
  read.add({.id = "h", .entity = {.name = "Holding", .kind = model::EntityKind::kCompany}}, place);
  for (const Named& party : parties) {
    read.add({.id = party.id,
              .entity = {.name = party.name, .kind = party.kind, .aliases = party.aliases},
              .marks = party.marks},
             place);
    read.add(Link{.subject = LinkEnd{.id = party.id, .role = "owner"},
                  .object = {.id = "h", .role = "asset"},
                  .fact = {.relation = model::Relation::kOwns}},
             place);
  }
  return read;
}

std::vector<model::Fact> facts_of(const Register& read) {
  return read.facts({}, [](const InputError& fault) { FAIL(fault.what()); });
}

std::vector<std::string> owners(const std::vector<model::Fact>& facts) {
  std::vector<std::string> names;
  for (const model::Fact& fact : facts) names.push_back(fact.subject->name);
  return names;
}

}  // namespace

TEST_CASE(
    "parties of one name are called by the best of what tells them apart, and stay apart in the graph") {
  using enum model::EntityKind;
  struct Case {
    const char* what;
    std::vector<Named> parties;
    std::vector<std::string> names;
  };
  const std::vector<Case> cases{
      {"by date of birth",
       {{"1", "John Smith", kPerson, {}, {"1970-03-01", "GB"}},
        {"2", "John Smith", kPerson, {}, {"1981-11-30", "GB"}}},
       {"John Smith (1970-03-01)", "John Smith (1981-11-30)"}},
      {"by the second mark where the first is not told",
       {{"1", "John Smith", kPerson, {}, {"", "GB"}}, {"2", "John Smith", kPerson, {}, {"", "FR"}}},
       {"John Smith (GB)", "John Smith (FR)"}},
      {"by id where nothing else does",
       {{"p-17", "John Smith", kPerson, {}, {"1970", ""}}, {"p-18", "John Smith", kPerson, {}, {"1970", ""}}},
       {"John Smith (p-17)", "John Smith (p-18)"}},
      {"one that is told apart, one that is not",
       {{"1", "John Smith", kPerson, {}, {"1970"}}, {"2", "John Smith", kPerson, {}, {""}}},
       {"John Smith (1970)", "John Smith"}},
      {"an alias that two have in common is dropped",
       {{"1", "Alpha Works", kCompany, {"AW"}, {"77"}}, {"2", "Adams Whale", kCompany, {"AW"}, {"78"}}},
       {"Alpha Works", "Adams Whale"}},
      {"who has a name of his own keeps it",
       {{"1", "John Smith", kPerson, {}, {"1970"}}, {"2", "Ann Lee", kPerson, {}, {"1970"}}},
       {"John Smith", "Ann Lee"}},
  };
  for (const Case& wanted : cases) {
    CAPTURE(wanted.what);
    const std::vector<model::Fact> facts = facts_of(register_of(wanted.parties));
    CHECK(owners(facts) == wanted.names);
    graph::FundingGraph graph;
    graph.add(facts);
    CHECK(boost::num_vertices(graph.graph()) == wanted.parties.size() + 1);
  }
}

TEST_CASE("ids that look alike to the joining of names still keep their parties apart") {
  const std::vector<model::Fact> facts =
      facts_of(register_of({{"1", "John Smith", model::EntityKind::kPerson, {}, {}},
                            {"2", "John Smith", model::EntityKind::kPerson, {}, {}}}));
  graph::FundingGraph graph;
  graph.add(facts);
  CHECK(boost::num_vertices(graph.graph()) == 3);
}

TEST_CASE("what is told of a party in several places comes together") {
  Register read = register_of({{"1", "Elm", model::EntityKind::kOrganization, {"Elm Ltd"}, {}}});
  read.add({.id = "1", .entity = {.name = "Ulme", .kind = model::EntityKind::kCompany}},
           {.source = "r", .line = 2, .text = {}});
  const model::Entity owner = *facts_of(read).front().subject;
  CHECK(owner.name == "Elm");
  CHECK(owner.kind == model::EntityKind::kCompany);
  CHECK(owner.aliases == std::vector<std::string>{"Elm", "Elm Ltd", "Ulme"});
}

TEST_CASE("a link to somebody whom no file knows is a fault, and the others are kept") {
  Register read = register_of({{"1", "Elm", model::EntityKind::kCompany, {}, {}}});
  read.add(Link{.subject = LinkEnd{.id = "nobody", .role = "owner"},
                .object = {.id = "h", .role = "asset"},
                .fact = {.relation = model::Relation::kOwns}},
           {.source = "r", .line = 9, .text = {}});
  std::vector<std::string> faults;
  const auto facts = read.facts({}, [&](const InputError& fault) { faults.emplace_back(fault.what()); });
  CHECK(facts.size() == 1);
  CHECK(faults == std::vector<std::string>{
                      "r:9: the owner 'nobody' is in none of the files; give the file that holds it, too"});
}

TEST_CASE("of a long row the beginning is quoted, to a whole code point") {
  Register read = register_of({});
  const std::string row(2000, 'x');
  const std::string text = "Ж" + row;
  read.add(Link{.subject = LinkEnd{.id = "h", .role = "owner"},
                .object = {.id = "h", .role = "asset"},
                .fact = {.relation = model::Relation::kOwns}},
           {.source = "r", .line = 3, .text = text});
  const model::Evidence evidence = facts_of(read).front().evidence.front();
  CHECK(evidence == model::Evidence{.document = "r:3", .begin = 0, .end = 500, .text = text.substr(0, 501)});
}
