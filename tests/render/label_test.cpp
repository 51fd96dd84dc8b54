#include "whofunds/render/label.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace whofunds::render;
using Lines = std::vector<std::string>;

TEST_CASE("text from outside becomes one line that may be shown") {
  using std::string_literals::operator""s;
  const struct {
    std::string text;
    std::string shown;
  } cases[] = {
      {"  a \n\t b\r\n", "a b"},
      {"a\0b\x01"s, "ab"},
      {"\u202Eabc\u202C", "abc"},
      {"a\uFFFF", "a"},
      {"5\u00A0bn", "5\u00A0bn"},
      {"\xC3\x28", "\uFFFD("},
      {"Ёлки \u2028 иголки", "Ёлки иголки"},
      {"", ""},
  };
  for (const auto& [text, shown] : cases) CHECK(one_line(text) == shown);
}

TEST_CASE("a name is cut into even lines where a line may break") {
  CHECK(wrapped("Lumen AI", 20) == Lines{"Lumen AI"});
  CHECK(wrapped("Pearl Sovereign Wealth Fund", 20) == Lines{"Pearl Sovereign", "Wealth Fund"});
  CHECK(wrapped("Фонд содействия развитию науки", 20) == Lines{"Фонд содействия", "развитию науки"});
  CHECK(wrapped("上海星河科技有限公司", 10) == Lines{"上海星河科", "技有限公司"});
  CHECK(wrapped("costs $5\u00A0bn", 8) == Lines{"costs", "$5\u00A0bn"});
}

TEST_CASE("a word longer than a line is broken between characters") {
  CHECK(wrapped("abcdefgh", 4) == Lines{"abcd", "efgh"});
  CHECK(wrapped("e\u0301e\u0301e\u0301", 2).front() == "e\u0301");
  for (const std::string& line : wrapped(std::string(1000, 'x'), 20)) CHECK(line.size() <= 20);
}

TEST_CASE("a long text is cut with an ellipsis, never within a character") {
  CHECK(shortened("abc", 3) == "abc");
  CHECK(shortened("abcd", 3) == "abc…");
  CHECK(shortened("ae\u0301e", 2) == "a…");
  CHECK(shortened("👩‍👩‍👧👩‍👩‍👧", 6) == "👩‍👩‍👧…");
  CHECK(shortened("абвг", 2) == "аб…");
}

TEST_CASE("markup is escaped, and what Graphviz would read again is kept from it") {
  CHECK(escape_markup(R"(<a href="x">&'</a>)") == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;");
  CHECK(escape_label("a & b") == "a &amp; b");
  CHECK(escape_label("&lt;") == "&amp;\u2060lt;");
  CHECK(escape_label(R"(\N)") == R"(\\N)");
  CHECK(escape_string(R"(\N)") == "\\\\\u2060N");
  CHECK(escape_string("&#60;") == "&\u2060#60;");
}
