#include "whofunds/tagging/english_prefixes.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace whofunds::tagging::english {
namespace {

/// The prefix and the hyphen.
constexpr std::size_t kLeftOut = 2;

bool is_prefix(std::string_view text) {
  constexpr std::array<std::string_view, 14> kPrefixes = {"co",       "Co",       "ex",   "Ex",    "non",
                                                          "Non",      "pre",      "Pre",  "re",    "Re",
                                                          "majority", "minority", "part", "wholly"};
  return std::ranges::find(kPrefixes, text) != kPrefixes.end();
}

/// Words in lower case mean something of their own, but for the rest of "co-op", "co-operate" and
/// "co-ordinate".
bool is_word_without_prefix(std::string_view text) {
  const bool lower = !text.empty() && text.front() >= 'a' && text.front() <= 'z';
  return lower && !text.starts_with("op") && !text.starts_with("ord");
}

bool has_prefix(std::span<const text::Token> tokens) {
  return tokens.size() > kLeftOut && is_prefix(tokens[0].text) && tokens[1].text == "-" &&
         is_word_without_prefix(tokens[2].text) && !tokens[1].space_before && !tokens[2].space_before;
}

}  // namespace

void WithoutPrefixes::leave_out(std::span<const text::Token> tokens) {
  kept_.clear();
  places_.clear();
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool space_before = tokens[at].space_before;
    if (has_prefix(tokens.subspan(at))) at += kLeftOut;
    kept_.push_back(tokens[at]);
    kept_.back().space_before = space_before;
    places_.push_back(at);
  }
}

void WithoutPrefixes::spread(std::span<const Annotation> of_kept, std::span<Annotation> annotations) const {
  std::size_t next = 0;
  for (std::size_t kept = 0; kept < places_.size(); ++kept) {
    const std::size_t place = places_[kept];
    Annotation& word = annotations[place];
    word = of_kept[kept];
    if (word.head >= 0) word.head = static_cast<std::int32_t>(places_[static_cast<std::size_t>(word.head)]);
    if (next < place) {
      const Annotation part = {.head = static_cast<std::int32_t>(place), .name = word.name};
      annotations[next] = part;
      annotations[next].dependency = Dependency::kCompound;
      annotations[next].name_begins = std::exchange(word.name_begins, false);
      annotations[next + 1] = part;
      annotations[next + 1].dependency = Dependency::kPunctuation;
    }
    next = place + 1;
  }
}

}  // namespace whofunds::tagging::english
