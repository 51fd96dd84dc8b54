#include "answering_processes.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "printing.hpp"
#include "whofunds/model/error.hpp"

namespace whofunds::tools {
namespace {

using Bytes = std::vector<std::uint8_t>;

// False where the other side is gone.
bool send_all(int socket, const std::uint8_t* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t sent = ::send(socket, bytes, size, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes += sent;
    size -= static_cast<std::size_t>(sent);
  }
  return true;
}

bool receive_all(int socket, std::uint8_t* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t received = ::recv(socket, bytes, size, 0);
    if (received < 0 && errno == EINTR) continue;
    if (received <= 0) return false;
    bytes += received;
    size -= static_cast<std::size_t>(received);
  }
  return true;
}

// A message is its length, then CBOR, which takes texts that are no UTF-8 as they are.
bool send_message(int socket, const nlohmann::json& message) {
  const Bytes bytes = nlohmann::json::to_cbor(message);
  const std::uint64_t size = bytes.size();
  return send_all(socket, reinterpret_cast<const std::uint8_t*>(&size), sizeof(size)) &&
         send_all(socket, bytes.data(), bytes.size());
}

std::optional<nlohmann::json> receive_message(int socket) {
  std::uint64_t size = 0;
  if (!receive_all(socket, reinterpret_cast<std::uint8_t*>(&size), sizeof(size))) return std::nullopt;
  Bytes bytes(size);
  if (!receive_all(socket, bytes.data(), bytes.size())) return std::nullopt;
  return nlohmann::json::from_cbor(bytes);
}

}  // namespace

AnsweringProcesses::AnsweringProcesses(std::function<Answer()> prepare, std::size_t count,
                                       std::chrono::seconds limit)
    : prepare_(std::move(prepare)), limit_(limit) {
  while (idle_.size() < count) idle_.push_back(start());
}

AnsweringProcesses::~AnsweringProcesses() {
  for (const Process& process : idle_) end(process);
}

void AnsweringProcesses::end(const Process& process) {
  ::close(process.socket);
  ::kill(process.pid, SIGKILL);
  ::waitpid(process.pid, nullptr, 0);
}

void AnsweringProcesses::renew() {
  std::vector<Process> old;
  {
    const std::scoped_lock lock(mutex_);
    ++generation_;
    old = std::exchange(idle_, {});
    missing_ += old.size();
  }
  freed_.notify_all();
  for (const Process& process : old) end(process);
}

void AnsweringProcesses::stop() {
  const std::scoped_lock lock(mutex_);
  stopped_ = true;
  // Whoever asked them takes them from here and sees to the rest.
  for (const pid_t busy : busy_) ::kill(busy, SIGKILL);
}

AnsweringProcesses::Process AnsweringProcesses::start() const {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw MachineError("serve", std::generic_category().message(errno), "close other programs");
  const pid_t pid = ::fork();
  if (pid == 0) work(ends[1]);
  ::close(ends[1]);
  if (pid < 0) {
    ::close(ends[0]);
    throw MachineError("serve", std::generic_category().message(errno), "close other programs");
  }
  return {.pid = pid, .socket = ends[0], .generation = generation_};
}

// What a process does until the other side is gone.
void AnsweringProcesses::work(int socket) const {
  constexpr int kSocket = 3;  // the first after those that every program has
  ::dup2(socket, kSocket);
  // Among these are connections, which would stay open for as long as this process holds them too.
  ::close_range(kSocket + 1, ~0U, 0);
  std::signal(SIGALRM, SIG_DFL);
  try {
    const Answer answer = prepare_();
    while (const auto message = receive_message(kSocket)) {
      const ServerRequest request{
          .host = message->at("host"), .path = message->at("path"), .values = message->at("values")};
      ::alarm(static_cast<unsigned>(limit_.count()));
      const ServerAnswer made = answer(request);
      ::alarm(0);
      if (!send_message(kSocket, {{"status", made.status}, {"type", made.type}, {"body", made.body}})) break;
    }
  } catch (const std::exception& error) {
    say_error(error.what());
  }
  ::_exit(0);
}

ServerAnswer AnsweringProcesses::ask(const ServerRequest& request) {
  Process process;
  if (!take(process)) return refusal(503, "too many requests are being answered; ask again");
  std::optional<nlohmann::json> answer;
  if (send_message(process.socket,
                   {{"host", request.host}, {"path", request.path}, {"values", request.values}}))
    answer = receive_message(process.socket);
  if (!answer) return buried(process);
  give_back(process);
  return {.status = answer->at("status"), .type = answer->at("type"), .body = answer->at("body")};
}

// Waits until a process has nothing to do, or starts one where one is missing; false where that takes too
// long.
bool AnsweringProcesses::take(Process& process) {
  std::unique_lock lock(mutex_);
  if (!freed_.wait_for(lock, limit_, [&] { return missing_ > 0 || !idle_.empty(); }) || stopped_)
    return false;
  if (idle_.empty()) {
    process = start();
    --missing_;
  } else {
    process = idle_.back();
    idle_.pop_back();
  }
  busy_.push_back(process.pid);
  return true;
}

void AnsweringProcesses::give_back(const Process& process) {
  bool is_old = false;
  {
    const std::scoped_lock lock(mutex_);
    std::erase(busy_, process.pid);
    is_old = process.generation != generation_;
    if (is_old) {
      ++missing_;
    } else {
      idle_.push_back(process);
    }
  }
  freed_.notify_one();
  if (is_old) end(process);
}

// Why a process gave no answer.
ServerAnswer AnsweringProcesses::buried(const Process& process) {
  ::close(process.socket);
  int status = 0;
  {
    // While it is among the busy ones its number is its own: `stop` may end it, and nobody else.
    const std::scoped_lock lock(mutex_);
    ::waitpid(process.pid, &status, 0);
    std::erase(busy_, process.pid);
    ++missing_;
  }
  freed_.notify_one();
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM) {
    return refusal(503, fmt::format("the answer takes longer than {} seconds and was given up; ask for less",
                                    limit_.count()));
  }
  return refusal(500, "the answer could not be made");
}

}  // namespace whofunds::tools
