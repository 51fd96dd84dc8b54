#include "interruption.hpp"

#include <csignal>
#include <initializer_list>

namespace whofunds::tools {
namespace {

volatile std::sig_atomic_t asked = 0;

extern "C" void ask(int signal) {
  asked = signal;
}

}  // namespace

void heed_interruption() {
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction action {};
    (void)sigaction(signal, nullptr, &action);
    if (action.sa_handler == SIG_IGN) continue;  // whoever started the program wants it so
    action.sa_handler = ask;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    (void)sigaction(signal, &action, nullptr);
  }
}

int interruption() {
  return asked;
}

}  // namespace whofunds::tools
