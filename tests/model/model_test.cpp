#include <doctest/doctest.h>

#include "whofunds/model/error.hpp"
#include "whofunds/model/fact.hpp"

using namespace whofunds;
using namespace whofunds::model;

TEST_CASE("every kind, relation and status is read back from its own name") {
  for (const EntityKind kind : kAllEntityKinds) CHECK(parse_entity_kind(to_string(kind)) == kind);
  for (const Relation relation : kAllRelations) CHECK(parse_relation(to_string(relation)) == relation);
  for (const Status status : kAllStatuses) CHECK(parse_status(to_string(status)) == status);
  CHECK_FALSE(parse_relation("pays"));
}

TEST_CASE("the more specific of two kinds does not depend on their order") {
  for (const EntityKind a : kAllEntityKinds) {
    for (const EntityKind b : kAllEntityKinds) {
      CHECK(more_specific(a, b) == more_specific(b, a));
      for (const EntityKind c : kAllEntityKinds) {
        CHECK(more_specific(more_specific(a, b), c) == more_specific(a, more_specific(b, c)));
      }
    }
  }
  CHECK(more_specific(EntityKind::kOrganization, EntityKind::kCompany) == EntityKind::kCompany);
}

TEST_CASE("money is shown in the largest unit that fits, with what the text leaves open") {
  CHECK(to_text(Money{.value = 1'500'000'000, .currency = "USD"}) == "1.5 bn USD");
  CHECK(to_text(Money{.value = 400'000'000, .currency = "RUB"}) == "400 m RUB");
  CHECK(to_text(Money{.value = 12'500, .currency = "EUR"}) == "12,500 EUR");
  CHECK(to_text(Money{.value = 5'000'000, .currency = "EUR", .min = 5'000'000}) == "≥ 5 m EUR");
  CHECK(to_text(Money{.value = 7'000'000, .currency = "EUR", .min = 5'000'000, .max = 7'000'000}) ==
        "5 m–7 m EUR");
}

TEST_CASE("a partial date is as exact as its text and names a day that exists") {
  for (const char* text : {"2023", "2023-01", "2024-02-29"}) {
    const auto date = parse_partial_date(text);
    REQUIRE(date);
    CHECK(to_string(*date) == text);
  }
  for (const char* text :
       {"", "23", "2023-13", "2023-00", "2023-02-30", "2023-1", "2023-01-", "20a3", "0000"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_partial_date(text));
  }
}

TEST_CASE("a fact that cannot be believed says why") {
  Fact fact{.document = "d", .subject = Entity{.name = "A"}, .object = Entity{.name = "B"}};
  CHECK(first_fault(fact).empty());
  fact.stake = Stake{.percent = -3};
  CHECK(first_fault(fact) == "a stake of -3 percent");
  fact.stake.reset();
  fact.amount = Money{.value = kLargestSum + 1, .currency = "USD"};
  CHECK(first_fault(fact).find("above 10^18") != std::string::npos);
  fact.amount.reset();
  fact.subject.reset();
  CHECK(first_fault(fact) == "'invests_in' needs a subject");
  fact.relation = Relation::kRaised;
  CHECK(first_fault(fact).empty());
}

TEST_CASE("an error tells where, what was wrong and what to do") {
  CHECK(std::string(InputError("a.txt", "it is a folder", "name a file").what()) ==
        "a.txt: it is a folder; name a file");
  CHECK(std::string(UsageError("", "no input").what()) == "no input");
}
