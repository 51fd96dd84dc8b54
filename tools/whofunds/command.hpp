#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include <CLI/App.hpp>

namespace whofunds::tools {

/// What the program tells the one who called it.
enum class ExitCode {
  kDone = 0,
  kNothingFound = 1,  ///< a query was answered, and the answer is empty
  kBadUsage = 2,
  kBadInput = 3,
  kMachineFault = 4,   ///< disk, memory, permission
  kInterrupted = 130,  ///< by Ctrl-C, after what was under way was finished
  kTerminated = 143,   ///< likewise by SIGTERM
};

/// One command of the program: the words after `whofunds`. A command is thin: it reads its options, calls the
/// library and prints; its long help is the page docs/man/whofunds-<name>.md.
class Command {
 public:
  Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  virtual ~Command() = default;

  virtual std::string_view name() const = 0;
  /// Declares arguments and options. Opens nothing.
  virtual void setup(CLI::App& app) = 0;
  /// Does the work. Throws `whofunds::Error` where it cannot.
  virtual ExitCode run() = 0;
};

/// Every command, in the order in which help lists them.
std::vector<std::unique_ptr<Command>> all_commands();

}  // namespace whofunds::tools
