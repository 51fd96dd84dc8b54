#include "whofunds/facts/event_dates.hpp"

namespace whofunds::facts {

using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

std::optional<model::PartialDate> described_date(const mentions::SentenceMentions& mentions, int verb) {
  const int head = mentions.tree.head_of(verb);
  const Word& word = mentions.tree.at(verb);
  if (head == kNoWord || !(word.is(Dependency::kRelativeClause) || word.is(Dependency::kClauseOfNoun) ||
                           word.is(Dependency::kAdverbialClause)))
    return std::nullopt;
  for (const mentions::DateMention& date : mentions.values.dates) {
    if (head >= date.place.first && head < date.place.last) return date.date;
  }
  return std::nullopt;
}

bool tells_other_time(const mentions::AnnotatedSentence& tree, const mentions::Place& date,
                      const Event& event, const language::Lexicon& lexicon) {
  if (!model::moves_money(event.trigger.frame->relation)) return false;
  const int top = tree.top_within(date.first, date.first, date.last);
  // "дал кредит до 2028 года": when it is to be paid back
  if (event.trigger.frame->relation == model::Relation::kLendsTo &&
      lexicon.ending_prepositions.contains(tree.at(date.first - 1).lower))
    return true;
  if (tree.preposition(top) == "since") return true;
  const int clause = tree.head_of(top);
  return clause != kNoWord && clause != event.trigger.word && tree.at(clause).is_verb() &&
         tree.at(clause).is(Dependency::kAdverbialClause) && tree.head_of(clause) == event.trigger.word &&
         tree.child(clause, Dependency::kMark) != kNoWord &&
         tree.at(tree.child(clause, Dependency::kMark)).lower == "since";
}

}  // namespace whofunds::facts
