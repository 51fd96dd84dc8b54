#include "whofunds/entities/name_key.hpp"

#include <array>
#include <cstdlib>

#include <doctest/doctest.h>

using namespace whofunds::entities;

namespace {

const LegalForms& known_forms() {
  static const LegalForms forms = load_legal_forms(std::getenv("WHOFUNDS_SHARE"));
  return forms;
}

struct Pair {
  const char* a;
  const char* b;
};

}  // namespace

TEST_CASE("names that differ in case, marks, legal form or script only have one key") {
  constexpr std::array kSame{
      Pair{"Яндекс", "ЯНДЕКС"},
      Pair{"ООО «Яндекс»", "Yandex LLC"},
      Pair{"Яндекс", "Yandex"},
      Pair{"АО \"Сколково\"", "Skolkovo"},
      Pair{"Газпром нефть", "Gazprom Neft PJSC"},
      Pair{"Элон", "Elon"},
      Pair{"Дмитрий Семёнов", "дмитрий семенов"},
      Pair{"Юрий Мильнер", "Yuri Milner"},
      Pair{"Юрий Мильнер", "Yury Milner"},
      Pair{"Алексей Хромов", "Alexey Khromov"},
      Pair{"Алексей", "Aleksei"},
      Pair{"Евгений Ильин", "Yevgeny Ilyin"},
      Pair{"Роскосмос", "Roscosmos"},
      Pair{"Совкомбанк", "Sovcombank"},
      Pair{"Coca-Cola", "Coca‑Cola"},
      Pair{"Coca-Cola", "Кока-Кола"},
      Pair{"J. P. Morgan", "J.P. Morgan"},
      Pair{"J.P. Morgan", "JP Morgan"},
      Pair{"Enel S.p.A.", "Enel SpA"},
      Pair{"Total S.A.", "Total"},
      Pair{"Linde GmbH & Co. KG", "Linde"},
      Pair{"Orlen Sp. z o.o.", "Orlen"},
      Pair{"Publicis  Groupe\tSA", "publicis groupe"},
      Pair{"Johnson & Johnson", "Johnson and Johnson"},
      Pair{"O'Reilly", "O’Reilly"},
      Pair{"Nestlé", "Nestle"},
      Pair{"Общество с ограниченной ответственностью «Ромашка»", "ООО Ромашка"},
      Pair{"Ромашка, ООО", "Ромашка"},
      Pair{"ПАО АКБ «Авангард»", "Авангард"},
      Pair{"Ｔｏｙｏｔａ", "Toyota"},
      Pair{"Київстар", "Kyivstar"},
  };
  for (const Pair& pair : kSame) {
    CAPTURE(pair.a);
    CAPTURE(pair.b);
    CHECK(name_key(pair.a, known_forms()) == name_key(pair.b, known_forms()));
  }
}

TEST_CASE("names of different entities keep different keys") {
  constexpr std::array kDifferent{
      Pair{"Яндекс", "Яндекс.Маркет"},  Pair{"ВТБ", "УК ВТБ"}, Pair{"Disney", "Disney+"},
      Pair{"Goldman", "Goldman Sachs"}, Pair{"3M", "M"},       Pair{"Сбер", "Сбербанк"},
      Pair{"Alpha Holdings", "Alpha"},  Pair{"Маск", "Макс"},
  };
  for (const Pair& pair : kDifferent) {
    CAPTURE(pair.a);
    CAPTURE(pair.b);
    CHECK(name_key(pair.a, known_forms()) != name_key(pair.b, known_forms()));
  }
}

TEST_CASE("a name that is nothing but a legal form is kept") {
  CHECK(name_key("АО", known_forms()) == "ao");
  CHECK(name_key("Co. Ltd.", known_forms()) != "");
  CHECK(name_key("", known_forms()).empty());
  CHECK(name_key("«»", known_forms()).empty());
}

TEST_CASE("each form of a name is a step further from how it is written") {
  const NameForms forms = name_forms("ООО «Ёлка и Ко.»", known_forms());
  CHECK(forms.plain == "ооо елка и ко");
  CHECK(forms.bare == "елка и ко");
  CHECK(forms.latin == "elka i ko");
}

TEST_CASE("without legal forms none is dropped") {
  CHECK(name_key("ООО Ромашка") == "ooo romashka");
}

TEST_CASE("a legal form is dropped only where it stands") {
  LegalForms forms;
  forms.add_form("AS", false, true);
  CHECK(name_forms("AS Roma", forms).bare == "as roma");
  CHECK(name_forms("Telenor AS", forms).bare == "telenor");
}

TEST_CASE("initials are no written out words") {
  CHECK(written_out_words("И. И. Иванов") == 1);
  CHECK(written_out_words("И.И. Иванов") == 1);
  CHECK(written_out_words("Иван Иванов") == 2);
  CHECK(written_out_words("John F. Kennedy") == 2);
  CHECK(written_out_words("Маск") == 1);
}

TEST_CASE("a proper name has a capital, a digit, or no capitals in its script") {
  CHECK(looks_proper("iPhone"));
  CHECK(looks_proper("360"));
  CHECK(looks_proper("腾讯"));
  CHECK_FALSE(looks_proper("фонд"));
  CHECK_FALSE(looks_proper("the company"));
}

TEST_CASE("bytes that are no UTF-8 still have a key") {
  CHECK_NOTHROW(name_key("\xff\xfe Acme \xc3"));
  CHECK(name_forms("\xff Acme", {}).plain == "acme");
}
