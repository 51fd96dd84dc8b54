#include "whofunds/facts/status_sources.hpp"

#include <algorithm>
#include <string>

namespace whofunds::facts {

using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

namespace {

bool is_cited(const mentions::AnnotatedSentence& tree, int source, const language::Lexicon& lexicon) {
  const Word& word = tree.at(source);
  return word.is(Dependency::kObject) && lexicon.citing_verbs.contains(tree.at(word.note.head).lemma);
}

/// Whether a source speaks where it stands: a "source" does wherever, "people" where they say something.
bool speaks(const mentions::AnnotatedSentence& tree, int source, const language::Lexicon& lexicon) {
  const Word& word = tree.at(source);
  if (!lexicon.speaking_people.contains(word.lemma)) return true;
  if (lexicon.citing_prepositions.contains(std::string(tree.preposition(source)))) return true;
  const int verb = word.note.head;
  if (verb == kNoWord || !word.is(Dependency::kSubject)) return false;
  return tree.at(verb).is(Dependency::kParataxis) || lexicon.saying_verbs.contains(tree.at(verb).lemma);
}

}  // namespace

bool is_told_by_sources(const mentions::AnnotatedSentence& tree, const language::Lexicon& lexicon) {
  for (int i = 0; i < tree.size(); ++i) {
    const Word& word = tree.at(i);
    if (!lexicon.reported_sources.contains(word.lemma) || word.is_verb()) continue;
    // "рассказал СМИ": who is told something says nothing.
    const bool is_told =
        word.is(Dependency::kObject) || (lexicon.inflected && word.is(Dependency::kIndirectObject));
    if (is_cited(tree, i, lexicon) || (!is_told && speaks(tree, i, lexicon))) return true;
  }
  return false;
}

bool is_report_refuted(const mentions::AnnotatedSentence& tree, const language::Lexicon& lexicon, int word) {
  constexpr int kDeepest = 6;
  const auto is_negated = [&](int verb) {
    return std::ranges::any_of(tree.at(verb).children,
                               [&](int child) { return lexicon.negations.contains(tree.at(child).lower); });
  };
  const auto is_called_false = [&](int verb) {
    return in(lexicon.false_words, tree.at(verb)) ||
           std::ranges::any_of(tree.at(verb).children, [&](int child) {
             return child != word && (in(lexicon.false_words, tree.at(child)) ||
                                      // "назвал не соответствующими действительности"
                                      (in(lexicon.confirming_verbs, tree.at(child)) && is_negated(child)));
           });
  };
  const auto is_described_as_false = [&](int report) {
    return std::ranges::any_of(tree.at(report).children, [&](int child) {
      return (child < report || tree.at(child).is_verb()) && in(lexicon.confirming_verbs, tree.at(child)) &&
             is_negated(child);
    });
  };
  for (int steps = 0; steps < kDeepest && word != kNoWord; ++steps, word = tree.head_of(word)) {
    const int verb = tree.head_of(word);
    if (verb == kNoWord || !tree.at(word).is_noun() || !lexicon.report_nouns.contains(tree.at(word).lemma))
      continue;
    // "распространил не соответствующие действительности сообщения"
    if (is_described_as_false(word)) return !is_negated(verb);
    const Word& says = tree.at(verb);
    // "назвал выдумкой сообщения о том, что …": a parser may hang the reports on what they are called
    if (tree.at(word).is(Dependency::kNominalModifier) && in(lexicon.false_words, says) &&
        tree.head_of(verb) != kNoWord)
      return !is_negated(tree.head_of(verb));
    if (tree.at(word).is_subject())
      return is_called_false(verb) ? !is_negated(verb)
                                   : in(lexicon.confirming_verbs, says) && is_negated(verb);
    if (tree.at(word).is(Dependency::kObject))
      return in(lexicon.refuting_verbs, says) || (is_called_false(verb) && !is_negated(verb));
    return false;
  }
  return false;
}

}  // namespace whofunds::facts
