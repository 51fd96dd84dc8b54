#include "command.hpp"

#include "commands/commands.hpp"

namespace whofunds::tools {

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(make_extract());
  commands.push_back(make_mentions());
  commands.push_back(make_text());
  commands.push_back(make_build());
  commands.push_back(make_import());
  commands.push_back(make_merge());
  commands.push_back(make_render());
  commands.push_back(make_dot());
  commands.push_back(make_path());
  commands.push_back(make_funders());
  commands.push_back(make_funded());
  commands.push_back(make_owners());
  commands.push_back(make_cycles());
  commands.push_back(make_common());
  commands.push_back(make_rank());
  commands.push_back(make_show());
  commands.push_back(make_stats());
  commands.push_back(make_export());
  commands.push_back(make_serve());
  return commands;
}

}  // namespace whofunds::tools
