#pragma once

#include <functional>
#include <ostream>
#include <string>

namespace whofunds::tools {

/// Writes a file by `write`, whole or not at all: until all of it is written, what was there before stays.
/// Throws MachineError, naming it, where the disk or a right is in the way.
void write_file(const std::string& file, const std::function<void(std::ostream&)>& write);

}  // namespace whofunds::tools
