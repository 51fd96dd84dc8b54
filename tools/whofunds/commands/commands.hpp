#pragma once

#include <memory>

#include "command.hpp"

namespace whofunds::tools {

std::unique_ptr<Command> make_build();
std::unique_ptr<Command> make_common();
std::unique_ptr<Command> make_cycles();
std::unique_ptr<Command> make_dot();
std::unique_ptr<Command> make_export();
std::unique_ptr<Command> make_extract();
std::unique_ptr<Command> make_funded();
std::unique_ptr<Command> make_funders();
std::unique_ptr<Command> make_import();
std::unique_ptr<Command> make_mentions();
std::unique_ptr<Command> make_merge();
std::unique_ptr<Command> make_owners();
std::unique_ptr<Command> make_path();
std::unique_ptr<Command> make_rank();
std::unique_ptr<Command> make_render();
std::unique_ptr<Command> make_serve();
std::unique_ptr<Command> make_show();
std::unique_ptr<Command> make_stats();
std::unique_ptr<Command> make_text();

}  // namespace whofunds::tools
