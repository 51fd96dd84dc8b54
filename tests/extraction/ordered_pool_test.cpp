#include "whofunds/extraction/ordered_pool.hpp"

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "whofunds/extraction/extractor.hpp"
#include "whofunds/language/share.hpp"

using namespace whofunds;
using extraction::Extractor;
using extraction::OrderedPool;

namespace {

std::string said(const model::Fact& fact) {
  return fact.document + " " + fact.object.name + " " + fact.evidence.front().text;
}

}  // namespace

TEST_CASE("work on many threads is handed on in the order in which it was given") {
  constexpr int kWorks = 500;
  std::vector<int> results;
  OrderedPool<int> pool(4, [&results](int result) { results.push_back(result); });
  for (int i = 0; i < kWorks; ++i) {
    pool.submit(
        [i] {
          if (i % 7 == 0) std::this_thread::yield();
          return i;
        },
        1);
  }
  pool.finish();
  REQUIRE(results.size() == kWorks);
  CHECK(std::is_sorted(results.begin(), results.end()));
}

TEST_CASE("no more bytes are under way at once than memory is meant to hold") {
  constexpr std::size_t kLarge = 40U * 1024 * 1024;
  std::size_t handed_on = 0;
  OrderedPool<int> pool(4, [&handed_on](int) { ++handed_on; });
  for (std::size_t i = 0; i < 5; ++i) {
    pool.submit([] { return 0; }, kLarge);
    CHECK(handed_on == i);
  }
}

TEST_CASE("what work throws reaches the one who gave it, and the rest is dropped") {
  std::atomic<int> done = 0;
  OrderedPool<int> pool(2, [](int) {});
  pool.submit([]() -> int { throw std::runtime_error("no"); }, 1);
  pool.submit([&done] { return ++done; }, 1);
  CHECK_THROWS_AS(pool.finish(), std::runtime_error);
}

TEST_CASE("documents read on many threads tell what they tell on one, in their order") {
  const Extractor extractor(language::share_directory(), tagging::TaggerKind::kRules);
  std::vector<text::Document> documents;
  for (const char* text :
       {"Northgate Capital acquired Quickmart in 2019.", "Фонд «Полюс» вложил 12 млн евро в «Тундра-Софт».",
        "It rained.", "Kestrel Bay Ventures invested $20 million in Molo Freight."}) {
    for (int i = 0; i < 20; ++i) documents.push_back({.id = std::to_string(documents.size()), .text = text});
  }
  std::vector<std::string> one_by_one;
  for (const text::Document& document : documents) {
    for (const model::Fact& fact : extractor.extract_facts(document)) one_by_one.push_back(said(fact));
  }
  REQUIRE(one_by_one.size() == 60);
  std::vector<std::string> in_a_pool;
  OrderedPool<std::vector<model::Fact>> pool(4, [&in_a_pool](const std::vector<model::Fact>& facts) {
    for (const model::Fact& fact : facts) in_a_pool.push_back(said(fact));
  });
  for (const text::Document& document : documents)
    pool.submit([&extractor, &document] { return extractor.extract_facts(document); }, document.text.size());
  pool.finish();
  CHECK(in_a_pool == one_by_one);
}
