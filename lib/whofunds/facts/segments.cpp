#include "whofunds/facts/segments.hpp"

#include <algorithm>

namespace whofunds::facts {

using mentions::SentenceMentions;

namespace {

bool is_border(const mentions::Word& word) {
  return word.token.text == "," || word.token.text == ";" || word.is(tagging::Dependency::kCoordination);
}

}  // namespace

bool tells_rest(const mentions::AnnotatedSentence& tree, const Segment& segment,
                const language::Lexicon& lexicon) {
  return std::any_of(tree.words.begin() + segment.first, tree.words.begin() + segment.last,
                     [&](const mentions::Word& word) { return in(lexicon.rest_words, word); });
}

bool is_dash(std::string_view text) {
  return text == "—" || text == "–";
}

std::vector<Segment> segments_after(const mentions::AnnotatedSentence& tree, int word) {
  std::vector<Segment> segments;
  int first = word + 1;
  for (int i = first; i <= tree.size(); ++i) {
    if (i < tree.size() && !is_border(tree.at(i))) continue;
    if (i > first) segments.push_back({first, i});
    first = i + 1;
  }
  return segments;
}

bool has_verb(const mentions::AnnotatedSentence& tree, const Segment& segment) {
  for (int i = segment.first; i < segment.last; ++i) {
    // "the remaining 40 %"
    if (tree.at(i).is_verb() && !tree.at(i).is(tagging::Dependency::kAdjectiveModifier)) return true;
  }
  return false;
}

std::string_view preposition_before(const mentions::AnnotatedSentence& tree, int first) {
  int i = first - 1;
  const auto describes = [&](const mentions::Word& word) {
    return word.note.part_of_speech == language::PartOfSpeech::kDeterminer ||
           word.note.part_of_speech == language::PartOfSpeech::kAdjective ||
           (word.is_noun() && !word.is_capitalised());
  };
  const auto opens_quote = [](std::string_view text) { return text == "«" || text == "„"; };
  while (i >= 0 && (describes(tree.at(i)) || opens_quote(tree.at(i).token.text))) --i;
  return i >= 0 && tree.at(i).is(tagging::Dependency::kCase) ? std::string_view(tree.at(i).lower)
                                                             : std::string_view();
}

std::string_view preposition_of(const SentenceMentions& mentions, const std::vector<Referent>& parties) {
  const int name = parties.empty() ? mentions::kNoWord : mentions.name_at(parties.front().word);
  return name == mentions::kNoWord
             ? std::string_view()
             : preposition_before(mentions.tree, mentions.names[static_cast<std::size_t>(name)].first);
}

}  // namespace whofunds::facts
