#include "answering_processes.hpp"

#include <chrono>
#include <csignal>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

using namespace whofunds::tools;

namespace {

// Says back what it is asked, but for some paths.
ServerAnswer echo(const ServerRequest& request) {
  if (request.path == "/for ever") {
    while (true) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  if (request.path == "/fault") std::raise(SIGKILL);
  return {.status = 404, .type = "text/plain", .body = request.host + request.path + request.values.at("q")};
}

ServerRequest asked(const std::string& path, const std::string& q = "") {
  return {.host = "localhost", .path = path, .values = {{"q", q}}};
}

}  // namespace

TEST_CASE("a request and its answer come through whole, whatever bytes they hold") {
  AnsweringProcesses processes([] { return echo; }, 1, std::chrono::seconds(20));
  for (const std::string& q : {std::string(), std::string("a\0b", 3), std::string("\xff\xfe мост 橋"),
                               std::string(3'000'000, 'x')}) {
    const ServerAnswer answer = processes.ask(asked("/path", q));
    CHECK(answer.status == 404);
    CHECK(answer.type == "text/plain");
    CHECK(answer.body == "localhost/path" + q);
  }
}

TEST_CASE("an answer that takes too long is given up with the reason, and the next is made") {
  AnsweringProcesses processes([] { return echo; }, 1, std::chrono::seconds(1));
  for (int time = 0; time < 2; ++time) {
    const ServerAnswer given_up = processes.ask(asked("/for ever"));
    CHECK(given_up.status == 503);
    CHECK(given_up.body.find("longer than 1 second") != std::string::npos);
    CHECK(processes.ask(asked("/path")).status == 404);
  }
}

TEST_CASE("while one request takes long another is answered") {
  AnsweringProcesses processes([] { return echo; }, 2, std::chrono::seconds(2));
  std::thread slow([&] { CHECK(processes.ask(asked("/for ever")).status == 503); });
  for (int time = 0; time < 20; ++time) CHECK(processes.ask(asked("/path")).status == 404);
  slow.join();
}

TEST_CASE("a fault ends one answer and no more") {
  AnsweringProcesses processes([] { return echo; }, 1, std::chrono::seconds(20));
  CHECK(processes.ask(asked("/fault")).status == 500);
  CHECK(processes.ask(asked("/path")).status == 404);
}

TEST_CASE("after a renewal nobody answers who was prepared before it, and what is under way is finished") {
  const auto number = std::make_shared<int>(0);
  const auto prepare = [number] {
    return [prepared = *number](const ServerRequest& request) {
      if (request.path == "/slow") std::this_thread::sleep_for(std::chrono::milliseconds(300));
      return ServerAnswer{.body = std::to_string(prepared)};
    };
  };
  AnsweringProcesses processes(prepare, 2, std::chrono::seconds(20));
  CHECK(processes.ask(asked("/")).body == "0");
  std::thread slow([&] { CHECK(processes.ask(asked("/slow")).body == "0"); });
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  *number = 1;
  processes.renew();
  for (int time = 0; time < 10; ++time) CHECK(processes.ask(asked("/")).body == "1");
  slow.join();
  for (int time = 0; time < 10; ++time) CHECK(processes.ask(asked("/")).body == "1");
}

TEST_CASE("when all are stopped, nobody waits for an answer any more") {
  AnsweringProcesses processes([] { return echo; }, 1, std::chrono::seconds(600));
  std::thread waiting([&] { CHECK(processes.ask(asked("/for ever")).status == 500); });
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  processes.stop();
  waiting.join();
  CHECK(processes.ask(asked("/path")).status == 503);
}

TEST_CASE("many threads ask few processes") {
  AnsweringProcesses processes([] { return echo; }, 2, std::chrono::seconds(20));
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread) {
    threads.emplace_back([&, q = std::to_string(thread)] {
      for (int time = 0; time < 100; ++time)
        CHECK(processes.ask(asked("/path", q)).body == "localhost/path" + q);
    });
  }
  for (std::thread& thread : threads) thread.join();
}
