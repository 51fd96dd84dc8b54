#include "whofunds/store/opened_graph.hpp"

#include <algorithm>
#include <fstream>

#include <boost/range/iterator_range.hpp>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "../graph/example_facts.hpp"
#include "scratch_folder.hpp"
#include "whofunds/store/store.hpp"
#include "whofunds/store/told_entities.hpp"

using namespace whofunds;
using examples::run_sql;
using examples::ScratchFolder;
using model::Fact;
using store::OpenedGraph;
using store::Store;

namespace {

// A document that is known by its facts alone.
store::DocumentRecord known(std::string id) {
  return {.id = std::move(id)};
}

void add(const std::filesystem::path& path, const std::vector<Fact>& facts) {
  Store store = Store::open_or_create(path);
  auto batch = store.batch();
  std::vector<Fact> of_document;
  for (std::size_t n = 0; n < 6; ++n) {
    of_document.clear();
    const std::string id = fmt::format("d{}", n);
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(of_document),
                 [&](const Fact& fact) { return fact.document == id; });
    // Some documents are known with their text, some by facts alone, one in both ways.
    if (n % 2 == 0) store.add_document(store::DocumentRecord{.id = id, .content_hash = "1"}, of_document);
    if (n % 2 == 1 || n == 4) store.add_document(known(id), of_document);
  }
  batch.commit();
}

}  // namespace

TEST_CASE("an opened graph is the graph of all facts, and finds the words of each edge in the store") {
  for (unsigned seed = 0; seed < 8; ++seed) {
    const ScratchFolder folder;
    add(folder / "g", examples::random_facts(seed, 300));
    const graph::FundingGraph whole = Store::open(folder / "g").load();
    const OpenedGraph opened = OpenedGraph::open(folder / "g", {});
    REQUIRE(opened.graph().vertices() == boost::num_vertices(whole.graph()));
    REQUIRE(opened.graph().edges() == boost::num_edges(whole.graph()));
    for (graph::VertexNumber vertex = 0; vertex < opened.graph().vertices(); ++vertex)
      CHECK(opened.graph().entity(vertex) == whole.graph()[vertex]);
    graph::EdgeNumber number = 0;
    for (const auto& edge : boost::make_iterator_range(boost::edges(whole.graph())))
      CHECK(opened.fact(number++) == whole.graph()[edge]);
  }
}

TEST_CASE("the frozen form is kept beside the graph, and made again when the graph has changed") {
  const ScratchFolder folder;
  add(folder / "g", examples::random_facts(1, 50));
  int frozen = 0;
  const auto open = [&] { return OpenedGraph::open(folder / "g", {}, [&] { ++frozen; }).graph().edges(); };
  const auto edges = open();
  CHECK(open() == edges);
  CHECK(frozen == 1);
  Store::open_or_create(folder / "g")
      .add_document(known("new"), std::vector{examples::paid("new", "N", "M", 1)});
  CHECK(open() == edges + 1);
  CHECK(frozen == 2);
  Store::open_or_create(folder / "g")
      .add_document(known("new"), std::vector{examples::paid("new", "N", "M", 1)});
  open();
  CHECK(frozen == 2);  // nothing was new
  std::ofstream(store::frozen_path(folder / "g"), std::ios::trunc) << "no frozen graph";
  CHECK(open() == edges + 1);
}

TEST_CASE("a frozen form of another graph with as many facts is not taken for this one's") {
  const ScratchFolder folder;
  Store::open_or_create(folder / "a").add_document(known("x"), std::vector{examples::paid("x", "A", "B", 1)});
  Store::open_or_create(folder / "b").add_document(known("x"), std::vector{examples::paid("x", "A", "C", 1)});
  OpenedGraph::open(folder / "a", {});
  std::filesystem::copy_file(store::frozen_path(folder / "a"), store::frozen_path(folder / "b"));
  CHECK(examples::vertex(OpenedGraph::open(folder / "b", {}).graph(), "C") == 1);
}

