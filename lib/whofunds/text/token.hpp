#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace whofunds::text {

enum class TokenKind : std::uint8_t {
  kWord,    ///< letters, with the apostrophes and (in Russian) hyphens inside them; letters and digits mixed
  kNumber,  ///< digits with the marks inside them: "1,5", "12.30", in Russian "5-7"; "1 500" is two numbers
  kPunctuation,  ///< one mark: "," "«" "—"; an ellipsis of dots is one token
  kSymbol,       ///< "$", "%", "+", an emoji
};

enum class Script : std::uint8_t { kNone, kLatin, kCyrillic, kMixed, kOther };

/// One token of a document. It owns nothing: `text` lies in the document's text.
struct Token {
  std::string_view text;
  std::uint32_t begin = 0;  ///< offset in Unicode code points
  std::uint32_t end = 0;    ///< exclusive
  TokenKind kind = TokenKind::kWord;
  Script script = Script::kNone;
  bool space_before = false;
  bool capitalised = false;   ///< the first letter is upper case
  bool all_capitals = false;  ///< every letter is upper case, and there are two or more
};

/// A sentence: the tokens [first, last) of its document.
struct Sentence {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// A text cut into sentences and tokens, in the order of the text. Every token belongs to exactly one
/// sentence.
struct Segmentation {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

}  // namespace whofunds::text
