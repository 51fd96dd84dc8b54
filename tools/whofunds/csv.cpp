#include "csv.hpp"

#include "printing.hpp"
#include "whofunds/exchange/csv.hpp"

namespace whofunds::tools {
std::string csv_row(const std::vector<std::string>& cells) {
  std::vector<std::string> shown;
  shown.reserve(cells.size());
  for (const std::string& cell : cells) shown.push_back(printable(cell));
  return exchange::csv_row(shown);
}

}  // namespace whofunds::tools
