#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "whofunds/language/russian_dictionary.hpp"
#include "whofunds/language/russian_morphology.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::language {

namespace {

// How words are guessed; the first four numbers are those of pymorphy2.
constexpr std::size_t kShortestWordWithEnding = 4;
constexpr std::size_t kLongestEnding = 5;
constexpr std::size_t kLongestUnknownPrefix = 5;

/// Names of the dictionary that are declined as foreign names are, and how likely such names are, by their
/// case, beside what the endings tell, which weighs 1.
constexpr auto kModelsOfForeignNames = std::to_array<std::string_view>({"альтман", "анна"});
constexpr double kWeightOfNominative = 0.25;
constexpr double kWeightOfInstrumental = 0.5;
constexpr double kWeightOfOtherCases = 0.1;

constexpr auto kKnownPrefixes = std::to_array<std::string_view>(
    {"авиа",   "авто",   "агро",   "аква",   "анти",     "архи",    "аудио",  "аэро",  "био",    "веб",
     "взаимо", "видео",  "вице",   "внутри", "высоко",   "гео",     "гидро",  "гипер", "госхим", "гос",
     "двух",   "девяти", "десяти", "евро",   "жил",      "зоо",     "ино",    "интер", "инфо",   "кино",
     "кибер",  "контр",  "космо",  "крипто", "лже",      "макро",   "макси",  "медиа", "мега",   "меж",
     "между",  "мета",   "метео",  "микро",  "мини",     "много",   "моно",   "мото",  "мульти", "нано",
     "нарко",  "нефте",  "низко",  "обще",   "одно",     "около",   "онлайн", "орг",   "пара",   "пере",
     "пост",   "поли",   "полу",   "прото",  "пром",     "псевдо",  "пяти",   "радио", "рос",    "само",
     "сверх",  "семи",   "спец",   "стерео", "строй",    "суб",     "супер",  "теле",  "тепло",  "термо",
     "техно",  "транс",  "трех",   "ультра", "фарм",     "физ",     "фин",    "фото",  "хим",    "четырёх",
     "шести",  "эко",    "экзо",   "экс",    "экспресс", "электро", "энерго", "этно"});

bool is_consonant(std::uint8_t letter) {
  // а е и й о у ъ ы ь э ю я
  static constexpr auto kOthers = std::to_array<std::uint8_t>(
      {0xE0, 0xE5, 0xE8, 0xE9, 0xEE, 0xF3, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF, kLetterYo});
  return is_cyrillic(letter) && std::ranges::find(kOthers, letter) == kOthers.end();
}

}  // namespace

/// Guesses what a word is that is not in the dictionary, nor with "ё" for "е".
void RussianMorphology::guess(const Spelling& word, bool capitalised, Candidates& found) const {
  const std::size_t begin = last_part(word.letters());
  if (begin > 0) add_after_prefix(word, begin, false, found);
  if (found.empty()) guess_by_known_prefix(word, begin, found);
  if (!found.empty()) return;
  guess_by_unknown_prefix(word, begin, found);
  guess_by_ending(word, begin, found);
  if (!capitalised) return;
  std::erase_if(found, [&](const Candidate& candidate) {
    const std::uint8_t part = tag_of(form_of(candidate.form)).part_of_speech;
    return !is_noun_tag(part) && !is_value(part, PartOfSpeech::kAdjective);
  });
  guess_foreign_name(word, begin, found);
}

/// A foreign name often has letters before its ending that no Russian word has, so it is always thought of as
/// declined like a name of the dictionary: in a consonant, or in "-а".
void RussianMorphology::guess_foreign_name(const Spelling& word, std::size_t begin, Candidates& found) const {
  if (word.size() - begin < kShortestWordWithEnding) return;
  for (const std::string_view model : kModelsOfForeignNames) {
    for (const Entry& entry : words_.find(Spelling::of(model)->letters())) {
      // The first form of a paradigm is its lemma.
      if ((entry.key() & 0xFFFFU) == 0 && tag_of(form_of(entry.key())).name != 0) {
        guess_as_model(word, begin, entry.key(), found);
      }
    }
  }
}

