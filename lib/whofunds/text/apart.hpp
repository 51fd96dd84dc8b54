#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace whofunds::text {

/// A program that is run apart may take so much processor time and memory.
inline constexpr unsigned kMostSeconds = 60;
inline constexpr std::size_t kMostMemory = 2048U * 1024 * 1024;

/// Runs a program on `input`, its standard input, and returns what it printed: for libraries that hostile
/// input makes crash, run on or take all memory.
///
/// Throws InputError at `where` where the program failed, crashed or went beyond the limits, MachineError
/// where it cannot be run.
std::string run_apart(const std::filesystem::path& program, std::string_view input, std::string_view where);

}  // namespace whofunds::text
