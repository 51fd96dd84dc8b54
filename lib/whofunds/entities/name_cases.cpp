#include "whofunds/entities/name_cases.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "whofunds/entities/name_comparison.hpp"

namespace whofunds::entities {
namespace {

/// The endings of the cases, the longest first; that of the nominative of "Танкер" last.
constexpr std::array<std::string_view, 12> kCaseEndings{"ией", "ия", "ии", "ию", "ом", "ем",
                                                        "ой",  "а",  "ы",  "у",  "е",  ""};

std::string_view case_ending(const std::string& word) {
  return *std::ranges::find_if(kCaseEndings,
                               [&](const std::string_view each) { return word.ends_with(each); });
}

}  // namespace

std::string base_of(const std::vector<std::string>& words) {
  constexpr std::size_t kShortestAlone = 8;  // in bytes: four letters
  constexpr std::size_t kShortestLast = 6;
  if (words.empty() || !is_cyrillic({words.back()})) return {};
  std::string base = words.back();
  base.resize(base.size() - case_ending(base).size());
  if (base.size() < (words.size() == 1 ? kShortestAlone : kShortestLast)) return {};
  std::vector<std::string> all = words;
  all.back() = base;
  return joined(all);
}

int nominative_likeness(const std::string& word) {
  const std::string_view ending = case_ending(word);
  if (ending.empty() || ending == "ия") return 2;
  return ending == "а" ? 1 : 0;
}

}  // namespace whofunds::entities
