#include "whofunds/entities/name_comparison.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "whofunds/entities/name_key.hpp"

namespace whofunds::entities {
namespace {

struct Sound {
  std::u16string_view letters;
  std::string_view sound;
};

/// Longest first. "*" stands for any vowel.
constexpr std::array<Sound, 74> kSounds{{
    {u"shch", "S"}, {u"sch", "S"}, {u"tch", "C"}, {u"ch", "C"},  {u"sh", "S"}, {u"zh", "Z"}, {u"kh", "h"},
    {u"ph", "f"},   {u"th", "t"},  {u"ck", "k"},  {u"qu", "kv"}, {u"ts", "c"}, {u"ya", "*"}, {u"yu", "*"},
    {u"yo", "*"},   {u"ye", "*"},  {u"x", "ks"},  {u"b", "b"},   {u"c", "k"},  {u"d", "d"},  {u"f", "f"},
    {u"g", "g"},    {u"h", "h"},   {u"j", "g"},   {u"k", "k"},   {u"l", "l"},  {u"m", "m"},  {u"n", "n"},
    {u"p", "p"},    {u"q", "k"},   {u"r", "r"},   {u"s", "s"},   {u"t", "t"},  {u"v", "v"},  {u"w", "v"},
    {u"z", "z"},    {u"a", "*"},   {u"e", "*"},   {u"i", "*"},   {u"o", "*"},  {u"u", "*"},  {u"y", "*"},
    {u"кс", "ks"},  {u"дж", "g"},  {u"б", "b"},   {u"в", "v"},   {u"г", "g"},  {u"д", "d"},  {u"ж", "Z"},
    {u"з", "z"},    {u"й", "*"},   {u"к", "k"},   {u"л", "l"},   {u"м", "m"},  {u"н", "n"},  {u"п", "p"},
    {u"р", "r"},    {u"с", "s"},   {u"т", "t"},   {u"ф", "f"},   {u"х", "h"},  {u"ц", "c"},  {u"ч", "C"},
    {u"ш", "S"},    {u"щ", "S"},   {u"а", "*"},   {u"е", "*"},   {u"ё", "*"},  {u"и", "*"},  {u"о", "*"},
    {u"у", "*"},    {u"ы", "*"},   {u"э", "*"},   {u"ю", "*"},
}};

/// What may be heard where a letter stands, by the letter; those of one letter in the order of `kSounds`.
class SoundsOfLetters {
 public:
  SoundsOfLetters() {
    for (const Sound& sound : kSounds) by_letter_.at(place(sound.letters.front())).push_back(&sound);
  }

  std::span<const Sound* const> of(char16_t letter) const { return by_letter_[place(letter)]; }

 private:
  static constexpr std::size_t kLatin = 0x80;
  static constexpr std::size_t kCyrillic = 0x60;

  /// The first place is that of all other letters, which have no sound.
  static std::size_t place(char16_t letter) {
    if (letter < kLatin) return letter;
    return letter >= 0x400 && letter < 0x400 + kCyrillic ? kLatin + letter - 0x400U : 0;
  }

  std::array<std::vector<const Sound*>, kLatin + kCyrillic> by_letter_;
};

void append_sound(std::u16string_view word, std::string& result) {
  static const SoundsOfLetters sounds;
  std::size_t at = 0;
  while (at < word.size()) {
    const Sound* heard = nullptr;
    for (const Sound* const sound : sounds.of(word[at])) {
      if (word.substr(at, sound->letters.size()) == sound->letters) {
        heard = sound;
        break;
      }
    }
    if (heard == nullptr) {
      // "я", a digit, a soft sign: the first is a vowel, the others are kept or silent.
      if (word[at] == u'я') result.push_back('*');
      if (word[at] >= u'0' && word[at] <= u'9') result.push_back(static_cast<char>(word[at]));
      ++at;
      continue;
    }
    for (const char c : heard->sound) {
      if (result.empty() || result.back() != c) result.push_back(c);
    }
    at += heard->letters.size();
  }
}

}  // namespace

std::vector<std::string> comparison_words(std::string_view name, const language::WordSet& legal_forms) {
  return without_legal_forms(words_of(name), legal_forms);
}

std::vector<std::string> without_legal_forms(std::vector<std::string> words,
                                             const language::WordSet& legal_forms) {
  const auto is_form = [&](const std::string& word) { return legal_forms.contains(word); };
  if (!std::ranges::all_of(words, is_form)) std::erase_if(words, is_form);
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result.append(result.empty() ? "" : " ").append(word);
  return result;
}

std::string stem(const std::string& word) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(word);
  static const icu::UnicodeString endings(u"аеёиоуыэюяйь");
  if (text.length() == 0 || u_getIntPropertyValue(text.char32At(0), UCHAR_SCRIPT) != USCRIPT_CYRILLIC)
    return word;
  for (int dropped = 0; dropped < 2 && text.length() > 4 && endings.indexOf(text[text.length() - 1]) >= 0;
       ++dropped) {
    text.truncate(text.length() - 1);
  }
  std::string result;
  text.toUTF8String(result);
  return result;
}

bool is_cyrillic(const std::vector<std::string>& words) {
  if (words.empty()) return false;
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(words.front());
  return text.length() > 0 && u_getIntPropertyValue(text.char32At(0), UCHAR_SCRIPT) == USCRIPT_CYRILLIC;
}

std::string first_letter(const std::string& word) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(word);
  std::string result;
  text.tempSubString(0, text.moveIndex32(0, 1)).toUTF8String(result);
  return result;
}

std::string sound(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) {
    if (!result.empty()) result.push_back(' ');
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(word);
    append_sound({text.getBuffer(), static_cast<std::size_t>(text.length())}, result);
  }
  return result;
}

}  // namespace whofunds::entities
