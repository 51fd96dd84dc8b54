#include "whofunds/text/reading.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace whofunds;
using namespace whofunds::text;

namespace {

struct Read {
  std::vector<Document> documents;
  std::vector<std::string> faults;
};

Read read(const std::string& input, Format format = Format::kJsonLines, std::string_view source = "a.jsonl") {
  Read found;
  std::istringstream stream(input);
  read_documents(
      stream, source, format, [&](Document document) { found.documents.push_back(std::move(document)); },
      [&](const InputError& fault) { found.faults.emplace_back(fault.what()); });
  return found;
}

}  // namespace

TEST_CASE("a document line gives all that it tells, and unknown keys are passed over") {
  const Read found = read(
      R"({"id":"a","lang":"en-US","text":"Acme bought Bolt.","date":"2023-05","url":"u","title":"T","x":{"y":[1]}})"
      "\r\n\n"
      R"({"text":"Завод купил банк","id":12,"date":null})");
  CHECK(found.faults.empty());
  REQUIRE(found.documents.size() == 2);
  CHECK(found.documents[0].id == "a");
  CHECK(found.documents[0].lang == "en");
  CHECK(found.documents[0].text == "Acme bought Bolt.");
  CHECK(found.documents[0].date == model::PartialDate{2023, 5});
  CHECK(found.documents[0].url == "u");
  CHECK(found.documents[0].title == "T");
  CHECK(found.documents[1].id == "12");
  CHECK(found.documents[1].lang == "ru");
}

TEST_CASE("a bad document line is reported with its place, and reading goes on") {
  struct Case {
    std::string line;
    const char* message;
  };
  const std::vector<Case> cases{
      {"not json", "a.jsonl:1: the line is no JSON (at byte 2); one JSON object a line"},
      {R"({"id":"a","text":"x"} {})", "a.jsonl:1: the line is no JSON (at byte 23); one JSON object a line"},
      {"[1]", "a.jsonl:1: the line is JSON but no object; an object stands in { }"},
      {R"({"text":"x"})", R"(a.jsonl:1: 'id' is missing or empty; a document is {"id": …, "text": …})"},
      {R"({"id":true,"text":"x"})", R"(a.jsonl:1: 'id' is no text; a document is {"id": …, "text": …})"},
      {R"({"id":"a"})", R"(a.jsonl:1: 'text' is missing; a document is {"id": …, "text": …})"},
      {R"({"id":"a","text":5})", R"(a.jsonl:1: 'text' is no text; a document is {"id": …, "text": …})"},
      {R"({"id":"a","text":["x"]})", R"(a.jsonl:1: 'text' is no text; a document is {"id": …, "text": …})"},
      {R"({"id":"a","text":" \n"})", "a.jsonl:1: it is empty"},
      {R"({"id":"a","text":"x","date":"5 May"})",
       "a.jsonl:1: the date '5 May' is none; write YYYY, YYYY-MM or YYYY-MM-DD"},
      {R"({"id":"a","text":"x","date":"2023-13"})",
       "a.jsonl:1: the date '2023-13' is none; write YYYY, YYYY-MM or YYYY-MM-DD"},
      {R"({"id":"a","text":"x","lang":1})",
       R"(a.jsonl:1: 'lang' is no text; a document is {"id": …, "text": …})"},
      {R"({"id":"a","text":"x\u0000y"})", "a.jsonl:1: it is binary (NUL at byte 1); give text as UTF-8"},
      {R"({"id":"a\u0000","text":"x"})", R"(a.jsonl:1: 'id' holds NUL; a document is {"id": …, "text": …})"},
      {"{\"id\":\"a\",\"text\":\"x\xFFy\"}", "a.jsonl:1: it is not UTF-8 at byte 19; save it as UTF-8"},
      {std::string("{\"id\":\"a\0\"}", 11), "a.jsonl:1: it is binary (NUL at byte 8); save it as UTF-8"},
      {R"({"id":"a","text":"\ud800"})",
       "a.jsonl:1: the line is no JSON (at byte 25); one JSON object a line"},
  };
  for (const Case& wanted : cases) {
    const Read found = read(wanted.line + "\n" + R"({"id":"b","text":"y"})");
    CAPTURE(wanted.line);
    REQUIRE(found.faults.size() == 1);
    CHECK(found.faults[0] == wanted.message);
    CHECK(found.documents.size() == 1);
  }
}

