#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/language/morphology.hpp"
#include "whofunds/tagging/annotation.hpp"
#include "whofunds/text/token.hpp"

namespace whofunds::mentions {

/// The words of a sentence as a tagger is shown them, which learned from another kind of text: in Russian
/// "Вектор" in whatever quotes as «Вектор»; in English "€45m" as "$45 million", and after a first look a word
/// that it took for what it cannot be as one that it knows. A changed token has the offsets of the one it
/// stands for.
class TaggerText {
 public:
  /// `tokens` and `lexicon` must outlive it.
  TaggerText(std::span<const text::Token> tokens, const language::Lexicon& lexicon);

  /// As long as the tokens given.
  std::span<const text::Token> tokens() const { return tokens_; }

  /// Whether a word was taken for what it cannot be, and is now shown as another: a second look is worth it.
  /// "lends to chipmaker Aster" has no verb "to chipmaker", "start-up Nimbly emerged" no adverb.
  bool doubts(std::span<const tagging::Annotation> notes, const language::Morphology& morphology);

 private:
  void show(std::size_t token, std::string_view text);

  const language::Lexicon& lexicon_;
  std::vector<text::Token> changed_;
  std::span<const text::Token> tokens_;
};

/// What stands for a quotation mark of whatever kind, "«" or "»", for each token; empty for all others and
/// for quotes within quotes.
std::vector<std::string_view> guillemets(std::span<const text::Token> tokens);

/// What an English sentence says in passing and a tagger stumbles over: "(NASDAQ: ASTR)", a dateline, "today"
/// before "announced".
class Asides {
 public:
  Asides(std::span<const text::Token> tokens, const language::Lexicon& lexicon,
         const language::Morphology& morphology);

  bool empty() const { return kept_.size() == count_; }

  /// The tokens without the asides.
  std::vector<text::Token> without(std::span<const text::Token> tokens) const;

  /// Gives the annotations of the tokens that were kept to all tokens: an aside hangs on the word before it,
  /// and names nothing.
  std::vector<tagging::Annotation> spread(std::span<const tagging::Annotation> of_kept) const;

 private:
  std::size_t count_ = 0;
  std::vector<std::size_t> kept_;  ///< indexes of the tokens that stay
};

/// The tokens of an English sentence in which words that a hyphen joins are one where the lexicon knows them
/// as one: "start-up", "spin-off"; and so are legal forms of several words: "Sp. z o.o.". Empty where there
/// are none.
std::vector<text::Token> join_compounds(std::span<const text::Token> tokens,
                                        const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
