#include "whofunds/exchange/reading.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "reading.hpp"

using namespace whofunds;
using namespace whofunds::exchange;

namespace {

const std::string kFact =
    R"({"doc":"d","relation":"raised","object":{"id":"e1","name":"Elm","kind":"company","aliases":[]},"status":"completed",)"
    R"("confidence":1,"evidence":[{"begin":0,"end":3,"text":"Elm"}]})";

}  // namespace

TEST_CASE("lines of JSON are told by their keys, in any mix") {
  const Imported imported =
      import_files({{"mix.jsonl",
                     "\uFEFF"
                     R"({"doc":"d","hash":"7","title":"T","date":"2024-01"})"
                     "\r\n\n" +
                         kFact + "\n" +
                         R"({"id":"c","schema":"Company","properties":{"name":["Oak"]}})"
                         "\n"
                         R"({"id":"x","schema":"Payment","properties":{"beneficiary":["c"]}})"
                         "\nnonsense\n" +
                         R"({"id":"a","text":"Elm raised $5."})"}});
  CHECK(brief(imported.facts) == std::vector<std::string>{"raised Elm [d]", "raised Oak [mix.jsonl:5]"});
  REQUIRE(imported.documents.size() == 1);
  CHECK(imported.documents.front() == store::DocumentRecord{.id = "d",
                                                            .content_hash = "7",
                                                            .lang = {},
                                                            .date = model::PartialDate{2024, 1},
                                                            .url = {},
                                                            .title = "T"});
  CHECK(imported.faults ==
        std::vector<std::string>{"mix.jsonl:6: the line is no JSON (at byte 2); one JSON object a line",
                                 "mix.jsonl:7: this is no fact, nor of FollowTheMoney or BODS; it should "
                                 "have 'relation', 'schema' or "
                                 "'statementId'; documents are read by 'whofunds build'"});
}

TEST_CASE("a list of JSON is read object by object, each with the line on which it begins") {
  const Imported imported = import_files(
      {{"list.json",
        "[\n  {\"id\":\"c\",\"schema\":\"Company\",\n   \"properties\":{\"name\":[\"O}k \\\"]\"]}},\n\n  "
        "{\"id\":\"x\",\"schema\":\"Payment\",\"properties\":{\"beneficiary\":[\"c\"]}},\n  {\"id\":\n"}});
  CHECK(brief(imported.facts) == std::vector<std::string>{"raised O}k \"] [list.json:5]"});
  CHECK(imported.faults ==
        std::vector<std::string>{"list.json:6: the line is no JSON (at byte 8); one JSON object a line"});
}

TEST_CASE("hostile nesting is a fault of its line and no more") {
  const Imported imported =
      import_files({{"deep.jsonl", R"({"schema":)" + std::string(200'000, '[') + "\n" + kFact}});
  CHECK(imported.facts.size() == 1);
  CHECK(imported.faults.size() == 1);
}
