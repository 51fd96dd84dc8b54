// Apart from the others: a program that knows only these is linked without what reads documents.
#include "commands/commands.hpp"
#include "program.hpp"

namespace whofunds::tools {

Commands graph_commands() {
  Commands commands;
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
  return commands;
}

}  // namespace whofunds::tools
