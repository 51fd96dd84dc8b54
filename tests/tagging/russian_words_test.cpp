#include "whofunds/tagging/russian_words.hpp"

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "whofunds/tagging/section_file.hpp"

using whofunds::tagging::RussianWords;
using whofunds::tagging::SectionFile;

namespace {

const RussianWords& words() {
  static const SectionFile file(std::filesystem::path(WHOFUNDS_SHARE) / "russian.model", "WFRUSSIA", 2);
  static const RussianWords words(file);
  return words;
}

}  // namespace

TEST_CASE("a word is known by its letters, whatever their case") {
  CHECK(words().index("банк") != 0);
  CHECK(words().index("БАНК") == words().index("банк"));
  CHECK(words().index("Ёлка") == words().index("ёлка"));
  CHECK(words().index("apple") == words().index("Apple"));
  CHECK(words().index("банк") != words().index("фонд"));
}

TEST_CASE("a word with a letter that news do not write is known by the letter that they write") {
  CHECK(words().index("Импортёров") == words().index("импортеров"));
  CHECK(words().index("импортеров") != 0);
}

TEST_CASE("what is no known word has index 0") {
  for (const std::string& word : {std::string(), std::string("ёёёё"), std::string("кщщщщ"),
                                  std::string("🙂"), std::string("\xD0"), std::string(5000, 'z')}) {
    CAPTURE(word);
    CHECK(words().index(word) == 0);
  }
}

TEST_CASE("the shape tells script, capitals, marks and numbers") {
  struct Same {
    const char* first;
    const char* second;
  };
  for (const Same& same : {Same{"Банк", "Ёлка"}, Same{"банк", "вице-президент"}, Same{"ВТБ", "СИЗО-6"},
                           Same{"Я", "В"}, Same{"Санкт-Петербург", "Северо-Запад"}, Same{"Apple", "Reuters"},
                           Same{"OpenAI", "iPhone"}, Same{"5", "+5,5"}, Same{"2020", "-1"}, Same{"...", "?!"},
                           Same{"$", "$"}, Same{"🙂", "€"}, Same{"", "中文"}}) {
    CAPTURE(same.first);
    CHECK(words().shape(same.first) == words().shape(same.second));
  }
  for (const Same& different :
       {Same{"Банк", "банк"}, Same{"Банк", "Apple"}, Same{"ВТБ", "Втб"}, Same{"В", "ВВ"}, Same{"в", "В"},
        Same{"«", "»"}, Same{".", "..."}, Same{"5", "."}, Same{"🙂", "."},
        Same{"Санкт-Петербург", "Вице-президент"}}) {
    CAPTURE(different.first);
    CHECK(words().shape(different.first) != words().shape(different.second));
  }
}
