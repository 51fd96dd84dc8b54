#include "whofunds/text/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "whofunds/model/error.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {
namespace {

/// Encodings are told by so many bytes at most.
constexpr std::size_t kEncodingSample = 256U * 1024;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
using Detector = std::unique_ptr<UCharsetDetector, CloseDetector>;

/// `bytes` in UTF-8, or nothing where ICU does not know the encoding or a byte has no meaning in it.
std::optional<std::string> convert(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString units(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(),
                                 status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string text;
  units.toUTF8String(text);
  return text;
}

/// How many characters of more than one byte are valid UTF-8, and how many bytes beyond ASCII are not.
struct Utf8Share {
  std::size_t valid = 0;
  std::size_t invalid = 0;
};

Utf8Share utf8_share(std::string_view bytes) {
  Utf8Share share;
  const auto* const units = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t at = 0; at < bytes.size();) {
    UChar32 c = 0;
    U8_NEXT(units, at, bytes.size(), c);
    if (c < 0) ++share.invalid;
    if (c >= 0x80) ++share.valid;
  }
  return share;
}

/// UTF-16 in which most characters are ASCII or Cyrillic: its high bytes are 0 or 4, its low bytes are not.
const char* utf16_without_mark(std::string_view bytes) {
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return nullptr;
  std::array<std::size_t, 2> high{};
  for (std::size_t at = 0; at < bytes.size(); ++at) high[at % 2] += bytes[at] == '\0' || bytes[at] == '\4';
  const std::size_t most = bytes.size() / 2 * 9 / 10;
  const std::size_t few = bytes.size() / 2 / 10;
  if (high[1] > most && high[0] <= few) return "UTF-16LE";
  return high[0] > most && high[1] <= few ? "UTF-16BE" : nullptr;
}

bool is_russian(char32_t c) {
  return (c >= 0x410 && c <= 0x44F) || c == 0x401 || c == 0x451;
}
bool is_small(char32_t c) {
  return c >= 0x430;
}
bool is_vowel(char32_t c) {
  return std::u32string_view(U"аеиоуыэюяёАЕИОУЫЭЮЯЁ").find(c) != std::u32string_view::npos;
}
/// The nine letters that make up the half of any Russian text.
bool is_frequent(char32_t c) {
  return std::u32string_view(U"оеаинтсрв").find(c) != std::u32string_view::npos;
}

/// How well a decoded text reads as Russian: 1 and more for real words; below that where letters are of the
/// wrong case, where consonants pile up, or where characters beyond ASCII are no Russian letters.
double russian_score(std::string_view text) {
  std::size_t beyond_ascii = 0;
  std::size_t frequent = 0;
  std::size_t odd = 0;
  std::size_t consonants = 0;
  char32_t before = 0;
  const auto* const units = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    UChar32 next = 0;
    U8_NEXT_OR_FFFD(units, at, text.size(), next);
    const auto c = static_cast<char32_t>(next);
    const bool typographic =
        c == 0xA0 || c == 0xAB || c == 0xBB || (c >= 0x2010 && c <= 0x2026) || c == 0x2116;
    // Dashes and quotes that stand for capitals of another encoding: "—делка".
    if (is_russian(c) && is_small(c) && before >= 0x2010 && before <= 0x2026) odd += 1;
    if (c >= 0x80 && !typographic) {
      ++beyond_ascii;
      frequent += is_frequent(c) ? 1U : 0U;
      odd += is_russian(c) ? 0U : 2U;
      if (is_russian(c) && is_russian(before)) odd += !is_small(c) && is_small(before) ? 1U : 0U;
    }
    consonants = is_russian(c) && !is_vowel(c) ? consonants + 1 : 0;
    odd += consonants > 5 ? 1U : 0U;
    before = c;
  }
  if (beyond_ascii < 4) return 0;
  const auto all = static_cast<double>(beyond_ascii);
  return 2.5 * static_cast<double>(frequent) / all - 2 * static_cast<double>(odd) / all;
}