TEST_CASE("documents may stand in a list, or over several lines") {
  const char* const list = R"([{"id":"a","text":"x {\" y"}, {"id":"b","text":"z","more":[{}]}])";
  for (const Format format : {Format::kAuto, Format::kJsonLines}) {
    const Read found = read(list, format, "a.json");
    CHECK(found.faults.empty());
    REQUIRE(found.documents.size() == 2);
    CHECK(found.documents[0].text == "x {\" y");
    CHECK(found.documents[1].id == "b");
  }
  const Read spread =
      read("{\n  \"id\": \"a\",\n  \"text\": \"x\"\n}\n{\n  \"id\": \"b\"\n}\n", Format::kAuto, "a.json");
  REQUIRE(spread.documents.size() == 1);
  CHECK(spread.documents[0].where == "a.json:1");
  CHECK(spread.faults.at(0) == R"(a.json:5: 'text' is missing; a document is {"id": …, "text": …})");
}

TEST_CASE("a list that breaks off or holds something else is named with its line") {
  const Read cut = read("[\n{\"id\":\"a\",\"text\":\"x\"},\n{\"id\":\"b\",\n\"te", Format::kAuto, "a.json");
  CHECK(cut.documents.size() == 1);
  CHECK(cut.faults.at(0) ==
        R"(a.json:3: the object that begins here is not closed; a document is {"id": …, "text": …})");
  const Read other = read("[{\"id\":\"a\",\"text\":\"x\"},\n5]", Format::kAuto, "a.json");
  CHECK(other.documents.size() == 1);
  CHECK(other.faults.at(0) == R"(a.json:2: here stands no object; a document is {"id": …, "text": …})");
  // A line that was cut takes nothing else with it.
  const Read line = read("{\"id\":\"a\",\n{\"id\":\"b\",\"text\":\"x\"}\n");
  CHECK(line.documents.size() == 1);
  CHECK(line.faults.size() == 1);
}

TEST_CASE("a line longer than a document may be is passed over to its end") {
  std::string input = R"({"id":"a","text":")";
  input.append(kLargestDocument, 'x').append("\"}\n").append(R"({"id":"b","text":"y"})");
  const Read found = read(input);
  REQUIRE(found.faults.size() == 1);
  CHECK(found.faults[0] == "a.jsonl:1: it is longer than 32 MB; split the document");
  REQUIRE(found.documents.size() == 1);
  CHECK(found.documents[0].id == "b");
}

TEST_CASE("nesting without end costs no more than the line") {
  const std::string deep(1U << 20, '[');
  CHECK(read(R"({"id":"a","text":"x","more":)" + deep).faults.size() == 1);
  const std::string closed = deep + std::string(deep.size(), ']');
  CHECK(read(R"({"id":"a","text":"x","more":)" + closed + "}").documents.size() == 1);
}

TEST_CASE("a text is one document named after its source, without its byte order mark") {
  const Read found = read("\uFEFFЗавод\r\nкупил банк\n", Format::kText, "b.txt");
  REQUIRE(found.documents.size() == 1);
  CHECK(found.documents[0].id == "b.txt");
  CHECK(found.documents[0].text == "Завод\r\nкупил банк\n");
  CHECK(found.documents[0].lang == "ru");
}

TEST_CASE("a text that cannot be read says why") {
  CHECK(read("", Format::kText, "b.txt").faults.at(0) == "b.txt: it is empty");
  CHECK(read("\uFEFF \n", Format::kText, "b.txt").faults.at(0) == "b.txt: it is empty");
  CHECK(read(std::string("a\0b", 3), Format::kText, "b").faults.at(0) ==
        "b: it is binary (NUL at byte 1); save it as UTF-8");
  CHECK(read("да\xD0", Format::kText, "b").faults.at(0) == "b: it is not UTF-8 at byte 4; save it as UTF-8");
  CHECK(read(std::string(kLargestDocument + 1, 'a'), Format::kText, "b").faults.at(0) ==
        "b: it is longer than 32 MB; split it, or give its documents as JSON lines");
  CHECK(read(std::string(kLargestDocument, 'a'), Format::kText, "b").documents.size() == 1);
}

TEST_CASE("what is no document says what it is") {
  CHECK(read("\x89PNG\r\n", Format::kAuto, "b.txt").faults.at(0) == "b.txt: it is a picture");
  CHECK(read(std::string("a\0b", 3), Format::kAuto, "b").faults.at(0) == "b: it is binary");
}

