#include "whofunds/model/error.hpp"

#include <algorithm>

namespace whofunds {
namespace {

// A file or a name that is quoted may hold line ends: they would end our line, and begin one that is theirs.
std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return line;
}

std::string compose(std::string_view where, std::string_view what_was_wrong, std::string_view what_to_do) {
  std::string message;
  if (!where.empty()) message.append(one_line(where)).append(": ");
  message.append(one_line(what_was_wrong));
  if (!what_to_do.empty()) message.append("; ").append(what_to_do);
  return message;
}

}  // namespace

Error::Error(std::string_view where, std::string_view what_was_wrong, std::string_view what_to_do)
    : std::runtime_error(compose(where, what_was_wrong, what_to_do)), where_(where) {}

}  // namespace whofunds
