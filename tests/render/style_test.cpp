#include "whofunds/render/style.hpp"

#include <cstdlib>
#include <set>

#include <doctest/doctest.h>

#include "whofunds/model/error.hpp"

using namespace whofunds;
using namespace whofunds::render;

namespace {

std::filesystem::path share() {
  return std::getenv("WHOFUNDS_SHARE");
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

TEST_CASE("a missing file is a fault of the machine") {
  CHECK_THROWS_AS(load_style("/nowhere"), MachineError);
}
