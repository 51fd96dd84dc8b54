#include "whofunds/text/dates.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace whofunds;

TEST_CASE("days are read as programs write them") {
  for (const char* const text :
       {"2024-03-05", "2024-03-05T10:00:00+03:00", "2024/03/05", "2024.03.05 10:00", "20240305",
        "20240305T1000", "D:20240305120000+03'00'", "05.03.2024", " 2024-03-05 ",
        "Tue, 5 Mar 2024 10:00:00 +0300", "05 Mar 2024 10:00:00 GMT"}) {
    CAPTURE(std::string(text));
    CHECK(text::date_in(text) == model::PartialDate{2024, 3, 5});
  }
  CHECK(text::date_in("2024-03") == model::PartialDate{2024, 3});
  CHECK(text::date_in("2024") == model::PartialDate{2024});
}

TEST_CASE("what is no day is none") {
  for (const char* const text : {"", "yesterday", "2024-13-01", "2024-02-30", "31.02.2024", "D:2024",
                                 "1710000000000", "5 Mai 2024 10:00", "Tue,", "5 Mar"})
    CHECK_FALSE(text::date_in(text).has_value());
}
