#include "whofunds/text/format.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace whofunds::text;
using namespace std::string_literals;

TEST_CASE("a format is told by what is in a file, whatever its name says") {
  struct Case {
    std::string head;
    const char* name;
    Format format;
  };
  const std::vector<Case> cases{
      {"%PDF-1.7\n", "a.txt", Format::kPdf},
      {"\n\n%PDF-1.7\n", "a", Format::kPdf},
      {"PK\3\4....", "a.docx", Format::kArchive},
      {"\x1F\x8B\x08", "a.txt.gz", Format::kArchive},
      {"\x28\xB5\x2F\xFD", "a.zst", Format::kArchive},
      {"<!DOCTYPE html><p>", "a.txt", Format::kHtml},
      {"\xEF\xBB\xBF \n<HTML lang=ru>", "a", Format::kHtml},
      {"<?xml version=\"1.0\"?><!-- x --><html>", "a", Format::kHtml},
      {"\xFF\xFE<\0h\0t\0m\0l\0>\0"s, "a", Format::kHtml},
      {"<p class=lead>Text</p>", "a.txt", Format::kHtml},
      {"<time datetime=2024-01-02>then</time><h2>Head</h2>", "-", Format::kHtml},
      {"Text <b>and</b> tags", "a.html", Format::kHtml},
      {"Text <b>and</b> tags", "a.HTM.gz", Format::kHtml},
      {"Text <b>and</b> tags", "a.txt", Format::kText},
      {"<name@example.com> wrote", "a.txt", Format::kText},
      {"<Имя>", "a.txt", Format::kText},
      {"<p", "a.txt", Format::kText},
      {"From: a@b.c\r\nTo: d@e.f\r\nSubject: x\r\n\r\ntext", "a.txt", Format::kMail},
      {"From x Mon Jan 1\nReceived: a\nDate: b\nSubject: c\n\n", "a", Format::kMail},
      {"{\"id\":\"a\",\"text\":\"x\"}\n", "a.txt", Format::kJsonLines},
      {" { \"id\" : 1}", "-", Format::kJsonLines},
      {"not json", "a.jsonl", Format::kJsonLines},
      {"not json", "a.ndjson.gz", Format::kJsonLines},
      {"# Head\n\ntext", "a.MD", Format::kMarkdown},
      {"# Head\n\ntext", "a.txt", Format::kText},
      {"{ braces in a text }", "a", Format::kText},
      {"<3 this", "a", Format::kText},
      {"Note: this is\nDate: no mail\nOf: any kind\n", "a.eml", Format::kText},
      {"", "a", Format::kText},
      {"Т\0е\0"s, "a", Format::kUnknown},
      {"\x89PNG\r\n", "a.txt", Format::kUnknown},
      {"\xD0\xCF\x11\xE0....", "a.docx", Format::kUnknown},
  };
  for (const Case& wanted : cases) {
    CAPTURE(wanted.head);
    CAPTURE(std::string(wanted.name));
    CHECK(static_cast<int>(recognise(wanted.head, wanted.name)) == static_cast<int>(wanted.format));
  }
}

TEST_CASE("a tar archive is told by its mark behind the first name") {
  std::string head(512, '\0');
  head.replace(257, 5, "ustar");
  CHECK(recognise(head, "a") == Format::kArchive);
}
