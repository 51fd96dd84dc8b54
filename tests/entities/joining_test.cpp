#include "whofunds/entities/joining.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include <doctest/doctest.h>

#include "whofunds/entities/legal_forms.hpp"

using namespace whofunds;
using namespace whofunds::entities;
using model::EntityKind;

namespace {

const LegalForms& shipped() {
  static const LegalForms forms = load_legal_forms(std::getenv("WHOFUNDS_SHARE"));
  return forms;
}

LocalEntity local(std::string document, std::string name, EntityKind kind = EntityKind::kCompany,
                  std::vector<std::string> aliases = {}) {
  return {.document = std::move(document),
          .id = "e1",
          .name = std::move(name),
          .kind = kind,
          .aliases = std::move(aliases)};
}

bool joined(const LocalEntity& a, const LocalEntity& b) {
  const std::array both{a, b};
  const auto groups = join(both, shipped());
  return groups[0] == groups[1];
}

// The groups as sets of what is in them, whatever their numbers.
std::set<std::set<std::string>> partition(const std::vector<LocalEntity>& locals) {
  const auto numbers = join(locals, shipped());
  std::map<std::size_t, std::set<std::string>> groups;
  for (std::size_t i = 0; i < locals.size(); ++i)
    groups[numbers[i]].insert(locals[i].document + "/" + locals[i].name);
  std::set<std::set<std::string>> result;
  for (const auto& [number, group] : groups) result.insert(group);
  return result;
}

}  // namespace

TEST_CASE("organisations of several documents join by name, legal form dropped, in any script") {
  CHECK(joined(local("a", "Ромашка"), local("b", "«РОМАШКА»")));
  CHECK(joined(local("a", "ООО «Ромашка»"), local("b", "Romashka LLC", EntityKind::kOrganization)));
  CHECK(joined(local("a", "Acme Ventures", EntityKind::kFund),
               local("b", "Acme Ventures", EntityKind::kCompany)));
  CHECK_FALSE(joined(local("a", "Ромашка"), local("b", "Ромашка Капитал")));
}

TEST_CASE("an alias joins as a name does") {
  CHECK(joined(local("a", "Российский фонд развития", EntityKind::kFund, {"РФР"}),
               local("b", "РФР", EntityKind::kFund)));
}

TEST_CASE("two persons are never one on a surname alone") {
  const auto person = EntityKind::kPerson;
  CHECK_FALSE(joined(local("a", "Петров", person), local("b", "Петров", person)));
  CHECK_FALSE(
      joined(local("a", "Иван Петров", person, {"Петров"}), local("b", "Олег Петров", person, {"Петров"})));
  CHECK_FALSE(joined(local("a", "Иван Петров", person, {"Петров"}), local("b", "Петров", person)));
  CHECK_FALSE(joined(local("a", "И. Петров", person), local("b", "И. Петров", person)));
  CHECK_FALSE(joined(local("a", "И.И. Петров", person), local("b", "И.И. Петров", person)));
}

TEST_CASE("persons join on a full name, or where their document has it as an alias") {
  const auto person = EntityKind::kPerson;
  CHECK(joined(local("a", "Иван Петров", person), local("b", "Ivan Petrov", person)));
  CHECK(joined(local("a", "Петров", person, {"Иван Петров", "Петров"}), local("b", "Иван Петров", person)));
  CHECK(joined(local("a", "Иван Сергеевич Петров", person), local("b", "Петров Иван", person)));
  CHECK(joined(local("a", "Роман Аркадьевич Якимович", person), local("b", "Roman Yakimovich", person)));
  CHECK_FALSE(
      joined(local("a", "Иван Сергеевич Петров", person), local("b", "Олег Сергеевич Петров", person)));
}

TEST_CASE("kinds that do not go together stay apart") {
  CHECK_FALSE(joined(local("a", "Иван Таранов", EntityKind::kPerson),
                     local("b", "Иван Таранов", EntityKind::kCompany)));
  CHECK_FALSE(
      joined(local("a", "Амазонка", EntityKind::kPlace), local("b", "Амазонка", EntityKind::kCompany)));
  CHECK(joined(local("a", "Норвегия", EntityKind::kPlace), local("b", "Норвегия", EntityKind::kPublicBody)));
}

TEST_CASE("a word that names nobody in particular joins nobody") {
  CHECK_FALSE(joined(local("a", "Альфа Фонд", EntityKind::kFund, {"Фонд"}),
                     local("b", "Бета Фонд", EntityKind::kFund, {"Фонд"})));
  CHECK_FALSE(joined(local("a", "стартап"), local("b", "стартап")));
  CHECK_FALSE(joined(local("a", "АО «Банк»"), local("b", "Банк")));
}

TEST_CASE("two Latin spellings that sound alike are two, unless a Cyrillic one is both") {
  const auto lynx = local("a", "Lynx");
  const auto links = local("b", "Links");
  CHECK_FALSE(joined(lynx, links));
  CHECK(partition({lynx, links, local("c", "Линкс")}).size() == 1);
}

TEST_CASE("how entities group does not depend on their order") {
  const auto person = EntityKind::kPerson;
  std::vector<LocalEntity> locals{local("a", "ООО «Ромашка»"),
                                  local("b", "Romashka"),
                                  local("c", "Лютик", EntityKind::kCompany, {"Romashka"}),
                                  local("d", "Норвегия", EntityKind::kPlace),
                                  local("e", "Норвегия", EntityKind::kPublicBody),
                                  local("f", "Norvegiya", EntityKind::kOrganization),
                                  local("g", "Иван Петров", person, {"Петров"}),
                                  local("h", "Петров", person),
                                  local("i", "Петров Иван Ильич", person),
                                  local("j", "Lynx"),
                                  local("k", "Links")};
  const auto expected = partition(locals);
  CHECK(expected.size() == 6);
  std::mt19937 random(1);
  for (int round = 0; round < 50; ++round) {
    std::shuffle(locals.begin(), locals.end(), random);
    CHECK(partition(locals) == expected);
  }
}

TEST_CASE("a joined name says by which step it was joined") {
  const auto step = [](const char* a, const char* b, EntityKind kind = EntityKind::kCompany) {
    return same_name(a, b, kind, shipped());
  };
  CHECK(step("Ромашка", "«РОМАШКА»") == JoinStep::kSameName);
  CHECK(step("Ромашка", "ООО Ромашка") == JoinStep::kLegalForm);
  CHECK(step("Ромашка", "Romashka Ltd.") == JoinStep::kTransliteration);
  CHECK(step("Иван Петров", "Петров Иван Ильич", EntityKind::kPerson) == JoinStep::kPatronymic);
  CHECK_FALSE(step("Ромашка", "Лютик"));
  for (const JoinStep each : kAllJoinSteps) CHECK_FALSE(to_string(each).empty());
}
