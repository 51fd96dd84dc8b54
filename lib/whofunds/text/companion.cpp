#include "whofunds/text/companion.hpp"

#include <cstdlib>
#include <system_error>

#include "whofunds/model/error.hpp"

namespace whofunds::text {

std::filesystem::path companion_program(const std::string& name, std::string_view where) {
  using std::filesystem::path;
  if (const char* const told = std::getenv("WHOFUNDS_LIBEXEC"); told != nullptr && *told != '\0')
    return path(told) / name;
  std::error_code none;
  const path folder = std::filesystem::read_symlink("/proc/self/exe", none).parent_path();
  const path above = folder.parent_path() / "libexec" / "whofunds";
  for (const path& candidate : {folder, above, path(WHOFUNDS_INSTALLED_LIBEXEC)}) {
    if (std::filesystem::exists(candidate / name, none)) return candidate / name;
  }
  throw MachineError(where, name + " is not in " + above.string(),
                     "install whofunds anew, or set WHOFUNDS_LIBEXEC to the folder where it is");
}

}  // namespace whofunds::text
