#include "whofunds/facts/status_times.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "whofunds/facts/posts.hpp"

namespace whofunds::facts {

using language::PartOfSpeech;
using language::Tense;
using mentions::kNoWord;
using mentions::Word;
using model::Relation;
using tagging::Dependency;

bool StatusTimes::is_done(int verb) const {
  const Word& word = tree_.at(verb);
  if (!word.is_verb()) return false;
  if (word.note.part_of_speech == PartOfSpeech::kVerb && word.note.tense == Tense::kPast) return true;
  return std::any_of(word.children.begin(), word.children.end(), [&](int child) {
    return tree_.at(child).is(Dependency::kAuxiliary) &&
           lexicon_.having_verbs.contains(tree_.at(child).lemma);
  });
}

bool StatusTimes::has_end(int word) const {
  // "до 2019 года принадлежала", but "до марта внесёт"
  const bool is_past = !lexicon_.inflected || tree_.at(word).note.tense == Tense::kPast;
  const auto is_time = [&](int child) {
    const std::string& lemma = tree_.at(child).lemma;
    return !lexicon_.inflected || lexicon_.year_words.contains(lemma) || lexicon_.months.contains(lemma) ||
           lexicon_.demonstratives.contains(lemma) ||
           tree_.at(child).note.part_of_speech == PartOfSpeech::kPronoun;
  };
  const auto tells_end = [&](int child) {
    return is_past && is_time(child) && tree_.at(child).note.dependency != Dependency::kConjunct &&
           lexicon_.ending_prepositions.contains(std::string(tree_.preposition(child)));
  };
  const std::vector<int>& children = tree_.at(word).children;
  // "Until last year A was an investor in B", where a parser hangs "until" on the title
  const bool is_after_until = !lexicon_.inflected && tree_.child(word, Dependency::kCopula) != kNoWord &&
                              lexicon_.ending_prepositions.contains(std::string(tree_.preposition(word))) &&
                              std::ranges::any_of(children, [&](int child) {
                                return tree_.at(child).is(Dependency::kAdverbModifier);
                              });
  return is_after_until || std::any_of(children.begin(), children.end(), tells_end) || has_span(word);
}

/// "led it from 2009 to 2015", "between 2009 and 2015"
bool StatusTimes::has_span(int word) const {
  const auto is_year = [&](int i) {
    constexpr std::size_t kYearDigits = 4;
    return i < tree_.size() && tree_.at(i).token.kind == text::TokenKind::kNumber &&
           tree_.at(i).token.text.size() == kYearDigits;
  };
  constexpr int kFarthest = 6;
  const auto spans = [&](int start) {
    for (int end = start + 1; is_year(start) && end <= start + kFarthest; ++end) {
      if (is_year(end) && lexicon_.span_ends.contains(tree_.at(end - 1).lower)) return true;
    }
    return false;
  };
  // "From 2009 to 2015 the firm was led by A", wherever a parser hangs the years
  const bool is_of_sentence =
      word > 0 && lexicon_.span_starts.contains(tree_.at(0).lower) &&
      std::none_of(tree_.words.begin(), tree_.words.begin() + word, [](const Word& before) {
        return before.note.part_of_speech == PartOfSpeech::kVerb && !before.is(Dependency::kPassiveAuxiliary);
      });
  if (is_of_sentence && spans(1)) return true;
  return std::ranges::any_of(tree_.at(word).children, [&](int child) {
    return lexicon_.span_starts.contains(std::string(tree_.preposition(child))) && spans(child);
  });
}

bool StatusTimes::was_so(int word) const {
  const Word& here = tree_.at(word);
  if (!lexicon_.inflected) return had_been_so(word);
  if (here.is_verb()) return here.note.tense == Tense::kPast && lexicon_.standing_verbs.contains(here.lemma);
  const bool is_post =
      trigger_.frame->relation == Relation::kOwns || trigger_.frame->relation == Relation::kLeads;
  const int copula = tree_.child(word, Dependency::kCopula);
  if (is_post && trigger_.form == Trigger::Form::kTitle && had_post(tree_, word, lexicon_)) return true;
  return is_post && copula != kNoWord && tree_.at(copula).note.tense == Tense::kPast;
}

/// "which had belonged to A": it was so before what is told of; "said it had owned" may be so still.
bool StatusTimes::had_been_so(int verb) const {
  const Relation relation = trigger_.frame->relation;
  const Word& word = tree_.at(verb);
  if (!word.is_verb() || (relation != Relation::kOwns && relation != Relation::kLeads) ||
      word.is(Dependency::kClausalComplement))
    return false;
  // "Before that she led Aster"
  const bool is_of_before = std::ranges::any_of(word.children, [&](int child) {
    return child < verb && lexicon_.demonstratives.contains(tree_.at(child).lower) &&
           lexicon_.earlier_words.contains(std::string(tree_.preposition(child)));
  });
  if (is_of_before && word.note.tense == Tense::kPast) return true;
  return std::ranges::any_of(word.children, [&](int child) {
    return tree_.at(child).is(Dependency::kAuxiliary) && tree_.at(child).lower == "had";
  });
}

bool StatusTimes::comes_later() const {
  int noun = trigger_.word;
  if (!lexicon_.inflected || trigger_.frame->relation != Relation::kAcquires) return false;
  // "Сделка по покупке завода состоится"
  const int deal = tree_.head_of(noun);
  if (deal != kNoWord && tree_.at(noun).is(Dependency::kNominalModifier) &&
      lexicon_.deal_nouns.contains(tree_.at(deal).lemma))
    noun = deal;
  const int verb = tree_.head_of(noun);
  if (verb == kNoWord || !tree_.at(noun).is_subject() || !tree_.at(verb).is_verb()) return false;
  const auto is_future = [&](int word) {
    return tree_.at(word).note.tense == Tense::kFuture ||
           (tree_.at(word).is(Dependency::kAuxiliary) && lexicon_.modal_words.contains(tree_.at(word).lemma));
  };
  return is_future(verb) || std::ranges::any_of(tree_.at(verb).children, is_future);
}

bool StatusTimes::is_to_come(int verb) const {
  if (lexicon_.inflected || verb == kNoWord || !tree_.at(verb).is_verb() ||
      tree_.at(verb).note.tense != Tense::kPresent)
    return false;
  return std::ranges::any_of(tree_.at(verb).children, [&](int child) {
    const std::string& lemma = tree_.at(child).lemma;
    const bool is_time =
        child > verb && (lexicon_.month_words.contains(lemma) || lexicon_.week_words.contains(lemma) ||
                         lexicon_.year_words.contains(lemma) || lexicon_.quarter_words.contains(lemma) ||
                         lexicon_.months.contains(tree_.at(child).lower));
    return is_time && std::ranges::any_of(tree_.at(child).children, [&](int beside) {
             const auto years = lexicon_.relative_years.find(tree_.at(beside).lower);
             return years != lexicon_.relative_years.end() && years->second > 0;
           });
  });
}

bool StatusTimes::is_going_on(int verb) const {
  const Word& word = tree_.at(verb);
  if (lexicon_.inflected || !word.is_verb()) return false;
  const auto is_progressive = [&](int i) {
    return tree_.at(i).is_verb() && tree_.at(i).note.voice != language::Voice::kPassive &&
           tree_.at(i).lower.ends_with("ing");
  };
  // "has been building a stake": it has some.
  const bool has_begun = std::any_of(word.children.begin(), word.children.end(), [&](int child) {
    return tree_.at(child).is(Dependency::kAuxiliary) &&
           lexicon_.having_verbs.contains(tree_.at(child).lemma);
  });
  if (has_begun && is_progressive(verb)) return false;
  return std::any_of(word.children.begin(), word.children.end(), [&](int child) {
    const Word& auxiliary = tree_.at(child);
    const bool is_be = lexicon_.plan_verbs.contains(auxiliary.lemma);
    // but "since being bought"
    const bool has_finite = tree_.child(verb, Dependency::kAuxiliary) != kNoWord;
    return is_be && ((auxiliary.is(Dependency::kAuxiliary) && is_progressive(verb)) ||
                     (auxiliary.is(Dependency::kPassiveAuxiliary) && is_progressive(child) && has_finite));
  });
}

}  // namespace whofunds::facts
