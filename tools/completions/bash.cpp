#include <sstream>

#include <fmt/format.h>

#include "described.hpp"

namespace whofunds::completions {
namespace {

constexpr int kAnyNumber = 1000000;

/// "build:-o|build:--output"
std::string pattern(const Command& command, const Option& option) {
  std::string text;
  for (const std::string& name : option.names)
    text += fmt::format("{}{}:{}", text.empty() ? "" : "|", command.name, name);
  return text;
}

void write_values(const Command& command, std::ostream& out) {
  for (const Option& option : command.options) {
    if (option.value.empty()) continue;
    out << "    " << pattern(command, option) << ") ";
    if (option.is_file)
      out << "_whofunds_files";
    else if (!option.words.empty())
      out << "_whofunds_words '" << joined(option.words) << "'";
    out << (option.is_file || !option.words.empty() ? "; " : "") << "return ;;\n";
  }
}

/// What the command has: its options, those of them that have a value, and how many of its arguments are
/// files, from the first on.
void write_bash_command(const Command& command, std::ostream& out) {
  std::vector<std::string> names;
  std::vector<std::string> valued;
  for (const Option& option : command.options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
    if (!option.value.empty()) valued.insert(valued.end(), option.names.begin(), option.names.end());
  }
  int files = 0;
  for (const Argument& argument : command.arguments) {
    if (argument.is_file) files += argument.repeats ? kAnyNumber : 1;
  }
  out << "    " << command.name << ") options='" << joined(names) << "' valued=' " << joined(valued)
      << " ' files=" << files << " ;;\n";
}

}  // namespace

std::string bash_completion(const std::vector<Command>& commands) {
  std::ostringstream out;
  out << R"(# Completion of whofunds for bash, made from the options that it declares.

_whofunds_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }
_whofunds_files() { compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$current"); }

_whofunds() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
  local commands=')"
      << command_names(commands) << R"('
  local options valued files arguments=0 i
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then _whofunds_words "$commands --help --version"; return; fi
  case $command:$previous in
)";
  for (const Command& command : commands) write_values(command, out);
  out << "    help:help) _whofunds_words \"$commands\"; return ;;\n  esac\n  case $command in\n";
  for (const Command& command : commands) write_bash_command(command, out);
  out << R"(    *) return ;;
  esac
  if [[ $current == -* ]]; then _whofunds_words "$options"; return; fi
  for ((i = 2; i < COMP_CWORD; ++i)); do
    if [[ $valued == *" ${COMP_WORDS[i]} "* ]]; then ((++i)); elif [[ ${COMP_WORDS[i]} != -?* ]]; then ((++arguments)); fi
  done
  if ((arguments < files)); then _whofunds_files; fi
}

complete -F _whofunds whofunds
)";
  return out.str();
}

}  // namespace whofunds::completions
