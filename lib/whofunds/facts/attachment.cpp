#include "whofunds/facts/attachment.hpp"

#include <algorithm>

namespace whofunds::facts {

using mentions::kNoWord;
using tagging::Dependency;

int Attachment::owner_describing(const mentions::Place& place) const {
  const int word = tree_.top_within(place.first, place.first, place.last);
  for (const int child : tree_.at(word).children) {
    const bool describes =
        tree_.at(child).is(Dependency::kRelativeClause) || tree_.at(child).is(Dependency::kClauseOfNoun);
    if (describes && tree_.at(child).is_verb() && tree_.child(child, Dependency::kObject) == kNoWord &&
        at(child) >= 0)
      return at(child);
  }
  return -1;
}

int Attachment::owner_of(const mentions::Place& place) const {
  int word = tree_.top_within(place.first, place.first, place.last);
  int came_from = kNoWord;
  for (int steps = 0; steps < kFarthest && word != kNoWord; ++steps) {
    if (const int owner = at(word); owner >= 0) return owner;
    // "инвестиции … составили $60 млн": an event noun beside the value under the same verb; "approved a $3m
    // loan".
    if (const int owner = beside(word, came_from); owner >= 0) return owner;
    if (tree_.at(word).is(Dependency::kRelativeClause) || tree_.at(word).is(Dependency::kParataxis))
      return -1;
    // "основал «А», а с 2020 года занимает должность": the day is that of what is told last
    if (within_verb_ && tree_.at(word).is(Dependency::kConjunct) && tree_.at(word).is_verb()) return -1;
    // "Endowed in 1964, the trust is led by A"
    const bool is_opening = tree_.at(word).is(Dependency::kAdverbialClause) &&
                            tree_.at(word).note.voice == language::Voice::kPassive &&
                            tree_.head_of(word) > word;
    if (within_clause_ && (tree_.at(word).is(Dependency::kClauseOfNoun) || is_opening)) return -1;
    if (tree_.head_of(word) == kNoWord) return describing(word);
    came_from = word;
    word = tree_.head_of(word);
  }
  return -1;
}

int Attachment::at(int word) const {
  for (std::size_t i = 0; i < owners_.size(); ++i) {
    if (owners_[i] == word) return static_cast<int>(i);
  }
  return -1;
}

int Attachment::describing(int root) const {
  for (const int child : tree_.at(root).children) {
    if (tree_.at(child).is(Dependency::kClauseOfNoun) && at(child) >= 0) return at(child);
  }
  // "A's stake in B is 49.7 percent"
  const int subject = tree_.child(root, Dependency::kSubject);
  return subject != kNoWord && tree_.child(root, Dependency::kCopula) != kNoWord ? at(subject) : -1;
}

int Attachment::beside(int word, int except) const {
  if (!tree_.at(word).is_verb()) return -1;
  for (const int child : tree_.at(word).children) {
    const bool is_gerund =
        with_gerunds_ && tree_.at(child).note.part_of_speech == language::PartOfSpeech::kGerund;
    if (child == except || (tree_.at(child).is_verb() && !is_gerund) ||
        std::find(distant_.begin(), distant_.end(), child) != distant_.end())
      continue;
    if (const int owner = at(child); owner >= 0) return owner;
  }
  // "pays $5m to buy A", where a parser may take the infinitive for a purpose
  for (const int child : tree_.at(word).children) {
    const bool is_complement =
        tree_.at(child).is(Dependency::kOpenComplement) ||
        (with_purposes_ && child > word && tree_.at(child).is(Dependency::kAdverbialClause) &&
         tree_.at(child).note.part_of_speech == language::PartOfSpeech::kInfinitive);
    if (child == except || !is_complement) continue;
    if (const int owner = at(child); owner >= 0) return owner;
  }
  return -1;
}

}  // namespace whofunds::facts
