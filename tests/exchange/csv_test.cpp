#include "whofunds/exchange/csv.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace whofunds;
using namespace whofunds::exchange;

namespace {

struct Read {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> lines;
  std::vector<std::string> texts;
  std::vector<std::string> faults;
};

Read read(const std::string& text) {
  Read all;
  read_csv(
      text, "t.csv",
      [&](const CsvRow& row) {
        all.rows.push_back(row.cells);
        all.lines.push_back(row.line);
        all.texts.emplace_back(row.text);
      },
      [&](const InputError& fault) { all.faults.emplace_back(fault.what()); });
  return all;
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("a cell that would run as a formula is given an apostrophe, and quotes where it needs them") {
  struct Case {
    std::string text;
    std::string cell;
  };
  const std::vector<Case> cases{
      {"Elm", "Elm"},
      {"", ""},
      {"=1+1", "'=1+1"},
      {"+7", "'+7"},
      {"-2", "'-2"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\t=1", "\"'\t=1\""},
      {"\r=1", "\"'\r=1\""},
      {"\n=1", "\"'\n=1\""},
      {"  =1", "'  =1"},
      {"＝1", "'＝1"},
      {"'=1", "''=1"},
      {"'t Hooft", "'t Hooft"},
      {"a=b", "a=b"},
      {"say \"hi\"", "\"say \"\"hi\"\"\""},
      {"a,b", "\"a,b\""},
      {"a;b", "\"a;b\""},
      {" a ", "\" a \""},
  };
  for (const Case& wanted : cases) {
    CAPTURE(wanted.text);
    CHECK(csv_cell(wanted.text) == wanted.cell);
    CHECK(read("x\r\n" + wanted.cell + ",1\r\n").rows.back().front() == wanted.text);
  }
}

TEST_CASE("rows are read with the line on which each begins, and as they stand there") {
  const Read all = read("\uFEFFa,b\r\n\r\n1,\"two\nlines\"\n,\n\"x\",\"\"");
  CHECK(all.rows == Rows{{"a", "b"}, {"1", "two\nlines"}, {"", ""}, {"x", ""}});
  CHECK(all.lines == std::vector<std::size_t>{1, 3, 5, 6});
  CHECK(all.texts[1] == "1,\"two\nlines\"");
  CHECK(all.faults.empty());
}

TEST_CASE("the separator is what the header has most of") {
  CHECK(read("a;b;c,d\n1;2;3,4\n").rows.back() == std::vector<std::string>{"1", "2", "3,4"});
  CHECK(read("a\tb\n1\t2,3\n").rows.back() == std::vector<std::string>{"1", "2,3"});
  CHECK(read("").rows.empty());
}

TEST_CASE("a row that cannot be read is named, and the rest is read") {
  const Read all = read("a,b\n\"x\"y,1\n2,3\nbroken \xD0,4\n5,\"six\n7,8\n");
  CHECK(all.rows == Rows{{"a", "b"}, {"2", "3"}, {"7", "8"}});
  CHECK(all.faults ==
        std::vector<std::string>{
            "t.csv:2: a quoted cell goes on after its closing quote; a quote within a quoted cell is written "
            "twice",
            "t.csv:4: it is not UTF-8 at byte 7; save it as UTF-8",
            "t.csv:5: a quoted cell does not end; a quote within a quoted cell is written twice"});
}
