#include "whofunds/language/share.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

#include "whofunds/model/error.hpp"

namespace whofunds::language {
namespace {

std::filesystem::path folder_of_program() {
  std::error_code fault;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", fault);
  if (fault)
    throw MachineError("/proc/self/exe", fault.message(), "set WHOFUNDS_SHARE to the folder share/whofunds");
  return program.parent_path();
}

}  // namespace

std::filesystem::path share_directory() {
  if (const char* const told = std::getenv("WHOFUNDS_SHARE"); told != nullptr && *told != '\0') {
    if (std::filesystem::is_directory(told)) return told;
    throw MachineError(told, "WHOFUNDS_SHARE names no folder",
                       "set it to the folder share/whofunds, or unset it");
  }
  const std::filesystem::path folder = folder_of_program();
  const std::filesystem::path beside = folder / "share" / "whofunds";
  const std::filesystem::path above = folder.parent_path() / "share" / "whofunds";
  const std::filesystem::path installed = WHOFUNDS_INSTALLED_SHARE;
  for (const std::filesystem::path& candidate : {beside, above, installed}) {
    if (std::filesystem::is_directory(candidate)) return candidate;
  }
  throw MachineError(
      beside.string(),
      "no folder of dictionaries there, nor at " + above.string() + ", nor at " + installed.string(),
      "set WHOFUNDS_SHARE to where they are");
}

}  // namespace whofunds::language
