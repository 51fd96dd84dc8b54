#include "whofunds/language/word_table.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using whofunds::language::WordMap;
using whofunds::language::WordSet;

namespace {

std::string numbered(int number) {
  return "слово" + std::to_string(number);
}

}  // namespace

TEST_CASE("a list has the words that it was given, of whatever length, and no others") {
  const std::vector<std::string> words{"",      "%", "of",  "the",  "fund",
                                       "about", "Ё", "ооо", "фонд", "инвестиция"};
  WordSet list(words.begin(), words.end());
  CHECK(list.size() == words.size());
  for (const std::string& word : words) {
    CHECK(list.contains(word));
    CHECK_FALSE(list.contains(word + "x"));
    CHECK_FALSE(list.contains("x" + word));
  }
  list.insert("fund");
  CHECK(list.size() == words.size());
}

TEST_CASE("a table finds every word that it was given while it grew") {
  constexpr int kWords = 5000;
  WordMap<int> table;
  for (int i = 0; i < kWords; ++i) CHECK(table.emplace(numbered(i), i).second);
  for (int i = 0; i < kWords; ++i) {
    REQUIRE(table.contains(numbered(i)));
    CHECK(table.find(numbered(i))->second == i);
    CHECK_FALSE(table.contains(numbered(i + kWords)));
  }
}

TEST_CASE("a word that is added twice keeps what it had") {
  WordMap<int> table;
  table.emplace("round", 1);
  const auto [place, is_new] = table.emplace("round", 2);
  CHECK_FALSE(is_new);
  CHECK(place->second == 1);
  table["round"] = 3;
  CHECK(table.at("round") == 3);
}

TEST_CASE("a table tells which words its phrases begin with") {
  const WordSet list{"per cent", "%", "вместе с"};
  CHECK(list.may_begin_phrase("per"));
  CHECK(list.may_begin_phrase("вместе"));
  CHECK_FALSE(list.may_begin_phrase("cent"));
}
