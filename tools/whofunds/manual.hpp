#pragma once

#include <string_view>

namespace whofunds::tools {

/// The page of the manual with that name ("whofunds", "whofunds-path"), as plain text; empty if there is
/// none. The pages are docs/man/*.md, taken into the program when it is built, so that help and manual never
/// differ.
std::string_view manual_page(std::string_view name);

}  // namespace whofunds::tools
