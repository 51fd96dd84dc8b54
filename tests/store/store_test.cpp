#include "whofunds/store/store.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "../graph/example_facts.hpp"
#include "scratch_folder.hpp"
#include "whofunds/model/error.hpp"

using namespace whofunds;
using examples::describe;
using examples::fact;
using examples::run_sql;
using examples::ScratchFolder;
using model::Fact;
using model::Relation;
using store::DocumentRecord;
using store::Store;

namespace {

DocumentRecord read(std::string id, std::string hash = "1") {
  return {.id = std::move(id), .content_hash = std::move(hash)};
}

DocumentRecord facts_only(std::string id) {
  return {.id = std::move(id)};
}

using ByDocument = std::map<std::string, std::vector<Fact>>;

ByDocument by_document(const std::vector<Fact>& facts) {
  ByDocument result;
  for (const Fact& each : facts) result[each.document].push_back(each);
  return result;
}

void add_all(Store& store, const ByDocument& documents) {
  auto batch = store.batch();
  for (const auto& [id, facts] : documents) store.add_document(read(id), facts);
  batch.commit();
}

std::vector<Fact> in_order(const ByDocument& documents) {
  std::vector<Fact> all;
  for (const auto& [id, facts] : documents) all.insert(all.end(), facts.begin(), facts.end());
  return all;
}

}  // namespace

TEST_CASE("what went in comes out, in the order of documents, then as it was added") {
  const ScratchFolder folder;
  for (unsigned seed = 0; seed < 5; ++seed) {
    const auto path = folder / fmt::format("{}.whofunds", seed);
    const ByDocument documents = by_document(examples::random_facts(seed, 150));
    {
      Store store = Store::open_or_create(path);
      add_all(store, documents);
      CHECK(store.facts() == in_order(documents));
    }
    const Store reader = Store::open(path);
    CHECK(reader.facts() == in_order(documents));
    CHECK_NOTHROW(reader.check());
    graph::FundingGraph graph;
    graph.add(in_order(documents));
    CHECK(describe(reader.load()) == describe(graph));
  }
}

TEST_CASE("every field of a fact and of a document is kept") {
  const ScratchFolder folder;
  Fact full = fact("д", "А", Relation::kInvestsIn, "Б");
  full.subject->aliases = {"А", "Аз", "", "naïve \U0001F680"};
  full.amount = model::Money{
      .value = model::kLargestSum, .currency = "RUB", .approx = true, .min = 0, .max = model::kLargestSum};
  full.stake = model::Stake{.percent = 33.3, .at_least = true, .controlling = true};
  full.round = "series_a";
  full.lead = true;
  full.status = model::Status::kEnded;
  full.date = model::PartialDate{.year = 2023, .month = 2, .day = 28};
  full.valuation = model::Money{.value = 0, .currency = "EUR"};
  full.deal = "d1";
  full.confidence = 0.1 + 0.2;
  full.evidence.push_back({.document = "another", .begin = 7, .end = 7, .text = std::string("a\0b", 3)});
  Fact empty_stake = fact("д", "А", Relation::kOwns, "Б");
  empty_stake.stake = model::Stake{};
  empty_stake.evidence.clear();
  Fact raised = fact("д", "", Relation::kRaised, "Б");
  const std::vector<Fact> facts{full, empty_stake, raised};
  const text::Document document{.id = "д",
                                .text = "…",
                                .lang = "ru",
                                .date = full.date,
                                .url = "https://example.org/?a#b",
                                .title = "Т"};

  Store store = Store::open_or_create(folder / "g");
  CHECK(store.add_document(document, facts));
  CHECK(store.facts() == facts);
  REQUIRE(store.documents().size() == 1);
  CHECK(store.documents()[0] == store::record_of(document));
}

TEST_CASE("a document that is there with the same content is not added again") {
  const ScratchFolder folder;
  Store store = Store::open_or_create(folder / "g");
  const std::vector<Fact> facts{fact("a", "A", Relation::kOwns, "B")};
  CHECK(store.add_document(text::Document{.id = "a", .text = "one"}, facts));
  CHECK_FALSE(store.add_document(text::Document{.id = "a", .text = "one"}, {}));
  CHECK(store.facts() == facts);
}

