#include "whofunds/text/normalising.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "whofunds/text/homoglyphs.hpp"
#include "whofunds/text/wrapped_lines.hpp"

namespace whofunds::text {
namespace {

bool has_no_width(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

/// A letter of Russian, and surely nothing else that is asked for here.
bool is_russian(char32_t c) {
  return c >= 0x410 && c < 0x450;
}

bool is_mark(char32_t c) {
  return c >= 0x300 && !is_russian(c) && u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
}

bool is_accent(char32_t c) {
  return c == 0x301 || c == 0x300;
}

bool is_letter(char32_t c) {
  return is_russian(c) || u_isalpha(static_cast<UChar32>(c)) != 0;
}

char32_t next_of(std::string_view text, std::size_t& at) {
  const auto* const units = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(units, at, text.size(), c);
  return static_cast<char32_t>(c);
}

void append(std::string& text, char32_t c) {
  char bytes[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  text.append(bytes, length);
}

/// A letter and its marks as one letter where Unicode has it.
std::u32string composed(std::u32string_view letters) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString units = icu::UnicodeString::fromUTF32(
      reinterpret_cast<const UChar32*>(letters.data()), static_cast<std::int32_t>(letters.size()));
  const icu::UnicodeString whole = nfc->normalize(units, status);
  if (U_FAILURE(status)) return std::u32string(letters);
  std::u32string result;
  for (std::int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1))
    result.push_back(static_cast<char32_t>(whole.char32At(i)));
  return result;
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_line_end(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// Whether `normalise` may change more of a text than its line ends. Nearly every text is as it would leave
/// it.
bool may_change(std::string_view text) {
  bool latin = false;  // in the word
  bool cyrillic = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      if (byte == '\r' || byte == '\t') return true;
      if (byte == ' ' && (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n')) return true;
      if (byte == '\n' && at > 0 && text[at - 1] == ' ') return true;
      latin = (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
      if (!latin) cyrillic = false;
      if (latin && cyrillic) return true;
      ++at;
      continue;
    }
    const char32_t c = next_of(text, at);
    if (is_russian(c)) {
      if (latin) return true;
      cyrillic = true;
      continue;
    }
    if (has_no_width(c) || is_space(c) || is_mark(c) || is_line_end(c)) return true;
    if (is_cyrillic(c)) {
      cyrillic = true;
    } else if (is_letter(c)) {
      latin = true;
    } else {
      latin = cyrillic = false;
    }
    if (latin && cyrillic) return true;
  }
  return false;
}

}  // namespace

/// Builds a normalised text, piece by piece.
class Normaliser {
 public:
  explicit Normaliser(std::string_view text) : text_(text) { result_.text_.reserve(text.size()); }

  Normalised run() && {
    for (std::size_t at = 0; at < text_.size();) {
      if (letters_.empty() && take_plain_word(at)) continue;
      char32_t c = next_of(text_, at);
      ++read_;
      if (is_mark(c) && !letters_.empty()) {
        take_mark(c);
        continue;
      }
      if (has_no_width(c)) {
        result_.same_ = false;
        continue;
      }
      if (is_letter(c)) {
        letters_.push_back({characters_.size(), read_ - 1});
        characters_.push_back(c);
        if (letters_.size() >= kLongestWord) finish_word();
        continue;
      }
      finish_word();
      put_other(c, at);
    }
    finish_word();
    if (space_) result_.same_ = false;
    mark_place(read_);
    if (result_.same_) result_.steps_.clear();
    return std::move(result_);
  }

 private:
  /// Longer "words" are cut: encoded data, or faults of a text.
  static constexpr std::size_t kLongestWord = 256;
  /// More marks than that on one letter are there to be seen, not to be read.
  static constexpr std::size_t kMostMarks = 8;

  /// Where a letter begins, which its marks follow, in the characters of the word, and where it stands.
  struct Letter {
    std::size_t begin = 0;
    std::size_t place = 0;
  };

  /// Copies a word of Russian letters or of those of ASCII alone, which stays as it is; says whether one
  /// begins at `at`, which moves past it.
  bool take_plain_word(std::size_t& at) {
    std::size_t end = at;
    std::size_t length = 0;
    const bool latin = is_ascii_letter(text_[at]);
    for (std::size_t next = at; next < text_.size() && length < kLongestWord; end = next, ++length) {
      if (static_cast<unsigned char>(text_[next]) < 0x80) {
        if (!is_ascii_letter(text_[next])) break;
        if (!latin) return false;
        ++next;
        continue;
      }
      const char32_t c = next_of(text_, next);
      if (latin || !is_russian(c)) {
        if (is_letter(c) || is_mark(c) || has_no_width(c)) return false;
        break;
      }
    }
    if (length == 0) return false;
    if (space_) put_space();
    mark_place(read_);
    result_.text_.append(text_, at, end - at);
    written_ += length;
    read_ += length;
    at = end;
    return true;
  }

  void take_mark(char32_t mark) {
    const std::size_t begin = letters_.back().begin;
    const bool tells_stress = is_accent(mark) && is_cyrillic(characters_[begin]);
    if (tells_stress || characters_.size() - begin > kMostMarks) {
      result_.same_ = false;
    } else {
      characters_.push_back(mark);
    }
  }

  void put_other(char32_t c, std::size_t& at) {
    const std::size_t place = read_ - 1;
    if (is_space(c)) {
      if (c != ' ' || space_) result_.same_ = false;
      if (!space_) space_ = place;
      return;
    }
    if (is_line_end(c)) {
      if (c == '\r' && at < text_.size() && text_[at] == '\n') {
        ++at;
        ++read_;
      }
      if (c != '\n' || space_) result_.same_ = false;
      space_.reset();  // at the end of a line it says nothing
      return put('\n', place);
    }
    put(c, place);
  }

  void finish_word() {
    if (letters_.empty()) return;
    word_.clear();
    places_.clear();
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      const std::size_t begin = letters_[i].begin;
      const std::size_t end = i + 1 < letters_.size() ? letters_[i + 1].begin : characters_.size();
      if (end - begin == 1) {
        word_.push_back(characters_[begin]);
      } else {
        const std::u32string_view letter = std::u32string_view(characters_).substr(begin, end - begin);
        const std::u32string one = composed(letter);
        if (one != letter) result_.same_ = false;
        word_ += one;
      }
      places_.resize(word_.size(), letters_[i].place);
    }
    const std::u32string clean = without_homoglyphs(word_);
    if (clean != word_) result_.same_ = false;
    for (std::size_t i = 0; i < clean.size(); ++i) put(clean[i], places_[i]);
    letters_.clear();
    characters_.clear();
  }

  void put(char32_t c, std::size_t place) {
    if (space_) put_space();
    mark_place(place);
    append(result_.text_, c);
    ++written_;
  }

  /// One space for all that were met; none at the beginning of a line.
  void put_space() {
    const std::size_t place = *std::exchange(space_, std::nullopt);
    if (result_.text_.empty() || result_.text_.back() == '\n') {
      result_.same_ = false;
    } else {
      put(' ', place);
    }
  }

  /// The next character to be written comes from `place`.
  void mark_place(std::size_t place) {
    const std::int64_t ahead = static_cast<std::int64_t>(place) - static_cast<std::int64_t>(written_);
    const std::int64_t before = result_.steps_.empty() ? 0 : result_.steps_.back().ahead;
    if (ahead != before) result_.steps_.push_back({static_cast<std::uint32_t>(written_), ahead});
  }

  std::string_view text_;
  Normalised result_;
  std::u32string characters_;         // of the word that is being read: letters and their marks
  std::vector<Letter> letters_;       // in them
  std::u32string word_;               // of composed letters
  std::vector<std::size_t> places_;   // of its characters
  std::optional<std::size_t> space_;  // where a space stands that is not yet written
  std::size_t read_ = 0;              // code points
  std::size_t written_ = 0;
};

std::size_t Normalised::original(std::size_t offset) const {
  const auto after =
      std::upper_bound(steps_.begin(), steps_.end(), offset,
                       [](std::size_t place, const Step& step) { return place < step.offset; });
  if (after == steps_.begin()) return offset;
  return static_cast<std::size_t>(static_cast<std::int64_t>(offset) + std::prev(after)->ahead);
}

Normalised normalise(std::string_view text) {
  Normalised result = may_change(text) ? Normaliser(text).run() : Normalised(std::string(text));
  if (join_wrapped_lines(result.text_)) result.same_ = false;
  return result;
}

}  // namespace whofunds::text
