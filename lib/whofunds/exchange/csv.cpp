#include "whofunds/exchange/csv.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "whofunds/text/utf8.hpp"

namespace whofunds::exchange {
namespace {

// With these a formula begins; the last four are the wide forms that some spreadsheets take for the same.
constexpr std::array<std::string_view, 11> kFormulaSigns{"=",  "+",      "-",      "@",      "\t",    "\r",
                                                         "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

// Whether the text begins with a sign of a formula, were it not for apostrophes and spaces.
bool begins_formula(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return std::any_of(kFormulaSigns.begin(), kFormulaSigns.end(),
                     [&](std::string_view sign) { return text.starts_with(sign); });
}

// Takes away the apostrophe that `csv_cell` puts before a formula.
void drop_guard(std::string& cell) {
  if (cell.starts_with('\'') && begins_formula(cell)) cell.erase(0, 1);
}

char separator_of(std::string_view first_line) {
  constexpr std::string_view kSeparators = ",;\t";
  return *std::max_element(kSeparators.begin(), kSeparators.end(), [&](char a, char b) {
    return std::count(first_line.begin(), first_line.end(), a) <
           std::count(first_line.begin(), first_line.end(), b);
  });
}

// Cuts one row after the other off a text.
class Cutter {
 public:
  Cutter(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool at_end() const { return at_ >= text_.size(); }
  std::size_t line() const { return line_; }

  // The next row; nothing, with why in `fault`, where it is none: the row is then passed over up to the end
  // of its first line.
  std::optional<CsvRow> next(std::string& fault) {
    const std::size_t begin = at_;
    CsvRow row{.line = line_};
    do {
      row.cells.emplace_back();
      fault = at_ < text_.size() && text_[at_] == '"' ? quoted_cell(row.cells.back())
                                                      : plain_cell(row.cells.back());
      if (!fault.empty()) {
        at_ = begin;
        end_line(text_.find('\n', begin));
        return std::nullopt;
      }
    } while (at_ < text_.size() && text_[at_++] == separator_);
    // What ended the last cell is a line end, which is passed, or the end of the text.
    std::size_t end = at_;
    if (end > begin && text_[end - 1] == '\n') --end;
    row.text = text_.substr(begin, end - begin);
    if (row.text.ends_with('\r')) row.text.remove_suffix(1);
    line_ += static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                                                 text_.begin() + static_cast<std::ptrdiff_t>(at_), '\n'));
    return row;
  }

 private:
  void end_line(std::size_t line_end) {
    at_ = line_end == std::string_view::npos ? text_.size() : line_end + 1;
    ++line_;
  }

  // Both leave `at_` at the separator or line feed after the cell, and tell what is wrong.
  std::string plain_cell(std::string& cell) {
    const std::size_t end = std::min(text_.find_first_of(std::string{separator_, '\n'}, at_), text_.size());
    cell = text_.substr(at_, end - at_);
    at_ = end;
    if ((end == text_.size() || text_[end] == '\n') && cell.ends_with('\r')) cell.pop_back();
    return {};
  }

  std::string quoted_cell(std::string& cell) {
    while (true) {
      const std::size_t quote = text_.find('"', at_ + 1);
      if (quote == std::string_view::npos) return "a quoted cell does not end";
      cell.append(text_.substr(at_ + 1, quote - at_ - 1));
      at_ = quote + 1;
      if (at_ >= text_.size() || text_[at_] != '"') break;
      cell += '"';
    }
    if (text_.substr(at_).starts_with("\r\n") || text_.substr(at_) == "\r") ++at_;
    if (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') {
      return "a quoted cell goes on after its closing quote";
    }
    return {};
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell(text);
  if (begins_formula(cell)) cell.insert(0, 1, '\'');
  const bool has_space_at_end = cell.starts_with(' ') || cell.ends_with(' ');
  if (!has_space_at_end && cell.find_first_of(",;\t\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) row += ',';
    row += csv_cell(cell);
  }
  return row + "\r\n";
}

void read_csv(std::string_view text, std::string_view source,
              const std::function<void(const CsvRow&)>& on_row,
              const std::function<void(const InputError&)>& on_fault) {
  constexpr std::string_view kByteOrderMark = "\uFEFF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Cutter cutter(text, separator_of(text.substr(0, text.find('\n'))));
  while (!cutter.at_end()) {
    const std::string where = fmt::format("{}:{}", source, cutter.line());
    std::string fault;
    std::optional<CsvRow> row = cutter.next(fault);
    if (!row) {
      on_fault({where, fault, "a quote within a quoted cell is written twice"});
    } else if (const std::string not_text = text::text_fault(row->text); !not_text.empty()) {
      on_fault({where, not_text, "save it as UTF-8"});
    } else if (!row->text.empty()) {
      for (std::string& cell : row->cells) drop_guard(cell);
      on_row(*row);
    }
  }
}

}  // namespace whofunds::exchange
