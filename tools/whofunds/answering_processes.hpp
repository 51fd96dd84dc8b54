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

 private:
  struct Process {
    pid_t pid = -1;
    int socket = -1;
  };

  Process start() const;
  [[noreturn]] void work(int socket) const;
  bool take(Process& process);
  void give_back(const Process& process);
  ServerAnswer buried(const Process& process);

  std::function<Answer()> prepare_;
  std::chrono::seconds limit_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<Process> idle_;
  std::size_t missing_ = 0;  // processes that have ended and were not replaced yet
};

}  // namespace whofunds::tools
