// Writes the completions of whofunds into a folder, under the names by which each shell finds them:
//   write_completions FOLDER
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "described.hpp"

int main(int argc, char** argv) {
  try {
    if (argc != 2) throw std::invalid_argument("usage: write_completions FOLDER");
    const std::filesystem::path folder = argv[1];
    std::filesystem::create_directories(folder);
    const auto commands = whofunds::completions::described_commands();
    const auto write = [&](const char* name, const std::string& text) {
      std::ofstream file(folder / name, std::ios::binary);
      if (!(file << text << std::flush)) throw std::runtime_error("cannot write " + (folder / name).string());
    };
    write("whofunds", whofunds::completions::bash_completion(commands));
    write("_whofunds", whofunds::completions::zsh_completion(commands));
    write("whofunds.fish", whofunds::completions::fish_completion(commands));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "write_completions: " << error.what() << '\n';
    return 1;
  }
}
