#include <chrono>
#include <csignal>
#include <exception>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <httplib.h>
#include <pthread.h>
#include <unistd.h>

#include "answering_processes.hpp"
#include "commands/commands.hpp"
#include "drawing.hpp"
#include "graph_query.hpp"
#include "graph_server.hpp"
#include "printing.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/model/error.hpp"

namespace whofunds::tools {
namespace {

constexpr const char* kAddress = "127.0.0.1";
constexpr std::size_t kThreads = 16;   // that take requests
constexpr std::size_t kProcesses = 4;  // that answer them
constexpr time_t kPatience = 5;        // seconds for a request to come, or an answer to be taken

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
      refuse(response, 405, "only GET is answered");
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
    options_.sources = document_sources(store::Store::open(graph_));
    const render::PageKit kit = render::load_page_kit(language::share_directory(), lang_);
    open_frozen(graph_);  // says what is wrong with it, and lays it out for all who read it
    AnsweringProcesses processes(
        [&] {
          const auto server = std::make_shared<GraphServer>(open_frozen(graph_), kit, options_);
          return [server](const ServerRequest& request) { return server->answer(request); };
        },
        kProcesses, std::chrono::seconds(time_limit_));
    httplib::Server server;
    configure(server, processes);
    const int port = bind(server);
    print(fmt::format("http://{}:{}/\n", kAddress, port));
    flush_output();
    std::thread ender([&] {
      int signal = 0;
      sigwait(&signals, &signal);
      server.stop();
    });
    server.listen_after_bind();
    // Where the server ended by itself, the thread is still waiting.
    kill(getpid(), SIGTERM);
    ender.join();
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
