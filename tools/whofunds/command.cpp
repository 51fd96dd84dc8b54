#include "command.hpp"

#include <utility>

#include "commands/commands.hpp"
#include "program.hpp"

namespace whofunds::tools {

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(make_extract());
  commands.push_back(make_mentions());
  commands.push_back(make_text());
  commands.push_back(make_build());
  commands.push_back(make_import());
  commands.push_back(make_merge());
  for (auto& command : graph_commands()) commands.push_back(std::move(command));
  commands.push_back(make_serve());
  return commands;
}

}  // namespace whofunds::tools
