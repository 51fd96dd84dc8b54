#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <httplib.h>
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include "answering_processes.hpp"
#include "commands/commands.hpp"
#include "graph_query.hpp"
#include "graph_server.hpp"
#include "printing.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::tools {
namespace {

constexpr const char* kAddress = "127.0.0.1";
constexpr std::size_t kThreads = 16;   // that take requests
constexpr std::size_t kProcesses = 4;  // that answer them
constexpr time_t kPatience = 5;        // seconds for a request to come, or an answer to be taken

// How often it is looked whether the graph has been written to: at the earliest after this time, and after so
// many times what the last look took, most of which is for making the frozen form.
constexpr std::chrono::milliseconds kPause{1000};
constexpr int kPauses = 3;
constexpr std::chrono::seconds kLongestLook = std::chrono::hours(24);

ServerRequest request_of(const httplib::Request& from) {
  ServerRequest request{.host = from.get_header_value("Host"), .path = from.path};
  for (const auto& [name, value] : from.params) request.values.try_emplace(name, value);
  return request;
}

void set_headers(httplib::Response& response) {
  response.set_header("Cache-Control", "no-store");
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cross-Origin-Resource-Policy", "same-origin");
  response.set_header("Content-Security-Policy", "frame-ancestors 'none'");
}

void refuse(httplib::Response& response, int status, const std::string& message) {
  response.status = status;
  response.set_content("{\"error\":\"" + message + "\"}\n", "application/json");
  set_headers(response);
}

void configure(httplib::Server& server, AnsweringProcesses& processes) {
  server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  server.set_payload_max_length(1024);
  // Without the option that lets several programs share a port, which is what the library sets by itself.
  server.set_socket_options([](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
  });
  server.set_read_timeout(kPatience);
  server.set_write_timeout(kPatience);
  // A connection that is kept open keeps a thread: few idle ones would leave none to answer.
  server.set_keep_alive_max_count(1);
  // Whatever is asked comes here; nothing is routed to files.
  server.set_pre_routing_handler([&processes](const httplib::Request& request, httplib::Response& response) {
    if (request.method != "GET" && request.method != "HEAD") {
      refuse(response, 405, "only GET and HEAD are answered");
      return httplib::Server::HandlerResponse::Handled;
    }
    if (request.get_header_value_count("Host") > 1) {
      refuse(response, 400, "a request names one host");
      return httplib::Server::HandlerResponse::Handled;
    }
    try {
      const ServerAnswer answer = processes.ask(request_of(request));
      response.status = answer.status;
      response.set_content(answer.body, answer.type);
      set_headers(response);
    } catch (const std::exception& error) {
      say_error(error.what());
      refuse(response, 500, "the answer could not be made");
    }
    return httplib::Server::HandlerResponse::Handled;
  });
}

// The signals that end a server. They are taken by one thread that waits for them, and by no other.
sigset_t ending_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

// The stamp of the last commit of a graph, of which the frozen form is then there for whoever opens it.
// `known`, without a look at the graph itself, where that is still the last, or the graph cannot be opened.
std::string stamp_after(const std::string& graph, const std::string& known) {
  try {
    if (std::to_string(store::Store::open(graph).stamp()) == known) return known;
    return std::to_string(open_frozen(graph).graph().stamp().store);
  } catch (const Error&) {
    return known;  // what is shown stays; whoever mends the graph is told by other commands
  }
}

// Renews processes whenever the graph that they show has been written to. It looks at it in a process of its
// own, so that this one, of which all others are made, is never within a library that they use.
class Renewal {
 public:
  Renewal(const std::string& graph, std::string known, AnsweringProcesses& renewed)
      : looking_([graph] { return looker(graph); }, 1, kLongestLook),
        renewed_(renewed),
        known_(std::move(known)) {}

  // Returns after `stop`.
  void run() {
    std::chrono::steady_clock::duration pause = kPause;
    while (!is_stopped(pause)) {
      const auto begin = std::chrono::steady_clock::now();
      const std::string seen = look();
      pause = std::max<std::chrono::steady_clock::duration>(
          kPause, kPauses * (std::chrono::steady_clock::now() - begin));
      if (seen == known_) continue;
      known_ = seen;
      renewed_.renew();
    }
  }

  void stop() {
    {
      const std::scoped_lock lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_all();
    looking_.stop();
  }

 private:
  static constexpr int kSeen = 200;

  static AnsweringProcesses::Answer looker(const std::string& graph) {
    constexpr int kLessUrgent = 10;
    setpriority(PRIO_PROCESS, 0, kLessUrgent);
    return [graph](const ServerRequest& known) {
      return ServerAnswer{.status = kSeen, .body = stamp_after(graph, known.path)};
    };
  }

  // What is known already, where nobody could look.
  std::string look() {
    try {
      const ServerAnswer seen = looking_.ask({.host = {}, .path = known_, .values = {}});
      return seen.status == kSeen ? seen.body : known_;
    } catch (const Error&) {
      return known_;  // no process for it now
    }
  }

  bool is_stopped(std::chrono::steady_clock::duration pause) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, pause, [this] { return stopped_; });
  }

  AnsweringProcesses looking_;
  AnsweringProcesses& renewed_;
  std::string known_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopped_ = false;
};

class ServeCommand : public Command {
 public:
  std::string_view name() const override { return "serve"; }

  void setup(CLI::App& app) override {
    app.add_option("GRAPH", graph_)->required();
    app.add_option("--port", port_)->check(CLI::Range(0, 65535));
    app.add_option("--max-nodes", options_.max_nodes)->check(CLI::Range(10, 400));
    app.add_option("--time-limit", time_limit_)->check(CLI::Range(1, 600));
    app.add_option("--title", options_.title);
    app.add_option("--lang", lang_)->check(CLI::IsMember({"en", "ru"}));
  }

  ExitCode run() override {
    const sigset_t signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    const render::PageKit kit = render::load_page_kit(language::share_directory(), lang_);
    // Says what is wrong with it, and lays it out for all who read it.
    const std::string stamp = std::to_string(open_frozen(graph_).graph().stamp().store);
    AnsweringProcesses processes(
        [&] {
          const auto server = std::make_shared<GraphServer>(open_frozen(graph_), kit, options_);
          return [server](const ServerRequest& request) { return server->answer(request); };
        },
        kProcesses, std::chrono::seconds(time_limit_));
    Renewal renewal(graph_, stamp, processes);
    httplib::Server server;
    configure(server, processes);
    const int port = bind(server);
    print(fmt::format("http://{}:{}/\n", kAddress, port));
    flush_output();
    std::thread renewer([&] { renewal.run(); });
    std::thread ender([&] {
      int signal = 0;
      sigwait(&signals, &signal);
      server.stop();
    });
    server.listen_after_bind();
    // Where the server ended by itself, the thread is still waiting.
    kill(getpid(), SIGTERM);
    ender.join();
    renewal.stop();
    renewer.join();
    return ExitCode::kDone;
  }

 private:
  int bind(httplib::Server& server) const {
    if (port_ == 0) {
      if (const int port = server.bind_to_any_port(kAddress); port > 0) return port;
      throw MachineError(kAddress, "no port is free");
    }
    if (!server.bind_to_port(kAddress, port_))
      throw MachineError(fmt::format("{}:{}", kAddress, port_), "the port is taken",
                         "name another, or --port 0");
    return port_;
  }

  std::string graph_;
  int port_ = 8642;
  unsigned time_limit_ = 10;
  std::string lang_ = "en";
  ServerOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_serve() {
  return std::make_unique<ServeCommand>();
}

}  // namespace whofunds::tools
