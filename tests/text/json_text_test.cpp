#include "whofunds/text/json_text.hpp"

#include <string>

#include <doctest/doctest.h>

using nlohmann::ordered_json;
using whofunds::text::json_text;

TEST_CASE("JSON tells what steers a terminal by its number, and all else as it is") {
  const std::string name = "Bell\x07 Delete\x7f Csi\u009b31m \u202egnirts\u202c a\u2028b «Охта» 👩 \u00a0";
  const std::string text = json_text({{"name", name}});
  CHECK(text == R"({"name":"Bell\u0007 Delete\u007f Csi\u009b31m \u202egnirts\u202c a\u2028b «Охта» 👩 )"
                "\u00a0\"}");
  CHECK(ordered_json::parse(text)["name"] == name);
}

TEST_CASE("bytes of JSON that are no UTF-8 are replaced") {
  CHECK(json_text("broken \xD0 here") == "\"broken \uFFFD here\"");
}

TEST_CASE("an indent puts each value on a line") {
  CHECK(json_text({{"a", 1}}, 2) == "{\n  \"a\": 1\n}");
}
