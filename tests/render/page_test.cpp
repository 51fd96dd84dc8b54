#include "whofunds/render/page.hpp"

#include <cstdlib>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "sample.hpp"

using namespace whofunds;
using namespace whofunds::render;

namespace {

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

const PageKit& kit() {
  static const PageKit kit = load_page_kit(std::getenv("WHOFUNDS_SHARE"));
  return kit;
}

nlohmann::json data_of(const std::string& page) {
  const std::string open = "<script type=\"application/json\" id=\"data\">";
  const std::size_t begin = page.find(open) + open.size();
  return nlohmann::json::parse(page.substr(begin, page.find("</script>", begin) - begin));
}

}  // namespace

TEST_CASE("a page has its title, the picture and all facts with their evidence") {
  const std::string page =
      to_page(everything(), kit(), {.title = "Who funds Lumen AI", .source = "The Ledger"});
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
  CHECK(times(page, "<h1>Who funds Lumen AI</h1>") == 1);
  CHECK(times(page, "<p id=\"source\">The Ledger</p>") == 1);
  CHECK(times(page, "class=\"graph\"") == 1);
  const auto data = data_of(page);
  CHECK(data["facts"].size() == boost::num_edges(everything()));
  CHECK(data["facts"][5]["evidence"][0]["text"] == "Ministry of Energy … Project Lighthouse");
}

TEST_CASE("every element that the data of a page names is in its picture") {
  const std::string page = to_page(everything(), kit());
  const auto data = data_of(page);
  for (std::size_t entity = 1; entity <= data["entities"].size(); ++entity)
    CHECK(times(page, "<g id=\"e" + std::to_string(entity) + "\" class=\"node\">") == 1);
  for (std::size_t place = 1; place <= data["items"].size(); ++place) {
    const auto& item = data["items"][place - 1];
    const std::string id = "<g id=\"i" + std::to_string(place);
    CHECK(times(page, id + "\"") == 1);
    const std::size_t lines = item["form"] == "arrow" ? 0 : item["parties"].size();
    CHECK(times(page, id + "_") == lines);
  }
}

TEST_CASE("a page speaks English and Russian, and knows the dark theme") {
  const auto data = data_of(to_page(everything(), kit()));
  CHECK(data["languages"]["ru"]["relations"]["owns"]["label"] == "владеет");
  CHECK(data["languages"]["en"]["word"].size() == data["languages"]["ru"]["word"].size());
  CHECK(data["dark"]["#ffffff"] == "#14181D");
}

TEST_CASE("the names of a page are found as those of a graph are") {
  SampleGraph sample;
  sample.fact("ООО «Яндекс»", {}, "Harbourline");
  const auto data = data_of(to_page(sample.graph(), kit()));
  CHECK(data["entities"][0]["keys"][0] == "ooo iandeks");
  CHECK(data["letters"]["я"] == "ia");
}

TEST_CASE("a page needs nothing from elsewhere and runs nothing but its own program") {
  const std::string page = to_page(everything(), kit());
  for (const char* const absent : {"<link", "<img", " src=", "url(", "@import", "@@"}) {
    CAPTURE(absent);
    CHECK(times(page, absent) == 0);
  }
  CHECK(times(page, "<script") == 2);
  CHECK(times(page, "default-src 'none'; script-src 'sha256-") == 1);
  CHECK(times(page, "connect-src 'none'") == 1);
  CHECK(times(to_served_page(everything(), kit()), "connect-src 'self'") == 1);
}

TEST_CASE("a page carries the licences of what it is made with") {
  CHECK(times(kit().frame, "d3-zoom 3.0.0 (ISC)") == 1);
  CHECK(times(kit().frame, "Permission to use, copy, modify") > 0);
}

TEST_CASE("no name brings markup into a page") {
  for (const std::string& name : nasty_names()) {
    CAPTURE(name.substr(0, 80));
    const std::string page = to_page(SampleGraph().fact(name, {.round = name}, "Other").graph(), kit(),
                                     {.title = name, .source = name});
    for (const char* const absent : {"<script>alert", "<img", "<IMG", "<B>b", "href=\"java"})
      CHECK(times(page, absent) == 0);
    CHECK(times(page, "<script") == 2);
    CHECK(times(page, "</script>") == 2);
    CHECK(page.find('\0') == std::string::npos);
  }
}

TEST_CASE("the title and the source of a page are only text, also where they look like its marks") {
  const std::string page = to_page(everything(), kit(), {.title = "@@data@@", .source = "@@nothing@@"});
  CHECK(times(page, "<h1>@@data@@</h1>") == 1);
  CHECK(times(page, "@@nothing@@") == 1);
}

TEST_CASE("a page without facts is a page") {
  const PageKit russian_kit = load_page_kit(std::getenv("WHOFUNDS_SHARE"), "ru");
  const std::string page = to_page({}, russian_kit);
  CHECK(times(page, "<html lang=\"ru\">") == 1);
  CHECK(data_of(page)["facts"].empty());
}

TEST_CASE("a part of a page is its picture and its data") {
  const auto part = nlohmann::json::parse(to_page_part(everything(), kit(), {.total_entities = 99}));
  CHECK(part["picture"].get<std::string>().starts_with("<svg"));
  CHECK(part["data"]["total"]["entities"] == 99);
  CHECK(part["data"]["served"] == true);
}
