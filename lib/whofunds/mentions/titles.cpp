#include "whofunds/mentions/titles.hpp"

#include <algorithm>

namespace whofunds::mentions {

bool is_title(const AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon, TitleBy by) {
  const std::string& lemma = sentence.at(noun).lemma;
  const auto stands_beside = [&](const std::string& adjective) {
    return std::ranges::any_of(sentence.at(noun).children,
                               [&](int child) { return sentence.at(child).lemma == adjective; });
  };
  return lexicon.any_frame_of_title(lemma, [&](const language::Frame& frame) {
    return std::ranges::any_of(frame.titles, [&](const language::Trigger& title) {
      return title.lemma == lemma && title.modifiers.empty() == (by == TitleBy::kItself) &&
             std::ranges::all_of(title.modifiers, stands_beside);
    });
  });
}

}  // namespace whofunds::mentions
