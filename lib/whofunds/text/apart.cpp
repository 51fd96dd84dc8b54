#include "whofunds/text/apart.hpp"

#include <cerrno>
#include <csignal>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "whofunds/model/error.hpp"

namespace whofunds::text {
namespace {

constexpr int kDone = 0;
constexpr int kNotRun = 127;  // as of shells

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

/// A file descriptor, closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

bool write_all(int pipe, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(pipe, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// A file without a name, in memory, that holds the bytes; -1 where there can be none.
int file_of(std::string_view bytes) {
  const int file = memfd_create("input", MFD_CLOEXEC);
  if (file < 0) return file;
  if (write_all(file, bytes) && lseek(file, 0, SEEK_SET) == 0) return file;
  close(file);
  return -1;
}

/// Becomes the program, in a process that was forked: does nothing that could wait for another thread.
[[noreturn]] void become(const char* program, int input, int output) {
  const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  (void)dup2(input, STDIN_FILENO);
  (void)dup2(output, STDOUT_FILENO);
  (void)dup2(nowhere, STDERR_FILENO);
  (void)std::signal(SIGINT, SIG_IGN);  // whoever asks the program to stop lets the document be finished
  (void)std::signal(SIGTERM, SIG_DFL);
  limit(RLIMIT_CPU, kMostSeconds);
  limit(RLIMIT_CORE, 0);
  if (!kSanitized) limit(RLIMIT_AS, kMostMemory);
  execl(program, program, static_cast<const char*>(nullptr));
  _exit(kNotRun);
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

std::string run_apart(const std::filesystem::path& program, std::string_view input, std::string_view where) {
  const std::string name = program.string();
  const Descriptor given(file_of(input));
  int ends[2];
  if (given.number() < 0 || pipe2(ends, O_CLOEXEC) != 0)
    throw MachineError(where, "it cannot be handed to " + name + ": " + error_text());
  Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  const pid_t process = fork();
  if (process < 0) throw MachineError(where, name + " cannot be run: " + error_text());
  if (process == 0) become(name.c_str(), given.number(), to.number());
  to.close();
  std::string result = read_all(from.number());
  const int status = wait_for(process);
  if (WIFEXITED(status) && WEXITSTATUS(status) == kDone) return result;
  if (WIFEXITED(status) && WEXITSTATUS(status) == kNotRun)
    throw MachineError(where, name + " cannot be run", "install whofunds anew, or set WHOFUNDS_LIBEXEC");
  if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
    throw InputError(where, fmt::format("reading it took more than {} seconds", kMostSeconds), "split it");
  throw InputError(
      where,
      fmt::format("reading it failed: it is damaged, or takes more than {} MB", kMostMemory / (1024 * 1024)),
      "save it anew, or split it");
}

}  // namespace whofunds::text
