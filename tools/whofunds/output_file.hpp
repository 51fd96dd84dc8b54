#pragma once

#include <functional>
#include <ostream>
#include <string>

namespace whofunds::tools {

/// Writes a file by `write`, whole or not at all: until all of it is written, what was there before stays.
/// Throws MachineError, naming it, where the disk or a right is in the way.
void write_file(const std::string& file, const std::function<void(std::ostream&)>& write);

/// Throws MachineError as `write_file` would now, and writes nothing: for what takes long before it is
/// written.
void check_writable(const std::string& file);

}  // namespace whofunds::tools
