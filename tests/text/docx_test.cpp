#include "whofunds/text/docx.hpp"

#include <string>

#include <doctest/doctest.h>

#include "whofunds/model/error.hpp"

using namespace whofunds;
using namespace whofunds::text;

namespace {

std::string text_of(const std::string& body) {
  return read_docx({.text = "<w:document xmlns:w='w'><w:body>" + body + "</w:body></w:document>"}, "a").text;
}

std::string paragraph(const std::string& text) {
  return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

}  // namespace

TEST_CASE("paragraphs are parted, runs are not") {
  CHECK(text_of("<w:p><w:r><w:t>Ох</w:t></w:r><w:hyperlink><w:r><w:t xml:space='preserve'>та купила "
                "</w:t></w:r></w:hyperlink>"
                "<w:r><w:t>завод</w:t></w:r></w:p><w:p/>" +
                paragraph("Конец")) == "Охта купила завод\n\nКонец");
  CHECK(text_of("<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/"
                "><w:t>four</w:t></w:r></w:p>") == "one\ntwo three-four");
}

TEST_CASE("a row of a table is a line, tables within tables too") {
  const std::string inner = "<w:tbl><w:tr><w:tc>" + paragraph("c") + "</w:tc></w:tr></w:tbl>";
  CHECK(text_of("<w:tbl><w:tr><w:tc>" + paragraph("a") + "</w:tc><w:tc>" + paragraph("b") + inner +
                "</w:tc></w:tr><w:tr><w:tc>" + paragraph("d") + "</w:tc></w:tr></w:tbl>") == "a | b c\n\nd");
}

TEST_CASE("what was deleted, hidden, or is there for old programs is not read") {
  CHECK(text_of("<w:p><w:del><w:r><w:t>x</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>y</w:t></w:r>"
                "<w:r><w:t>kept</w:t></w:r></w:p><mc:Fallback>" +
                paragraph("z") + "</mc:Fallback>") == "kept");
}

TEST_CASE("title and date are those of the core properties") {
  const Document document =
      read_docx({.text = "<d/>",
                 .properties = "<c:p "
                               "xmlns:c='c'><dc:title>Письмо</"
                               "dc:title><dcterms:created>2024-02-03T10:00:00Z</dcterms:created></c:p>"},
                "a");
  CHECK(document.title == "Письмо");
  CHECK(document.date == model::PartialDate{2024, 2, 3});
}

TEST_CASE("a text that is missing or no XML is a fault, deep nesting is none") {
  CHECK_THROWS_WITH_AS(read_docx({}, "a"), doctest::Contains("a: it is an Office file without a text"),
                       InputError);
  CHECK_THROWS_WITH_AS(read_docx({.text = "<a><b>"}, "a"), doctest::Contains("a: its text is no XML"),
                       InputError);
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<x>";
  for (int i = 0; i < 100'000; ++i) deep += "</x>";
  CHECK(read_docx({.text = deep}, "a").text.empty());
}
