#include "whofunds/text/language.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace whofunds::text;

namespace {

const std::string kEnglish =
    "The fund has bought a third of the company, and the two sides said that the deal would be closed before "
    "the end "
    "of the year if the regulator agrees to it.\n\n";
const std::string kRussian =
    "Фонд купил треть компании, и обе стороны сообщили, что сделка будет закрыта до конца года, если на это "
    "согласится регулятор, который изучает её с весны.\n\n";
const std::string kHarbour =
    "В четверг в порту открыли новый причал для сухогрузов. На церемонию пришли около двухсот человек, в том "
    "числе бывшие докеры и ученики речного училища. Жители соседней деревни жалуются на шум, администрация "
    "обещала поставить экраны вдоль железной дороги до конца осени. Экологи следят за уровнем воды в "
    "реке.\n\n";
const std::string kGerman =
    "Der Fonds hat ein Drittel des Unternehmens gekauft, und beide Seiten teilten mit, dass das Geschäft "
    "noch vor Ende "
    "des Jahres abgeschlossen werden soll, wenn die Behörde zustimmt.\n\n";

using Texts = std::vector<std::string>;

/// Of the spans of a text.
Texts languages(const std::string& text, const std::string& main) {
  Texts result;
  for (const LanguageSpan& span : language_spans(text, main)) result.push_back(span.lang);
  return result;
}

}  // namespace

TEST_CASE("the language is that of most letters where a text is short") {
  CHECK(detect_language("Фонд Acme вложил деньги") == "ru");
  CHECK(detect_language("Acme, known in Russia as «Акме», bought Bolt") == "en");
  CHECK(detect_language("2023 !") == "en");
  CHECK(detect_language("Delivery Club купила Alibaba Pictures") == "ru");
  CHECK(detect_language("Acme buys Яндекс") == "en");
}

TEST_CASE("other languages are told by their words") {
  CHECK(detect_language(kEnglish) == "en");
  CHECK(detect_language(kRussian) == "ru");
  CHECK(detect_language(kGerman) == "de");
  CHECK(detect_language(
            "Фонд придбав третину компанії, і обидві сторони повідомили, що угоду буде укладено до кінця "
            "року, якщо на це погодиться регулятор, який вивчає її з весни.") == "uk");
}

TEST_CASE("characters that are not seen, accents and letters of the wrong script hide no language") {
  // After every second letter but the last of a word, as a page does that lets its lines be parted anywhere.
  const auto between_letters = [](const std::string& text, const std::string& what) {
    std::string result;
    std::size_t letters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
      if (begins && text[i] != ' ' && letters > 0 && letters % 2 == 0) result += what;
      if (begins) letters = text[i] == ' ' ? 0 : letters + 1;
      result += text[i];
    }
    return result;
  };
  for (const char* unseen : {"\u00AD", "\u200B", "\u0301"}) {
    CAPTURE(unseen);
    CHECK(detect_language(between_letters(kRussian + kHarbour, unseen)) == "ru");
    CHECK(detect_language(between_letters(kEnglish + kEnglish, unseen)) == "en");
  }
}

TEST_CASE("a document in two languages is cut at its paragraphs") {
  const std::string text = kRussian + kEnglish + "Acme Corp.\n\n" + kRussian;
  const auto spans = language_spans(text, "ru");
  REQUIRE(spans.size() == 3);
  CHECK(spans[0].lang == "ru");
  CHECK(spans[1].lang == "en");
  CHECK(spans[1].begin == kRussian.size());
  CHECK(spans[1].end == kRussian.size() + kEnglish.size());
  CHECK(spans[2].lang == "ru");
  CHECK(spans[2].end == text.size());
}

TEST_CASE(
    "paragraphs are parted by empty lines with any line end, and a hundred thousand of them in linear time") {
  const std::string english = kEnglish.substr(0, kEnglish.size() - 2);
  CHECK(language_spans(kRussian + english + "\r\n\r\n" + kRussian, "ru").size() == 3);
  CHECK(language_spans(kRussian + english + "\n\r\n" + kRussian, "ru").size() == 3);
  std::string many;
  for (int i = 0; i < 300'000; ++i) many += "Acme bought Bolt.\n\n";
  CHECK(language_spans(many, "en").size() == 1);
}

TEST_CASE("a short paragraph in the other script is read by its script, one of names is not") {
  const std::string russian = "Мельница купила пекарню «Сухарь».\n\n";
  const std::string english = "The mill bought a bakery.\n\n";
  CHECK(languages(russian + kEnglish, "en") == Texts{"ru", "en"});
  CHECK(languages(english + kRussian, "ru") == Texts{"en", "ru"});
  CHECK(languages("Сбербанк, «Северный Ветер»\n\n" + kEnglish, "en") == Texts{"en"});
  for (const char* const other : {"Das Werk wurde im März verkauft.", "La société a racheté son voisin.",
                                  "Компанію купив інший банк."}) {
    CAPTURE(other);
    const std::string text = std::string(other) + "\n\n";
    CHECK(languages(text + kRussian, "ru").front() != "en");
    CHECK(languages(text + kEnglish, "en").front() != "ru");
  }
}

TEST_CASE("where Cyrillic and Latin lines meet, a paragraph ends") {
  const std::string russian = "Мельница купила пекарню «Сухарь».\n";
  const std::string english = "The mill bought a bakery.\n";
  for (const char* const main : {"ru", "en"}) {
    CHECK(languages(russian + english, main) == Texts{"ru", "en"});
    CHECK(languages(english + russian + english + kRussian, main) == Texts{"en", "ru", "en", "ru"});
  }
  // A line of a sentence that goes on is but full of names.
  CHECK(languages("Среди покупателей были\nAcme Partners of the North and\nеще два банка\n", "ru") ==
        Texts{"ru"});
}

TEST_CASE("a paragraph in a language that is read is found among others") {
  const std::string french =
      "Le fonds a acheté un tiers de la société, et les deux parties ont déclaré que l'opération serait "
      "conclue "
      "avant la fin de l'année si le régulateur y consent.\n\n";
  CHECK(languages(french + french + kEnglish, "fr") == Texts{"fr", "en"});
  CHECK(languages(french + french + kEnglish, "en") == Texts{"fr", "en"});
  CHECK(language_spans(french + french + kEnglish, "fr").front().paragraphs == 2);
  CHECK(languages(french + kRussian + kGerman, "fr") == Texts{"fr", "ru", "de"});
}

TEST_CASE("names and short lines of another script are no other language") {
  CHECK(language_spans(kRussian + "Ladoga Partners, Polar Optics\n\n" + kRussian, "ru").size() == 1);
  CHECK(language_spans("", "ru").empty());
}

TEST_CASE("the name of a language is its first part") {
  CHECK(language_name("en-US") == "en");
  CHECK(language_name("RU_ru") == "ru");
  CHECK(language_name("") == "");
}
