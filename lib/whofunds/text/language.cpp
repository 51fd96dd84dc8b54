#include "whofunds/text/language.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <cld2/public/compact_lang_det.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "whofunds/text/normalising.hpp"

namespace whofunds::text {
namespace {

/// So much of a text tells its language, in bytes; less than the smaller number does not.
constexpr std::size_t kLanguageSample = 16U * 1024;
constexpr std::size_t kFewestLetters = 120;

struct Letters {
  std::size_t all = 0;
  std::size_t cyrillic = 0;
  std::size_t latin = 0;
};

Letters letters_of(std::string_view text) {
  Letters letters;
  const auto* const units = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(units, at, text.size(), c);
    if (!u_isalpha(c)) continue;
    ++letters.all;
    letters.cyrillic += c >= 0x400 && c < 0x530 ? 1U : 0U;
    letters.latin += c < 0x250 ? 1U : 0U;
  }
  return letters;
}

const char* by_letters(const Letters& letters) {
  return 2 * letters.cyrillic > letters.all ? "ru" : "en";
}

/// The text cut at the end of a character.
std::string_view sample_of(std::string_view text) {
  if (text.size() <= kLanguageSample) return text;
  std::size_t end = kLanguageSample;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

/// What the detector is sure of; "" where it is not. What is not seen would part words for it.
std::string detected(std::string_view as_it_is) {
  const Normalised clean = normalise(as_it_is);
  const std::string& text = clean.text();
  constexpr int kMostOfIt = 70;
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percent{};
  int bytes = 0;
  bool reliable = false;
  CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, languages.data(),
                              percent.data(), &bytes, &reliable);
  if (!reliable || percent[0] < kMostOfIt || languages[0] == CLD2::UNKNOWN_LANGUAGE) return {};
  return language_name(CLD2::LanguageCode(languages[0]));
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

/// The language of one paragraph of a document; "" where it cannot be told.
std::string paragraph_language(std::string_view paragraph, std::string_view main) {
  constexpr std::size_t kFewestOfAScript = 40;
  const Letters letters = letters_of(sample_of(paragraph));
  const bool cyrillic_main = main == "ru";
  const bool latin_main = main == "en";
  if (letters.all < kFewestOfAScript) return {};
  // Names of the other script are no other language: nine letters of ten must be of it.
  const bool of_main_script = (cyrillic_main && letters.cyrillic * 2 > letters.all) ||
                              (latin_main && letters.latin * 2 > letters.all);
  if (letters.all < kFewestLetters || of_main_script) {
    if (of_main_script && letters.all >= 2 * kFewestLetters) return detected(sample_of(paragraph));
    if (of_main_script) return {};
    if (letters.cyrillic * 10 > letters.all * 9) return "ru";
    return letters.latin * 10 > letters.all * 9 ? "en" : "";
  }
  return detect_language(paragraph);
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
    if (std::string lang = detected(sample); !lang.empty()) return lang;
  }
  return by_letters(letters_of(text));
}

std::vector<LanguageSpan> language_spans(std::string_view text, std::string_view main) {
  std::vector<LanguageSpan> spans;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = paragraph_end(text, begin);
    std::string lang = paragraph_language(text.substr(begin, end - begin), main);
    if (lang.empty()) lang = main;
    if (!spans.empty() && spans.back().lang == lang) {
      spans.back().end = end;
    } else {
      spans.push_back({begin, end, std::move(lang)});
    }
    begin = end;
  }
  return spans;
}

}  // namespace whofunds::text
