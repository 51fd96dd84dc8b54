// Compiles the rules for tokens of one language, at build time:
//
//     compile_token_rules language/en/segmentation.toml en.tokens

#include <cstdio>
#include <exception>
#include <fstream>
#include <string>

#include "whofunds/text/segmentation_rules.hpp"
#include "whofunds/text/token_rules.hpp"

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: compile_token_rules RULES OUT\n", stderr);
    return 2;
  }
  try {
    const std::string compiled =
        whofunds::text::compile_token_rules(whofunds::text::read_segmentation_rules(arguments[1]));
    std::ofstream out(arguments[2], std::ios::binary | std::ios::trunc);
    out.write(compiled.data(), static_cast<std::streamsize>(compiled.size()));
    out.close();
    if (!out) {
      std::fprintf(stderr, "compile_token_rules: cannot write %s\n", arguments[2]);
      return 4;
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "compile_token_rules: %s\n", error.what());
    return 3;
  }
  return 0;
}
