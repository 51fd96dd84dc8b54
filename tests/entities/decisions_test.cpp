#include "whofunds/entities/decisions.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include <doctest/doctest.h>

#include "whofunds/entities/explanation.hpp"
#include "whofunds/entities/joining.hpp"
#include "whofunds/model/error.hpp"

using namespace whofunds;
using entities::Decisions;
using entities::JoinStep;
using entities::LocalEntity;
using model::EntityKind;

namespace {

LocalEntity found_in(std::string document, std::string name, std::vector<std::string> aliases = {}) {
  return {.document = std::move(document),
          .id = "e1",
          .name = std::move(name),
          .kind = EntityKind::kCompany,
          .aliases = std::move(aliases)};
}

bool joined_by(const std::vector<LocalEntity>& locals, const Decisions& decisions, std::size_t a,
               std::size_t b) {
  const auto groups = entities::join(locals, {}, decisions);
  return groups[a] == groups[b];
}

}  // namespace

TEST_CASE("names that are decided to be the same are one, those decided to be different are not") {
  const std::vector<LocalEntity> locals{found_in("x", "Ромашка"), found_in("y", "Chamomile Group"),
                                        found_in("z", "РОМАШКА")};
  Decisions decisions;
  CHECK_FALSE(joined_by(locals, decisions, 0, 1));
  decisions.add_same("ромашка", "Chamomile group");
  CHECK(joined_by(locals, decisions, 0, 1));
  CHECK(joined_by(locals, decisions, 2, 1));
  decisions.add_different("Chamomile Group", "Ромашка");
  CHECK_FALSE(joined_by(locals, decisions, 0, 1));
  CHECK(joined_by(locals, decisions, 0, 2));
}

TEST_CASE("what is different does not become one through a third, in whatever order documents come") {
  Decisions decisions;
  decisions.add_different("Acme", "Acme Ventures");
  std::vector<LocalEntity> locals{found_in("a", "Acme", {"AV"}), found_in("b", "Acme Ventures", {"AV"}),
                                  found_in("c", "AV", {"Acme Ventures"}), found_in("d", "Acme", {"AV"})};
  std::mt19937 random(1);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(locals.begin(), locals.end(), random);
    const auto groups = entities::join(locals, {}, decisions);
    std::vector<std::size_t> of_acme;
    std::vector<std::size_t> of_ventures;
    std::size_t of_av = 0;
    for (std::size_t n = 0; n < locals.size(); ++n) {
      if (locals[n].name == "Acme") of_acme.push_back(groups[n]);
      if (locals[n].name == "Acme Ventures") of_ventures.push_back(groups[n]);
      if (locals[n].name == "AV") of_av = groups[n];
    }
    CHECK(of_acme[0] == of_acme[1]);
    CHECK(of_acme[0] != of_ventures[0]);
    CHECK(of_av == of_ventures[0]);
  }
}

TEST_CASE("an alias that is decided to be somebody else's name is dropped") {
  Decisions decisions;
  decisions.add_different("Acme", "Acme Ventures");
  CHECK(entities::without_decided_aliases(found_in("x", "Acme", {"Acme", "Acme ventures"}), decisions)
            .aliases == std::vector<std::string>{"Acme"});
  CHECK(
      entities::without_decided_aliases(found_in("x", "Acme Ventures", {"Acme"}), decisions).aliases.empty());
}

TEST_CASE("merging decisions is a union") {
  Decisions a;
  a.add_same("B", "A");
  a.add_name("A", "Alpha");
  Decisions b;
  b.add_different("C", "D");
  Decisions both = a;
  both.merge(b);
  Decisions other_way = b;
  other_way.merge(a);
  other_way.merge(a);
  CHECK(both == other_way);
  CHECK(both.same().begin()->first == "A");
  CHECK(both.digest_text() != a.digest_text());
}

TEST_CASE("a file of decisions that is wrong is refused with its line") {
  const auto file = std::filesystem::temp_directory_path() / "whofunds-decisions-test.toml";
  const auto fault = [&](const std::string& text) {
    std::ofstream(file) << text;
    try {
      entities::load_decisions(file);
    } catch (const InputError& error) {
      return std::string(error.what());
    }
    return std::string("read");
  };
  CHECK(fault("[[same]]\nnames = [\"A\", \"B\"]\n[[name]]\nof = \"A\"\nshow = \"B\"\n") == "read");
  CHECK(fault("[[same]]\nnames = [\"A\"]\n").find("toml:1: there are no two names") != std::string::npos);
  CHECK(fault("\n[[sane]]\nnames = [\"A\", \"B\"]\n").find("'sane' is no decision") != std::string::npos);
  CHECK(fault("[[name]]\nof = \"A\"\nshow = 3\n").find("'show' is no name") != std::string::npos);
  CHECK(fault("same = [\n").find("whofunds-decisions-test.toml:") != std::string::npos);
  std::filesystem::remove(file);
}

TEST_CASE("a file of decisions that is not there is named as such") {
  CHECK_THROWS_WITH_AS(entities::load_decisions("nofile.toml"), "nofile.toml: there is no such file",
                       InputError);
}

TEST_CASE("why two names are one is told as a chain of steps") {
  Decisions decisions;
  decisions.add_same("Chamomile Group", "Romashka Holding");
  const std::vector<LocalEntity> locals{found_in("x", "Ромашка", {"Romashka Holding"}),
                                        found_in("y", "Romashka"), found_in("z", "Chamomile Group")};
  const auto steps =
      entities::explain("ROMASHKA", "chamomile group", locals, EntityKind::kCompany, {}, decisions);
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].step == JoinStep::kTransliteration);
  CHECK(steps[1].step == JoinStep::kAlias);
  CHECK(steps[1].document == "x");
  CHECK(steps[2].step == JoinStep::kDecision);
  CHECK(entities::explain("Ромашка", "ромашка", locals, EntityKind::kCompany, {}, decisions).empty());
}
