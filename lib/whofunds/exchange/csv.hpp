#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/model/error.hpp"

namespace whofunds::exchange {

/// A cell of CSV (RFC 4180) that is safe to open in a spreadsheet: one that would run as a formula, as it
/// begins with = + - @, a tab or a line end (after any number of spaces), or with one of the wide forms of
/// these signs, is given an apostrophe before it, which spreadsheets take for "this is text". `read_csv`
/// takes it away again.
std::string csv_cell(std::string_view text);

/// One row with its line end.
std::string csv_row(const std::vector<std::string>& cells);

/// A row of CSV that was read.
struct CsvRow {
  std::vector<std::string> cells;
  std::size_t line = 0;   ///< the line of the file on which it begins, from 1
  std::string_view text;  ///< as it stands there, without its line end
};

/// Reads rows of `text`, a whole file, and gives each to `on_row`, the header as the first. Cells are
/// separated by the one of comma, semicolon and tab that the first line has most of. Empty lines are passed
/// over. A row with a quote that does not end, or goes on after it, is given to `on_fault`, and reading goes
/// on at the next line.
void read_csv(std::string_view text, std::string_view source,
              const std::function<void(const CsvRow&)>& on_row,
              const std::function<void(const InputError&)>& on_fault);

}  // namespace whofunds::exchange
