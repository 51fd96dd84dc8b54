#include "whofunds/text/segmentation_rules.hpp"

#include <array>
#include <string_view>

#include "whofunds/text/data_file.hpp"

namespace whofunds::text {
namespace {

constexpr std::array<std::string_view, 7> kRuleKeys{"tokens", "clitics",       "splits",   "units",
                                                    "signs",  "abbreviations", "sentences"};
constexpr std::array<std::string_view, 4> kAbbreviationKeys{"one_token", "never_end", "may_end",
                                                            "after_number"};
constexpr std::array<std::string_view, 2> kSentenceKeys{"starters", "before_letter"};

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
  const toml::table& root = rules.root();
  return {.source = file,
          .compiled = {},
          .tokens = rules.text(rules.required(root, "tokens")),
          .clitics = list(root, "clitics"),
          .splits = list(root, "splits"),
          .units = list(root, "units"),
          .signs = root.contains("signs") ? list(root, "signs") : std::vector<std::string>(),
          .one_token = list(abbreviations, "one_token"),
          .never_end = list(abbreviations, "never_end"),
          .may_end = list(abbreviations, "may_end"),
          .after_number = list(abbreviations, "after_number"),
          .starters = list(sentences, "starters"),
          .before_letter = list(sentences, "before_letter")};
}

}  // namespace whofunds::text
