#include "whofunds/text/apart.hpp"

#include <cerrno>
#include <csignal>
#include <exception>
#include <system_error>

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "whofunds/model/error.hpp"

namespace whofunds::text {
namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;

// Sanitizers reserve more address space than there is memory.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
constexpr bool kSanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool kSanitized = false;
#endif

std::string error_text() {
  return std::generic_category().message(errno);
}

void limit(decltype(RLIMIT_CPU) what, rlim_t most) {
  const rlimit both{.rlim_cur = most, .rlim_max = most};
  (void)setrlimit(what, &both);
}

bool write_all(int pipe, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(pipe, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// The life of the process. It leaves without tidying up what it shares with its parent.
[[noreturn]] void live(const std::function<std::string()>& work, int pipe) {
  (void)std::signal(SIGINT, SIG_IGN);  // whoever asks the program to stop lets the document be finished
  (void)std::signal(SIGTERM, SIG_DFL);
  limit(RLIMIT_CPU, kMostSeconds);
  limit(RLIMIT_CORE, 0);
  if (!kSanitized) limit(RLIMIT_AS, kMostMemory);
  int code = kFailed;
  try {
    code = write_all(pipe, work()) ? kDone : kFailed;
  } catch (const std::exception&) {
    code = kFailed;
  }
  _exit(code);
}

std::string read_all(int pipe) {
  constexpr std::size_t kStep = 64U * 1024;
  std::string bytes;
  for (;;) {
    const std::size_t size = bytes.size();
    bytes.resize(size + kStep);
    const ssize_t got = read(pipe, bytes.data() + size, kStep);
    bytes.resize(size + static_cast<std::size_t>(got > 0 ? got : 0));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return bytes;
  }
}

int wait_for(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

std::string done_apart(const std::function<std::string()>& work, std::string_view where) {
  int ends[2];
  if (pipe(ends) != 0) throw MachineError(where, "there can be no pipe: " + error_text());
  const pid_t process = fork();
  if (process < 0) {
    const std::string reason = error_text();
    close(ends[0]);
    close(ends[1]);
    throw MachineError(where, "it cannot be read in a process of its own: " + reason);
  }
  if (process == 0) {
    close(ends[0]);
    live(work, ends[1]);
  }
  close(ends[1]);
  std::string result = read_all(ends[0]);
  close(ends[0]);
  const int status = wait_for(process);
  if (WIFEXITED(status) && WEXITSTATUS(status) == kDone) return result;
  if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
    throw InputError(where, fmt::format("reading it took more than {} seconds", kMostSeconds), "split it");
  throw InputError(
      where,
      fmt::format("reading it failed: it is damaged, or takes more than {} MB", kMostMemory / (1024 * 1024)),
      "save it anew, or split it");
}

}  // namespace whofunds::text
