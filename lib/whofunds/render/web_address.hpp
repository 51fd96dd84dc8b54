#pragma once

#include <string>
#include <string_view>

namespace whofunds::render {

/// Whether a reader can follow it: an address of the web, and of nothing else that a browser might run.
bool is_web_address(std::string_view address);

/// The address as Graphviz may write it. Graphviz writes it as it stands, quotes and all: what has no place
/// in an address is written by its code; the rest is left to be escaped as it stands in XML.
std::string quoted_address(std::string_view address);

}  // namespace whofunds::render
