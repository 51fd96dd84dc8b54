// What people call. Commands that ask or draw a graph are answered here, with few libraries and so at once;
// for all else, which reads documents or serves, the whole program takes its place.
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include <unistd.h>

#include "printing.hpp"
#include "program.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/text/companion.hpp"

namespace {

// From where it lies the whole program would not find the data.
void tell_share() {
  try {
    setenv("WHOFUNDS_SHARE", whofunds::language::share_directory().c_str(), 1);
  } catch (const whofunds::Error&) {
    // Whoever needs it will say so.
  }
}

bool is_answered_here(const whofunds::tools::Commands& commands, std::string_view name) {
  for (const auto& command : commands) {
    if (command->name() == name) return true;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  const auto commands = whofunds::tools::graph_commands();
  if (argc > 1 && is_answered_here(commands, argv[1]))
    return whofunds::tools::run_program(commands, argc, argv);
  try {
    const std::filesystem::path whole = whofunds::text::companion_program("whofunds-whole", "");
    tell_share();
    execv(whole.c_str(), argv);
    whofunds::tools::say_error(
        whole.string() + " cannot be run; install whofunds anew, or set WHOFUNDS_LIBEXEC to its folder");
  } catch (const whofunds::MachineError& error) {
    whofunds::tools::say_error(error.what());
  }
  return static_cast<int>(whofunds::tools::ExitCode::kMachineFault);
}
