#include "whofunds/text/language.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <utility>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "whofunds/text/homoglyphs.hpp"
#include "whofunds/text/normalising.hpp"

namespace whofunds::text {
namespace {

/// The tag of ISO 639-2 for what cannot be told.
constexpr const char* kUndetermined = "und";

/// So much of a text tells its language, in bytes; less than the smaller number does not.
constexpr std::size_t kLanguageSample = 16U * 1024;
constexpr std::size_t kFewestLetters = 120;

/// Fewer letters of a paragraph in the script of its document are not looked at by themselves.
constexpr std::size_t kFewestOfParagraph = 40;

struct Letters {
  std::size_t all = 0;
  std::size_t cyrillic = 0;
  std::size_t latin = 0;
  std::size_t small_words = 0;    ///< that are no names: of two letters or more, with a small one first
  std::size_t small_russian = 0;  ///< of them, in Cyrillic
  std::size_t not_english = 0;    ///< small letters with accents, in words that are no names
  std::size_t not_russian = 0;    ///< letters of other languages that are written in Cyrillic
  std::size_t only_russian = 0;   ///< letters that other Slavic languages lack, bar Belarusian
  bool begins_small = false;      ///< the first letter is a small one

  bool all_cyrillic() const { return cyrillic * 10 > all * 9; }
  bool all_latin() const { return latin * 10 > all * 9; }

