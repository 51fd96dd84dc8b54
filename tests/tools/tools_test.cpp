#include <algorithm>
#include <new>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>

#include <CLI/CLI.hpp>
#include <doctest/doctest.h>

#include "command.hpp"
#include "csv.hpp"
#include "documents.hpp"
#include "manual.hpp"
#include "printing.hpp"
#include "progress.hpp"

using namespace whofunds::tools;

namespace {

/// The options that a command declares, in its groups too: "--depth", "-o" …
void collect_options(const CLI::App& app, std::set<std::string>& options) {
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) options.insert("--" + name);
    for (const std::string& name : option->get_snames()) options.insert("-" + name);
  }
  for (const CLI::App* group : app.get_subcommands([](const CLI::App*) { return true; }))
    collect_options(*group, options);
}

/// The options that a page of the manual explains: those that begin the entries of its section OPTIONS.
std::set<std::string> explained_options(std::string_view page) {
  std::istringstream lines{std::string(page)};
  std::set<std::string> options;
  bool in_section = false;
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() &&
        std::all_of(line.begin(), line.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == ' '; }))
      in_section = line == "OPTIONS";
    if (!in_section || line.rfind("- ", 0) != 0) continue;
    std::istringstream words(line.substr(2, line.find("—") - 2));
    for (std::string word; words >> word;) {
      if (word.back() == ',') word.pop_back();
      if (word.front() == '-') options.insert(word);
    }
  }
  return options;
}

}  // namespace

TEST_CASE("the manual of a command explains the options that it has, all of them and no others") {
  for (const auto& command : all_commands()) {
    CAPTURE(std::string(command->name()));
    CLI::App app;
    command->setup(app);
    std::set<std::string> declared;
    collect_options(app, declared);
    const std::string_view page = manual_page("whofunds-" + std::string(command->name()));
    CHECK(explained_options(page) == declared);
    CHECK(page.find("\nEXAMPLE\n") != std::string_view::npos);
  }
}

TEST_CASE("the first page of the manual lists every command") {
  for (const auto& command : all_commands())
    CHECK(manual_page("whofunds").find("- " + std::string(command->name()) + " — ") !=
          std::string_view::npos);
}

TEST_CASE("what would steer a terminal is shown as a replacement character") {
  CHECK(printable("Яндекс, Inc.") == "Яндекс, Inc.");
  CHECK(printable("\x1b[31mred\x07") == "\uFFFD[31mred\uFFFD");
  CHECK(printable("\u009b31m") == "\uFFFD31m");
  CHECK(printable("a\u202Eb") == "a\uFFFDb");
  CHECK(printable("one\r\ntwo\tthree") == "one two three");
  CHECK(printable("broken \xD0 here") == "broken \uFFFD here");
}

TEST_CASE("columns stand in line, whatever the script") {
  CHECK(aligned({{"Яндекс", "company"}, {"", "x"}, {"株式", "fund", "e1"}}) ==
        "Яндекс  company\n"
        "        x\n"
        "株式    fund     e1\n");
}

TEST_CASE("a cell of CSV is quoted where it must be, and never a formula") {
  CHECK(csv_row({"a", "", "b"}) == "a,,b\r\n");
  CHECK(csv_row({"say \"hi\", twice"}) == "\"say \"\"hi\"\", twice\"\r\n");
  CHECK(csv_row({"=1+1", "@x", "+7", "-2", "a=b"}) == "'=1+1,'@x,'+7,'-2,a=b\r\n");
  CHECK(csv_row({"\t=cmd|' /C calc'!A0", "two\nlines"}) == "' =cmd|' /C calc'!A0,two lines\r\n");
}

TEST_CASE("things are counted in words") {
  CHECK(counted(1, "document") == "1 document");
  CHECK(counted(0, "fact") == "0 facts");
  CHECK(counted(2, "entity") == "2 entities");
}

TEST_CASE("progress tells the count, the rate, and the time left where that is known") {
  CHECK(progress_line(12, "documents", 4, 0) == "12 documents, 3.0/s");
  CHECK(progress_line(1000, "documents", 10, 0.5) == "1000 documents, 100/s, 50 %, 10 s left");
  CHECK(progress_line(1000, "documents", 600, 0.25) == "1000 documents, 1.7/s, 25 %, 30 min left");
  CHECK(progress_line(1000, "documents", 3600, 0.25) == "1000 documents, 0.3/s, 25 %, 3 h 00 min left");
  CHECK(progress_line(0, "documents", 0, 0) == "0 documents, 0.0/s");
}

TEST_CASE("whatever goes wrong with one document is a fault of that document alone") {
  using whofunds::InputError;
  CHECK_FALSE(fault_of("a", [] {}));
  CHECK(std::string(fault_of("a", [] { throw InputError("a", "no"); })->what()) == "a: no");
  CHECK(std::string(fault_of("a", [] { throw std::out_of_range("map"); })->what()) ==
        "a: reading it failed: map; this is a fault of whofunds; please report it with the document");
  CHECK_THROWS_AS(fault_of("a", [] { throw whofunds::MachineError("a", "no memory"); }),
                  whofunds::MachineError);
  CHECK_THROWS_AS(fault_of("a", [] { throw std::bad_alloc(); }), std::bad_alloc);
}
