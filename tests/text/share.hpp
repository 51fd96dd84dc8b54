#pragma once

#include <cstdlib>
#include <filesystem>

namespace whofunds::text {

/// The share folder of the build under test.
inline std::filesystem::path share() {
  const char* const folder = std::getenv("WHOFUNDS_SHARE");
  return folder != nullptr ? folder : "share/whofunds";
}

}  // namespace whofunds::text
