#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "reading.hpp"

namespace whofunds::mentions {
namespace {

struct Case {
  std::string lang;
  std::string text;
  std::string expected;
};

/// "Росинка company, Анна Седых person": the nominative and the kind of each, in order.
std::string listed(const std::vector<NameMention>& names) {
  std::string text;
  for (const NameMention& name : names)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name.name, model::to_string(name.kind));
  return text;
}

}  // namespace

TEST_CASE("names are found with their kind and in the nominative") {
  const Case cases[] = {
      {"ru", "Сеть «Росинка» купила завод у Анны Седых.", "Росинка company, Анна Седых person"},
      {"ru", "Венчурный фонд «Северный ветер» вложил 5 млн рублей в стартап «Домовёнок».",
       "Северный ветер fund, Домовёнок company"},
      {"ru", "Компания строит порт «Меридиан».", "Меридиан project"},
      {"ru", "ООО «Лесной край» принадлежит Сергею Петровичу Ветрову.",
       "Лесной край company, Сергей Петрович Ветров person"},
      {"ru", "Долю купил предприниматель А. В. Рогов.", "А. В. Рогов person"},
      {"ru", "Правительство Канады выделило компании 5 млн долларов.", "Правительство Канады public_body"},
      {"ru", "Грант выдало Министерство образования и науки России.",
       "Министерство образования и науки России public_body"},
      {"ru", "Банк «Ладога» выдал кредит проекту «Полярная звезда».",
       "Ладога company, Полярная звезда project"},
      {"ru", "Инвестором стал Илон Маск, основатель Tesla.", "Илон Маск person, Tesla organization"},
      {"ru", "Деньги привлекла компания Сергея Ветрова.", "Сергей Ветров person"},
      {"ru", "Вчера вышел фильм «Дорога домой».", "Дорога домой project"},
      {"ru", "Канадское правительство выделило заводу 5 млн долларов.",
       "Канадское правительство public_body"},
      {"ru", "Союз пекарей (СП) и Лига портов (The Harbour League) подписали договор.",
       "Союз пекарей organization, Лига портов organization, The Harbour League organization"},
      {"en", "Mevio raised $5 million.", "Mevio organization"},
      {"en", "Ridgeway Foods was bought by Orrin Holdings and Tallis Partners.",
       "Ridgeway Foods company, Orrin Holdings company, Tallis Partners fund"},
      {"en", "Harbor Peak Ventures invested $5 million in Copperline Systems.",
       "Harbor Peak Ventures fund, Copperline Systems company"},
      {"en", "Ingram Robotics, Inc. was acquired by Elena Marsh.",
       "Ingram Robotics, Inc. company, Elena Marsh person"},
      {"en", "The University of Oslo received a grant.", "University of Oslo organization"},
  };
  for (const Case& example : cases) {
    CAPTURE(example.text);
    CHECK(listed(test::read(example.lang, example.text).names) == example.expected);
  }
}

TEST_CASE("names never overlap each other") {
  const SentenceMentions read =
      test::read("ru", "Пресс-служба МВД России сообщила, что администрация Казани купила завод «Салют».");
  for (std::size_t i = 1; i < read.names.size(); ++i) CHECK(read.names[i - 1].last <= read.names[i].first);
}

TEST_CASE("a body that nothing tells apart is said, but is no name") {
  const SentenceMentions read = test::read("ru", "Об этом сообщила полиция.");
  CHECK(read.names.empty());
  CHECK(listed(read.bodies) == "полиция public_body");
}

TEST_CASE("offsets of a name leave out its quotes") {
  const std::string text = "Сеть «Росинка» купила завод.";
  const SentenceMentions read = test::read("ru", text);
  REQUIRE(read.names.size() == 1);
  CHECK(read.names[0].begin == 6);
  CHECK(read.names[0].end == 13);
  CHECK(read.names[0].text == "Росинка");
}

}  // namespace whofunds::mentions
