#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/language/morphology.hpp"
#include "whofunds/tagging/annotation.hpp"
#include "whofunds/tagging/tagger.hpp"
#include "whofunds/text/token.hpp"

namespace whofunds::mentions {

/// Stands for "no word".
inline constexpr int kNoWord = -1;

/// A token with all that is known of it.
struct Word {
  text::Token token;
  tagging::Annotation note;  ///< part of speech, form, head and relation, name class
  std::string lemma;  ///< lower case, "ё" kept; of a name, what a dictionary or a guess by its ending says
  std::string lower;  ///< the form itself in lower case; in Russian "«" and "»" for quotes of whatever kind
  std::vector<int> children;  ///< words that hang on it, in order

  bool is(tagging::Dependency dependency) const { return note.dependency == dependency; }
  bool is_verb() const;     ///< any form of a verb
  bool is_noun() const;     ///< noun or proper noun
  bool is_subject() const;  ///< of an active or a passive verb
  bool is_capitalised() const { return token.capitalised; }
};

/// The entry of `words` for the form of a word or else for its lemma; the end of `words` if there is none.
template <typename Map>
auto find_word(const Map& words, const Word& word) {
  auto found = words.find(word.lower);
  return found != words.end() ? found : words.find(word.lemma);
}

/// Whether `words` has the form of a word or its lemma.
inline bool in(const language::WordSet& words, const Word& word) {
  return words.contains(word.lower) || words.contains(word.lemma);
}

/// Whether a word is a possessive pronoun: "its", "своего".
inline bool is_possessive(const language::WordMap<language::Pronoun>& pronouns, const Word& word) {
  const auto is_possessive_as = [&](const std::string& form) {
    const auto found = pronouns.find(form);
    return found != pronouns.end() && found->second.possessive;
  };
  return is_possessive_as(word.lower) || is_possessive_as(word.lemma);
}

/// Whether a possessive pronoun may be what is acted on as well: "его", but not "свой".
inline bool is_possessive_or_object(const language::WordMap<language::Pronoun>& pronouns, const Word& word) {
  const auto known = pronouns.find(word.lower);
  return known != pronouns.end() && known->second.possessive &&
         (known->second.gender != language::Gender::kNone ||
          known->second.number == language::Number::kPlural);
}

/// A word that stands for none.
const Word& nothing();

/// One sentence, as a tree of words. Word indexes are positions in `words`.
struct AnnotatedSentence {
  std::vector<Word> words;

  int head_of(int word) const { return words[static_cast<std::size_t>(word)].note.head; }
  /// The word; for kNoWord, and past either end, one that says nothing and hangs on none.
  const Word& at(int word) const {
    const auto index = static_cast<std::size_t>(word);
    return index < words.size() ? words[index] : nothing();
  }
  int size() const { return static_cast<int>(words.size()); }

  /// The first child of `word` with that relation; kNoWord if none.
  int child(int word, tagging::Dependency dependency) const;
  /// The preposition of `word` ("в", "out of" as "out"), in lower case; empty if it has none.
  std::string_view preposition(int word) const;
  bool has_subject(int verb) const;  ///< active or passive
  /// Of the words [first, last) the one above `word` that the rest of the sentence sees.
  int top_within(int word, int first, int last) const;
  /// Of the capitalised words that stand together and end with `last`, the one that the rest of the sentence
  /// sees: the head of a name.
  int head_of_name_ending(int last) const;
  /// Whether `word` lies under `ancestor` in the tree, or is it.
  bool is_under(int word, int ancestor) const;

  /// Hangs `word` on another head, or makes it the root (kNoWord). A head that lies under it takes its place
  /// first, so that there is never a ring.
  void hang(int word, int head, tagging::Dependency dependency);
};

/// Reads one sentence: tags it, and finds the lemma of each word, that one of a dictionary's readings which
/// fits the tag best.
AnnotatedSentence annotate(std::span<const text::Token> tokens, const tagging::Tagger& tagger,
                           const language::Morphology& morphology, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
