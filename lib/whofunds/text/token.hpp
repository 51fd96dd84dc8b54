#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace whofunds::text {

enum class TokenKind : std::uint8_t {
  kWord,         ///< letters, with the apostrophes and (in Russian) hyphens inside them; letters and digits mixed
  kNumber,       ///< digits with their separators: "1,5", "1 500", "12.30"
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
  bool capitalised = false;  ///< the first letter is upper case
  bool all_capitals = false; ///< every letter is upper case, and there are two or more
};

/// A sentence: the tokens [first, last) of its document.
struct Sentence {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// A text cut into sentences and tokens, in the order of the text. Every token belongs to exactly one sentence.
struct Segmentation {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

/// Cuts `text`, which must be valid UTF-8 and outlive the answer, by the rules of Unicode (UAX #29, through ICU), mended for
/// abbreviations ("Inc.", "млн.", initials) and to the token conventions of the language's treebanks: in English clitics
/// ("'s", "n't") and the parts of a hyphenated word are tokens of their own; in Russian a hyphenated word is one token.
/// `lang` is ISO 639-1.
Segmentation segment(std::string_view text, std::string_view lang);

}  // namespace whofunds::text
