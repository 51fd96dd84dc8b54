#include "whofunds/render/style.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <doctest/doctest.h>
#include <unistd.h>

#include "whofunds/model/error.hpp"

using namespace whofunds;
using namespace whofunds::render;

namespace {

std::filesystem::path share() {
  return std::getenv("WHOFUNDS_SHARE");
}

// What is said of the shipped file with the first `before` in it written as `after`; empty where nothing is.
std::string said_of_change(const std::string& before, const std::string& after) {
  std::ifstream shipped(share() / "language" / "relations.toml");
  std::string text{std::istreambuf_iterator<char>(shipped), {}};
  text.replace(text.find(before), before.size(), after);
  const std::filesystem::path changed =
      std::filesystem::temp_directory_path() / ("whofunds-style-" + std::to_string(::getpid()));
  std::filesystem::create_directories(changed / "language");
  std::ofstream(changed / "language" / "relations.toml") << text;
  std::string said;
  try {
    load_style(changed, "en", "dark");
  } catch (const InputError& error) {
    said = error.what();
  }
  std::filesystem::remove_all(changed);
  return said;
}

}  // namespace

TEST_CASE("every relation, kind and status has its words in both languages") {
  for (const char* const language : {"en", "ru"}) {
    const Style style = load_style(share(), language);
    for (const auto relation : model::kAllRelations) CHECK_FALSE(style.of(relation).label.empty());
    for (const auto kind : model::kAllEntityKinds) CHECK_FALSE(style.of(kind).label.empty());
    for (const auto status : model::kAllStatuses) CHECK_FALSE(style.of(status).empty());
    CHECK(style.currencies.at("USD").sign == "$");
  }
  CHECK(load_style(share(), "ru").of(model::Relation::kLendsTo).label == "кредитует");
}

TEST_CASE("no two kinds share a shape, so that a picture is read in grey") {
  const Style style = load_style(share());
  std::set<std::string> shapes;
  for (const auto kind : model::kAllEntityKinds) shapes.insert(style.of(kind).shape);
  CHECK(shapes.size() == model::kAllEntityKinds.size());
}

TEST_CASE("a language that the file does not have is refused with the key that lacks it") {
  CHECK_THROWS_WITH_AS(load_style(share(), "xx"), doctest::Contains("relation.invests_in.label.xx"),
                       InputError);
}

TEST_CASE("a slip in the file is told with its line and what to do") {
  struct Row {
    std::string before;
    std::string after;
    std::string said;
  };
  for (const Row& row : {
           Row{"arrowhead =", "arowhead =",
               "relations.toml:12: there is no key 'arowhead'; did you mean 'arrowhead'?"},
           Row{"[relation.owns]", "[relation.own]", "there is no key 'own'; did you mean 'owns'?"},
           Row{"sign = \"▶\"", "sign = 3",
               "relations.toml:13: 'relation.invests_in.sign' is no text; give it a text"},
           Row{"deal = {", "deal = \"investment\" # {",
               "relations.toml:10: 'relation.invests_in.deal.en' is no text; give it a text"},
           Row{"shape = \"box\"\n", "", "'kind.company.shape' is no text; give it a text"},
           Row{"not_so =", "notso =", "there is no key 'notso'; did you mean 'not_so'?"},
           Row{"worth = 1.0", "worth = \"1\"", "'currency.USD.worth' is no number; give it a number"},
           Row{"person = { fill =", "person = { fil =", "there is no key 'fil'; did you mean 'fill'?"},
           Row{"ended = {", "over = {", "there is no key 'over'; write one of 'completed', "},
       }) {
    CAPTURE(row.after);
    const std::string said = said_of_change(row.before, row.after);
    CHECK_MESSAGE(said.find(row.said) != std::string::npos, said);
    CHECK(said.find("relations.toml:") != std::string::npos);
  }
}

TEST_CASE("a missing file is a fault of the machine") {
  CHECK_THROWS_AS(load_style("/nowhere"), MachineError);
}
