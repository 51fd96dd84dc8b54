#include "whofunds/exchange/plain_text.hpp"

#include <string>

#include <doctest/doctest.h>

#include "whofunds/exchange/xml.hpp"
#include "whofunds/text/utf8.hpp"

using namespace whofunds::exchange;

TEST_CASE("bytes that are no text and NUL become a replacement character, all else stays") {
  CHECK(clean_text("Яндекс\x1b\n👩‍👩‍👧") == "Яндекс\x1b\n👩‍👩‍👧");
  CHECK(clean_text("broken \xD0 here") == "broken \uFFFD here");
  CHECK(clean_text(std::string("a\0b", 3)) == "a\uFFFDb");
}

TEST_CASE("a text is cut between code points, never within one") {
  CHECK(first_code_points("Заря", 2) == "За");
  CHECK(first_code_points("Заря", 4) == "Заря");
  CHECK(first_code_points("Заря", 0).empty());
  CHECK(whofunds::text::count_code_points("Заря👩") == 5);
  CHECK(shortened("Заря", 4) == "Заря");
  CHECK(shortened("Заря", 3) == "За…");
}

TEST_CASE("text stands in XML so that a reader gets it back, but for what XML cannot hold") {
  CHECK(xml_text("a < b & \"c\" > d") == "a &#60; b &#38; &#34;c&#34; &#62; d");
  CHECK(xml_text("two\r\nlines\t.") == "two&#13;&#10;lines&#9;.");
  CHECK(xml_text(std::string("\x1b\0\x07\uFFFE\xD0", 7)) == "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(xml_text("Охта 👩") == "Охта 👩");
}