  /// Letters that only Russian has, as often as half of what is usual, and none that it has not: no detector
  /// need be asked.
  bool surely_russian() const { return all_cyrillic() && not_russian == 0 && only_russian * 100 >= cyrillic; }
};

bool is_russian_letter(UChar32 c) {
  return (c >= 0x410 && c < 0x450) || c == 0x401 || c == 0x451;
}

/// "ё", "ы", "э"; the capital of each but the first stands 32 before it.
bool is_only_russian(UChar32 c) {
  return c == 0x451 || c == 0x401 || c == 0x44B || c == 0x42B || c == 0x44D || c == 0x42D;
}

/// ICU's answer, worked out here for what nearly every character is.
bool is_letter(UChar32 c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_russian_letter(c) || u_isalpha(c) != 0;
}

bool is_small(UChar32 c) {
  constexpr UChar32 kFirstSmall = U'а';
  constexpr UChar32 kLastSmall = U'я';
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return (c >= kFirstSmall && c <= kLastSmall) || u_islower(c) != 0;
}

/// How many letters of ASCII there are from `at` on.
std::size_t ascii_letters(std::string_view text, std::size_t at) {
  const auto end = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                                    [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  return static_cast<std::size_t>(end - text.begin()) - at;
}

/// How many letters from "А" to "я" there are from `at` on; counts those of them that only Russian has.
std::size_t russian_letters(std::string_view text, std::size_t at, std::size_t& only_russian) {
  std::size_t count = 0;
  for (; at + 1 < text.size(); at += 2, ++count) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const auto trail = static_cast<unsigned char>(text[at + 1]);
    const bool is_first_half = lead == 0xD0 && trail >= 0x90 && trail <= 0xBF;  // А–Я, а–п
    const bool is_second_half = lead == 0xD1 && trail >= 0x80 && trail <= 0x8F;
    if (!is_first_half && !is_second_half) break;
    const bool is_small_one = is_second_half && (trail == 0x8B || trail == 0x8D);  // ы, э
    const bool is_capital_one = is_first_half && (trail == 0xAB || trail == 0xAD);
    only_russian += is_small_one || is_capital_one ? 1U : 0U;
  }
  return count;
}

Letters letters_of(std::string_view text) {
  Letters letters;
  const auto* const units = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t length = 0;  // of the word so far
  bool small = false;      // the word begins with a small letter
  for (std::size_t at = 0; at < text.size();) {
    if (length >= 2) {  // nearly all that a text consists of: what goes on with a word
      const std::size_t ascii = ascii_letters(text, at);
      const std::size_t russian = ascii == 0 ? russian_letters(text, at, letters.only_russian) : 0;
      at += ascii + 2 * russian;
      length += ascii + russian;
      letters.all += ascii + russian;
      letters.latin += ascii;
      letters.cyrillic += russian;
      if (at == text.size()) break;
    }
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(units, at, text.size(), c);
    if (!is_letter(c)) {
      length = 0;
      continue;
    }
    if (length == 0) small = is_small(c);
    if (letters.all == 0) letters.begins_small = small;
    ++length;
    ++letters.all;
    letters.small_words += small && length == 2 ? 1U : 0U;
    letters.small_russian += small && length == 2 && is_cyrillic(static_cast<char32_t>(c)) ? 1U : 0U;
    letters.latin += c < 0x250 ? 1U : 0U;
    letters.not_english += small && c >= 0x80 && c < 0x250 ? 1U : 0U;
    if (!is_cyrillic(static_cast<char32_t>(c))) continue;
    ++letters.cyrillic;
    letters.not_russian += is_russian_letter(c) ? 0U : 1U;
    letters.only_russian += is_only_russian(c) ? 1U : 0U;
  }
  return letters;
}

/// "Ozon купил Wildberries": names may be of either script, words tell.
const char* by_letters(const Letters& letters) {
  const bool mostly_cyrillic = 2 * letters.cyrillic > letters.all;
  return mostly_cyrillic || 2 * letters.small_russian > letters.small_words ? "ru" : "en";
}

/// The text cut at the end of a character.
std::string_view sample_of(std::string_view text) {
  if (text.size() <= kLanguageSample) return text;
  std::size_t end = kLanguageSample;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

/// What the detector is sure of, a little more easily of what is `expected`; "" where it is not.
std::string ask_detector(const std::string& text, CLD2::Language expected) {
  constexpr int kMostOfIt = 70;
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percent{};
  int bytes = 0;
  bool reliable = false;
  constexpr bool kPlainText = true;
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), kPlainText, nullptr,
                                 CLD2::UNKNOWN_ENCODING, expected, languages.data(), percent.data(), &bytes,
                                 &reliable);
  if (!reliable || percent[0] < kMostOfIt || languages[0] == CLD2::UNKNOWN_LANGUAGE) return {};
  return language_name(CLD2::LanguageCode(languages[0]));
}

/// The same of a text as it was written; what is not seen would part words for the detector. A document of
/// one paragraph is asked for as a whole and as a paragraph: each thread remembers what it asked for last.
std::string detected(std::string_view as_it_is, CLD2::Language expected = CLD2::UNKNOWN_LANGUAGE) {
  struct Asked {
    std::string text;
    CLD2::Language expected = CLD2::UNKNOWN_LANGUAGE;
    std::string answer;
  };
  thread_local Asked last;
  const Normalised clean = normalise(as_it_is);
  if (last.text != clean.text() || last.expected != expected || last.text.empty())
    last = {clean.text(), expected, ask_detector(clean.text(), expected)};
  return last.answer;
}

/// Where the paragraph that begins at `begin` ends: behind the empty lines after it.
std::size_t paragraph_end(std::string_view text, std::size_t begin) {
  for (std::size_t end = text.find('\n', begin); end != std::string_view::npos;
       end = text.find('\n', end + 1)) {
    const std::string_view after = text.substr(end + 1);
    if (!after.starts_with('\n') && !after.starts_with("\r\n")) continue;
    return std::min(text.size(), text.find_first_not_of("\r\n", end));
  }
  return text.size();
}

/// The language of a paragraph of words in the other script than that of its document, which the detector is
/// not sure of.
std::string language_by_script(const Letters& letters) {
  if (letters.all_cyrillic()) return kUndetermined;
  if (!letters.all_latin()) return {};
  return letters.not_english == 0 ? "en" : kUndetermined;
}

/// The language of one paragraph of a document; "" where it is that of the document or cannot be told.
std::string paragraph_language(std::string_view paragraph, std::string_view main) {
  const std::string_view sample = sample_of(paragraph);
  const Letters letters = letters_of(sample);
  const bool is_read = main == "ru" || main == "en";
  const std::size_t of_main_script = main == "ru" ? letters.cyrillic : letters.latin;
  // Names of the other script are no other language.
  if (is_read && 2 * of_main_script > letters.all) {
    const std::size_t foreign = main == "ru" ? letters.not_russian : letters.not_english;
    if (main == "ru" && letters.surely_russian()) return {};
    const bool in_question = letters.all >= (foreign == 0 ? 2 * kFewestLetters : kFewestOfParagraph);
    return in_question ? detected(sample) : std::string();
  }
  if (is_read && letters.small_words == 0) return {};
  const bool few = letters.all < kFewestLetters;
  if (few && letters.all_cyrillic() && letters.small_words > 0 && letters.not_russian == 0) {
    if (letters.only_russian > 0) return "ru";
    // Of the others that are written in Cyrillic, Bulgarian alone has no letters of its own.
    std::string lang = detected(sample, CLD2::RUSSIAN);
    if (lang == "bg" || lang == "ru") return lang;
    return is_read ? "ru" : "";
  }
  if (!is_read && letters.all < kFewestOfParagraph) return {};
  if (std::string lang = detected(sample); !lang.empty()) return lang;
  if (!is_read) return {};
  return few ? language_by_script(letters) : by_letters(letters);
}

/// Where the line that begins at `begin` ends: behind its line end.
std::size_t line_end(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find('\n', begin);
  return end == std::string_view::npos ? text.size() : end + 1;
}

/// Cuts a paragraph where a line of one script follows upon one of the other, each beginning a sentence of
/// words, not only names. Hands out where each piece ends.
void each_piece(std::string_view paragraph, const std::function<void(std::string_view)>& on_piece) {
  if (line_end(paragraph, 0) == paragraph.size()) return on_piece(paragraph);
  const Letters letters = letters_of(paragraph);
  if (letters.all_cyrillic() || letters.all_latin()) return on_piece(paragraph);
  std::size_t piece = 0;
  enum class Script { kNone, kCyrillic, kLatin } script = Script::kNone;
  for (std::size_t begin = 0; begin < paragraph.size();) {
    const std::size_t end = line_end(paragraph, begin);
    const Letters line = letters_of(paragraph.substr(begin, end - begin));
    const Letters next = letters_of(paragraph.substr(end, line_end(paragraph, end) - end));
    // Where the sentence goes on, the line is but full of names.
    const bool tells = line.small_words > 0 && !line.begins_small && !next.begins_small;
    Script found = Script::kNone;
    if (tells && line.all_cyrillic()) found = Script::kCyrillic;
    if (tells && line.all_latin()) found = Script::kLatin;
    if (found != Script::kNone && script != Script::kNone && found != script) {
      on_piece(paragraph.substr(piece, begin - piece));
      piece = begin;
    }
    if (found != Script::kNone) script = found;
    begin = end;
  }
  on_piece(paragraph.substr(piece));
}

}  // namespace

