#include "described.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "command.hpp"
#include "manual.hpp"

namespace whofunds::completions {
namespace {

constexpr std::string_view kDash = " — ";
constexpr std::array<std::string_view, 5> kFiles{"FILE", "FILES", "GRAPH", "GRAPHS", "OUT"};

bool names_file(std::string_view name) {
  return std::find(kFiles.begin(), kFiles.end(), name) != kFiles.end();
}

/// What a page of the manual says of an option, by the line of its list that begins with the names.
struct Entry {
  std::string term;  ///< "-o, --output GRAPH"
  std::string help;
};

Entry entry_of(std::string_view page, const std::string& name) {
  std::istringstream lines{std::string(page)};
  for (std::string line; std::getline(lines, line);) {
    const auto dash = line.find(kDash);
    if (!line.starts_with("- -") || dash == std::string::npos) continue;
    Entry entry{.term = line.substr(2, dash - 2), .help = line.substr(dash + kDash.size())};
    std::istringstream words(entry.term);
    for (std::string word; words >> word;) {
      if (word.back() == ',') word.pop_back();
      if (word == name) return entry;
    }
  }
  return {};
}

/// "help that goes on in the next line; and more" → "help that goes on in the next line"
std::string first_clause(const std::string& help) {
  return help.substr(0, help.find_first_of(";:"));
}

/// What is in the braces of "TEXT:{a,b}".
std::vector<std::string> words_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const auto begin = type.find('{');
  if (begin == std::string::npos) return {};
  std::istringstream list(type.substr(begin + 1, type.find('}') - begin - 1));
  std::vector<std::string> words;
  for (std::string word; std::getline(list, word, ',');) words.push_back(word);
  return words;
}

Option described(const CLI::Option& option, std::string_view page) {
  Option result;
  for (const std::string& name : option.get_snames()) result.names.push_back(fmt::format("-{}", name));
  for (const std::string& name : option.get_lnames()) result.names.push_back(fmt::format("--{}", name));
  const Entry entry = entry_of(page, result.names.front());
  result.help = first_clause(entry.help);
  result.repeats = option.get_expected_max() > 1;
  if (option.get_expected_max() == 0) return result;
  result.value = entry.term.substr(entry.term.rfind(' ') + 1);
  result.words = words_of(option);
  result.is_file = names_file(result.value);
  return result;
}

void describe(const CLI::App& app, std::string_view page, Command& command) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      const std::string name = option->get_name();
      command.arguments.push_back(
          {.name = name, .is_file = names_file(name), .repeats = option->get_expected_max() > 1});
    } else {
      command.options.push_back(described(*option, page));
    }
  }
  for (const CLI::App* group : app.get_subcommands([](const CLI::App*) { return true; }))
    describe(*group, page, command);
}

std::string help_of(std::string_view page) {
  const auto dash = page.find(kDash);
  const auto end = page.find('\n', dash);
  return first_clause(std::string(page.substr(dash + kDash.size(), end - dash - kDash.size())));
}

}  // namespace

std::vector<Command> described_commands() {
  std::vector<Command> commands;
  for (const auto& declared : tools::all_commands()) {
    CLI::App app;
    declared->setup(app);
    Command command{.name = std::string(declared->name())};
    const std::string_view page = tools::manual_page(fmt::format("whofunds-{}", command.name));
    command.help = help_of(page);
    describe(app, page, command);
    commands.push_back(std::move(command));
  }
  return commands;
}

std::string command_names(const std::vector<Command>& commands) {
  std::vector<std::string> names;
  names.reserve(commands.size() + 1);
  for (const Command& command : commands) names.push_back(command.name);
  names.emplace_back("help");
  return joined(names);
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string escaped(const std::string& text, const std::string& characters) {
  std::string result;
  for (const char c : text) {
    if (characters.find(c) != std::string::npos) result += '\\';
    result += c;
  }
  return result;
}

}  // namespace whofunds::completions
