#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <vector>

#include <sys/types.h>

#include "graph_server.hpp"

namespace whofunds::tools {

/// Answers requests in processes of their own, one request at a time each. An answer that takes too long is
/// given up with its process, whatever it is busy with, and a fault of a library ends no more than one
/// process; a new one takes its place. Safe to use from many threads.
///
/// The processes are forks of this one: what it holds is shared with them, and nothing but this class may
/// leave threads at work within libraries that they use.
class AnsweringProcesses {
 public:
  using Answer = std::function<ServerAnswer(const ServerRequest&)>;

  /// `prepare` is called in each process; what it returns answers there. Throws MachineError where the system
  /// has no process for it.
  AnsweringProcesses(std::function<Answer()> prepare, std::size_t count, std::chrono::seconds limit);
  ~AnsweringProcesses();
  AnsweringProcesses(const AnsweringProcesses&) = delete;
  AnsweringProcesses& operator=(const AnsweringProcesses&) = delete;

  /// The answer; one of status 503 where it takes longer than the limit, or all processes are busy for as
  /// long, and 500 where the process ended in a fault.
  ServerAnswer ask(const ServerRequest& request);

  /// From now on requests are answered by processes that were prepared after this call; those that are at
  /// work finish what they do.
  void renew();

  /// Ends all processes, those at work too: whoever waits for an answer gets one of status 500 or 503.
  void stop();

 private:
  struct Process {
    pid_t pid = -1;
    int socket = -1;
    unsigned generation = 0;  // how often there was a renewal before it was started
  };

  Process start() const;
  [[noreturn]] void work(int socket) const;
  bool take(Process& process);
  void give_back(const Process& process);
  ServerAnswer buried(const Process& process);
  static void end(const Process& process);

  std::function<Answer()> prepare_;
  std::chrono::seconds limit_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<Process> idle_;
  std::vector<pid_t> busy_;
  std::size_t missing_ = 0;  // processes that have ended and were not replaced yet
  unsigned generation_ = 0;
  bool stopped_ = false;
};

}  // namespace whofunds::tools
