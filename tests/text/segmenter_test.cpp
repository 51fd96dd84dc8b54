#include "whofunds/text/segmenter.hpp"

#include <array>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "share.hpp"
#include "whofunds/model/error.hpp"

using namespace whofunds;
using namespace whofunds::text;

namespace {

constexpr std::array kLanguages{"ru", "en"};

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  return count;
}

bool has_white_space(std::string_view gap) {
  for (const std::string_view space : {" ", "\n", "\t", "\r", "\u00A0", "\u2028"}) {
    if (gap.find(space) != std::string_view::npos) return true;
  }
  return false;
}

// Offsets, order and sentences of a segmentation fit its text.
void check_sound(std::string_view text, const Segmentation& cut) {
  std::size_t at = 0;
  for (const Token& token : cut.tokens) {
    const auto begin = static_cast<std::size_t>(token.text.data() - text.data());
    REQUIRE(begin >= at);
    REQUIRE_FALSE(token.text.empty());
    REQUIRE(token.begin == code_points(text.substr(0, begin)));
    REQUIRE(token.end == token.begin + code_points(token.text));
    REQUIRE(token.space_before == has_white_space(text.substr(at, begin - at)));
    at = begin + token.text.size();
  }
  std::size_t next = 0;
  for (const Sentence& sentence : cut.sentences) {
    REQUIRE(sentence.first == next);
    REQUIRE(sentence.last > sentence.first);
    next = sentence.last;
  }
  REQUIRE(next == cut.tokens.size());
}

Token only_token(const Segmenter& segmenter, const char* text) {
  const Segmentation cut = segmenter.segment(text);
  CAPTURE(text);
  REQUIRE(cut.tokens.size() == 1);
  return cut.tokens[0];
}

}  // namespace

TEST_CASE("tokens and what lies between them are the document, whatever it holds") {
  // Pieces that meet in every order: soft hyphen, no-break and zero-width spaces, combining marks, emoji,
  // other scripts, controls.
  const std::array pieces{"Acme",   "Inc.",
                          "'s",     "n't",
                          "1,5",    "12m",
                          "А.",     "С.",
                          "млн.",   "г.",
                          "-",      "—",
                          "…",      "...",
                          "«",      "»",
                          "(",      ")",
                          "\"",     "'",
                          "’",      "%",
                          "$",      "€",
                          "№",      "é",
                          "中文",   "\u0301",
                          "\u00AD", "\u00A0",
                          "\u200B", "\uFEFF",
                          "\u200D", "👩‍👩‍👧",
                          "🇳🇴",     "\n",
                          "\n\n",   "\r\n",
                          " ",      " ",
                          "\t",     "?!",
                          "@",      "://",
                          "a.b@",   "_",
                          "\u2028", "\x01",
                          "\u0378", "Ёж",
                          "i̇"};
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  for (const char* const lang : kLanguages) {
    const Segmenter segmenter = open_segmenter(share(), lang);
    for (int round = 0; round < 400; ++round) {
      std::string text;
      for (int i = 0; i < 40; ++i) text += pieces[pick(random)];
      const Segmentation cut = segmenter.segment(text);
      CAPTURE(text);
      check_sound(text, cut);
    }
  }
}

TEST_CASE("an empty text and a text of spaces have neither tokens nor sentences") {
  const Segmenter segmenter = open_segmenter(share(), "en");
  for (const char* text : {"", " ", "\n\n\t", "\u00A0\u200B"}) {
    CHECK(segmenter.segment(text).tokens.empty());
    CHECK(segmenter.segment(text).sentences.empty());
  }
}

TEST_CASE("an invisible mark inside a word stays in it and shifts nothing") {
  for (const char* const lang : kLanguages) {
    const Segmenter segmenter = open_segmenter(share(), lang);
    for (const char* word : {"ин\u00ADвестор", "инвести\u0301ция", "word\u200Bword", "и\u0306од"}) {
      CHECK(only_token(segmenter, word).end == code_points(word));
    }
  }
}

