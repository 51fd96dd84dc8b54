#include "whofunds/language/function_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "whofunds/language/spelling.hpp"
#include "whofunds/text/data_file.hpp"

namespace whofunds::language {
namespace {

constexpr auto kPartNames = std::to_array<std::pair<std::string_view, PartOfSpeech>>({
    {"pronoun", PartOfSpeech::kPronoun},
    {"determiner", PartOfSpeech::kDeterminer},
    {"preposition", PartOfSpeech::kPreposition},
    {"conjunction", PartOfSpeech::kConjunction},
    {"particle", PartOfSpeech::kParticle},
    {"adverb", PartOfSpeech::kAdverb},
    {"numeral", PartOfSpeech::kNumeral},
    {"interjection", PartOfSpeech::kInterjection},
    {"verb", PartOfSpeech::kVerb},
    {"infinitive", PartOfSpeech::kInfinitive},
    {"participle", PartOfSpeech::kParticiple},
});
constexpr auto kTenseNames = std::to_array<std::pair<std::string_view, Tense>>(
    {{"past", Tense::kPast}, {"present", Tense::kPresent}, {"future", Tense::kFuture}});
constexpr auto kNumberNames = std::to_array<std::pair<std::string_view, Number>>(
    {{"singular", Number::kSingular}, {"plural", Number::kPlural}});
constexpr std::array<std::string_view, 6> kGroupKeys{"part_of_speech", "lemma", "tense",
                                                     "number",         "share", "words"};

/// What the text is the name of.
template <typename Names>
auto value_among(const text::DataFile& file, const toml::node& node, const Names& names) {
  const std::string name = file.text(node);
  std::vector<std::string_view> known;
  for (const auto& [one, value] : names) {
    if (one == name) return value;
    known.push_back(one);
  }
  file.fail(node, fmt::format("'{}' may not stand here", name), text::hint_among(name, known));
}

}  // namespace

std::vector<FunctionWords> read_function_words(const std::filesystem::path& path) {
  const text::DataFile file(path);
  file.only(file.root(), std::array<std::string_view, 1>{"group"});
  std::vector<FunctionWords> groups;
  for (const toml::table* const group : file.tables("group")) {
    file.only(*group, kGroupKeys);
    FunctionWords read;
    read.words = file.words(file.required(*group, "words"));
    for (std::string& word : read.words) word = lower_case(word);
    read.reading.part_of_speech = value_among(file, file.required(*group, "part_of_speech"), kPartNames);
    if (const toml::node* const lemma = group->get("lemma")) read.reading.lemma = file.text(*lemma);
    if (const toml::node* const tense = group->get("tense"))
      read.reading.tense = value_among(file, *tense, kTenseNames);
    if (const toml::node* const number = group->get("number"))
      read.reading.number = value_among(file, *number, kNumberNames);
    if (const toml::node* const share = group->get("share")) read.share = file.number(*share, 0, 1);
    groups.push_back(std::move(read));
  }
  return groups;
}

}  // namespace whofunds::language
