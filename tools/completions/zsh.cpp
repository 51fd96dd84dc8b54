#include <sstream>

#include <fmt/format.h>

#include "described.hpp"

namespace whofunds::completions {
namespace {

/// Text within single quotes, where also a colon or bracket would end a part of a specification.
std::string zsh_quoted(const std::string& text) {
  std::string result;
  for (const char c : escaped(text, "\\:[]")) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result;
}

/// ":GRAPH:_files"
std::string value_of(const Option& option) {
  if (option.value.empty()) return "";
  const std::string name = option.words.empty() ? zsh_quoted(option.value) : "value";
  if (option.is_file) return fmt::format(":{}:_files", name);
  return option.words.empty() ? fmt::format(":{}: ", name)
                              : fmt::format(":{}:({})", name, joined(option.words));
}

void write_option(const Option& option, std::ostream& out) {
  const std::string once = option.repeats ? "*" : fmt::format("({})", joined(option.names));
  for (const std::string& name : option.names)
    out << fmt::format("        '{}{}[{}]{}'\n", once, name, zsh_quoted(option.help), value_of(option));
}

void write_zsh_command(const Command& command, std::ostream& out) {
  out << "    " << command.name << ")\n      specification=(\n";
  for (const Option& option : command.options) write_option(option, out);
  for (const Argument& argument : command.arguments)
    out << "        '" << (argument.repeats ? "*" : "") << ":" << argument.name << ":"
        << (argument.is_file ? "_files" : " ") << "'\n";
  out << "      ) ;;\n";
}

}  // namespace

std::string zsh_completion(const std::vector<Command>& commands) {
  std::ostringstream out;
  out << R"(#compdef whofunds
# Completion of whofunds for zsh, made from the options that it declares.

_whofunds() {
  local -a commands specification
  commands=(
)";
  for (const Command& command : commands)
    out << "    '" << command.name << ":" << zsh_quoted(command.help) << "'\n";
  out << R"(    'help:the page of a command'
  )
  if ((CURRENT == 2)); then
    _describe command commands
    _arguments '--help[what there is]' '--version[which version this is]'
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
)";
  for (const Command& command : commands) write_zsh_command(command, out);
  out << R"(    help) _describe command commands; return ;;
    *) return 1 ;;
  esac
  _arguments $specification
}

_whofunds "$@"
)";
  return out.str();
}

}  // namespace whofunds::completions
