#pragma once

#include <string>
#include <string_view>

#include "whofunds/exchange/graph_table.hpp"

namespace whofunds::exchange {

/// Text as it stands in XML 1.0, between tags or in a quoted attribute, so that a reader gets it back
/// exactly: tab and line ends as references, which no reader normalises. What XML cannot hold (other control
/// characters, U+FFFE, U+FFFF, bytes that are no UTF-8) becomes U+FFFD.
std::string xml_text(std::string_view text);

/// The type of a column's values by the name that GraphML and GEXF have for it; lists are texts.
std::string_view xml_type(ColumnType type);

}  // namespace whofunds::exchange
