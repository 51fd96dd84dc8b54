#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include "../graph/example_facts.hpp"
#include "scratch_folder.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/store/store.hpp"

using namespace whofunds;
using examples::run_sql;
using examples::ScratchFolder;
using store::Store;

namespace {

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void overwrite(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

void fill(const std::filesystem::path& path) {
  Store store = Store::open_or_create(path);
  auto batch = store.batch();
  for (int i = 0; i < 40; ++i) {
    std::vector<model::Fact> facts = examples::random_facts(static_cast<unsigned>(i), 10);
    for (model::Fact& fact : facts) fact.document = fmt::format("d{}", i);
    store.add_document({.id = fmt::format("d{}", i), .content_hash = "1"}, facts);
  }
  batch.commit();
}

// What is said of the file. It is refused for reading and for writing, and left as it is.
std::string refusal_of(const std::filesystem::path& path) {
  const std::string before = content_of(path);
  std::string said;
  try {
    Store::open(path).check();
  } catch (const InputError& error) {
    said = error.what();
  }
  CHECK_THROWS_AS(Store::open_or_create(path).check(), InputError);
  CHECK(content_of(path) == before);
  return said;
}

bool says(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a file that is not there is an input error, and is not made") {
  const ScratchFolder folder;
  CHECK_THROWS_AS(Store::open(folder / "g"), InputError);
  CHECK_FALSE(std::filesystem::exists(folder / "g"));
}

TEST_CASE("an empty file cannot be read as a graph") {
  const ScratchFolder folder;
  overwrite(folder / "g", "");
  CHECK_THROWS_AS(Store::open(folder / "g"), InputError);
}

TEST_CASE("a folder is no graph") {
  const ScratchFolder folder;
  CHECK_THROWS_AS(Store::open(folder.path()), InputError);
  CHECK_THROWS_AS(Store::open_or_create(folder.path()), InputError);
}

TEST_CASE("a file that is no database is refused and left as it is") {
  const ScratchFolder folder;
  overwrite(folder / "g", "Ромашка инвестировала в Лютик.\n");
  CHECK(says(refusal_of(folder / "g"), "this is no whofunds graph; name a file"));
  overwrite(folder / "g", std::string(9000, 'x'));
  CHECK(says(refusal_of(folder / "g"), "this is no whofunds graph; name a file"));
}

TEST_CASE("a database of another program is refused and left as it is") {
  const ScratchFolder folder;
  run_sql(folder / "g", "CREATE TABLE facts (a)");
  CHECK(says(refusal_of(folder / "g"), "a database of another program"));
  run_sql(folder / "h", "PRAGMA application_id = 7; CREATE TABLE t (a)");
  CHECK(says(refusal_of(folder / "h"), "a database of another program"));
  run_sql(folder / "i", "PRAGMA user_version = 4");
  CHECK(says(refusal_of(folder / "i"), "a database of another program"));
}

TEST_CASE("a graph of a newer version is refused, saying to update") {
  const ScratchFolder folder;
  fill(folder / "g");
  run_sql(folder / "g", "PRAGMA user_version = 99");
  CHECK(says(refusal_of(folder / "g"),
             "newer whofunds (version 99 of its tables; this one knows 3); update whofunds"));
}

TEST_CASE("a graph without one of its tables is damaged") {
  const ScratchFolder folder;
  fill(folder / "g");
  run_sql(folder / "g", "DROP TABLE evidence");
  CHECK(says(refusal_of(folder / "g"), "damaged (a table is missing); build it anew"));
}

TEST_CASE("rows that make no sense are found") {
  const ScratchFolder folder;
  for (const char* const sql :
       {"PRAGMA foreign_keys = OFF; UPDATE facts SET object = 99 WHERE number = 2",
        "PRAGMA ignore_check_constraints = ON; UPDATE facts SET relation = 'pays' WHERE number = 2",
        "PRAGMA ignore_check_constraints = ON; UPDATE entities SET name = '' WHERE number = 2",
        "UPDATE facts SET date = 'soon'"}) {
    CAPTURE(sql);
    std::filesystem::remove(folder / "g");
    fill(folder / "g");
    run_sql(folder / "g", sql);
    CHECK(says(refusal_of(folder / "g"), "damaged"));
  }
}

TEST_CASE("a graph that is cut off is damaged, wherever it is cut") {
  const ScratchFolder folder;
  fill(folder / "whole");
  const std::string whole = content_of(folder / "whole");
  REQUIRE(whole.size() > 20'000);
  for (std::size_t size = 50; size < whole.size(); size += 3001) {
    CAPTURE(size);
    overwrite(folder / "g", whole.substr(0, size));
    CHECK_FALSE(refusal_of(folder / "g").empty());
  }
}

TEST_CASE("whatever bytes are damaged, a graph is read or refused") {
  const ScratchFolder folder;
  fill(folder / "whole");
  const std::string whole = content_of(folder / "whole");
  std::mt19937 random(5);
  int refused = 0;
  for (int round = 0; round < 100; ++round) {
    CAPTURE(round);
    std::string bytes = whole;
    const std::size_t at = random() % bytes.size();
    for (std::size_t i = at; i < std::min(bytes.size(), at + 60); ++i) bytes[i] = static_cast<char>(random());
    overwrite(folder / "g", bytes);
    try {
      const Store store = Store::open(folder / "g");
      store.load();
      store.check();
    } catch (const InputError& error) {
      ++refused;
      CHECK(error.where().find('g') != std::string::npos);
    }
  }
  CHECK(refused > 30);
}

TEST_CASE("a missing right is a fault of the machine" * doctest::skip(::geteuid() == 0)) {
  const ScratchFolder folder;
  fill(folder / "g");
  std::filesystem::permissions(folder / "g", std::filesystem::perms::none);
  CHECK_THROWS_AS(Store::open(folder / "g"), MachineError);
  CHECK_THROWS_AS(Store::open_or_create(folder / "g"), MachineError);
}

TEST_CASE("a folder that is not there is a fault of the machine") {
  CHECK_THROWS_AS(Store::open_or_create("/nowhere/at/all/g"), MachineError);
}

TEST_CASE("a graph is read in a folder that cannot be written" * doctest::skip(::geteuid() == 0)) {
  const ScratchFolder folder;
  fill(folder / "g");
  std::filesystem::permissions(folder.path(),
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  CHECK(Store::open(folder / "g").counts().documents == 40);
  CHECK_THROWS_AS(Store::open_or_create(folder / "new"), MachineError);
}
