#include "whofunds/text/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include "whofunds/model/error.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {
namespace {

// Status values of the rules for tokens; those of tokens are 100, 200, … in the order of TokenKind.
constexpr std::int32_t kWhiteSpace = 10;
constexpr std::int32_t kFirstTokenStatus = 100;

constexpr std::array<std::string_view, 5> kApostrophes{"'", "\u2019", "\u02BC", "\u00B4", "`"};

// A view of UTF-8 that ICU can walk, without a copy.
class Utf8Text {
 public:
  explicit Utf8Text(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    text_ = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (U_FAILURE(status))
      throw MachineError("", fmt::format("ICU cannot open a text: {}", u_errorName(status)));
  }
  ~Utf8Text() { utext_close(text_); }
  Utf8Text(const Utf8Text&) = delete;
  Utf8Text& operator=(const Utf8Text&) = delete;

  UText* get() const { return text_; }

 private:
  UText* text_ = nullptr;
};

char lower_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The length of the apostrophe that `text` ends with, in bytes; 0 if it ends with none.
std::size_t apostrophe_at_end(std::string_view text) {
  for (const std::string_view apostrophe : kApostrophes) {
    if (text.ends_with(apostrophe)) return apostrophe.size();
  }
  return 0;
}

// Where in `word` the clitic at its end begins: "'" stands for any apostrophe, letters for both cases.
std::optional<std::size_t> clitic_start(std::string_view word, std::string_view clitic) {
  std::size_t at = word.size();
  for (auto c = clitic.rbegin(); c != clitic.rend(); ++c) {
    if (*c == '\'') {
      const std::size_t length = apostrophe_at_end(word.substr(0, at));
      if (length == 0) return std::nullopt;
      at -= length;
    } else {
      if (at == 0 || lower_letter(word[at - 1]) != *c) return std::nullopt;
      --at;
    }
  }
  return at > 0 ? std::optional(at) : std::nullopt;
}

bool equal_but_for_case(std::string_view word, std::string_view lower_case) {
  return std::equal(word.begin(), word.end(), lower_case.begin(), lower_case.end(),
                    [](char a, char b) { return lower_letter(a) == b; });
}

Script script_of(UChar32 letter) {
  if (letter < 0x80 || (letter >= 0xC0 && letter < 0x250)) return Script::kLatin;
  if (letter >= 0x400 && letter < 0x530) return Script::kCyrillic;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(letter, &status)) {
    case USCRIPT_LATIN:
      return Script::kLatin;
    case USCRIPT_CYRILLIC:
      return Script::kCyrillic;
    default:
      return Script::kOther;
  }
}

Script joined(Script a, Script b) {
  if (a == Script::kNone || a == b) return b;
  return Script::kMixed;
}

enum class Letter { kNone, kSmall, kCapital };

// By ICU, but for what nearly every character is.
Letter letter_of(UChar32 c) {
  constexpr UChar32 kFirstCapital = U'А';
  constexpr UChar32 kFirstSmall = U'а';
  constexpr UChar32 kLastSmall = U'я';
  if (c < 0x80) {
    if (c >= 'a' && c <= 'z') return Letter::kSmall;
    return c >= 'A' && c <= 'Z' ? Letter::kCapital : Letter::kNone;
  }
  if (c >= kFirstCapital && c <= kLastSmall) return c < kFirstSmall ? Letter::kCapital : Letter::kSmall;
  const std::uint32_t category = U_MASK(u_charType(c));
  if ((category & U_GC_L_MASK) == 0) return Letter::kNone;
  return (category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0 ? Letter::kCapital : Letter::kSmall;
}

// Sets what depends on the letters of the token.
void describe_letters(Token& token) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(token.text.data());
  const std::size_t size = token.text.size();
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, c);
    const Letter letter = letter_of(c);
    if (letter == Letter::kNone) continue;
    const bool capital = letter == Letter::kCapital;
    if (letters == 0) token.capitalised = capital;
    ++letters;
    capitals += capital ? 1U : 0U;
    token.script = joined(token.script, script_of(c));
  }
  token.all_capitals = letters >= 2 && letters == capitals;
}

std::uint32_t length_of(std::string_view text) {
  return static_cast<std::uint32_t>(count_code_points(text));
}

}  // namespace

// What the break iterator found: a token, or a part of one.
struct Tokenizer::Piece {
  std::size_t begin = 0;  // in bytes
  std::size_t end = 0;
  TokenKind kind = TokenKind::kWord;
};

// Takes the pieces of one text in order and makes tokens of them.
class Tokenizer::Cutter {
 public:
  Cutter(const Tokenizer& rules, std::string_view text) : rules_(rules), text_(text) {
    tokens_.reserve(text.size() / 7);
  }

  void space() { space_before_ = true; }

  void add(const Piece& piece) {
    if (joins_last(piece)) {
      extend_last(piece.end);
    } else if (piece.kind == TokenKind::kWord) {
      add_word(piece);
    } else {
      emit(piece);
    }
  }

  std::vector<Token> take() && { return std::move(tokens_); }

 private:
  std::string_view of(const Piece& piece) const { return text_.substr(piece.begin, piece.end - piece.begin); }

  // The dot of "Inc.", and the "s" of "Inc.'s".
  bool joins_last(const Piece& piece) const {
    if (tokens_.empty() || space_before_ || last_end_ != piece.begin) return false;
    const Token& last = tokens_.back();
    const std::string_view text = of(piece);
    if (text == ".") return last.kind == TokenKind::kWord && rules_.one_token_.contains(last.text);
    return !rules_.clitics_.empty() && text.size() == 1 && lower_letter(text[0]) == 's' &&
           last.text.size() == apostrophe_at_end(last.text);
  }

