#include "whofunds/extraction/extractor.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "whofunds/language/share.hpp"

using namespace whofunds;
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
  const text::Document document{.id = "a", .text = kRussian, .lang = "ru"};
  const auto mentions = extractor().find_mentions(document);
  REQUIRE(!mentions.empty());
  for (const auto& mention : mentions)
    CHECK(code_points(kRussian, mention.begin, mention.end) == mention.text);
  const std::vector<model::Fact> facts = extractor().extract_facts(document);
  REQUIRE(!facts.empty());
  for (const model::Fact& fact : facts) {
    REQUIRE(!fact.evidence.empty());
    for (const model::Evidence& evidence : fact.evidence)
      CHECK(code_points(kRussian, evidence.begin, evidence.end) == evidence.text);
  }
}

TEST_CASE(
    "a text with soft hyphens, no-break spaces and letters of the wrong script is read as it is meant") {
  const std::string text =
      "Фонд «По\u00ADлюс» вло\u00ADжил 12\u00A0млн\u00A0евро\r\nв компанию «Cтрела».";  // a Latin C
  const text::Document document{.id = "a", .text = text, .lang = "ru"};
  const std::vector<model::Fact> facts = extractor().extract_facts(document);
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].subject->name == "Полюс");
  CHECK(facts[0].object.name == "Стрела");
  CHECK(facts[0].amount->value == 12'000'000);
  CHECK(facts[0].evidence.front().text == text);
  for (const auto& mention : extractor().find_mentions(document))
    CHECK(code_points(text, mention.begin, mention.end) == mention.text);
}

TEST_CASE("a name that a line end parts is one name") {
  const std::string text =
      "Ravenmoor Capital has invested $45 million in Brightwater \n"
      "Composites, the Gdynia-based maker of boat hulls, according\n"
      "to a statement released on Wednesday.\n";
  const std::vector<model::Fact> facts = extractor().extract_facts({.id = "a", .text = text});
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].object.name == "Brightwater Composites");
  CHECK(facts[0].evidence.front().text == text.substr(0, text.size() - 1));
}

TEST_CASE("each paragraph is read in its own language, and offsets are of the whole") {
  const std::string text =
      "Компания «Охта» купила завод «Кубометр» за 3 млрд рублей. Завод выпускает станки для мебели, а также "
      "пилы и ножи для них.\n\n"
      "Kestrel Bay Ventures invested $20 million in Molo Freight in 2024. The company runs twelve ships "
      "between the northern ports.\n\n"
      "Das Unternehmen Nordwind kaufte im vergangenen Jahr die Firma Sturmwerk, die in Bremen und Hamburg "
      "große Windräder für die Nordsee herstellt.\n\n"
      "Фонд «Ладога Партнерс» вложил 5 млн рублей в компанию «Кубометр». Об этом сообщили обе стороны.";
  const std::vector<model::Fact> facts = extractor().extract_facts({.id = "a", .text = text});
  REQUIRE(facts.size() == 3);
  CHECK(facts[0].object.name == "Кубометр");
  CHECK(facts[1].object.name == "Molo Freight");
  CHECK(facts[2].object.id == facts[0].object.id);
  CHECK(facts[1].object.id != facts[0].object.id);
  for (const model::Fact& fact : facts) {
    const model::Evidence& evidence = fact.evidence.front();
    CHECK(code_points(text, evidence.begin, evidence.end) == evidence.text);
  }
}

TEST_CASE("mentions of one entity share its id and its name in the nominative") {
  const auto mentions = extractor().find_mentions(
      {.id = "a", .text = "Банк «Ладья» открыл отделение. В «Ладье» работают сто человек.", .lang = "ru"});
  REQUIRE(mentions.size() == 2);
  CHECK(mentions[0].entity == mentions[1].entity);
  CHECK(mentions[1].text == "Ладье");
  CHECK(mentions[1].name == "Ладья");
}

TEST_CASE("reading is the same whatever was read before") {
  const text::Document document{.id = "a", .text = kRussian, .lang = "ru"};
  const auto rules = [&] {
    std::string all;
    for (const model::Fact& fact : extractor().extract_facts(document))
      all += fact.rule + fact.object.name + fact.deal;
    return all;
  };
  const std::string first = rules();
  extractor().extract_facts({.id = "b", .text = "Northgate bought Quickmart for $5m.", .lang = "en"});
  CHECK(rules() == first);
}

TEST_CASE("a document without letters, without sentences or in a language that is not read says nothing") {
  for (const char* text : {"", " \n\n ", "12345 67 %", "😀😀😀", "...", "«»"}) {
    CAPTURE(text);
    CHECK(extractor().extract_facts({.id = "a", .text = text}).empty());
  }
  CHECK(extractor().extract_facts({.id = "a", .text = "Siemens kaufte Osram.", .lang = "de"}).empty());
}

TEST_CASE("an explanation shows the words, the names and the frames of each sentence") {
  const std::string text =
      extractor().explain({.id = "a", .text = "Northgate acquired Quickmart in 2019.", .lang = "en"});
  for (const char* part : {"acquired", "en.acquire", "frames.toml:", "Northgate", "2019"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("an explanation tells what was missing where a frame nearly matched") {
  struct Case {
    const char* lang;
    const char* sentence;
    const char* told;
  };
  for (const Case& one : {
           Case{"en", "Northgate acquired Quickmart.", "from Northgate; to Quickmart"},
           Case{"en", "Northgate invested wisely.", "from Northgate; nobody for 'to' (in, into)"},
           Case{"en", "Northgate set a table.", "none of its particles"},
           Case{"en", "Northgate won a contract.", "no sum of money"},
           Case{"en", "Northgate led a choir.", "none of its object words (round"},
           Case{"ru", "«Гавань» купила завод.", "from Гавань; nobody for 'to' (object"},
       }) {
    CAPTURE(one.sentence);
    const std::string text = extractor().explain({.id = "a", .text = one.sentence, .lang = one.lang});
    CAPTURE(text);
    CHECK(text.find(one.told) != std::string::npos);
  }
}

TEST_CASE("a sentence that tells nothing is read where a fact needs it") {
  const auto only_fact = [](const char* text, const char* lang) {
    const std::vector<model::Fact> facts = extractor().extract_facts({.id = "a", .text = text, .lang = lang});
    REQUIRE(facts.size() == 1);
    return facts.front();
  };
  SUBCASE("for what a pronoun looks back to") {
    const model::Fact fact =
        only_fact("Saltmarsh Robotics comes from Leeds. It was bought by Tallow Capital.", "en");
    CHECK(fact.object.name == "Saltmarsh Robotics");
  }
  SUBCASE("for the full name of a party, before it or after") {
    CHECK(only_fact("Рощин купил завод «Гавань». Игорь Рощин родился в Перми.", "ru").subject->name ==
          "Игорь Рощин");
    CHECK(only_fact("Игорь Рощин родился в Перми. Рощин купил завод «Гавань».", "ru").subject->name ==
          "Игорь Рощин");
  }
  SUBCASE("for what an acronym is short for") {
    const model::Fact fact =
        only_fact("Северный банк развития открыт в Перми. СБР купил завод «Гавань».", "ru");
    CHECK(fact.subject->name == "Северный банк развития");
  }
  SUBCASE("for a spelling in another script") {
    const model::Fact fact = only_fact("Volta купила завод «Гавань». Сотрудники «Вольты» ушли.", "ru");
    CHECK(std::ranges::find(fact.subject->aliases, "Вольта") != fact.subject->aliases.end());
  }
}