/// The Cyrillic encoding in which the bytes read best as Russian; nothing where they do in none.
std::optional<std::string> convert_cyrillic(std::string_view bytes) {
  constexpr std::array kEncodings{"windows-1251", "KOI8-R", "IBM866", "ISO-8859-5", "x-mac-cyrillic"};
  constexpr double kReadable = 0.75;
  const char* best = nullptr;
  double most = kReadable;
  for (const char* const encoding : kEncodings) {
    const auto text = convert(bytes.substr(0, kEncodingSample), encoding);
    const double score = text ? russian_score(*text) : 0;
    if (score > most) {
      most = score;
      best = encoding;
    }
  }
  return best == nullptr ? std::nullopt : convert(bytes, best);
}

/// Whether letters beyond ASCII mostly stand in words; those of damaged text stand anywhere.
bool is_plausible(std::string_view text) {
  std::size_t in_words = 0;
  std::size_t alone = 0;
  bool after_letter = false;
  bool waits = false;  // a letter at the beginning of a word, for the next one
  const auto* const units = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(units, at, text.size(), c);
    const bool letter = u_isalpha(c) != 0;
    if (waits) ++(letter ? in_words : alone);
    waits = letter && c >= 0x80 && !after_letter;
    in_words += c >= 0x80 && (after_letter || !letter) ? 1U : 0U;
    after_letter = letter;
  }
  return in_words > alone + (waits ? 1U : 0U);
}

/// What ICU's detector is sure of.
std::optional<std::string> convert_detected(std::string_view bytes) {
  constexpr std::int32_t kSure = 40;
  UErrorCode status = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&status));
  const std::string_view sample = bytes.substr(0, kEncodingSample);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  const UCharsetMatch* const match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < kSure)
    return std::nullopt;
  std::string_view name = ucsdet_getName(match, &status);
  // Whoever says ISO-8859-1 means windows-1252, as the web has agreed.
  if (name == "ISO-8859-1") name = "windows-1252";
  if (U_FAILURE(status)) return std::nullopt;
  auto text = convert(bytes, std::string(name).c_str());
  if (text && !is_plausible(*text)) text.reset();
  return text;
}

std::optional<std::string> convert_declared(std::string_view bytes, std::string_view declared) {
  if (declared.empty() || declared.size() > 40) return std::nullopt;
  std::string name(declared);
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  // A text that was read as bytes to find the declaration is of no wider units.
  if (name.starts_with("utf-") || name.starts_with("utf16") || name.starts_with("ucs")) return std::nullopt;
  if (name == "iso-8859-1" || name == "us-ascii" || name == "latin1") name = "windows-1252";
  return convert(bytes, name.c_str());
}

const char* marked_encoding(std::string_view bytes) {
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return "UTF-32LE";
  if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return "UTF-32BE";
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  return bytes.starts_with("\xFE\xFF") ? "UTF-16BE" : nullptr;
}

std::string decode(std::string_view bytes, std::string_view where, std::string_view declared) {
  if (const char* const marked = marked_encoding(bytes)) {
    if (auto text = convert(bytes, marked)) return *std::move(text);
    throw InputError(where, fmt::format("it begins as {} but is damaged", marked), "save it as UTF-8");
  }
  if (const char* const encoding = utf16_without_mark(bytes)) {
    if (auto text = convert(bytes, encoding)) return *std::move(text);
  }
  const std::string fault = text_fault(bytes);
  if (fault.empty()) return std::string(bytes);
  const Utf8Share share = utf8_share(bytes);
  const bool damaged_utf8 = share.valid > 4 * share.invalid;
  if (bytes.find('\0') == std::string_view::npos && !damaged_utf8) {
    if (auto text = convert_declared(bytes, declared)) return *std::move(text);
    if (auto text = convert_cyrillic(bytes)) return *std::move(text);
    if (share.valid == 0) {
      if (auto text = convert_detected(bytes)) return *std::move(text);
    }
  }
  throw InputError(where, fault, "save it as UTF-8");
}

}  // namespace

std::string decode_ibm866(std::string_view bytes) {
  return convert(bytes, "IBM866").value();
}

bool is_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  return utf16_without_mark(bytes.substr(0, bytes.size() / 2 * 2)) != nullptr;
}

std::string decode_text(std::string_view bytes, std::string_view where, std::string_view declared) {
  std::string text = decode(bytes, where, declared);
  drop_byte_order_mark(text);
  if (const std::string fault = text_fault(text); !fault.empty())
    throw InputError(where, fault, "give it as text");
  return text;
}

}  // namespace whofunds::text
