#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace whofunds::tools {

/// `text` as it may be shown on a terminal: what would steer it (control characters, marks that turn the
/// direction of writing) and what is no UTF-8 is replaced by U+FFFD. Tabs and line ends become a space, so
/// the answer is one line.
std::string printable(std::string_view text);

/// The lines of a text, each of them made printable.
std::string printable_lines(std::string_view text);

/// A message for people on standard error, each of its lines made printable.
void say(std::string_view message);
/// The same, as what went wrong: "whofunds: …".
void say_error(std::string_view message);

/// Writes to standard output. Throws MachineError where it takes no more.
void print(std::string_view text);
/// Hands on what `print` still holds back. Throws MachineError where standard output does not take it.
void flush_output();

/// Whether standard output goes to a person.
bool output_is_terminal();

/// Rows as columns that stand in line, two spaces between them; each row one line. Cells are made printable.
std::string aligned(const std::vector<std::vector<std::string>>& rows);

}  // namespace whofunds::tools