  void extend_last(std::size_t end) {
    Token& last = tokens_.back();
    const auto begin = static_cast<std::size_t>(last.text.data() - text_.data());
    Token longer{.text = text_.substr(begin, end - begin),
                 .begin = last.begin,
                 .end = last.end + length_of(text_.substr(last_end_, end - last_end_)),
                 .kind = TokenKind::kWord,
                 .space_before = last.space_before};
    describe_letters(longer);
    last = longer;
    last_end_ = end;
    code_points_ = longer.end;
  }

  void add_word(const Piece& piece) {
    const std::string_view word = of(piece);
    if (const std::size_t sign = sign_before_number(word); sign > 0) {
      emit({piece.begin, piece.begin + sign, TokenKind::kSymbol});
      return add_number({piece.begin + sign, piece.end, TokenKind::kWord});
    }
    if (const std::size_t unit = unit_start(word); unit > 0) {
      emit({piece.begin, piece.begin + unit, TokenKind::kNumber});
      return emit({piece.begin + unit, piece.end, TokenKind::kWord});
    }
    for (const auto& [whole, cut] : rules_.splits_) {
      if (equal_but_for_case(word, whole)) return emit_cut(piece, cut);
    }
    for (const std::string& clitic : rules_.clitics_) {
      if (const auto start = clitic_start(word, clitic)) return emit_cut(piece, *start);
    }
    emit(piece);
  }

  // "12" and "12m" alike
  void add_number(const Piece& piece) {
    const std::string_view word = of(piece);
    if (word.find_first_not_of("0123456789.,:/") == std::string_view::npos)
      emit({piece.begin, piece.end, TokenKind::kNumber});
    else
      add_word(piece);
  }

  // The length of the sign that the number in "SFr12m" stands after; 0 where there is none.
  std::size_t sign_before_number(std::string_view word) const {
    if (std::none_of(word.begin(), word.end(), is_digit)) return 0;
    for (const std::string& sign : rules_.signs_) {
      if (word.size() > sign.size() && word.starts_with(sign) && is_digit(word[sign.size()]))
        return sign.size();
    }
    return 0;
  }

  // Where in "1.5bn" the unit begins; 0 where it is no number with a unit.
  std::size_t unit_start(std::string_view word) const {
    if (rules_.units_.empty() || !is_digit(word[0])) return 0;
    std::size_t at = 1;
    while (at < word.size() &&
           (is_digit(word[at]) || std::string_view(".,:/").find(word[at]) != std::string_view::npos))
      ++at;
    return at < word.size() && rules_.units_.contains(word.substr(at)) ? at : 0;
  }

  void emit_cut(const Piece& piece, std::size_t at) {
    const std::size_t middle = piece.begin + at;
    const bool number = std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(piece.begin),
                                    text_.begin() + static_cast<std::ptrdiff_t>(middle), is_digit);
    emit({piece.begin, middle, number ? TokenKind::kNumber : piece.kind});
    emit({middle, piece.end, piece.kind});
  }

  void emit(const Piece& piece) {
    code_points_ += length_of(text_.substr(last_end_, piece.begin - last_end_));
    Token token{.text = of(piece), .begin = code_points_, .kind = piece.kind, .space_before = space_before_};
    code_points_ += length_of(token.text);
    token.end = code_points_;
    describe_letters(token);
    tokens_.push_back(token);
    last_end_ = piece.end;
    space_before_ = false;
  }

  const Tokenizer& rules_;
  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t last_end_ = 0;       // where the last token ended, in bytes …
  std::uint32_t code_points_ = 0;  // … and in code points
  bool space_before_ = false;
};

Tokenizer::Tokenizer(const SegmentationRules& rules)
    : token_rules_(rules),
      clitics_(rules.clitics),
      units_(rules.units.begin(), rules.units.end()),
      signs_(rules.signs) {
  for (std::string_view abbreviation : rules.one_token) {
    if (abbreviation.ends_with('.')) abbreviation.remove_suffix(1);
    one_token_.emplace(abbreviation);
  }
  for (std::string word : rules.splits) {
    const std::size_t cut = word.find('|');
    if (cut == std::string::npos)
      throw InputError(rules.source.string(), fmt::format("'{}' has no '|' in 'splits'", word));
    word.erase(cut, 1);
    splits_.emplace_back(std::move(word), cut);
  }
}

std::vector<Token> Tokenizer::tokenize(std::string_view text) const {
  const Utf8Text utf8(text);
  const std::unique_ptr<icu::RuleBasedBreakIterator> iterator(token_rules_.iterator().clone());
  UErrorCode status = U_ZERO_ERROR;
  iterator->setText(utf8.get(), status);
  if (U_FAILURE(status))
    throw MachineError("", fmt::format("ICU cannot cut a text: {}", u_errorName(status)));

  Cutter cutter(*this, text);
  std::int32_t begin = iterator->first();
  for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE;
       begin = end, end = iterator->next()) {
    const std::int32_t rule = iterator->getRuleStatus();
    if (rule == kWhiteSpace) {
      cutter.space();
    } else if (rule >= kFirstTokenStatus) {
      cutter.add({static_cast<std::size_t>(begin), static_cast<std::size_t>(end),
                  static_cast<TokenKind>(rule / kFirstTokenStatus - 1)});
    }
  }
  return std::move(cutter).take();
}

}  // namespace whofunds::text
