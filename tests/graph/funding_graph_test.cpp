#include "whofunds/graph/funding_graph.hpp"

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>

#include <boost/range/iterator_range.hpp>
#include <doctest/doctest.h>

#include "example_facts.hpp"
#include "whofunds/entities/name_key.hpp"
#include "whofunds/model/error.hpp"

using namespace whofunds;
using examples::describe;
using examples::fact;
using graph::FundingGraph;
using graph::Vertex;
using model::EntityKind;
using model::Fact;
using model::Relation;

namespace {

const entities::LegalForms& shipped() {
  static const entities::LegalForms forms = entities::load_legal_forms(std::getenv("WHOFUNDS_SHARE"));
  return forms;
}

FundingGraph graph_of(std::span<const Fact> facts) {
  FundingGraph graph(shipped());
  graph.add(facts);
  return graph;
}

FundingGraph union_of(FundingGraph a, const FundingGraph& b) {
  a.merge(b);
  return a;
}

}  // namespace

TEST_CASE("a graph does not depend on the order or the portions in which facts are added") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    std::vector<Fact> facts = examples::random_facts(seed, 80);
    const std::string expected = describe(graph_of(facts));
    std::mt19937 random(seed);
    std::shuffle(facts.begin(), facts.end(), random);
    FundingGraph in_portions(shipped());
    for (std::size_t at = 0; at < facts.size(); at += 20) in_portions.add(std::span(facts).subspan(at, 20));
    CHECK(describe(in_portions) == expected);
  }
}

TEST_CASE("adding facts again changes nothing") {
  const std::vector<Fact> facts = examples::random_facts(3, 80);
  FundingGraph graph = graph_of(facts);
  const std::string before = describe(graph);
  graph.add(facts);
  graph.add(std::span(facts).first(10));
  graph.add({});
  CHECK(describe(graph) == before);
}

TEST_CASE("union of graphs is commutative, associative and idempotent, and the same as adding all facts") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const std::vector<Fact> facts = examples::random_facts(seed, 90);
    const FundingGraph a = graph_of(std::span(facts).first(40));
    const FundingGraph b = graph_of(std::span(facts).subspan(30, 40));
    const FundingGraph c = graph_of(std::span(facts).last(30));
    const std::string all = describe(graph_of(facts));
    CHECK(describe(union_of(union_of(a, b), c)) == all);
    CHECK(describe(union_of(a, union_of(b, c))) == all);
    CHECK(describe(union_of(union_of(c, a), b)) == all);
    CHECK(describe(union_of(a, a)) == describe(a));
    CHECK(union_of(a, b) == union_of(b, a));
  }
}

TEST_CASE("no evidence and no rule is lost") {
  const std::vector<Fact> facts = examples::random_facts(11, 200);
  const FundingGraph graph = graph_of(facts);
  std::set<std::pair<std::string, std::size_t>> evidence;
  for (const graph::Edge& edge : boost::make_iterator_range(boost::edges(graph.graph()))) {
    for (const auto& each : graph.graph()[edge].evidence) evidence.emplace(each.document, each.begin);
  }
  CHECK(evidence.size() == facts.size());
  CHECK(graph.facts().size() == facts.size());
}

