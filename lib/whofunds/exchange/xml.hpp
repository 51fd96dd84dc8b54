#pragma once

#include <string>
#include <string_view>

namespace whofunds::exchange {

/// Text as it stands in XML 1.0, between tags or in a quoted attribute, so that a reader gets it back
/// exactly: tab and line ends as references, which no reader normalises. What XML cannot hold (other control
/// characters, U+FFFE, U+FFFF, bytes that are no UTF-8) becomes U+FFFD.
std::string xml_text(std::string_view text);

}  // namespace whofunds::exchange
