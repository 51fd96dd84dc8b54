#include "whofunds/text/archive.hpp"

#include <cstddef>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

#include "whofunds/text/reading.hpp"

using namespace whofunds;
using namespace whofunds::text;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

enum class Packed { kZip, kTarGz, kGz };

std::string pack(const Files& files, Packed how = Packed::kZip) {
  std::string bytes;
  archive* const writer = archive_write_new();
  if (how == Packed::kZip) archive_write_set_format_zip(writer);
  if (how == Packed::kTarGz) archive_write_set_format_pax_restricted(writer);
  if (how == Packed::kGz) archive_write_set_format_raw(writer);
  if (how != Packed::kZip) archive_write_add_filter_gzip(writer);
  const auto write = [](archive*, void* to, const void* data, std::size_t size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), size);
    return static_cast<la_ssize_t>(size);
  };
  archive_write_open(writer, &bytes, nullptr, write, nullptr);
  for (const auto& [name, text] : files) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, text.data(), text.size());
    archive_entry_free(entry);
  }
  archive_write_free(writer);
  return bytes;
}

struct Read {
  std::vector<std::string> documents;  // "id: text"
  std::vector<std::string> faults;
};

Read read(const std::string& bytes, const std::string& source = "a.zip") {
  Read found;
  std::istringstream stream(bytes);
  read_documents(
      stream, source, Format::kAuto,
      [&](const Document& document) { found.documents.push_back(document.id + ": " + document.text); },
      [&](const InputError& fault) { found.faults.emplace_back(fault.what()); });
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("every file of an archive is read in its own format, in order") {
  for (const Packed how : {Packed::kZip, Packed::kTarGz}) {
    const Read found = read(pack({{"b.txt", "text"},
                                  {"d/page", "<html><p>page"},
                                  {"l.jsonl", "{\"id\":\"l\",\"text\":\"line\"}\nbroken\n"},
                                  {".hidden", "x"},
                                  {"__MACOSX/d/._page", "x"}},
                                 how));
    CHECK(found.documents == Texts{"a.zip/b.txt: text", "a.zip/d/page: page", "l: line"});
    CHECK(found.faults == Texts{"a.zip/l.jsonl:2: the line is no JSON (at byte 1); one JSON object a line"});
  }
}

TEST_CASE("what is only compressed keeps its name") {
  CHECK(read(pack({{"x", "*text*"}}, Packed::kGz), "b.md.gz").documents == Texts{"b.md.gz: text"});
  CHECK(read(pack({{"x", "{\"id\":\"l\",\"text\":\"line\"}\n"}}, Packed::kGz), "-").documents ==
        Texts{"l: line"});
}

TEST_CASE("a Word document is one document, in an archive too") {
  const std::string docx =
      pack({{"[Content_Types].xml", "x"}, {"word/document.xml", "<d><p><t>Word</t></p></d>"}});
  CHECK(read(docx, "a.docx").documents == Texts{"a.docx: Word"});
  CHECK(read(pack({{"in.docx", docx}, {"b.txt", "text"}})).documents ==
        Texts{"a.zip/in.docx: Word", "a.zip/b.txt: text"});
}

TEST_CASE("a path that leads out of the archive is not read, the others are") {
  const Read found = read(pack({{"../x", "x"}, {"/etc/x", "x"}, {"a/..\\..\\x", "x"}, {"a..b", "text"}}));
  CHECK(found.documents == Texts{"a.zip/a..b: text"});
  CHECK(found.faults == Texts{"a.zip/../x: its path leads out of the archive; pack it anew",
                              "a.zip//etc/x: its path leads out of the archive; pack it anew",
                              "a.zip/a/..\\..\\x: its path leads out of the archive; pack it anew"});
}

TEST_CASE("an archive that breaks off gives what came before, and says so once") {
  const std::string whole =
      pack({{"a.txt", "one"}, {"b.txt", std::string(100'000, 'x')}, {"c.txt", "three"}});
  const Read found = read(whole.substr(0, 150));
  CHECK(found.documents == Texts{"a.zip/a.txt: one"});
  REQUIRE(found.faults.size() == 1);
  CHECK(found.faults[0].find("a.zip: the archive is damaged: ") == 0);
}

TEST_CASE("an archive that unpacks to far more than its size is stopped, layers counted together") {
  const std::string bomb = pack({{"a.jsonl", std::string(100U << 20U, '\n')}});
  const char* const message = "a.zip: it unpacks to more than 250 times its size; unpack it, if you trust it";
  CHECK(read(bomb).faults == Texts{message});
  CHECK(read(pack({{"in.zip", bomb}})).faults.size() == 1);
}

TEST_CASE("an archive of nothing, and zeros that are compressed, are named") {
  for (const std::string& bytes :
       {pack({}), pack({}, Packed::kTarGz), pack({{"x", std::string(2000, '\0')}}, Packed::kGz),
        pack({{"x", ""}}, Packed::kGz)}) {
    const Read found = read(bytes, "a");
    CHECK(found.documents.empty());
    REQUIRE(found.faults.size() == 1);
    CHECK(found.faults.front().starts_with("a: "));
  }
}

TEST_CASE("archives within archives are read to a depth") {
  std::string bytes = "text";
  for (int i = 0; i < kDeepestArchive; ++i) bytes = pack({{"x", bytes}});
  CHECK(read(bytes).documents.size() == 1);
  CHECK(read(pack({{"x", bytes}})).faults ==
        Texts{"a.zip/x/x/x/x: archives stand in one another deeper than 4 levels; unpack it"});
}

TEST_CASE("what the caller throws for a file in an archive is no fault of the archive") {
  std::istringstream stream(pack({{"a.txt", "x"}, {"b.txt", "y"}}));
  int faults = 0;
  CHECK_THROWS_AS(read_documents(
                      stream, "a.zip", Format::kAuto, [](const Document&) { throw InputError("", "mine"); },
                      [&](const InputError&) { ++faults; }),
                  InputError);
  CHECK(faults == 0);
}
