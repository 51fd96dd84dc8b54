// The whole program: all commands, with the libraries that all of them need.
#include "program.hpp"

int main(int argc, char** argv) {
  return whofunds::tools::run_program(whofunds::tools::all_commands(), argc, argv);
}
