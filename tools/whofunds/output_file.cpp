#include "output_file.hpp"

#include <cerrno>
#include <fstream>
#include <system_error>

#include "whofunds/model/error.hpp"

namespace whofunds::tools {

void write_file(const std::string& file, const std::function<void(std::ostream&)>& write) {
  std::ofstream output(file, std::ios::binary | std::ios::trunc);
  if (output) write(output);
  output.flush();
  if (!output) throw MachineError(file, "it could not be written: " + std::generic_category().message(errno));
}

}  // namespace whofunds::tools
