#include <sstream>

#include <fmt/format.h>

#include "described.hpp"

namespace whofunds::completions {
namespace {

std::string fish_quoted(const std::string& text) {
  return fmt::format("'{}'", escaped(text, "\\'"));
}

void write_option(const std::string& when, const Option& option, std::ostream& out) {
  out << when;
  for (const std::string& name : option.names)
    out << (name.starts_with("--") ? fmt::format(" -l {}", name.substr(2))
                                   : fmt::format(" -s {}", name.substr(1)));
  if (option.is_file)
    out << " -r -F";
  else if (!option.words.empty())
    out << " -x -a " << fish_quoted(joined(option.words));
  else if (!option.value.empty())
    out << " -x";
  out << " -d " << fish_quoted(option.help) << "\n";
}

}  // namespace

std::string fish_completion(const std::vector<Command>& commands) {
  std::ostringstream out;
  out << R"(# Completion of whofunds for fish, made from the options that it declares.

function __whofunds_has_command
    set -l words (commandline -opc)
    test (count $words) -ge 2; and contains -- $words[2] $argv
end

function __whofunds_has_none
    test (count (commandline -opc)) -eq 1
end

complete -c whofunds -f
complete -c whofunds -n __whofunds_has_none -l help -d 'what there is'
complete -c whofunds -n __whofunds_has_none -l version -d 'which version this is'
complete -c whofunds -n __whofunds_has_none -a help -d 'the page of a command'
)";
  for (const Command& command : commands) {
    const std::string offer = fmt::format(" -a {} -d {}\n", command.name, fish_quoted(command.help));
    out << "complete -c whofunds -n __whofunds_has_none" << offer
        << "complete -c whofunds -n '__whofunds_has_command help'" << offer;
    const std::string when = fmt::format("complete -c whofunds -n '__whofunds_has_command {}'", command.name);
    for (const Option& option : command.options) write_option(when, option, out);
    if (!command.arguments.empty() && command.arguments.front().is_file) out << when << " -F\n";
  }
  return out.str();
}

}  // namespace whofunds::completions
