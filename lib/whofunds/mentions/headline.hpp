#pragma once

#include <span>
#include <string>
#include <vector>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/language/morphology.hpp"
#include "whofunds/text/token.hpp"

namespace whofunds::mentions {

/// An English headline in which every word has a capital ("Aster Buys Birch for $3 Billion"), as a sentence
/// would write it: with small letters where a word links others or tells a deal. A tagger takes capitals for
/// names. What is no such headline stays as it is, and costs no memory.
class Headline {
 public:
  Headline(std::span<const text::Token> tokens, const language::Lexicon& lexicon,
           const language::Morphology& morphology);

  /// As long as the tokens given; their offsets are the same.
  std::span<const text::Token> tokens() const { return tokens_; }

 private:
  std::vector<std::string> small_;
  std::vector<text::Token> changed_;
  std::span<const text::Token> tokens_;
};

}  // namespace whofunds::mentions