TEST_CASE("plain text that is called .docx or .pdf is refused unless it is said to be text") {
  for (const std::string kind : {".docx", ".pdf"}) {
    CHECK(read("PK garbage", Format::kAuto, "f" + kind).faults.at(0) ==
          "f" + kind + ": it is called " + kind +
              " and is none; save it anew, or read it as text with --input text");
    CHECK(read("Acme bought Beta.", Format::kText, "f" + kind).documents.size() == 1);
  }
  CHECK(read("<html><p>one", Format::kAuto, "f.pdf").documents.at(0).text == "one");
}

TEST_CASE("the format is told by what is in the input, and by its name only where nothing else tells") {
  const std::string line = R"({"id":"a","text":"x"})";
  CHECK(read(line, Format::kAuto, "b.jsonl").documents.at(0).id == "a");
  CHECK(read(line, Format::kAuto, "b.txt").documents.at(0).id == "a");
  CHECK(read(line, Format::kText, "b.jsonl").documents.at(0).id == "b.jsonl");
  CHECK(read("<html><p>one<p>two", Format::kAuto, "b.txt").documents.at(0).text == "one\n\ntwo");
  CHECK(read("# Head\n\n*two*", Format::kAuto, "b.md").documents.at(0).text == "Head\n\ntwo");
  CHECK(read("# Head\n\n*two*", Format::kAuto, "b.txt").documents.at(0).text == "# Head\n\n*two*");
}

TEST_CASE("a declared language counts for a short text, words for a long one") {
  std::string russian;
  for (int i = 0; i < 5; ++i) russian += "Фонд купил треть компании, и обе стороны об этом сообщили. ";
  CHECK(read("<html lang=en><p>" + russian, Format::kAuto, "b").documents.at(0).lang == "ru");
  CHECK(read("<html lang=fr><p>Acme", Format::kAuto, "b").documents.at(0).lang == "fr");
}

TEST_CASE("a file that is not there, is a folder or is closed to us is named") {
  const auto ignore_document = [](const Document&) {};
  const auto ignore_fault = [](const InputError&) {};
  CHECK_THROWS_WITH_AS(read_file("no-such-file.txt", Format::kAuto, ignore_document, ignore_fault),
                       "no-such-file.txt: it cannot be opened: No such file or directory", InputError);
  CHECK_THROWS_WITH_AS(read_file(".", Format::kAuto, ignore_document, ignore_fault),
                       ".: it is a folder; name the files in it, or read folders with -r", InputError);
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "whofunds_reading_test.jsonl";
  std::ofstream(file) << R"({"id":"a","text":"Acme bought Bolt."})";
  std::vector<std::string> ids;
  read_file(
      file, Format::kAuto, [&](const Document& document) { ids.push_back(document.id); }, ignore_fault);
  CHECK(ids == std::vector<std::string>{"a"});
  std::filesystem::remove(file);
}

TEST_CASE("what the caller throws for a document is no fault of the document") {
  std::istringstream stream(R"({"id":"a","text":"x"})");
  int faults = 0;
  CHECK_THROWS_AS(read_documents(
                      stream, "a.jsonl", Format::kAuto, [](const Document&) { throw InputError("", "mine"); },
                      [&](const InputError&) { ++faults; }),
                  InputError);
  CHECK(faults == 0);
}

TEST_CASE("a folder stands for the files in it, in the order of their names, without hidden ones") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "whofunds_reading_test";
  fs::remove_all(folder);
  for (const char* const name : {"b/x.txt", "a.txt", ".hidden", ".git/y.txt", "b/a/z.txt"}) {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name) << "x";
  }
  fs::create_directory_symlink(folder, folder / "b" / "again");
  std::vector<std::string> names;
  for (const fs::path& file : files_in(folder)) names.push_back(file.lexically_relative(folder).string());
  CHECK(names == std::vector<std::string>{"a.txt", "b/a/z.txt", "b/x.txt"});
  fs::remove_all(folder);
}

TEST_CASE("a machine that fails to read is no fault of a document") {
  struct Broken : std::streambuf {
    int_type underflow() override { throw std::ios_base::failure("disk"); }
    std::streamsize xsgetn(char*, std::streamsize) override { throw std::ios_base::failure("disk"); }
  };
  for (const Format format : {Format::kText, Format::kJsonLines}) {
    Broken buffer;
    std::istream stream(&buffer);
    int calls = 0;
    CHECK_THROWS_WITH_AS(
        read_documents(
            stream, "a", format, [&](const Document&) { ++calls; }, [&](const InputError&) { ++calls; }),
        doctest::Contains("a: reading failed"), MachineError);
    CHECK(calls == 0);
  }
}
