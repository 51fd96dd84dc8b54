#include "program.hpp"

#include <algorithm>
#include <csignal>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>

#include "command.hpp"
#include "graph_query.hpp"
#include "manual.hpp"
#include "printing.hpp"
#include "whofunds/model/error.hpp"

namespace whofunds::tools {
namespace {

std::string page_name(std::string_view command) {
  return command.empty() ? "whofunds" : "whofunds-" + std::string(command);
}

ExitCode help(std::string_view command) {
  const std::string_view page = manual_page(page_name(command));
  if (page.empty())
    throw UsageError("help", "'" + std::string(command) + "' is no command", "'whofunds help' lists them");
  print(page);
  return ExitCode::kDone;
}

/// The name of the command that the arguments chose, "" if none.
std::string chosen_command(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? "" : chosen.front()->get_name();
}

bool is_command(const CLI::App& app, std::string_view name) {
  const auto known = app.get_subcommands([](const CLI::App*) { return true; });
  return std::any_of(known.begin(), known.end(),
                     [&](const CLI::App* each) { return each->get_name() == name; });
}

ExitCode bad_usage(std::string_view command, std::string_view message) {
  say_error(printable(message) + "; see 'whofunds help" +
            (command.empty() ? "" : " " + std::string(command)) + "'");
  return ExitCode::kBadUsage;
}

ExitCode run_command(const Commands& commands, int argc, char** argv) {
  CLI::App app("Who funds whom, read out of text", "whofunds");
  app.set_help_flag("-h,--help");
  app.require_subcommand(0, 1);  // what follows a command is an argument, even if it is the name of another
  bool version = false;
  app.add_flag("--version", version);

  for (const auto& command : commands) command->setup(*app.add_subcommand(std::string(command->name())));
  std::string topic;
  CLI::App* const help_command = app.add_subcommand("help");
  help_command->add_option("command", topic);

  if (argc > 1 && argv[1][0] != '-' && !is_command(app, argv[1]))
    return bad_usage("", "'" + std::string(argv[1]) + "' is no command");
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return help(chosen_command(app));
  } catch (const CLI::ParseError& error) {
    return bad_usage(chosen_command(app), error.what());
  }

  if (version) {
    print("whofunds " WHOFUNDS_VERSION "\n");
    return ExitCode::kDone;
  }
  const std::string name = chosen_command(app);
  if (name.empty()) return bad_usage("", "no command was named");
  if (name == "help") return help(topic);
  const auto command =
      std::find_if(commands.begin(), commands.end(), [&](const auto& each) { return each->name() == name; });
  return (*command)->run();
}

/// Runs the program; whatever is thrown becomes a message and the exit code that the manual promises.
ExitCode guarded(const Commands& commands, int argc, char** argv) noexcept {
  try {
    const ExitCode code = run_command(commands, argc, argv);
    flush_output();
    return code;
  } catch (const NothingFound& error) {
    say_error(error.what());
    return ExitCode::kNothingFound;
  } catch (const UsageError& error) {
    say_error(error.what());
    return ExitCode::kBadUsage;
  } catch (const InputError& error) {
    say_error(error.what());
    return ExitCode::kBadInput;
  } catch (const std::bad_alloc&) {
    say_error("there is not enough memory; give it fewer or shorter documents at a time, or --jobs 1");
    return ExitCode::kMachineFault;
  } catch (const std::exception& error) {
    say_error(error.what());
    return ExitCode::kMachineFault;
  }
}

}  // namespace

int run_program(const Commands& commands, int argc, char** argv) {
  // A reader that has had enough (`whofunds … | head`) ends the program quietly, whatever the caller did with
  // the signal.
  std::signal(SIGPIPE, SIG_DFL);
  // Where a file would become larger than the caller allows, writing it fails and is told, as on a full disk.
  std::signal(SIGXFSZ, SIG_IGN);
  std::ios::sync_with_stdio(false);
  return static_cast<int>(guarded(commands, argc, argv));
}

}  // namespace whofunds::tools
