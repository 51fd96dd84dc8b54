#pragma once

#include <filesystem>

namespace whofunds::language {

/// The folder with what the library reads at run time: dictionaries, models, and the data files of each
/// language. `WHOFUNDS_SHARE` in the environment where it is set; else `share/whofunds` beside the running
/// program or beside its folder; else where the library was to be installed. Throws MachineError, saying what
/// was tried, where there is none.
std::filesystem::path share_directory();

}  // namespace whofunds::language