std::string language_name(std::string_view tag) {
  std::string lang(tag.substr(0, std::min({tag.size(), tag.find_first_of("-_ ,;"), std::size_t{8}})));
  for (char& c : lang) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lang;
}

std::string detect_language(std::string_view text) {
  const std::string_view sample = sample_of(text);
  const Letters letters = letters_of(sample);
  if (letters.all >= kFewestLetters) {
    if (letters.surely_russian()) return "ru";
    if (std::string lang = detected(sample); !lang.empty()) return lang;
  }
  return by_letters(letters_of(text));
}

std::vector<LanguageSpan> language_spans(std::string_view text, std::string_view main) {
  std::vector<LanguageSpan> spans;
  std::size_t begin = 0;
  const auto add = [&](std::string_view paragraph) {
    const std::size_t end = begin + paragraph.size();
    std::string lang = paragraph_language(paragraph, main);
    if (lang.empty()) lang = main;
    if (!spans.empty() && spans.back().lang == lang) {
      spans.back().end = end;
      ++spans.back().paragraphs;
    } else {
      spans.push_back({.begin = begin, .end = end, .lang = std::move(lang)});
    }
    begin = end;
  };
  while (begin < text.size()) each_piece(text.substr(begin, paragraph_end(text, begin) - begin), add);
  return spans;
}

}  // namespace whofunds::text
