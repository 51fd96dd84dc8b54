#pragma once

#include <string>
#include <vector>

namespace whofunds::completions {

/// An option as shells offer it.
struct Option {
  std::vector<std::string> names;  ///< "-o", "--output"
  std::string help;                ///< what the manual says of it, in a line
  std::string value;               ///< what the manual calls its value; "" = it has none
  std::vector<std::string> words;  ///< all that its value can be; none = anything
  bool is_file = false;            ///< whether its value is the name of a file
  bool repeats = false;            ///< whether it may be given many times
};

/// An argument that is no option.
struct Argument {
  std::string name;  ///< "GRAPH"
  bool is_file = false;
  bool repeats = false;  ///< whether more of the same may follow
};

struct Command {
  std::string name;
  std::string help;
  std::vector<Option> options;
  std::vector<Argument> arguments;
};

/// All commands of the program as they are declared, with what the manual says of them.
std::vector<Command> described_commands();

/// The file that the shell loads.
std::string bash_completion(const std::vector<Command>& commands);
std::string zsh_completion(const std::vector<Command>& commands);
std::string fish_completion(const std::vector<Command>& commands);

/// "build merge help": the names of all commands, and `help`.
std::string command_names(const std::vector<Command>& commands);
/// The words with a space between them.
std::string joined(const std::vector<std::string>& words);
/// The text with a backslash before each of those characters.
std::string escaped(const std::string& text, const std::string& characters);

}  // namespace whofunds::completions
