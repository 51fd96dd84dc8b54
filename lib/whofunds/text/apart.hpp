#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace whofunds::text {

/// Work that is done apart may take so much processor time and memory.
inline constexpr unsigned kMostSeconds = 60;
inline constexpr std::size_t kMostMemory = 2048U * 1024 * 1024;

/// Does `work` in a process of its own and returns what it returned: for libraries that hostile input makes
/// crash, run on or take all memory. `work` must keep to itself: what it changes is lost.
///
/// Throws InputError at `where` where the process crashed or went beyond the limits, MachineError where there
/// can be no further process. What `work` throws ends the process and counts as a crash.
std::string done_apart(const std::function<std::string()>& work, std::string_view where);

}  // namespace whofunds::text
