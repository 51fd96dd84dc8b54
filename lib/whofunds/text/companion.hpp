#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace whofunds::text {

/// A program of ours that the running one calls: in the folder that `WHOFUNDS_LIBEXEC` in the environment
/// names; else beside the running program, as in the build, or in the folder that belongs to where it is
/// installed; else where the library was to be installed.
///
/// Throws MachineError at `where` if it is in none of them. In a folder that the environment names it is
/// taken to be: calling it will tell.
std::filesystem::path companion_program(const std::string& name, std::string_view where);

}  // namespace whofunds::text
