// Reads every file of a corpus with the reader that its folder names: corpus/html/x with that of HTML.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "readers.hpp"
#include "whofunds/model/error.hpp"

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  std::vector<fs::path> files;
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : fs::recursive_directory_iterator(argv[i])) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const whofunds::fuzz::Reader reader =
        whofunds::fuzz::reader_named(file.parent_path().filename().string());
    if (reader == nullptr) {
      std::cerr << file << ": no reader is called like its folder\n";
      return 1;
    }
    std::ifstream input(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(input), {}};
    std::cout << file.string() << std::endl;  // before it is read, so that a crash is known by its file
    try {
      reader(bytes);
    } catch (const whofunds::InputError& error) {
      std::cout << "  " << error.what() << '\n';
    }
  }
  return files.empty() ? 1 : 0;
}
