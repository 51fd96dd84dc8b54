// Runs the cases of tests/cases/<lang>/*.toml: a text and all the facts that it says. See docs/frames.md,
// lesson 7.

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
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
  std::vector<std::string> attributes;
};

std::string trimmed(std::string text) {
  text.erase(0, text.find_first_not_of(' '));
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

Expected parse_expected(const std::string& text) {
  Expected expected;
  std::size_t begin = 0;
  for (std::size_t end = text.find(';'); begin <= text.size(); end = text.find(';', begin)) {
    const std::string part =
        trimmed(text.substr(begin, end == std::string::npos ? std::string::npos : end - begin));
    if (expected.who.empty()) {
      expected.who = part;
    } else {
      expected.attributes.push_back(part);
    }
    if (end == std::string::npos) break;
    begin = end + 1;
  }
  return expected;
}

std::string who_of(const model::Fact& fact) {
  if (!fact.subject) return fmt::format("{} {}", model::to_string(fact.relation), fact.object.name);
  return fmt::format("{} {} {}", fact.subject->name, model::to_string(fact.relation), fact.object.name);
}

std::vector<std::string> attributes_of(const model::Fact& fact) {
  std::vector<std::string> attributes{std::string(model::to_string(fact.status))};
  if (fact.amount) attributes.push_back(fmt::format("{} {}", fact.amount->value, fact.amount->currency));
  if (fact.stake && fact.stake->percent) attributes.push_back(fmt::format("{}%", *fact.stake->percent));
  if (fact.stake && fact.stake->controlling) attributes.emplace_back("controlling");
  if (fact.date) attributes.push_back(model::to_string(*fact.date));
  if (!fact.round.empty()) attributes.push_back(fact.round);
  if (fact.lead) attributes.emplace_back("lead");
  if (fact.valuation)
    attributes.push_back(fmt::format("worth {} {}", fact.valuation->value, fact.valuation->currency));
  return attributes;
}

bool says(const model::Fact& fact, const Expected& expected) {
  if (who_of(fact) != expected.who) return false;
  const std::vector<std::string> attributes = attributes_of(fact);
  const bool told_status =
      std::any_of(expected.attributes.begin(), expected.attributes.end(),
                  [](const std::string& text) { return model::parse_status(text).has_value(); });
  if (!told_status && fact.status != model::Status::kCompleted) return false;
  return std::all_of(expected.attributes.begin(), expected.attributes.end(),
                     [&](const std::string& attribute) {
                       return std::find(attributes.begin(), attributes.end(), attribute) != attributes.end();
                     });
}

std::string in_words(const std::vector<model::Fact>& facts) {
  std::string text;
  for (const model::Fact& fact : facts)
    text += fmt::format("\n    {}; {}", who_of(fact), fmt::join(attributes_of(fact), "; "));
  return text.empty() ? "nothing" : text;
}

/// Empty where the facts are just those that the case lists.
std::string difference(const std::vector<model::Fact>& facts, const toml::array& listed) {
  std::vector<bool> used(facts.size(), false);
  for (const toml::node& item : listed) {
    const Expected expected = parse_expected(item.value_or(std::string()));
    std::size_t at = 0;
    while (at < facts.size() && (used[at] || !says(facts[at], expected))) ++at;
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

std::set<std::string> texts_of(const toml::array& list) {
  std::set<std::string> texts;
  for (const toml::node& item : list) texts.insert(item.value_or(std::string()));
  return texts;
}

void run_file(const std::string& path, const std::string& lang) {
  static const extraction::Extractor extractor(language::share_directory());
  CAPTURE(path);
  const toml::table file = toml::parse_file(path);
  const toml::array* const cases = file["case"].as_array();
  REQUIRE(cases != nullptr);
  for (const toml::node& item : *cases) {
    const toml::table& one = *item.as_table();
    const std::string text = one["text"].value_or(std::string());
    const toml::array* const listed = one["facts"].as_array();
    CAPTURE(text);
    REQUIRE(listed != nullptr);
    const std::vector<model::Fact> facts =
        extractor.extract_facts({.id = "case",
                                 .text = text,
                                 .lang = lang,
                                 .date = model::parse_partial_date(one["date"].value_or(std::string()))});
    CHECK(difference(facts, *listed) == "");
    if (const toml::array* const countries = one["countries"].as_array())
      CHECK(fmt::format("{}", countries_in(facts)) == fmt::format("{}", texts_of(*countries)));
  }
}

void run_cases(const std::string& lang) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(WHOFUNDS_CASES) + "/" + lang))
    paths.push_back(entry.path().string());
  std::ranges::sort(paths);
  REQUIRE(!paths.empty());
  for (const std::string& path : paths) run_file(path, lang);
}

}  // namespace

TEST_CASE("every Russian case says just the facts that it lists") {
  run_cases("ru");
}
TEST_CASE("every English case says just the facts that it lists") {
  run_cases("en");
}
