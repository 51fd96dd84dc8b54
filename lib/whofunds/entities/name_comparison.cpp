#include "whofunds/entities/name_comparison.hpp"

#include <algorithm>
#include <array>
#include <iterator>
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

void append_sound(std::u16string_view word, std::string& result) {
  std::size_t at = 0;
  while (at < word.size()) {
    const Sound* heard = nullptr;
    for (const Sound& sound : kSounds) {
      if (word.substr(at, sound.letters.size()) == sound.letters) {
        heard = &sound;
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
  const std::vector<std::string> all = words_of(name);
  std::vector<std::string> words;
  std::copy_if(all.begin(), all.end(), std::back_inserter(words),
               [&](const std::string& word) { return !legal_forms.contains(word); });
  return words.empty() ? all : words;
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
