#include "whofunds/text/sentences.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "whofunds/text/utf8.hpp"
#include "whofunds/text/wrapped_lines.hpp"

namespace whofunds::text {
namespace {

// How far, in tokens, the end of a bracket or of a quoted title is looked for.
constexpr std::size_t kLongestBracket = 60;
constexpr std::size_t kLongestTitle = 8;

bool one_of(UChar32 c, std::u32string_view set) {
  return set.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

bool is_mark(const Token& token) {
  return token.kind == TokenKind::kPunctuation &&
         (one_of(first_code_point(token.text), U"….?!") ||
          u_hasBinaryProperty(first_code_point(token.text), UCHAR_S_TERM));
}

bool is_dash(const Token& token) {
  return token.kind == TokenKind::kPunctuation && one_of(first_code_point(token.text), U"-‐‑–—−");
}

bool is_bullet(const Token& token) {
  return one_of(first_code_point(token.text), U"•‣▪◦■●");
}

// A quote or bracket that ends what went before. Quotes that open and close alike are told by the space
// before them.
bool is_closer(const Token& token) {
  const UChar32 c = first_code_point(token.text);
  return token.kind == TokenKind::kPunctuation &&
         (one_of(c, U")]}»") || (!token.space_before && one_of(c, U"\"'“”’")));
}

bool is_opener(const Token& token) {
  return token.kind == TokenKind::kPunctuation && one_of(first_code_point(token.text), U"([{«„“‘\"'¿¡");
}

bool begins_with_digit(const Token& token) {
  return u_isdigit(first_code_point(token.text));
}

// "А", "J.": one capital letter, with or without its dot.
bool is_initial(const Token& token) {
  const std::uint32_t length = token.end - token.begin;
  return token.kind == TokenKind::kWord && token.capitalised &&
         (length == 1 || (length == 2 && token.text.ends_with('.')));
}

std::string lower_case(std::string_view word) {
  std::string result;
  for (std::size_t at = 0; at < word.size();) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(word.data()), at, word.size(), c);
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, u_tolower(c));
    result.append(bytes.data(), length);
  }
  return result;
}

}  // namespace

// One way through the tokens of one text.
class SentenceSplitter::Walk {
 public:
  Walk(const SentenceSplitter& rules, std::string_view text, std::span<const Token> tokens)
      : rules_(rules), text_(text), tokens_(tokens) {
    measure_lines();
  }

