#include "whofunds/graph/fact_key.hpp"

#include <set>

#include <doctest/doctest.h>

#include "example_facts.hpp"
#include "whofunds/graph/stable_id.hpp"

using namespace whofunds;
using graph::canonical;
using graph::fact_key;

TEST_CASE("facts have one key exactly if they say the same") {
  const auto facts = examples::random_facts(7, 400);
  for (std::size_t a = 0; a < facts.size(); a += 7) {
    for (const model::Fact& b : facts) {
      const bool same = canonical(facts[a]) == canonical(b);
      CHECK((fact_key(canonical(facts[a])) == fact_key(canonical(b))) == same);
    }
  }
}

TEST_CASE("every field of a fact is in its key") {
  const model::Fact plain = examples::paid("d", "A", "B", 5);
  const auto key_with = [&](auto change) {
    model::Fact changed = plain;
    change(changed);
    return fact_key(canonical(changed));
  };
  const std::set<std::string> keys{
      fact_key(canonical(plain)),
      key_with([](model::Fact& f) { f.document = "other"; }),
      key_with([](model::Fact& f) { f.subject->id = "other"; }),
      key_with([](model::Fact& f) { f.object.kind = model::EntityKind::kFund; }),
      key_with([](model::Fact& f) { f.object.aliases.emplace_back("Be"); }),
      key_with([](model::Fact& f) { f.object.countries = {"no"}; }),
      key_with([](model::Fact& f) { f.relation = model::Relation::kOwns; }),
      key_with([](model::Fact& f) { f.amount->approx = true; }),
      key_with([](model::Fact& f) { f.amount->max = 9; }),
      key_with([](model::Fact& f) { f.stake = model::Stake{.percent = 3}; }),
      key_with([](model::Fact& f) { f.round = "seed"; }),
      key_with([](model::Fact& f) { f.lead = true; }),
      key_with([](model::Fact& f) { f.status = model::Status::kDenied; }),
      key_with([](model::Fact& f) { f.date = model::PartialDate{.year = 2023}; }),
      key_with([](model::Fact& f) { f.valuation = model::Money{.value = 5, .currency = "USD"}; }),
      key_with([](model::Fact& f) { f.deal = "d1"; }),
      key_with([](model::Fact& f) { f.confidence = 0.25; }),
      key_with([](model::Fact& f) { f.rule = "other"; }),
      key_with([](model::Fact& f) { f.evidence.front().end = 21; }),
  };
  CHECK(keys.size() == 19);
}

TEST_CASE("order and repetition of aliases, countries and evidence do not matter") {
  model::Fact a = examples::fact("d", "A", model::Relation::kOwns, "B");
  a.object.aliases = {"B", "Be"};
  a.object.countries = {"no", "ru"};
  model::Fact b = a;
  b.object.aliases = {"Be", "B", "Be"};
  b.object.countries = {"ru", "no", "ru"};
  b.evidence.push_back(b.evidence.front());
  CHECK(fact_key(canonical(a)) == fact_key(canonical(b)));
}

TEST_CASE("a stable id is the same on every machine and tells its parts apart") {
  CHECK(graph::stable_id("e", {"a", "bc"}) != graph::stable_id("e", {"ab", "c"}));
  CHECK(graph::stable_id("e", {"яндекс", "company"}) == graph::stable_id("e", {"яндекс", "company"}));
  CHECK(graph::stable_id("x", {}) == "xcbf29ce484222325");  // the offset basis of FNV-1a
}