TEST_CASE("reading leaves nothing behind but the frozen form") {
  const ScratchFolder folder;
  add(folder / "g", examples::random_facts(1, 50));
  { const OpenedGraph opened = OpenedGraph::open(folder / "g", {}); }
  std::vector<std::string> files;
  for (const auto& file : std::filesystem::directory_iterator(folder / "."))
    files.push_back(file.path().filename());
  std::sort(files.begin(), files.end());
  CHECK(files == std::vector<std::string>{"g", "g.frozen"});
}

TEST_CASE("decisions on names are kept in the store, merged, and change the graph") {
  const ScratchFolder folder;
  Store store = Store::open_or_create(folder / "g");
  store.add_document(known("x"),
                     std::vector{examples::paid("x", "Acme", "B", 1), examples::paid("x", "Zenith", "B", 1)});
  CHECK(OpenedGraph::open(folder / "g", {}).graph().vertices() == 3);
  entities::Decisions decisions;
  decisions.add_same("Acme", "Zenith");
  decisions.add_name("ACME", "Acme & Zenith");
  store.decide(decisions);
  Store::open_or_create(folder / "m").merge(store);
  for (const char* name : {"g", "m"}) {
    CHECK(Store::open(folder / name).decisions() == decisions);
    const OpenedGraph opened = OpenedGraph::open(folder / name, {});
    CHECK(opened.graph().vertices() == 2);
    const auto vertex = examples::vertex(opened.graph(), "zenith");
    CHECK(opened.graph().name(vertex) == "Acme & Zenith");
    CHECK(store::told_entities(folder / name, opened.graph(), vertex).size() == 2);
  }
}

TEST_CASE("a graph of the second version, which has no countries, takes them when it has been opened") {
  const ScratchFolder folder;
  const Fact fact = examples::paid("x", "A", "B", 1);
  Store::open_or_create(folder / "g").add_document(known("x"), std::vector{fact});
  run_sql(folder / "g", "ALTER TABLE entities DROP COLUMN countries; PRAGMA user_version = 2");
  CHECK(Store::open(folder / "g").facts() == std::vector{fact});
  Fact told = examples::paid("y", "A", "C", 1);
  told.subject->countries = {"de", "fr"};
  Store store = Store::open_or_create(folder / "g");
  store.add_document(known("y"), std::vector{told});
  CHECK_NOTHROW(store.check());
  CHECK(store.facts() == std::vector{fact, told});
}

TEST_CASE("an entity is of all the countries that its documents say it is of") {
  const ScratchFolder folder;
  Fact one = examples::paid("x", "A", "B", 1);
  one.subject->countries = {"fr"};
  Fact other = examples::paid("y", "A", "C", 1);
  other.subject->countries = {"de", "fr"};
  Store store = Store::open_or_create(folder / "g");
  store.add_document(known("x"), std::vector{one});
  store.add_document(known("y"), std::vector{other});
  const OpenedGraph opened = OpenedGraph::open(folder / "g", {});
  const auto countries_of = [&](const char* name) {
    return opened.graph().entity(examples::vertex(opened.graph(), name)).countries;
  };
  CHECK(countries_of("A") == std::vector<std::string>{"de", "fr"});
  CHECK(countries_of("B").empty());
  CHECK(countries_of("C").empty());
}

TEST_CASE("a graph of the first version is brought up to date when it is opened") {
  const ScratchFolder folder;
  Fact fact = examples::paid("x", "A", "B", 1);
  fact.subject->aliases = {"Ay", "Eh"};
  fact.object.aliases.clear();
  Store::open_or_create(folder / "g").add_document(known("x"), std::vector{fact});
  run_sql(folder / "g",
          "DROP TABLE decisions; DROP TABLE state; ALTER TABLE entities DROP COLUMN own_alias; "
          "ALTER TABLE entities DROP COLUMN countries; PRAGMA user_version = 1");
  CHECK(Store::open(folder / "g").facts() == std::vector{fact});
  CHECK(OpenedGraph::open(folder / "g", {}).graph().edges() == 1);
  Store store = Store::open_or_create(folder / "g");
  store.add_document(known("y"), std::vector{examples::paid("y", "A", "C", 1)});
  CHECK_NOTHROW(store.check());
}
