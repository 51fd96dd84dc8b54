#include "whofunds/render/page.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace whofunds;
using namespace whofunds::render;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a page has its title, the picture and a row a fact with its evidence") {
  const std::string page =
      to_page(everything(), english(), {.title = "Who funds Lumen AI", .source = "The Ledger"});
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
  CHECK(count(page, "<h1>Who funds Lumen AI</h1>") == 1);
  CHECK(count(page, "<svg") == 1);
  CHECK(count(page, "<tr class=") == boost::num_edges(everything()));
  CHECK(count(page, "<th scope=\"col\">") == 8);
  CHECK(count(page, "<q><bdi>Quarry Robotics … Lumen AI</bdi></q> <cite>doc5</cite>") == 1);
}

TEST_CASE("a page says with whom a sum is shared, and not of whom that is denied") {
  const std::string page = to_page(everything(), english());
  CHECK(count(page, "<small>together with <bdi>Northgate Capital</bdi></small>") == 1);
  CHECK(count(page, "<small>together with <bdi>Pearl Sovereign Wealth Fund</bdi></small>") == 1);
  CHECK(count(page, "together with") == 2);
}

TEST_CASE("a page needs nothing from elsewhere and runs nothing") {
  const std::string page = to_page(everything(), english());
  for (const char* const absent : {"<script", "<link", "<img", "src=", "url(", "@import"})
    CHECK(count(page, absent) == 0);
}

TEST_CASE("no name brings markup into a page") {
  for (const std::string& name : nasty_names()) {
    CAPTURE(name.substr(0, 80));
    const std::string page = to_page(SampleGraph().fact(name, {.round = name}, "Other").graph(), english(),
                                     {.title = name, .source = name});
    for (const char* const absent : {"<script", "<img", "<IMG", "<B>b", "href=\"java"})
      CHECK(count(page, absent) == 0);
    CHECK(count(page, "<svg") == 1);
    CHECK(count(page, "</table>") == 1);
    CHECK(page.find('\0') == std::string::npos);
  }
}

TEST_CASE("a page without facts says so") {
  const std::string page = to_page({}, russian());
  CHECK(count(page, "<html lang=\"ru\">") == 1);
  CHECK(count(page, "Показывать нечего") == 1);
}
