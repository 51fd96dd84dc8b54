#include "whofunds/text/normalising.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "whofunds/text/homoglyphs.hpp"
#include "whofunds/text/utf8.hpp"

using namespace whofunds::text;

TEST_CASE("what is written in many ways is read in one") {
  struct Case {
    const char* text;
    const char* clean;
  };
  const std::vector<Case> cases{
      {"ин\u00ADвес\u00ADтор", "инвестор"},
      {"1\u00A0500\u202F000 \u2009рублей", "1 500 000 рублей"},
      {"  one \t two  \n   \n three ", "one two\n\nthree"},
      {"Фонд «Полюс»\r\nвложил 12 млн.", "Фонд «Полюс» вложил 12 млн."},
      {"One\r\nTwo\rThree\u2028Four", "One\nTwo\nThree\nFour"},
      {"Кии\u0306в, е\u0308лка", "Кийв, ёлка"},
      {"Cafe\u0301", "Café"},
      {"Ивано\u0301в", "Иванов"},
      {"Cбербанк купил Ozоn", "Сбербанк купил Ozon"},
      {"IT-компания", "IT-компания"},
      {"Яndex", "Яndex"},
      {"Acme\u200B Corp\uFEFF", "Acme Corp"},
      {"", ""},
      {"\u0301", "\u0301"},
  };
  for (const Case& wanted : cases) CHECK(normalise(wanted.text).text() == std::string(wanted.clean));
}

TEST_CASE("a text that is clean stays the text it was") {
  const Normalised clean = normalise("Охта купила Polar Optics.\nЗа 3 млрд.");
  CHECK(clean.unchanged());
  CHECK(clean.original(7) == 7);
  CHECK_FALSE(normalise("Cбербанк").unchanged());
}

TEST_CASE("every place leads back to where it came from") {
  const std::string text = "Ин\u00ADвестор\r\nCбер\u200Bбанк Ивано\u0301в и\u0306";
  const Normalised clean = normalise(text);
  CHECK(clean.text() == "Инвестор\nСбербанк Иванов й");
  const auto quoted = [&](std::size_t begin, std::size_t end) {
    return std::string(CodePointIndex(text).between(clean.original(begin), clean.original(end)));
  };
  CHECK(quoted(0, 8) == "Ин\u00ADвестор");
  CHECK(quoted(9, 17) == "Cбер\u200Bбанк");
  CHECK(quoted(18, 24) == "Ивано\u0301в");
  CHECK(quoted(25, 26) == "и\u0306");
  const std::string wrapped = "Фонд   «Полюс» \r\n\tвложил\u00A0 12 млн";
  const Normalised joined = normalise(wrapped);
  CHECK(joined.text() == "Фонд «Полюс» вложил 12 млн");
  CHECK(CodePointIndex(wrapped).between(joined.original(5), joined.original(22)) ==
        "«Полюс» \r\n\tвложил\u00A0 12");
}

TEST_CASE("a part of a text is found by its code points, at the ends of it too") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += i % 2 == 0 ? "a" : "\u0431";
  const CodePointIndex index(text);
  CHECK(index.between(0, 2) == "a\u0431");
  CHECK(index.between(255, 258) == "\u0431a\u0431");
  CHECK(index.between(511, 512) == "\u0431");
  CHECK(index.between(998, 5000) == "a\u0431");
  CHECK(index.between(5000, 6000).empty());
  CHECK(index.between(3, 3).empty());
  CHECK(CodePointIndex("").between(0, 1).empty());
}

TEST_CASE("a letter of the wrong script is the one it looks like, where the rest of the word is of one") {
  CHECK(without_homoglyphs(U"Cбер") == U"Сбер");
  CHECK(without_homoglyphs(U"Оzon") == U"Ozon");
  CHECK(without_homoglyphs(U"CОР") == U"СОР");
  CHECK(without_homoglyphs(U"Яndex") == U"Яndex");
  CHECK(without_homoglyphs(U"Охта") == U"Охта");
}

TEST_CASE("a megabyte of marks on one letter is taken in linear time") {
  std::string text = "а";
  for (int i = 0; i < 500'000; ++i) text += "\u0308";
  CHECK(normalise(text).text().size() < 100);
  CHECK(normalise(std::string(5'000'000, 'x') + "\u00AD").text().size() == 5'000'000);
}