  std::vector<Sentence> sentences() {
    std::vector<Sentence> found;
    for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
      hold(at);
      if (ends(at)) {
        found.push_back({first_, at + 1});
        first_ = at + 1;
      }
      if (line_ + 1 < lines_.size() && lines_[line_ + 1].first == at + 1) ++line_;
    }
    if (!tokens_.empty()) found.push_back({first_, tokens_.size()});
    return found;
  }

 private:
  struct Line {
    std::size_t first = 0;          // its first token
    std::uint32_t length = 0;       // in code points
    std::uint32_t block_width = 0;  // the longest line between two empty lines
    bool after_empty = false;
  };

  // How many line ends lie before the token; two or more are counted as two.
  int line_ends_before(std::size_t at) const {
    const char* from = at == 0 ? text_.data() : tokens_[at - 1].text.data() + tokens_[at - 1].text.size();
    const std::string_view gap(from, static_cast<std::size_t>(tokens_[at].text.data() - from));
    if (gap.size() <= 1 && gap != "\n" && gap != "\r") return 0;
    int ends = 0;
    for (std::size_t i = 0; i < gap.size() && ends < 2; ++i) {
      if (gap[i] == '\n' || gap[i] == '\f' || gap[i] == '\v') ++ends;
      if (gap[i] == '\r' && !gap.substr(i + 1).starts_with('\n')) ++ends;
      if (gap.substr(i).starts_with("\u2028")) ++ends;
      if (gap.substr(i).starts_with("\u2029")) ends = 2;
    }
    return ends;
  }

  void measure_lines() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const int ends = at == 0 ? 2 : line_ends_before(at);
      if (ends > 0) lines_.push_back({.first = at, .after_empty = ends == 2});
      Line& line = lines_.back();
      line.length = tokens_[at].end - tokens_[line.first].begin;
    }
    std::uint32_t width = 0;
    for (auto line = lines_.begin(), block = line; line != lines_.end();) {
      width = std::max(width, line->length);
      if (++line == lines_.end() || line->after_empty) {
        for (; block != line; ++block) block->block_width = width;
        width = 0;
      }
    }
  }

  // A bracket opened within a sentence holds it together up to its end, whatever marks stand inside. So does
  // a quoted title.
  void hold(std::size_t at) {
    if (at < held_until_ || at == first_ || !is_opener(tokens_[at])) return;
    const UChar32 opener = first_code_point(tokens_[at].text);
    if (opener == U'(' || opener == U'[') {
      if (const auto closer = closer_of(at, opener, opener == U'(' ? U')' : U']', kLongestBracket))
        held_until_ = *closer + 1;
    } else if (opener == U'«') {
      // The mark before the closing quote may well end the sentence that is quoted.
      if (const auto closer = closer_of(at, opener, U'»', kLongestTitle)) held_until_ = *closer - 1;
    }
  }

  std::optional<std::size_t> closer_of(std::size_t at, UChar32 opener, UChar32 closer,
                                       std::size_t limit) const {
    int depth = 0;
    for (std::size_t i = at; i < std::min(tokens_.size(), at + limit); ++i) {
      if (tokens_[i].kind != TokenKind::kPunctuation) continue;
      const UChar32 c = first_code_point(tokens_[i].text);
      depth += c == opener ? 1 : 0;
      depth -= c == closer ? 1 : 0;
      if (depth == 0) return i;
    }
    return std::nullopt;
  }

  // Whether a sentence ends after the token `at`.
  bool ends(std::size_t at) const {
    const bool line_end = line_ + 1 < lines_.size() && lines_[line_ + 1].first == at + 1;
    if (line_end && lines_[line_ + 1].after_empty) return true;
    if (line_end && is_bullet(tokens_[at + 1])) return true;
    if (at < held_until_ || !can_begin(at + 1)) return false;
    if (line_end) return ends_by_mark(at) || !is_wrapped();
    return tokens_[at + 1].space_before && ends_by_mark(at);
  }

  // The next line was begun because its first word had no room left. A heading or the end of a paragraph is
  // shorter.
  bool is_wrapped() const {
    const Line& line = lines_[line_];
    if (line.block_width < kNarrowestWrap || line.block_width > kWidestWrap) return false;
    std::size_t last = lines_[line_ + 1].first;
    while (last + 1 < tokens_.size() && !tokens_[last + 1].space_before) ++last;
    const std::uint32_t word = tokens_[last].end - tokens_[lines_[line_ + 1].first].begin;
    return line.length + 1 + word > line.block_width;
  }

  // Whether a sentence can begin with the token: not in lower case, not with a comma.
  bool can_begin(std::size_t at) const {
    const Token& token = tokens_[after_openers(at)];
    const UChar32 c = first_code_point(token.text);
    switch (token.kind) {
      case TokenKind::kWord:
        return token.capitalised || !u_islower(c);
      case TokenKind::kNumber:
        return true;
      case TokenKind::kSymbol:
        return !one_of(c, U"%‰&");
      case TokenKind::kPunctuation:
        return false;
    }
    return false;
  }

  std::size_t after_openers(std::size_t at) const {
    const std::size_t limit = std::min(tokens_.size() - 1, at + 3);
    while (at < limit && (is_opener(tokens_[at]) || is_dash(tokens_[at]))) ++at;
    return at;
  }

  bool ends_by_mark(std::size_t at) const {
    std::size_t mark = at;
    while (mark > first_ && is_closer(tokens_[mark])) --mark;
    const Token& token = tokens_[mark];
    const bool dotted_word = token.kind == TokenKind::kWord && token.text.ends_with('.');
    if (dotted_word) return ends_after_word(mark, std::string(token.text), at + 1);
    if (!is_mark(token)) return false;
    if (mark == first_ || token.space_before || token.text.size() > 1) return true;
    if (token.text == "." && is_initial(tokens_[mark - 1])) return ends_after_initial(mark - 1, at + 1);
    if (token.text == "." && begins_with_digit(tokens_[mark - 1]) && mark - 1 == first_)
      return false;  // "1. The first item"
    for (const std::string& abbreviation : abbreviations_before(mark)) {
      if (rules_.knows(abbreviation)) return ends_after_word(mark - 1, abbreviation, at + 1);
    }
    return true;
  }

  // What may be an abbreviation before the mark, with its mark, the longest first: "в.т.ч.", "т.ч.", "ч.".
  std::vector<std::string> abbreviations_before(std::size_t mark) const {
    std::vector<std::string> found;
    std::string text;
    std::size_t at = mark;
    for (int words = 0; words < 3; ++words) {
      if (at < first_ + 1 || tokens_[at].space_before || tokens_[at - 1].kind != TokenKind::kWord) break;
      if (tokens_[at - 1].end - tokens_[at - 1].begin > 8) break;
      text.insert(0, std::string(tokens_[at - 1].text).append(tokens_[at].text));
      found.insert(found.begin(), text);
      if (at < first_ + 2 || tokens_[at - 2].text != ".") break;
      at -= 2;
    }
    return found;
  }

  // Whether the sentence ends after an abbreviation whose last word is the token `word`, where `next`
  // follows.
  bool ends_after_word(std::size_t word, const std::string& abbreviation, std::size_t next) const {
    const auto listed = [&](const Words& list) {
      return list.contains(abbreviation) || list.contains(lower_case(abbreviation));
    };
    if (listed(rules_.never_end_)) return false;
    if (listed(rules_.after_number_))
      return word > first_ && begins_with_digit(tokens_[word - 1]) && opens_sentence(next);
    if (is_initial(tokens_[word]) && !listed(rules_.may_end_)) return ends_after_initial(word, next);
    return opens_sentence(next) || (listed(rules_.ends_name_) && opens_after_firm(word, next));
  }

  // "was bought by Aster Corp. Birch has …", but neither "Aster Corp. Chief Executive Ann Lee" nor the
  // heading "Aster Corp. Reports Results".
  bool opens_after_firm(std::size_t form, std::size_t next) const {
    const Token& token = tokens_[after_openers(next)];
    if (token.kind != TokenKind::kWord || !token.capitalised || token.text.ends_with('.') ||
        rules_.continuers_.contains(token.text))
      return false;
    const auto is_small = [](const Token& other) {
      return other.kind == TokenKind::kWord && !other.capitalised && u_islower(first_code_point(other.text));
    };
    const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(first_);
    return std::any_of(begin, tokens_.begin() + static_cast<std::ptrdiff_t>(form), is_small);
  }

  bool ends_after_initial(std::size_t initial, std::size_t next) const {
    if (initial > first_ && rules_.before_letter_.contains(lower_case(tokens_[initial - 1].text)))
      return true;
    return !rules_.starters_.empty() && opens_sentence(next);
  }

  // Whether the token most likely begins a sentence, where an abbreviation stands before it.
  bool opens_sentence(std::size_t next) const {
    if (is_dash(tokens_[next])) return false;
    const Token& token = tokens_[after_openers(next)];
    if (token.kind != TokenKind::kWord || begins_with_digit(token)) return false;
    return rules_.starters_.empty() ? token.capitalised : rules_.starters_.contains(token.text);
  }

  const SentenceSplitter& rules_;
  std::string_view text_;
  std::span<const Token> tokens_;
  std::vector<Line> lines_;
  std::size_t line_ = 0;        // the line of the token under way
  std::size_t first_ = 0;       // the first token of the sentence under way
  std::size_t held_until_ = 0;  // no sentence ends after a token before this one
};

SentenceSplitter::SentenceSplitter(const SegmentationRules& rules)
    : never_end_(rules.never_end.begin(), rules.never_end.end()),
      may_end_(rules.may_end.begin(), rules.may_end.end()),
      after_number_(rules.after_number.begin(), rules.after_number.end()),
      starters_(rules.starters.begin(), rules.starters.end()),
      before_letter_(rules.before_letter.begin(), rules.before_letter.end()),
      ends_name_(rules.ends_name.begin(), rules.ends_name.end()),
      continuers_(rules.continuers.begin(), rules.continuers.end()) {}

bool SentenceSplitter::knows(const std::string& abbreviation) const {
  const std::string small = lower_case(abbreviation);
  return std::ranges::any_of(std::array{&never_end_, &may_end_, &after_number_}, [&](const Words* list) {
    return list->contains(abbreviation) || list->contains(small);
  });
}

std::vector<Sentence> SentenceSplitter::split(std::string_view text, std::span<const Token> tokens) const {
  return Walk(*this, text, tokens).sentences();
}

}  // namespace whofunds::text