TEST_CASE("a document is known by its content, within a batch too") {
  const ScratchFolder folder;
  Store store = Store::open_or_create(folder / "a.whofunds");
  store.add_document(facts_only("b"), std::vector<Fact>{});
  auto batch = store.batch();
  CHECK_FALSE(store.has_document(read("a")));
  store.add_document(read("a"), std::vector<Fact>{});
  CHECK(store.has_document(read("a")));
  CHECK_FALSE(store.has_document(read("a", "2")));
  CHECK_FALSE(store.has_document(facts_only("b")));
  batch.commit();
  CHECK(store.has_document(read("a")));
}

TEST_CASE("new content of a document takes the place of the old") {
  const ScratchFolder folder;
  Store store = Store::open_or_create(folder / "g");
  store.add_document(text::Document{.id = "a", .text = "one"},
                     std::vector{fact("a", "A", Relation::kOwns, "B"), fact("a", "A", Relation::kOwns, "C")});
  store.add_document(text::Document{.id = "b", .text = "one"},
                     std::vector{fact("b", "A", Relation::kOwns, "B")});
  CHECK(store.add_document(text::Document{.id = "a", .text = "two"},
                           std::vector{fact("a", "D", Relation::kOwns, "E")}));
  CHECK(store.facts() ==
        std::vector{fact("a", "D", Relation::kOwns, "E"), fact("b", "A", Relation::kOwns, "B")});
  CHECK(store.counts() ==
        store::Counts{.documents = 2, .entities = 4, .deals = 0, .facts = 2, .evidence = 2});
  CHECK_NOTHROW(store.check());
}

TEST_CASE("facts without their text are a set that only grows, beside those of the text") {
  const ScratchFolder folder;
  Store store = Store::open_or_create(folder / "g");
  const Fact one = fact("a", "A", Relation::kOwns, "B");
  const Fact two = fact("a", "A", Relation::kOwns, "C");
  const Fact three = fact("a", "A", Relation::kOwns, "D");
  CHECK(store.add_document(facts_only("a"), std::vector{one}));
  CHECK(store.add_document(facts_only("a"), std::vector{one, two, two}));
  CHECK_FALSE(store.add_document(facts_only("a"), std::vector{two, one}));
  CHECK(store.add_document(read("a"), std::vector{three}));
  CHECK(store.add_document(read("a", "2"), std::vector{three}));
  CHECK(store.facts() == std::vector{one, two, three});
  CHECK(store.counts().documents == 1);
  CHECK(store.documents().size() == 2);
}

TEST_CASE("a batch without its commit leaves nothing") {
  const ScratchFolder folder;
  Store store = Store::open_or_create(folder / "g");
  store.add_document(read("a"), std::vector{fact("a", "A", Relation::kOwns, "B")});
  {
    const auto batch = store.batch();
    store.add_document(read("b"), std::vector{fact("b", "A", Relation::kOwns, "B")});
    store.add_document(read("a", "2"), {});
    CHECK(store.counts().facts == 1);
  }
  CHECK(store.facts() == std::vector{fact("a", "A", Relation::kOwns, "B")});
}

TEST_CASE("a fact that cannot be believed leaves its document out, and the rest of the batch in") {
  const ScratchFolder folder;
  Store store = Store::open_or_create(folder / "g");
  Fact wrong = fact("bad", "A", Relation::kOwns, "B");
  wrong.stake = model::Stake{.percent = 101};
  {
    auto batch = store.batch();
    store.add_document(read("a"), std::vector{fact("a", "A", Relation::kOwns, "B")});
    CHECK_THROWS_WITH_AS(
        store.add_document(read("bad"), std::vector{fact("bad", "A", Relation::kOwns, "B"), wrong}),
        "bad: a stake of 101 percent; correct the fact or leave it out", InputError);
    wrong.stake.reset();
    wrong.evidence[0].end = 0;
    wrong.evidence[0].begin = 9;
    CHECK_THROWS_AS(
        store.add_document(read("bad"), std::vector{fact("bad", "A", Relation::kOwns, "B"), wrong}),
        InputError);
    CHECK_THROWS_AS(store.add_document(read("c"), std::vector{fact("a", "A", Relation::kOwns, "B")}),
                    InputError);
    store.add_document(read("d"), {});
    batch.commit();
  }
  CHECK(store.facts().size() == 1);
  CHECK(store.documents() == std::vector{read("a"), read("d")});
}

