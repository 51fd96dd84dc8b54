#include "whofunds/extraction/extractor.hpp"

#include <string>

#include <doctest/doctest.h>

#include "whofunds/language/share.hpp"

using namespace whofunds;
using extraction::Extraction;
using extraction::Extractor;

namespace {

const Extractor& extractor() {
  static const Extractor kExtractor(language::share_directory());
  return kExtractor;
}

/// The code points [begin, end) of a UTF-8 text.
std::string code_points(const std::string& text, std::size_t begin, std::size_t end) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (starts && i > 0) ++at;
    if (at >= begin && at < end) result.push_back(text[i]);
  }
  return result;
}

const std::string kRussian =
    "Фонд «Полюс» вложил 12 млн евро в компанию «Тундра-Софт». Основатель «Тундра-Софта» Игорь Лапин "
    "сохранит контроль.\n"
    "Ранее «Тундра-Софт» привлекла 2 млн евро.";

}  // namespace

TEST_CASE("offsets of mentions and evidence are code points of the document as it was read") {
  const Extraction extraction = extractor().extract({.id = "a", .text = kRussian, .lang = "ru"});
  REQUIRE(!extraction.mentions.empty());
  for (const auto& mention : extraction.mentions)
    CHECK(code_points(kRussian, mention.begin, mention.end) == mention.text);
  REQUIRE(!extraction.facts.empty());
  for (const model::Fact& fact : extraction.facts) {
    REQUIRE(!fact.evidence.empty());
    for (const model::Evidence& evidence : fact.evidence)
      CHECK(code_points(kRussian, evidence.begin, evidence.end) == evidence.text);
  }
}

TEST_CASE("mentions of one entity share its id and its name in the nominative") {
  const Extraction extraction = extractor().extract(
      {.id = "a", .text = "Банк «Ладья» открыл отделение. В «Ладье» работают сто человек.", .lang = "ru"});
  REQUIRE(extraction.mentions.size() == 2);
  CHECK(extraction.mentions[0].entity == extraction.mentions[1].entity);
  CHECK(extraction.mentions[1].text == "Ладье");
  CHECK(extraction.mentions[1].name == "Ладья");
}

TEST_CASE("reading is the same whatever was read before") {
  const text::Document document{.id = "a", .text = kRussian, .lang = "ru"};
  const auto rules = [&] {
    std::string all;
    for (const model::Fact& fact : extractor().extract(document).facts)
      all += fact.rule + fact.object.name + fact.deal;
    return all;
  };
  const std::string first = rules();
  extractor().extract({.id = "b", .text = "Northgate bought Quickmart for $5m.", .lang = "en"});
  CHECK(rules() == first);
}

TEST_CASE("a document without letters, without sentences or in a language that is not read says nothing") {
  for (const char* text : {"", " \n\n ", "12345 67 %", "😀😀😀", "...", "«»"}) {
    CAPTURE(text);
    CHECK(extractor().extract({.id = "a", .text = text}).facts.empty());
  }
  CHECK(extractor().extract({.id = "a", .text = "Siemens kaufte Osram.", .lang = "de"}).facts.empty());
}

TEST_CASE("an explanation shows the words, the names and the frames of each sentence") {
  const std::string text =
      extractor().explain({.id = "a", .text = "Northgate acquired Quickmart in 2019.", .lang = "en"});
  for (const char* part : {"acquired", "en.acquire", "frames.toml:", "Northgate", "2019"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
}
