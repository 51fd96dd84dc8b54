#include "csv.hpp"

#include "printing.hpp"

namespace whofunds::tools {
namespace {

std::string csv_cell(std::string_view cell) {
  std::string safe = printable(cell);
  // A spreadsheet passes over spaces before the sign that begins a formula.
  const std::size_t first = safe.find_first_not_of(' ');
  constexpr std::string_view kBeginsFormula = "=+-@";
  if (first != std::string::npos && kBeginsFormula.find(safe[first]) != std::string_view::npos)
    safe.insert(0, 1, '\'');
  if (safe.find_first_of(",\"") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) row += ',';
    row += csv_cell(cell);
  }
  return row + "\r\n";
}

}  // namespace whofunds::tools
