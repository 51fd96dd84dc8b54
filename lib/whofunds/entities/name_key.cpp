#include "whofunds/entities/name_key.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>

#include <boost/algorithm/string/replace.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "whofunds/model/error.hpp"

namespace whofunds::entities {
namespace {

// Russian letters from а to я as the press spells them.
constexpr std::array<std::string_view, 32> kRussian{
    "a", "b", "v", "g", "d", "e", "zh", "z",  "i",  "i",    "k", "l", "m", "n", "o",  "p",
    "r", "s", "t", "u", "f", "h", "ts", "ch", "sh", "shch", "",  "i", "",  "e", "iu", "ia"};

struct Word {
  std::string text;
  bool initials = false;  // letters that stand for words, joined
};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

// A character of ASCII or a Russian letter as it is folded; nothing for all others.
std::optional<UChar32> plainly_folded(UChar32 c) {
  constexpr UChar32 kFirstCapital = U'А';
  constexpr UChar32 kFirstSmall = U'а';
  constexpr UChar32 kLastSmall = U'я';
  if (c >= 'A' && c <= 'Z') return c - 'A' + 'a';
  if (c < 0x80) return c;
  if (c >= kFirstCapital && c < kFirstSmall) return c - kFirstCapital + kFirstSmall;
  if (c == U'Ё' || c == U'ё') return U'ё';
  return c >= kFirstSmall && c <= kLastSmall ? std::optional(c) : std::nullopt;
}

icu::UnicodeString folded(std::string_view name) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const folder = icu::Normalizer2::getNFKCCasefoldInstance(error);
  const auto text = icu::UnicodeString::fromUTF8({name.data(), static_cast<int32_t>(name.size())});
  icu::UnicodeString result;
  if (U_SUCCESS(error)) folder->normalize(text, result, error);
  if (U_FAILURE(error)) {
    throw MachineError("ICU", u_errorName(error), "install the data of ICU (package libicu-dev)");
  }
  return result;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

bool is_apostrophe(UChar32 c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x0060;
}

bool is_of_word(UChar32 c) {
  constexpr uint32_t kMarks = U_GC_MN_MASK | U_GC_MC_MASK;
  return u_isalnum(c) || (U_GET_GC_MASK(c) & kMarks) != 0;
}

// Cuts folded text into words and joins initials.
class Cutter {
 public:
  void take(UChar32 c) {
    constexpr UChar32 kYo = 0x0451;
    constexpr UChar32 kYe = 0x0435;
    if (is_of_word(c)) {
      append(c == kYo ? kYe : c);
    } else if (!is_apostrophe(c)) {
      end_word(c == '.');
      if (c == '&') add("and");
      if (c == '+') add("plus");
    }
  }

  std::vector<Word> finish() {
    end_word(false);
    return std::move(words_);
  }

 private:
  void add(std::string text) {
    words_.push_back({.text = std::move(text)});
    joins_next_ = false;
  }

  void append(UChar32 c) {
    char bytes[U8_MAX_LENGTH];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    word_.append(bytes, length);
    ++characters_;
    last_ = c;
  }

  void end_word(bool at_dot) {
    if (word_.empty()) return;
    const bool single = characters_ == 1 && u_isalpha(last_);
    if (single && joins_next_) {
      words_.back().text.append(word_);
    } else {
      words_.push_back({.text = std::move(word_), .initials = single});
    }
    joins_next_ = single && at_dot;
    word_.clear();
    characters_ = 0;
  }

  std::string word_;
  std::size_t characters_ = 0;  // of the word
  UChar32 last_ = 0;
  std::vector<Word> words_;
  bool joins_next_ = false;  // the last word is initials that ended at a dot
};

// The same without ICU, for nearly every name; nothing where that takes more.
std::optional<std::vector<Word>> cut_plainly(std::string_view name) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(name.data());
  Cutter cutter;
  for (std::size_t at = 0; at < name.size();) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, name.size(), c);
    const std::optional<UChar32> folded_character = plainly_folded(c);
    if (!folded_character) return std::nullopt;
    cutter.take(*folded_character);
  }
  return cutter.finish();
}

std::vector<Word> cut(std::string_view name) {
  if (std::optional<std::vector<Word>> words = cut_plainly(name)) return *std::move(words);
  const icu::UnicodeString text = folded(name);
  Cutter cutter;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) cutter.take(text.char32At(at));
  return cutter.finish();
}

std::string join(std::span<const std::string> words) {
  return fmt::format("{}", fmt::join(words, " "));
}

// The words without one legal form at an end of them; the longest form goes first. All of them where there is
// none, or where nothing would be left.
std::span<const std::string> drop_form(std::span<const std::string> words, const LegalForms& forms) {
  for (std::size_t count = std::min(forms.longest(), words.size() - 1); count > 0; --count) {
    if (forms.stands_before(join(words.first(count)))) return words.subspan(count);
    if (forms.stands_after(join(words.last(count)))) return words.first(words.size() - count);
  }
  return words;
}

std::string without_forms(std::span<const std::string> words, const LegalForms& forms) {
  for (std::size_t before = words.size() + 1; words.size() < before && !words.empty();) {
    before = words.size();
    words = drop_form(words, forms);
  }
  return join(words);
}