/// Adds the forms in the singular of the paradigm of `model` that `word` can be, if it is declined like that.
void RussianMorphology::guess_as_model(const Spelling& word, std::size_t begin, std::uint32_t model,
                                       Candidates& found) const {
  const std::size_t count = paradigm_of(model).size();
  for (std::uint32_t form_number = model; form_number < model + count; ++form_number) {
    const Form& form = form_of(form_number);
    const Tag& tag = tag_of(form);
    if ((tag.flags & (kIndeclinable | kVariant)) != 0 || !is_value(tag.number, Number::kSingular)) continue;
    const std::size_t ending = text::count_code_points(endings_[form.ending]);
    const bool fits =
        ends_with(word.letters(), endings_[form.ending]) && is_consonant(word[word.size() - ending - 1]);
    if (!fits) continue;
    const double weight = is_value(tag.grammatical_case, Case::kNominative)     ? kWeightOfNominative
                          : is_value(tag.grammatical_case, Case::kInstrumental) ? kWeightOfInstrumental
                                                                                : kWeightOfOtherCases;
    found.push_back({word, begin, form_number, weight, true});
  }
}

void RussianMorphology::guess_by_known_prefix(const Spelling& word, std::size_t begin,
                                              Candidates& found) const {
  static const std::vector<Spelling> prefixes = [] {
    std::vector<Spelling> spelled;
    spelled.reserve(kKnownPrefixes.size());
    for (const std::string_view known : kKnownPrefixes) spelled.push_back(Spelling::of(known).value());
    return spelled;
  }();
  const Letters rest = word.letters().subspan(begin);
  for (const Spelling& prefix : prefixes) {
    if (rest.size() < prefix.size() + kShortestAfterPrefix) continue;
    if (same_letters(rest.first(prefix.size()), prefix.letters())) {
      add_after_prefix(word, begin + prefix.size(), true, found);
    }
  }
}

void RussianMorphology::guess_by_unknown_prefix(const Spelling& word, std::size_t begin,
                                                Candidates& found) const {
  for (std::size_t length = 1; length <= kLongestUnknownPrefix; ++length) {
    if (begin + length + kShortestAfterPrefix > word.size()) break;
    add_after_prefix(word, begin + length, true, found);
  }
}

/// Adds the forms that the letters from `prefix` on are by the dictionary. Their weights sum to 1. With
/// `open_class` only parts of speech that get new words are taken.
void RussianMorphology::add_after_prefix(const Spelling& word, std::size_t prefix, bool open_class,
                                         Candidates& found) const {
  Candidates rest;
  find_in_dictionary(Spelling(word.letters().subspan(prefix)), rest);
  std::erase_if(rest, [&](const Candidate& candidate) {
    const Form& form = form_of(candidate.form);
    return form.prefix != 0 || (open_class && (tag_of(form).flags & kNeverGuessed) != 0);
  });
  double total = 0;
  for (const Candidate& candidate : rest) total += candidate.weight;
  for (Candidate& candidate : rest) {
    Spelling whole(word.letters().first(prefix));
    for (const std::uint8_t letter : candidate.spelling.letters()) whole.push_back(letter);
    found.push_back({whole, prefix, candidate.form, candidate.weight / total, true});
  }
}

/// Adds the forms that words of the dictionary with the same last letters are, as many letters as any have in
/// common. Their weights sum to 1.
void RussianMorphology::guess_by_ending(const Spelling& word, std::size_t begin, Candidates& found) const {
  const std::size_t first = found.size();
  const std::size_t length = word.size() - begin;
  if (length < kShortestWordWithEnding) return;
  double total = 0;
  for (std::size_t last = std::min(kLongestEnding, length); last > 0 && total <= 1; --last) {
    for (const Entry& entry : guesses_.find(word.letters().last(last))) {
      const Form& form = form_of(entry.key());
      if ((tag_of(form).flags & kNeverGuessed) != 0) continue;
      if (!ends_with(word.letters().subspan(begin), endings_[form.ending])) continue;
      total += entry.weight;
      found.push_back({word, begin, entry.key(), static_cast<double>(entry.weight), true});
    }
  }
  for (std::size_t place = first; place < found.size(); ++place) found[place].weight /= total;
}

}  // namespace whofunds::language
