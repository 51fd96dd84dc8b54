#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace whofunds::tools {

/// One row of CSV (RFC 4180) with its line end; a row is always one line, and its cells are made `printable`.
/// A cell that a spreadsheet would run as a formula ("=1+1",
/// "@SUM", "+", "-") is given an apostrophe before it, which spreadsheets take for "this is text".
std::string csv_row(const std::vector<std::string>& cells);

}  // namespace whofunds::tools
