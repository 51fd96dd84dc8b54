#include "whofunds/tagging/english_features.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "whofunds/tagging/english_hash.hpp"

namespace whofunds::tagging::english {
namespace {

constexpr std::uint64_t kStringSeed = 1;
constexpr std::size_t kLongestReserved = 10;
constexpr std::size_t kLongestShaped = 100;  ///< longer tokens, in code points, have no shape
constexpr std::size_t kLongestRun = 4;       ///< of letters of one kind in a shape
constexpr std::size_t kSuffixLength = 3;     ///< in code points
constexpr std::size_t kMostParts = 3;        ///< of a word that is cut into tokens: "shouldn't've"

std::optional<std::uint64_t> find(std::span<const Pair> table, std::uint64_t key) {
  const auto found = std::ranges::lower_bound(table, key, {}, &Pair::key);
  if (found == table.end() || found->key != key) return std::nullopt;
  return found->value;
}

std::uint64_t string_key(const Model& model, std::string_view text) {
  const std::uint64_t hash = hash_text(text, kStringSeed);
  if (text.size() > kLongestReserved) return hash;
  return find(model.reserved(), hash).value_or(hash);
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
/// The code point that begins at `at`, which moves past it.
UChar32 next_code_point(std::string_view text, std::size_t& at) {
  UChar32 code_point = 0;
  U8_NEXT(text.data(), at, text.size(), code_point);
  return code_point < 0 ? 0xFFFD : code_point;
}
#pragma GCC diagnostic pop

std::uint64_t lower_case_key(const Model& model, std::string_view text) {
  std::string lower;
  if (is_ascii(text)) {
    lower = text;
    for (char& c : lower) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
  } else {
    icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())})
        .toLower(icu::Locale::getRoot())
        .toUTF8String(lower);
  }
  return string_key(model, lower);
}

std::string_view prefix(std::string_view text) {
  std::size_t end = 0;
  next_code_point(text, end);
  return text.substr(0, end);
}

std::string_view suffix(std::string_view text) {
  std::size_t begin = text.size();
  for (std::size_t count = 0; count < kSuffixLength && begin > 0; ++count) {
    do {
      --begin;
    } while (begin > 0 && U8_IS_TRAIL(text[begin]));
  }
  return text.substr(begin);
}

bool is_digit(UChar32 c) {
  const int type = u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE);
  return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}

/// 'X' for a capital letter, 'x' for another letter, 'd' for a digit; other signs stand for themselves.
UChar32 shape_of(UChar32 c) {
  if (c < 0x80) {
    if (c >= 'a' && c <= 'z') return 'x';
    if (c >= 'A' && c <= 'Z') return 'X';
    return c >= '0' && c <= '9' ? 'd' : c;
  }
  if ((U_GET_GC_MASK(c) & U_GC_L_MASK) != 0) return u_isUUppercase(c) ? 'X' : 'x';
  return is_digit(c) ? 'd' : c;
}

std::uint64_t shape_key(const Model& model, std::string_view text) {
  std::array<char, kLongestShaped* U8_MAX_LENGTH> shape = {};
  std::size_t length = 0;
  std::size_t code_points = 0;
  std::size_t run = 0;
  UChar32 last = -1;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 sign = shape_of(next_code_point(text, at));
    if (++code_points == kLongestShaped) return string_key(model, "LONG");
    run = sign == last ? run + 1 : 1;
    last = sign;
    if (run <= kLongestRun) U8_APPEND_UNSAFE(shape.data(), length, sign);
  }
  return string_key(model, {shape.data(), length});
}

/// What the table of norms calls one of the tokens that a word is cut into. The seed of the hash will not do
/// to tell them apart: a short text with another seed has the hash of another text.
std::uint64_t part_key(std::string_view word, std::size_t parts, std::size_t part) {
  return hash_text(word, kStringSeed) ^ ((16 * parts + part) * 0x9e3779b97f4a7c15U);
}

bool follows_at_once(const text::Token& token, const text::Token& next) {
  return !next.space_before && token.text.data() + token.text.size() == next.text.data();
}

/// Gives the tokens of a word like "can't", which begin at `first`, their norms ("can", "not") where the
/// model knows the word. The number of tokens that were given theirs.
std::size_t norms_of_parts(const Model& model, std::span<const text::Token> tokens, std::size_t first,
                           std::array<std::uint64_t, kMostParts>& norms) {
  std::size_t parts = 1;
  while (parts < kMostParts && first + parts < tokens.size() &&
         follows_at_once(tokens[first + parts - 1], tokens[first + parts])) {
    ++parts;
  }
  const char* const begin = tokens[first].text.data();
  for (; parts > 1; --parts) {
    const std::string_view last = tokens[first + parts - 1].text;
    const std::string_view word(begin, static_cast<std::size_t>(last.data() + last.size() - begin));
    std::size_t known = 0;
    while (known < parts) {
      const auto norm = find(model.norms(), part_key(word, parts, known));
      if (!norm) break;
      norms[known++] = *norm;
    }
    if (known == parts) return parts;
  }
  return 0;
}

void rows_of(const FeatureKeys& keys, TokenRows& token) {
  std::uint32_t first = 0;
  std::size_t at = 0;
  for (std::size_t feature = 0; feature < kFeatures; ++feature) {
    for (const std::uint32_t word : hash_key(keys[feature], kFeatureSeeds[feature])) {
      token.rows[at++] = first + word % kFeatureTables[feature];
    }
    first += kFeatureTables[feature];
  }
}

}  // namespace

FeatureKeys feature_keys(const Model& model, std::string_view token) {
  const std::uint64_t own = string_key(model, token);
  const auto norm = find(model.norms(), own);
  return {norm ? *norm : lower_case_key(model, token), string_key(model, prefix(token)),
          string_key(model, suffix(token)), shape_key(model, token)};
}

void find_rows(const Model& model, std::span<const text::Token> tokens, std::vector<TokenRows>& rows) {
  rows.resize(tokens.size());
  std::array<std::uint64_t, kMostParts> norms = {};
  std::size_t parts_end = 0;
  std::size_t parts_begin = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (at == parts_end) {
      parts_begin = at;
      parts_end = std::max(at + 1, at + norms_of_parts(model, tokens, at, norms));
    }
    FeatureKeys keys = feature_keys(model, tokens[at].text);
    if (parts_end - parts_begin > 1) keys[static_cast<std::size_t>(Feature::kNorm)] = norms[at - parts_begin];
    rows_of(keys, rows[at]);
    rows[at].space_after = at + 1 < tokens.size() && tokens[at + 1].space_before;
  }
}

}  // namespace whofunds::tagging::english
