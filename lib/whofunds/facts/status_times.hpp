#pragma once

#include "whofunds/facts/triggers.hpp"
#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::facts {

/// When what a trigger tells was so: done, going on, over.
class StatusTimes {
 public:
  StatusTimes(const mentions::AnnotatedSentence& tree, const Trigger& trigger,
              const language::Lexicon& lexicon)
      : tree_(tree), trigger_(trigger), lexicon_(lexicon) {}

  /// "has closed", "bought": done, whatever the verb is that tells of it.
  bool is_done(int verb) const;
  /// "until 2017 a unit of A", "owned it until 2017"
  bool has_end(int word) const;
  /// "владел", "владевший", "был владельцем": in Russian what stood in the past stands no more;
  /// in English "had owned".
  bool was_so(int word) const;
  /// "is buying", "is being bought": a purchase that goes on is none yet.
  bool is_going_on(int verb) const;
  /// "Покупка завода завершится к осени": in Russian what is said of a purchase to come, or to be closed.
  bool comes_later() const;
  /// "takes over next month", "becomes its head in the coming year": the present of what is to come.
  bool is_to_come(int verb) const;

 private:
  bool has_span(int word) const;
  bool had_been_so(int verb) const;

  const mentions::AnnotatedSentence& tree_;
  const Trigger& trigger_;
  const language::Lexicon& lexicon_;
};

}  // namespace whofunds::facts
