// Runs the cases of tests/cases/<lang>/*.toml: a text and all the facts that it says, each with all that is
// said of it. See docs/frames.md, lesson 7.

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include "whofunds/extraction/extractor.hpp"
#include "whofunds/language/share.hpp"

using namespace whofunds;

namespace {

/// What a case says of one fact: "A invests_in B", and what follows each semicolon.
struct Expected {
  std::string who;
  std::set<std::string> attributes;
};

std::string trimmed(std::string text) {
  text.erase(0, text.find_first_not_of(' '));
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

/// The status goes without saying where it is "completed".
Expected parse_expected(const std::string& text) {
  Expected expected;
  std::size_t begin = 0;
  for (std::size_t end = text.find(';'); begin <= text.size(); end = text.find(';', begin)) {
    const std::string part =
        trimmed(text.substr(begin, end == std::string::npos ? std::string::npos : end - begin));
    if (expected.who.empty()) {
      expected.who = part;
    } else {
      expected.attributes.insert(part);
    }
    if (end == std::string::npos) break;
    begin = end + 1;
  }
  expected.attributes.erase(std::string(model::to_string(model::Status::kCompleted)));
  return expected;
}

std::string who_of(const model::Fact& fact) {
  if (!fact.subject) return fmt::format("{} {}", model::to_string(fact.relation), fact.object.name);
  return fmt::format("{} {} {}", fact.subject->name, model::to_string(fact.relation), fact.object.name);
}

/// What is read of a fact, but what the case asks to `ignore`, since it is read amiss.
std::set<std::string> attributes_of(const model::Fact& fact, const std::set<std::string>& ignored) {
  std::set<std::string> attributes;
  const auto add = [&](const char* kind, std::string said) {
    if (!ignored.contains(kind)) attributes.insert(std::move(said));
  };
  if (fact.status != model::Status::kCompleted) attributes.insert(std::string(model::to_string(fact.status)));
  if (fact.amount) add("amount", fmt::format("{} {}", fact.amount->value, fact.amount->currency));
  if (fact.stake && fact.stake->percent) add("stake", fmt::format("{}%", *fact.stake->percent));
  if (fact.stake && fact.stake->controlling) add("stake", "controlling");
  if (fact.date) add("date", model::to_string(*fact.date));
  if (!fact.round.empty()) add("round", fact.round);
  if (fact.lead) add("lead", "lead");
  if (fact.valuation)
    add("valuation", fmt::format("worth {} {}", fact.valuation->value, fact.valuation->currency));
  return attributes;
}

std::string in_words(const std::vector<model::Fact>& facts) {
  std::string text;
  for (const model::Fact& fact : facts)
    text += fmt::format("\n    {}; {}", who_of(fact), fmt::join(attributes_of(fact, {}), "; "));
  return text.empty() ? "nothing" : text;
}

/// Empty where the facts are just those that the case lists.
std::string difference(const std::vector<model::Fact>& facts, const toml::array& listed,
                       const std::set<std::string>& ignored) {
  std::vector<bool> used(facts.size(), false);
  for (const toml::node& item : listed) {
    const Expected expected = parse_expected(item.value_or(std::string()));
    const auto is_said = [&](const model::Fact& fact) {
      return who_of(fact) == expected.who && attributes_of(fact, ignored) == expected.attributes;
    };
    std::size_t at = 0;
    while (at < facts.size() && (used[at] || !is_said(facts[at]))) ++at;
    if (at == facts.size())
      return fmt::format("not read: {}; read was {}", item.value_or(std::string()), in_words(facts));
    used[at] = true;
  }
  if (listed.size() != facts.size()) return fmt::format("more was read than it says: {}", in_words(facts));
  return {};
}

/// "Cordelle fr", "Охта kz ru": the parties of facts with the countries that they are said to be of.
std::set<std::string> countries_in(const std::vector<model::Fact>& facts) {
  std::set<std::string> told;
  const auto add = [&](const model::Entity& entity) {
    if (!entity.countries.empty())
      told.insert(fmt::format("{} {}", entity.name, fmt::join(entity.countries, " ")));
  };
  for (const model::Fact& fact : facts) {
    add(fact.object);
    if (fact.subject) add(*fact.subject);
  }
  return told;
}

std::set<std::string> texts_of(const toml::array* list) {
  std::set<std::string> texts;
  if (list != nullptr)
    for (const toml::node& item : *list) texts.insert(item.value_or(std::string()));
  return texts;
}

/// The first of the keys that is none of those known; empty where all are.
std::string unknown_key(const toml::table& table, const std::set<std::string_view>& known) {
  for (const auto& [key, value] : table)
    if (!known.contains(key.str())) return std::string(key.str());
  return {};
}

/// The first of what a case asks to ignore that is no attribute of a fact; empty where all are.
std::string unknown_attribute(const std::set<std::string>& ignored) {
  static const std::set<std::string> attributes{"amount", "stake", "date", "round", "lead", "valuation"};
  for (const std::string& attribute : ignored)
    if (!attributes.contains(attribute)) return attribute;
  return {};
}

void run_case(const extraction::Extractor& extractor, const toml::table& one, const std::string& lang) {
  const std::string text = one["text"].value_or(std::string());
  CAPTURE(text);
  CHECK(unknown_key(one, {"text", "date", "facts", "countries", "ignore"}) == "");
  const toml::array* const listed = one["facts"].as_array();
  REQUIRE(listed != nullptr);
  const std::set<std::string> ignored = texts_of(one["ignore"].as_array());
  CHECK(unknown_attribute(ignored) == "");
  const std::vector<model::Fact> facts =
      extractor.extract_facts({.id = "case",
                               .text = text,
                               .lang = lang,
                               .date = model::parse_partial_date(one["date"].value_or(std::string()))});
  CHECK(difference(facts, *listed, ignored) == "");
  if (const toml::array* const countries = one["countries"].as_array())
    CHECK(fmt::format("{}", countries_in(facts)) == fmt::format("{}", texts_of(countries)));
}

void run_file(const std::string& path, const std::string& lang) {
  static const extraction::Extractor extractor(language::share_directory());
  const toml::table file = toml::parse_file(path);
  CHECK(unknown_key(file, {"case"}) == "");
  const toml::array* const cases = file["case"].as_array();
  REQUIRE(cases != nullptr);
  for (const toml::node& item : *cases) {
    REQUIRE(item.is_table());
    run_case(extractor, *item.as_table(), lang);
  }
}

/// One subcase a file, so that what fails is named with its file.
void run_cases(const std::string& lang) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(WHOFUNDS_CASES) + "/" + lang))
    paths.push_back(entry.path().string());
  std::ranges::sort(paths);
  REQUIRE(!paths.empty());
  for (const std::string& path : paths) {
    const std::string name = path.substr(std::string_view(WHOFUNDS_CASES).size() + 1);
    SUBCASE(name.c_str()) {
      run_file(path, lang);
    }
  }
}

}  // namespace

TEST_CASE("every Russian case says just the facts that it lists") {
  run_cases("ru");
}
TEST_CASE("every English case says just the facts that it lists") {
  run_cases("en");
}
