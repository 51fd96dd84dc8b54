#include <sstream>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "whofunds/exchange/csv_tables.hpp"
#include "whofunds/exchange/cypher.hpp"
#include "whofunds/exchange/follow_the_money.hpp"
#include "whofunds/exchange/gexf.hpp"
#include "whofunds/exchange/graphml.hpp"

using namespace whofunds;
using namespace whofunds::exchange;

namespace {

// Three who pay into one deal, one of them for a stake; one payment is denied.
graph::FundingGraph sample() {
  const auto fact = [](const char* name, model::Status status, std::optional<model::Stake> stake) {
    return model::Fact{.document = "d",
                       .subject = model::Entity{name, name, model::EntityKind::kFund, {name}},
                       .relation = model::Relation::kInvestsIn,
                       .object = {"o", "Object Works", model::EntityKind::kCompany, {"Object Works"}},
                       .amount = model::Money{.value = 30, .currency = "USD"},
                       .stake = stake,
                       .status = status,
                       .deal = "d1",
                       .evidence = {{"d", 0, 4, "said"}}};
  };
  graph::FundingGraph graph;
  graph.add(std::vector<model::Fact>{fact("Ash", model::Status::kCompleted, std::nullopt),
                                     fact("Birch", model::Status::kCompleted, model::Stake{.percent = 12}),
                                     fact("Cedar", model::Status::kCompleted, std::nullopt),
                                     fact("Denied", model::Status::kDenied, std::nullopt)});
  return graph;
}

template <typename Write>
std::string written(Write write) {
  std::ostringstream out;
  write(out);
  return out.str();
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("every format tells the countries of an entity") {
  model::Fact fact{.document = "d",
                   .subject = model::Entity{"a", "Ash", model::EntityKind::kFund, {"Ash"}, {"de", "fr"}},
                   .relation = model::Relation::kOwns,
                   .object = {"o", "Oak", model::EntityKind::kCompany, {"Oak"}},
                   .evidence = {{"d", 0, 4, "said"}}};
  graph::FundingGraph graph;
  graph.add(std::vector{fact});
  const GraphTable table = table_of(graph);
  const auto tells = [&](auto write, const char* part) { return count(written(write), part); };
  CHECK(tells([&](auto& out) { write_follow_the_money(table, {}, out); }, R"("country":["de","fr"])") == 1);
  CHECK(tells([&](auto& out) { write_graphml(table, out); },
              R"(<data key="node.countries">[&#34;de&#34;,&#34;fr&#34;]</data>)") == 1);
  CHECK(tells([&](auto& out) { write_gexf(table, out); },
              R"(<attvalue for="node.countries" value="[&#34;de&#34;,&#34;fr&#34;]"/>)") == 1);
  CHECK(tells([&](auto& out) { write_cypher(table, out); }, "countries: ['de', 'fr']") == 1);
  CHECK(tells([&](auto& out) { write_csv_entities(table, CsvHeaders::kGephi, out); },
              R"("[""de"",""fr""]")") == 1);
}

TEST_CASE("the sum of a deal is told once in FollowTheMoney, whoever pays into it") {
  const graph::FundingGraph graph = sample();
  const std::string text =
      written([&](std::ostream& out) { write_follow_the_money(table_of(graph), {}, out); });
  CHECK(count(text, R"("schema":"Payment")") == 1);
  CHECK(count(text, R"("amount":["30"])") == 1);
  CHECK(count(text, R"("schema":"Ownership")") == 1);
  CHECK(count(text, R"("percentage":["12"])") == 1);
}

TEST_CASE("what is denied is no payment in FollowTheMoney") {
  const graph::FundingGraph graph = sample();
  std::istringstream lines(
      written([&](std::ostream& out) { write_follow_the_money(table_of(graph), {}, out); }));
  std::size_t denied = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto entity = nlohmann::json::parse(line);
    if (!entity.at("properties").contains("status")) continue;
    ++denied;
    CHECK(entity.at("schema") == "UnknownLink");
    CHECK(entity.at("properties").at("status") == nlohmann::json{"denied"});
  }
  CHECK(denied == 1);
}

TEST_CASE("titles and addresses of documents stand with what they prove") {
  const graph::FundingGraph graph = sample();
  const std::vector<store::DocumentRecord> documents{{.id = "d",
                                                      .content_hash = "1",
                                                      .lang = "en",
                                                      .date = {},
                                                      .url = "https://example.org/d",
                                                      .title = "A <title>"}};
  const std::string text =
      written([&](std::ostream& out) { write_follow_the_money(table_of(graph), documents, out); });
  CHECK(text.find(R"("fileName":["d"],"title":["A <title>"],"sourceUrl":["https://example.org/d"])") !=
        std::string::npos);
}

TEST_CASE("every format tells every entity and every fact once") {
  const graph::FundingGraph graph = sample();
  const GraphTable table = table_of(graph);
  const std::string graphml = written([&](std::ostream& out) { write_graphml(table, out); });
  CHECK(count(graphml, "<node ") == 5);
  CHECK(count(graphml, "<edge ") == 4);
  const std::string gexf = written([&](std::ostream& out) { write_gexf(table, out); });
  CHECK(count(gexf, "<node ") == 5);
  CHECK(count(gexf, "<edge ") == 4);
  const std::string cypher = written([&](std::ostream& out) { write_cypher(table, out); });
  CHECK(count(cypher, "\nMERGE (n:Entity") == 5);
  CHECK(count(cypher, "MERGE (a)-[r:INVESTS_IN") == 4);
  for (const CsvHeaders headers : {CsvHeaders::kGephi, CsvHeaders::kNeo4j}) {
    CHECK(count(written([&](std::ostream& out) { write_csv_entities(table, headers, out); }), "\r\n") == 6);
    CHECK(count(written([&](std::ostream& out) { write_csv_facts(table, headers, out); }), "\r\n") == 5);
  }
}

TEST_CASE("kinds and relations are called in Cypher as its users call theirs") {
  CHECK(cypher_label(model::EntityKind::kPublicBody) == "PublicBody");
  CHECK(cypher_type(model::Relation::kParticipatesIn) == "PARTICIPATES_IN");
}
