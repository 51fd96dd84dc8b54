#include "whofunds/text/segmentation_rules.hpp"

#include <array>
#include <string_view>

#include "whofunds/text/data_file.hpp"

namespace whofunds::text {
namespace {

constexpr std::array<std::string_view, 7> kRuleKeys{"tokens", "clitics",       "splits",   "units",
                                                    "signs",  "abbreviations", "sentences"};
constexpr std::array<std::string_view, 5> kAbbreviationKeys{"one_token", "never_end", "may_end",
                                                            "after_number", "ends_name"};
constexpr std::array<std::string_view, 3> kSentenceKeys{"starters", "before_letter", "continuers"};

}  // namespace

SegmentationRules read_segmentation_rules(const std::filesystem::path& file) {
  const DataFile rules(file);
  rules.only(rules.root(), kRuleKeys);
  const toml::table& abbreviations = rules.table(rules.required(rules.root(), "abbreviations"));
  rules.only(abbreviations, kAbbreviationKeys);
  const toml::table& sentences = rules.table(rules.required(rules.root(), "sentences"));
  rules.only(sentences, kSentenceKeys);
  const auto list = [&](const toml::table& table, std::string_view key) {
    return rules.words(rules.required(table, key));
  };
  const auto list_if_any = [&](const toml::table& table, std::string_view key) {
    return table.contains(key) ? list(table, key) : std::vector<std::string>();
  };
  const toml::table& root = rules.root();
  return {.source = file,
          .compiled = {},
          .tokens = rules.text(rules.required(root, "tokens")),
          .clitics = list(root, "clitics"),
          .splits = list(root, "splits"),
          .units = list(root, "units"),
          .signs = list_if_any(root, "signs"),
          .one_token = list(abbreviations, "one_token"),
          .never_end = list(abbreviations, "never_end"),
          .may_end = list(abbreviations, "may_end"),
          .after_number = list(abbreviations, "after_number"),
          .starters = list(sentences, "starters"),
          .before_letter = list(sentences, "before_letter"),
          .ends_name = list_if_any(abbreviations, "ends_name"),
          .continuers = list_if_any(sentences, "continuers")};
}

}  // namespace whofunds::text
