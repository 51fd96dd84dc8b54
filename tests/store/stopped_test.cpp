#include <array>
#include <cstdint>
#include <map>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): kill is POSIX, not C++
#include <sys/wait.h>
#include <unistd.h>

#include "../graph/example_facts.hpp"
#include "scratch_folder.hpp"
#include "whofunds/store/store.hpp"

using namespace whofunds;
using examples::ScratchFolder;
using store::Store;

namespace {

constexpr std::size_t kFactsPerDocument = 12;
constexpr std::uint32_t kDocumentsPerBatch = 3;

std::vector<model::Fact> facts_of(std::uint32_t document) {
  std::vector<model::Fact> facts = examples::random_facts(document, kFactsPerDocument);
  for (model::Fact& fact : facts) fact.document = fmt::format("d{}", document);
  return facts;
}

void add(Store& store, std::uint32_t document) {
  store.add_document({.id = fmt::format("d{}", document), .content_hash = "1"}, facts_of(document));
}

// Writes batches for ever; tells of each commit how many documents are in the file by then.
[[noreturn]] void write_for_ever(const std::filesystem::path& path, int tell) {
  Store store = Store::open_or_create(path);
  for (std::uint32_t next = 0;;) {
    auto batch = store.batch();
    for (std::uint32_t i = 0; i < kDocumentsPerBatch; ++i) add(store, next++);
    batch.commit();
    if (::write(tell, &next, sizeof next) != sizeof next) ::_exit(1);
  }
}

// How many documents the file has; each must be whole.
std::size_t whole_documents(const std::filesystem::path& path) {
  Store store = Store::open_or_create(path);
  CHECK_NOTHROW(store.check());
  std::map<std::string, std::vector<model::Fact>> found;
  store.for_each_fact([&](model::Fact fact) { found[fact.document].push_back(std::move(fact)); });
  for (std::uint32_t document = 0; document < found.size(); ++document) {
    CHECK(found[fmt::format("d{}", document)] == facts_of(document));
  }
  CHECK(store.documents().size() == found.size());
  return found.size();
}

}  // namespace

TEST_CASE("a program that ends in the middle of a batch leaves the documents committed before, whole") {
  const ScratchFolder folder;
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    Store store = Store::open_or_create(folder / "g");
    add(store, 0);
    add(store, 1);
    const auto batch = store.batch();
    add(store, 2);
    ::_exit(0);  // no destructor runs
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(whole_documents(folder / "g") == 2);
}

TEST_CASE("a program that is killed at any moment leaves every committed batch, and no part of one") {
  const ScratchFolder folder;
  for (std::uint32_t round = 1; round <= 20; ++round) {
    const auto path = folder / fmt::format("{}", round);
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      ::close(ends[0]);
      write_for_ever(path, ends[1]);
    }
    ::close(ends[1]);
    std::uint32_t committed = 0;
    for (std::uint32_t heard = 0; heard < round * kDocumentsPerBatch;) {
      REQUIRE(::read(ends[0], &heard, sizeof heard) == sizeof heard);
      committed = heard;
    }
    ::usleep(round * 700);  // somewhere in a batch that follows
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    for (std::uint32_t heard = 0; ::read(ends[0], &heard, sizeof heard) == sizeof heard;) committed = heard;
    ::close(ends[0]);
    const std::size_t there = whole_documents(path);
    CHECK(there >= committed);
    CHECK(there % kDocumentsPerBatch == 0);
  }
}
