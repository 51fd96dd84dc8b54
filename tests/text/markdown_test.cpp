#include "whofunds/text/markdown.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace whofunds;
using namespace whofunds::text;

TEST_CASE("Markdown is read as the words that a reader sees") {
  const Document document = read_markdown(
      "# Deals of *March*\n\n**Kestrel** invested in [Molo](https://m.example \"t\") &amp; Co.\nSecond "
      "line.\n\n"
      "- one\n- two\n\n| Investor | Sum |\n|---|---|\n| Охта | 3 |\n\n```\ncode\n```\n![picture](p.png) "
      "<b>raw</b>\n",
      "a.md");
  CHECK(document.text ==
        "Deals of March\n\nKestrel invested in Molo & Co.\nSecond line.\n\none\n\ntwo\n\nInvestor | "
        "Sum\n\nОхта | 3\n\nraw");
  CHECK(document.title == "Deals of March");
}

TEST_CASE("front matter tells title, date and language") {
  const Document document = read_markdown(
      "---\ntitle: \"Molo: deals\"\ndate: 2024-03-15\nlang: en-US\ntags: [a]\n---\nText.\n", "a.md");
  CHECK(document.title == "Molo: deals");
  CHECK(document.date == model::PartialDate{2024, 3, 15});
  CHECK(document.lang == "en");
  CHECK(document.text == "Text.");
}

TEST_CASE("a rule at the beginning is no front matter") {
  CHECK(read_markdown("---\ntext\n", "a.md").text == "text");
}