// How a letter of Russian, Ukrainian or Belarusian is written in Latin; nothing for all others.
std::optional<std::string_view> latin_letter(UChar32 c) {
  constexpr UChar32 kFirst = U'а';
  if (c >= kFirst && c < kFirst + static_cast<UChar32>(kRussian.size()))
    return kRussian.at(static_cast<std::size_t>(c - kFirst));
  switch (c) {
    case U'і':
    case U'ї':
      return "i";
    case U'є':
      return "e";
    case U'ґ':
      return "g";
    case U'ў':
      return "u";
    default:
      return std::nullopt;
  }
}

// Makes one what differs between the usual systems (BGN, ISO 9, passports).
std::string one_spelling(std::string_view latin) {
  std::string text;
  for (std::size_t at = 0; at < latin.size(); ++at) {
    const char next = at + 1 < latin.size() ? latin[at + 1] : '\0';
    switch (latin[at]) {
      case 'k':
        text += next == 'h' ? 'h' : 'k';
        if (next == 'h') ++at;
        break;
      case 'c':
        text += next == 'h' || next == 'e' || next == 'i' || next == 'y' ? 'c' : 'k';
        if (next == 'h') text += latin[++at];
        break;
      case 'x':
        text += "ks";
        break;
      case 'y':
        text += 'i';
        break;
      default:
        text += latin[at];
    }
  }
  boost::replace_all(text, "ii", "i");
  boost::replace_all(text, "ie", "e");
  return text;
}

const icu::Transliterator& any_to_latin() {
  static const std::unique_ptr<const icu::Transliterator> transliterator = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<const icu::Transliterator> made(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Any-Lower", UTRANS_FORWARD, error));
    if (U_FAILURE(error)) {
      throw MachineError("ICU", fmt::format("no rules for Latin letters ({})", u_errorName(error)),
                         "install the data of ICU (package libicu-dev)");
    }
    return made;
  }();
  return *transliterator;
}

// Folded text in Latin letters: those that we know as above, every other script as ICU does, which takes some
// milliseconds to begin.
std::string transliterated(const std::string& form) {
  const auto text = icu::UnicodeString::fromUTF8(form);
  icu::UnicodeString known;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    const auto letter = latin_letter(c);
    if (letter)
      known.append(icu::UnicodeString::fromUTF8({letter->data(), static_cast<int32_t>(letter->size())}));
    else
      known.append(c);
  }
  if (!is_ascii(to_utf8(known))) any_to_latin().transliterate(known);
  return one_spelling(to_utf8(known));
}

// Whether each word can be written in Latin letters by itself: of letters of Latin and Cyrillic, which have
// no rule that looks over a space.
bool goes_by_words(std::string_view form) {
  // The bytes that begin a character of ASCII, of Latin up to U+024F or of Cyrillic up to U+04FF, and those
  // that go on with one.
  return std::all_of(form.begin(), form.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    constexpr unsigned kContinues = 0x80;
    constexpr unsigned kFirstLatin = 0xC3;
    constexpr unsigned kLastLatin = 0xC9;
    constexpr unsigned kFirstCyrillic = 0xD0;
    constexpr unsigned kLastCyrillic = 0xD3;
    return byte < kContinues + 0x40U || (byte >= kFirstLatin && byte <= kLastLatin) ||
           (byte >= kFirstCyrillic && byte <= kLastCyrillic);
  });
}

// Names are made of the same words again and again, and transliterating takes longer than all else here.
std::string latin(const std::string& form) {
  if (!goes_by_words(form)) return transliterated(form);
  constexpr std::size_t kMostKept = 1U << 18U;
  thread_local std::unordered_map<std::string, std::string> kept;
  if (kept.size() > kMostKept) kept.clear();
  std::string result;
  result.reserve(form.size());
  for (std::size_t begin = 0; begin <= form.size();) {
    const std::size_t end = std::min(form.find(' ', begin), form.size());
    const auto [word, is_new] = kept.try_emplace(form.substr(begin, end - begin));
    if (is_new) word->second = transliterated(word->first);
    result += word->second;
    if (end < form.size()) result += ' ';
    begin = end + 1;
  }
  return result;
}

template <typename Test>
bool any_character(std::string_view utf8, Test test) {
  const auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    if (test(text.char32At(at))) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> texts;
  for (Word& word : cut(name)) texts.push_back(std::move(word.text));
  return texts;
}

std::size_t written_out_words(std::string_view name) {
  const std::vector<Word> words = cut(name);
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](const Word& word) { return !word.initials; }));
}

NameForms name_forms(std::string_view name, const LegalForms& forms) {
  const std::vector<std::string> words = words_of(name);
  NameForms result{.plain = join(words), .bare = without_forms(words, forms)};
  result.latin = latin(result.bare);
  return result;
}

std::string name_key(std::string_view name, const LegalForms& forms) {
  return name_forms(name, forms).latin;
}

bool has_other_script(std::string_view text) {
  return any_character(text, [](UChar32 c) {
    UErrorCode error = U_ZERO_ERROR;
    return u_isalpha(c) && uscript_getScript(c, &error) != USCRIPT_LATIN;
  });
}

bool looks_proper(std::string_view text) {
  return any_character(text, [](UChar32 c) { return u_isdigit(c) || (u_isalpha(c) && !u_islower(c)); });
}

}  // namespace whofunds::entities
