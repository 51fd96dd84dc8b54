#pragma once

#include <memory>
#include <vector>

#include "command.hpp"

namespace whofunds::tools {

using Commands = std::vector<std::unique_ptr<Command>>;

/// The commands that ask, draw or write out a graph, in the order of `all_commands`. They need few libraries;
/// those that read documents or serve need many, which take longer to load than a small graph to draw.
Commands graph_commands();

/// Finds the command that the arguments name, reads its options, runs it, and turns what went wrong into a
/// message. Returns the exit code that the manual promises. To be called once, before there are other
/// threads.
int run_program(const Commands& commands, int argc, char** argv);

}  // namespace whofunds::tools
