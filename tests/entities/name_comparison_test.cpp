#include "whofunds/entities/name_comparison.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace whofunds::entities;

TEST_CASE("a Cyrillic and a Latin spelling of one name sound alike") {
  struct Pair {
    const char* cyrillic;
    const char* latin;
  };
  for (const Pair& pair : std::vector<Pair>{{"баффет", "buffett"},
                                            {"трамп", "trump"},
                                            {"джобс", "jobs"},
                                            {"чехов", "chekhov"},
                                            {"хрущев", "khrushchev"},
                                            {"фишер", "fischer"},
                                            {"филипс", "philips"},
                                            {"вашингтон", "washington"},
                                            {"сименс", "siemens"},
                                            {"ксерокс", "xerox"}}) {
    CAPTURE(pair.latin);
    CHECK(sound({pair.cyrillic}) == sound({pair.latin}));
  }
}

TEST_CASE("different names do not sound alike") {
  CHECK(sound({"баффет"}) != sound({"gates"}));
  CHECK(sound({"ладога"}) != sound({"lagoda"}));
  CHECK(sound({"север"}) != sound({"seventh"}));
}

TEST_CASE("the stem of a surname is the same in every case") {
  CHECK(stem("самойлову") == stem("самойлов"));
  CHECK(stem("лебедева") == stem("лебедев"));
  CHECK(stem("Northgate") == "Northgate");
}

TEST_CASE("names are compared without legal forms, unless the name is nothing else") {
  const whofunds::language::WordSet forms{"ооо", "inc"};
  CHECK(comparison_words("ООО «Гранит»", forms) == std::vector<std::string>{"гранит"});
  CHECK(comparison_words("Granite, Inc.", forms) == std::vector<std::string>{"granite"});
  CHECK(comparison_words("ООО", forms) == std::vector<std::string>{"ооо"});
}
