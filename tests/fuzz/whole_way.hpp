#pragma once

#include <string_view>

namespace whofunds::fuzz {

/// Goes the whole way from bytes to facts, graph and DOT, sentences being read by rules. Ends the program
/// where a quote is not what stands in the document, as what it calls may where it crashes.
void read_to_picture(std::string_view bytes);

}  // namespace whofunds::fuzz
