#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace whofunds::tools {

/// One row of CSV with its line end, as `exchange::csv_row` writes it, but always one line: its cells are
/// made `printable`.
std::string csv_row(const std::vector<std::string>& cells);

}  // namespace whofunds::tools
