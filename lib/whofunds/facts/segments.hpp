#pragma once

#include <string_view>
#include <vector>

#include "whofunds/facts/event.hpp"

namespace whofunds::facts {

/// The words [first, last) between two marks or conjunctions.
struct Segment {
  int first = 0;
  int last = 0;

  bool holds(int word) const { return word >= first && word < last; }
};

/// The segments of a sentence after a word.
std::vector<Segment> segments_after(const mentions::AnnotatedSentence& tree, int word);

/// Whether a segment has a verb of its own; "the remaining 40 %" has none.
bool has_verb(const mentions::AnnotatedSentence& tree, const Segment& segment);

/// Whether a segment says that it tells of what is left of a stake: "the rest".
bool tells_rest(const mentions::AnnotatedSentence& tree, const Segment& segment,
                const language::Lexicon& lexicon);

bool is_dash(std::string_view text);

/// The preposition that stands before the words that begin at `first`, an article and what describes them
/// aside; empty if there is none.
std::string_view preposition_before(const mentions::AnnotatedSentence& tree, int first);

/// The preposition before the first of the parties; empty if there is none.
std::string_view preposition_of(const mentions::SentenceMentions& mentions,
                                const std::vector<Referent>& parties);

/// The one among `mentions` that lies in the segment; nullptr where there is none, or more.
template <typename Mention, typename PlaceOf>
const Mention* only(const std::vector<Mention>& mentions, const Segment& segment, const PlaceOf& place_of) {
  const Mention* found = nullptr;
  for (const Mention& mention : mentions) {
    if (!segment.holds(place_of(mention))) continue;
    if (found != nullptr) return nullptr;
    found = &mention;
  }
  return found;
}

}  // namespace whofunds::facts
