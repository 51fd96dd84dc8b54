#include "scratch_folder.hpp"

#include <stdexcept>

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp is POSIX, not C++

namespace whofunds::examples {

ScratchFolder::ScratchFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "whofunds-store-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for a test: " + name);
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code none;
  std::filesystem::permissions(path_, std::filesystem::perms::owner_all, none);
  std::filesystem::remove_all(path_, none);
}

}  // namespace whofunds::examples