TEST_CASE("a token tells its script and how it is capitalised") {
  struct Case {
    const char* text;
    Script script;
    bool capitalised;
    bool all_capitals;
  };
  const Segmenter segmenter = open_segmenter(share(), "en");
  for (const Case& wanted :
       {Case{"Acme", Script::kLatin, true, false}, Case{"ACME", Script::kLatin, true, true},
        Case{"acme", Script::kLatin, false, false}, Case{"A", Script::kLatin, true, false},
        Case{"ЗАО", Script::kCyrillic, true, true}, Case{"Ёлка", Script::kCyrillic, true, false},
        Case{"Аcme", Script::kMixed, true, false}, Case{"中文", Script::kOther, false, false},
        Case{"3D", Script::kLatin, true, false}, Case{"1990", Script::kNone, false, false},
        Case{"Élan", Script::kLatin, true, false}, Case{"iPhone", Script::kLatin, false, false}}) {
    const Token token = only_token(segmenter, wanted.text);
    CHECK(token.script == wanted.script);
    CHECK(token.capitalised == wanted.capitalised);
    CHECK(token.all_capitals == wanted.all_capitals);
  }
}

TEST_CASE("a token tells what kind of thing it is") {
  for (const char* const lang : kLanguages) {
    const Segmenter segmenter = open_segmenter(share(), lang);
    for (const char* word : {"Acme", "слово", "é", "中文"})
      CHECK(only_token(segmenter, word).kind == TokenKind::kWord);
    for (const char* number : {"1,5", "2010", "41.20", "12.05.2010"}) {
      CHECK(only_token(segmenter, number).kind == TokenKind::kNumber);
    }
    for (const char* mark : {"—", "«", "...", "…", ",", "--"}) {
      CHECK(only_token(segmenter, mark).kind == TokenKind::kPunctuation);
    }
    for (const char* symbol : {"$", "€", "₽", "%", "№", "+", "👩‍👩‍👧", "🇳🇴"}) {
      CHECK(only_token(segmenter, symbol).kind == TokenKind::kSymbol);
    }
  }
}

TEST_CASE("a very long word and a very long line are cut like any other") {
  for (const char* const lang : kLanguages) {
    const Segmenter segmenter = open_segmenter(share(), lang);
    const std::string word(1 << 20, 'a');
    CHECK(segmenter.segment(word).tokens.size() == 1);
    std::string line;
    while (line.size() < (1U << 20)) line += "Acme купила Bolt ";
    CHECK(segmenter.segment(line).sentences.size() == 1);
    const std::string open(1 << 18, '(');
    CHECK(segmenter.segment(open).tokens.size() == open.size());
  }
}

TEST_CASE("many threads cut with one segmenter and find the same") {
  const Segmenter segmenter = open_segmenter(share(), "ru");
  const std::string text = "Фонд вложил 5 млн. руб. в завод. Доля выросла до 49,9 %.";
  const std::size_t wanted = segmenter.segment(text).tokens.size();
  std::vector<std::thread> threads;
  std::array<std::size_t, 4> found{};
  threads.reserve(found.size());
  for (std::size_t& count : found) {
    threads.emplace_back([&segmenter, &text, &count] {
      for (int i = 0; i < 200; ++i) count = segmenter.segment(text).tokens.size();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::size_t count : found) CHECK(count == wanted);
}

TEST_CASE("rules that cannot be used say where and why") {
  for (const char* lang : {"xx", "", "..", "../language/ru", "RU"})
    CHECK_THROWS_AS(open_segmenter(share(), lang), UsageError);
  CHECK_THROWS_AS(read_segmentation_rules("no-such-file.toml"), MachineError);
  SegmentationRules rules{.source = "s.toml", .tokens = "[a-z]+ {100}"};
  CHECK_THROWS_WITH_AS(Segmenter{rules}, doctest::Contains("s.toml: ICU cannot read 'tokens', line 1"),
                       InputError);
  rules.tokens = "[a-z]+ {100};";
  rules.splits = {"cannot"};
  CHECK_THROWS_WITH_AS(Segmenter{rules}, doctest::Contains("'cannot' has no '|'"), InputError);
}