TEST_CASE("a fault that only the tables meet undoes the batch, and what was committed before stays") {
  const ScratchFolder folder;
  Store::open_or_create(folder / "g")
      .add_document(read("a"), std::vector{fact("a", "A", Relation::kOwns, "B")});
  run_sql(folder / "g",
          "CREATE TRIGGER refusal BEFORE INSERT ON facts WHEN new.rule = 'refused' BEGIN "
          "SELECT RAISE(ABORT, 'no'); END");
  Store store = Store::open_or_create(folder / "g");
  std::vector<Fact> refused{fact("c", "A", Relation::kOwns, "B"), fact("c", "A", Relation::kOwns, "C")};
  refused[1].rule = "refused";
  {
    auto batch = store.batch();
    store.add_document(read("b"), std::vector{fact("b", "A", Relation::kOwns, "B")});
    CHECK_THROWS_AS(store.add_document(read("c"), refused), InputError);
    CHECK_THROWS_AS(store.add_document(read("d"), {}), MachineError);
    CHECK_THROWS_AS(batch.commit(), MachineError);
  }
  CHECK_THROWS_AS(store.add_document(read("c"), refused), InputError);
  CHECK(store.documents() == std::vector{read("a")});
  store.add_document(read("d"), {});
  CHECK(store.documents() == std::vector{read("a"), read("d")});
  CHECK_NOTHROW(store.check());
}

TEST_CASE("union of stores is commutative, associative and idempotent for what they say") {
  const ScratchFolder folder;
  for (unsigned seed = 0; seed < 3; ++seed) {
    const std::vector<Fact> facts = examples::random_facts(seed, 90);
    const auto part = [&](std::size_t begin, const char* hash, const std::string& name) {
      Store store = Store::open_or_create(folder / fmt::format("{}-{}", name, seed));
      auto batch = store.batch();
      const std::span<const Fact> some = std::span(facts).subspan(begin, 40);
      for (const auto& [id, of_id] : by_document({some.begin(), some.end()})) {
        store.add_document(read(id, id < "d3" ? "same" : hash), of_id);
        store.add_document(facts_only(id), std::span(of_id).first(1));
      }
      batch.commit();
      return store;
    };
    const Store a = part(0, "1", "a");
    const Store b = part(30, "2", "b");
    const Store c = part(50, "3", "c");
    int count = 0;
    const auto united = [&](std::initializer_list<const Store*> stores) {
      Store store = Store::open_or_create(folder / fmt::format("u{}-{}", ++count, seed));
      for (const Store* each : stores) store.merge(*each);
      CHECK_NOTHROW(store.check());
      return store;
    };
    const Store ab = united({&a, &b});
    const Store bc = united({&b, &c});
    const std::string all = describe(united({&a, &b, &c}).load());
    CHECK(describe(united({&c, &b, &a}).load()) == all);
    CHECK(describe(united({&ab, &c}).load()) == all);
    CHECK(describe(united({&bc, &a}).load()) == all);
    CHECK(describe(united({&ab, &ab}).load()) == describe(ab.load()));
  }
}

TEST_CASE("a reader sees the last commit while another writes") {
  const ScratchFolder folder;
  Store writer = Store::open_or_create(folder / "g");
  writer.add_document(read("a"), {});
  const Store reader = Store::open(folder / "g");
  const auto batch = writer.batch();
  writer.add_document(read("b"), {});
  CHECK(reader.documents().size() == 1);
}

TEST_CASE("paths with signs that mean something in a URI are paths") {
  const ScratchFolder folder;
  const auto path = folder / "100%25 граф?#.whofunds";
  Store::open_or_create(path).add_document(read("a"), {});
  CHECK(std::filesystem::exists(path));
  CHECK(Store::open(path).documents().size() == 1);
}

TEST_CASE("an empty file becomes a store") {
  const ScratchFolder folder;
  { const std::ofstream empty(folder / "g"); }
  CHECK(Store::open_or_create(folder / "g").counts() == store::Counts{});
}
