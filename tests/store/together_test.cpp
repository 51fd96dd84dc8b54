// Several programs at once with one graph.

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): kill is POSIX, not C++
#include <sys/wait.h>
#include <unistd.h>

#include "../graph/example_facts.hpp"
#include "scratch_folder.hpp"
#include "whofunds/query/path.hpp"
#include "whofunds/store/opened_graph.hpp"
#include "whofunds/store/store.hpp"

using namespace whofunds;
using examples::ScratchFolder;
using store::OpenedGraph;
using store::Store;

namespace {

constexpr std::size_t kInBatch = 5;
constexpr std::size_t kBatches = 400;

// Runs `work` in a process of its own, which ends with what it returns.
template <typename Work>
pid_t start(Work work) {
  const pid_t process = ::fork();
  REQUIRE(process >= 0);
  if (process != 0) return process;
  int result = 99;
  try {
    result = work();
  } catch (const std::exception& error) {
    ::dprintf(STDERR_FILENO, "%s\n", error.what());
  }
  ::_exit(result);
}

// How the process ended: its result, or the number of the signal with a minus.
int end_of(pid_t process) {
  int status = 0;
  REQUIRE(::waitpid(process, &status, 0) == process);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

int kill(pid_t process) {
  ::kill(process, SIGKILL);
  return end_of(process);
}

// Adds to a chain A → B1 → B2 …, a link a document, and then waits for its end: a graph that grew for ever
// would take ever longer to freeze, and a slow machine never come to the end of its questions.
int build_until_killed(const std::filesystem::path& path) {
  Store store = Store::open_or_create(path);
  std::size_t next = store.counts().facts;
  const auto name = [](std::size_t n) { return n == 0 ? std::string("A") : fmt::format("B{}", n); };
  for (std::size_t batch_number = 0; batch_number < kBatches; ++batch_number) {
    auto batch = store.batch();
    for (std::size_t i = 0; i < kInBatch; ++i, ++next) {
      const std::string id = fmt::format("d{}", next);
      store.add_document(store::DocumentRecord{.id = id},
                         std::vector{examples::paid(id, name(next), name(next + 1), 1)});
    }
    batch.commit();
  }
  for (;;) ::pause();
}

// Asks `rounds` times. 0 where every answer was of a whole commit, none older than the one before.
int ask(const std::filesystem::path& path, int rounds) {
  graph::EdgeNumber last = 0;
  for (int round = 0; round < rounds; ++round) {
    const OpenedGraph opened = OpenedGraph::open(path, {});
    const graph::FrozenGraph& graph = opened.graph();
    if (graph.edges() % kInBatch != 0 || graph.edges() < last) return 1;
    last = graph.edges();
    if (last == 0) continue;
    const auto found = graph.find(fmt::format("B{}", last), {});
    const auto first = graph.find("A", {});
    if (found.size() != 1 || first.size() != 1) return 2;
    const auto way = query::shortest_path(graph, first[0], found[0]);
    if (!way || way->steps.size() != last) return 3;
    if (opened.fact(way->steps.back().facts.at(0).edge).evidence.at(0).document !=
        fmt::format("d{}", last - 1))
      return 4;
  }
  return 0;
}

}  // namespace

TEST_CASE("two who ask while a third builds see whole commits, whoever of them is killed") {
  const ScratchFolder folder;
  const auto path = folder / "g";
  { const Store store = Store::open_or_create(path); }
  for (unsigned round = 1; round <= 4; ++round) {
    const pid_t builder = start([&] { return build_until_killed(path); });
    const pid_t first = start([&] { return ask(path, 25); });
    const pid_t second = start([&] { return ask(path, 1'000'000); });
    ::usleep(round * 9'000);
    CHECK(kill(second) == -SIGKILL);  // perhaps while it froze, and the first waits for its turn
    if (round % 2 == 0) CHECK(kill(builder) == -SIGKILL);
    CHECK(end_of(first) == 0);
    if (round % 2 == 1) CHECK(kill(builder) == -SIGKILL);
  }
  CHECK_NOTHROW(Store::open_or_create(path).check());
  CHECK(ask(path, 1) == 0);
  std::vector<std::string> files;
  for (const auto& file : std::filesystem::directory_iterator(folder / "."))
    files.push_back(file.path().filename());
  std::sort(files.begin(), files.end());
  CHECK(files == std::vector<std::string>{"g", "g.frozen"});
}

TEST_CASE("of many who ask at once for a graph that has changed, one freezes it") {
  const ScratchFolder folder;
  std::vector<model::Fact> facts = examples::random_facts(1, 2000);
  for (model::Fact& fact : facts) fact.document = "d0";
  Store::open_or_create(folder / "g").add_document(store::DocumentRecord{.id = "d0"}, facts);
  // Each says whether it found the form when it came; who did not waits for its turn and looks again.
  std::array<pid_t, 6> askers{};
  for (pid_t& asker : askers) {
    asker = start([&] {
      const OpenedGraph opened = OpenedGraph::open(folder / "g", {});
      return opened.was_frozen_here() ? 1 : 0;
    });
  }
  int froze = 0;
  for (const pid_t asker : askers) froze += end_of(asker);
  CHECK(froze == 1);
}
