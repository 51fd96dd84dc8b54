#include "whofunds/store/frozen_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "../graph/example_facts.hpp"
#include "scratch_folder.hpp"
#include "whofunds/store/opened_graph.hpp"
#include "whofunds/store/store.hpp"

using namespace whofunds;
using examples::ScratchFolder;
using store::OpenedGraph;

namespace {

constexpr std::uint64_t kNever = 0;  // how large a form is that is read whole although it is sealed

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream input(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(input), {}};
}

void write(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

// A graph in "g" with its frozen form.
graph::FrozenStamp prepare(const ScratchFolder& folder) {
  std::vector<model::Fact> facts = examples::random_facts(3, 40);
  for (model::Fact& fact : facts) fact.document = "d0";
  store::Store::open_or_create(folder / "g").add_document(store::DocumentRecord{.id = "d0"}, facts);
  return OpenedGraph::open(folder / "g", {}).graph().stamp();
}

// Whether the place lies in the head or in a section, and not in what fills up between them.
bool is_read(const graph::FrozenGraph& whole, std::size_t place) {
  const auto& header = *reinterpret_cast<const graph::FrozenHeader*>(whole.bytes().data());
  return place < sizeof header ||
         std::any_of(header.section.begin(), header.section.end(), [&](const graph::FrozenSection& section) {
           return place >= section.begin && place < section.begin + section.size;
         });
}

}  // namespace

TEST_CASE("a frozen form of which any byte has changed is found out, and made again as it was") {
  const ScratchFolder folder;
  const graph::FrozenStamp stamp = prepare(folder);
  const auto file = store::frozen_path(folder / "g");
  const std::string whole = bytes_of(file);
  const graph::FrozenGraph graph = *store::read_frozen(file, stamp);
  for (std::size_t place = 0; place < whole.size(); place += 7) {
    if (!is_read(graph, place)) continue;
    std::string damaged = whole;
    damaged[place] = static_cast<char>(damaged[place] ^ 0x10);
    write(file, damaged);
    for (const std::uint64_t always_checked : {kNever, store::kAlwaysChecked})
      CHECK_FALSE(store::read_frozen(file, stamp, always_checked).has_value());
    if (place % 5 != 0) continue;
    OpenedGraph::open(folder / "g", {});
    CHECK(bytes_of(file) == whole);
  }
}

TEST_CASE("a frozen form that is cut short, or has become longer, is made again") {
  const ScratchFolder folder;
  const graph::FrozenStamp stamp = prepare(folder);
  const auto file = store::frozen_path(folder / "g");
  const std::string whole = bytes_of(file);
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, std::size_t{100}, sizeof(graph::FrozenHeader), whole.size() / 2,
        whole.size() - 1, whole.size() + 1}) {
    std::string damaged = whole;
    damaged.resize(size);
    write(file, damaged);
    CHECK_FALSE(store::read_frozen(file, stamp, kNever).has_value());
    OpenedGraph::open(folder / "g", {});
    CHECK(bytes_of(file) == whole);
  }
}

TEST_CASE("a copy of a frozen form is checked once, and is then known to be whole") {
  const ScratchFolder folder;
  const graph::FrozenStamp stamp = prepare(folder);
  const auto file = store::frozen_path(folder / "g");
  write(folder / "copy", bytes_of(file));
  CHECK(store::read_frozen(folder / "copy", stamp, kNever).has_value());
  const auto time = std::filesystem::last_write_time(folder / "copy");
  CHECK(store::read_frozen(folder / "copy", stamp, kNever).has_value());
  CHECK(std::filesystem::last_write_time(folder / "copy") == time);
}

TEST_CASE("damage that left no trace is found in a small frozen form, and in any that is asked about") {
  const ScratchFolder folder;
  const graph::FrozenStamp stamp = prepare(folder);
  const auto file = store::frozen_path(folder / "g");
  CHECK_FALSE(store::drop_damaged_form(file));
  const auto time = std::filesystem::last_write_time(file);
  std::string damaged = bytes_of(file);
  damaged.back() = static_cast<char>(damaged.back() ^ 1);
  write(file, damaged);
  std::filesystem::last_write_time(file, time);
  CHECK_FALSE(store::read_frozen(file, stamp).has_value());
  CHECK(store::drop_damaged_form(file));
  CHECK_FALSE(std::filesystem::exists(file));
  CHECK_FALSE(store::drop_damaged_form(file));
}

TEST_CASE("what a program that was killed while it froze has left behind is in nobody's way") {
  const ScratchFolder folder;
  prepare(folder);
  const auto file = store::frozen_path(folder / "g");
  const std::string whole = bytes_of(file);
  std::filesystem::remove(file);
  write(file.string() + ".unfinished", "half");
  OpenedGraph::open(folder / "g", {});
  CHECK(bytes_of(file) == whole);
  CHECK_FALSE(std::filesystem::exists(file.string() + ".unfinished"));
}