TEST_CASE("facts come out as they went in, sorted by document and place") {
  std::vector<Fact> facts{fact("b", "A", Relation::kOwns, "B"), fact("a", "A", Relation::kOwns, "B")};
  facts[1].evidence[0].begin = 30;
  facts.push_back(facts[1]);
  facts[2].evidence[0].begin = 4;
  const FundingGraph graph = graph_of(facts);
  CHECK(graph.facts() == std::vector<Fact>{facts[2], facts[1], facts[0]});
  CHECK(graph.documents() == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a fact that cannot be believed is refused, naming its document, and nothing is added") {
  FundingGraph graph;
  std::vector<Fact> facts{fact("good", "A", Relation::kOwns, "B"), fact("bad", "A", Relation::kOwns, "")};
  CHECK_THROWS_WITH_AS(graph.add(facts), "bad: the object has no name; correct the fact or leave it out",
                       InputError);
  CHECK(graph.facts().empty());
}

TEST_CASE("raised is a loop on its company") {
  const FundingGraph graph = graph_of(std::vector{fact("a", "", Relation::kRaised, "B")});
  REQUIRE(boost::num_edges(graph.graph()) == 1);
  const graph::Edge edge = *boost::edges(graph.graph()).first;
  CHECK(boost::source(edge, graph.graph()) == boost::target(edge, graph.graph()));
}

TEST_CASE("an entity is found by any name, in any case, with or without its legal form, in any script") {
  Fact stored = fact("a", "ООО «Ромашка»", Relation::kOwns, "Лютик");
  stored.subject->aliases = {"ООО «Ромашка»", "Ромашки"};
  const FundingGraph graph = graph_of(std::vector{stored});
  const Vertex romashka = examples::vertex(graph, "Ромашка");
  for (const char* name : {"ромашка", "РОМАШКИ", "Romashka LLC", "«Ромашка»"}) {
    CAPTURE(name);
    CHECK(graph.find(name) == std::vector{romashka});
  }
  CHECK(graph.find(graph.graph()[romashka].id) == std::vector{romashka});
  CHECK(graph.find("Роман").empty());
  CHECK(graph.find("").empty());
}

TEST_CASE("a name of its own script is preferred to what merely sounds alike") {
  const FundingGraph graph = graph_of(
      std::vector{fact("a", "Lynx", Relation::kOwns, "X"), fact("a", "Links", Relation::kOwns, "X")});
  CHECK(graph.find("lynx").size() == 1);
  CHECK(graph.find("Линкс").size() == 2);
}

TEST_CASE("an ambiguous name finds all who have it") {
  std::vector<Fact> facts{fact("a", "Иван Петров", Relation::kOwns, "X"),
                          fact("b", "Олег Петров", Relation::kOwns, "X")};
  for (Fact& each : facts) {
    each.subject->kind = EntityKind::kPerson;
    each.subject->aliases.emplace_back("Петров");
  }
  CHECK(graph_of(facts).find("Петров").size() == 2);
}

TEST_CASE("for an unknown name, names that begin with it or hold it as words are suggested") {
  const FundingGraph graph = graph_of(std::vector{fact("a", "Acme", Relation::kOwns, "Big Acme Partners"),
                                                  fact("a", "Acmeology", Relation::kOwns, "Northern Light")});
  CHECK(examples::names(graph, graph.suggest("acm")) == "Acme > Acmeology");
  CHECK(examples::names(graph, graph.suggest("acme")) == "Acme > Acmeology > Big Acme Partners");
  CHECK(graph.suggest("acme", 1).size() == 1);
  CHECK(examples::names(graph, graph.suggest("light")) == "Northern Light");
  CHECK(graph.suggest("nobody").empty());
  CHECK(graph.suggest("«»").empty());
}

TEST_CASE("the name shown is that of most documents, of several the longest, and a full name for a person") {
  const FundingGraph companies = graph_of(
      std::vector{fact("a", "ООО «Ромашка»", Relation::kOwns, "X"),
                  fact("b", "Ромашка", Relation::kOwns, "X"), fact("c", "Ромашка", Relation::kOwns, "X"),
                  fact("d", "Лютик", Relation::kOwns, "X"), fact("e", "АО «Лютик»", Relation::kOwns, "X")});
  const auto name_of = [](const FundingGraph& graph, const char* name) {
    return graph.graph()[examples::vertex(graph, name)].name;
  };
  CHECK(name_of(companies, "Romashka") == "Ромашка");
  CHECK(name_of(companies, "Lyutik") == "АО «Лютик»");

  std::vector<Fact> facts{fact("a", "Петров", Relation::kOwns, "X"),
                          fact("b", "Петров", Relation::kLeads, "X"),
                          fact("c", "Иван Петров", Relation::kOwns, "X")};
  for (Fact& each : facts) each.subject->kind = EntityKind::kPerson;
  facts[0].subject->aliases.emplace_back("Иван Петров");
  CHECK(name_of(graph_of(facts), "Иван Петров") == "Иван Петров");
}

TEST_CASE("each name of an entity says by which step it was joined") {
  std::vector<Fact> facts{
      fact("a", "Ромашка", Relation::kOwns, "X"), fact("b", "Ромашка", Relation::kOwns, "X"),
      fact("c", "Romashka LLC", Relation::kOwns, "X"), fact("d", "Полевые цветы", Relation::kOwns, "X")};
  facts[3].subject->aliases.emplace_back("Ромашка");
  const FundingGraph graph = graph_of(facts);
  const auto names = graph.joined_names(examples::vertex(graph, "Ромашка"));
  REQUIRE(names.size() == 3);
  CHECK(names[0].name == "Romashka LLC");
  CHECK(names[0].step == entities::JoinStep::kTransliteration);
  CHECK(names[1].name == "Полевые цветы");
  CHECK(names[1].step == entities::JoinStep::kAlias);
  CHECK(names[2].step == entities::JoinStep::kSameName);
}

TEST_CASE("vertices stand in the order of their names, and every id is its own") {
  const FundingGraph graph = graph_of(examples::random_facts(5, 200));
  std::set<std::string> ids;
  std::string last;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph.graph()))) {
    ids.insert(graph.graph()[vertex].id);
    const std::string key = entities::name_key(graph.graph()[vertex].name, shipped());
    CHECK(last <= key);
    last = key;
  }
  CHECK(ids.size() == boost::num_vertices(graph.graph()));
}

TEST_CASE("two persons of one surname in two documents have ids of their own") {
  std::vector<Fact> facts{fact("a", "Петров", Relation::kOwns, "X"),
                          fact("b", "Петров", Relation::kOwns, "X")};
  for (Fact& each : facts) each.subject->kind = EntityKind::kPerson;
  const FundingGraph graph = graph_of(facts);
  const auto found = graph.find("Петров");
  REQUIRE(found.size() == 2);
  CHECK(graph.graph()[found[0]].id != graph.graph()[found[1]].id);
}
