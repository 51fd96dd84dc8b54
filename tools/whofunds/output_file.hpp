#pragma once

#include <functional>
#include <ostream>
#include <string>

namespace whofunds::tools {

/// Writes a file by `write`. Throws MachineError, naming it, where the disk or a right is in the way.
void write_file(const std::string& file, const std::function<void(std::ostream&)>& write);

}  // namespace whofunds::tools
