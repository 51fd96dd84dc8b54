#pragma once

#include <string_view>

namespace whofunds::fuzz {

/// Reads bytes as one reader does. Whatever they are, it must come back, with nothing thrown but InputError,
/// and what it read must be valid UTF-8.
using Reader = void (*)(std::string_view bytes);

/// Ends the program, as a crash does, where something does not hold.
void demand(bool holds);

/// The reader of that name ("html"); null where there is none.
Reader reader_named(std::string_view name);

}  // namespace whofunds::fuzz
