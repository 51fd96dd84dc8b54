#include "whofunds/language/english_morphology.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "whofunds/language/english_endings.hpp"

namespace whofunds::language {
namespace {

constexpr std::size_t kEnglishSectionCount = 4;

/// How much likelier a word with a capital is a name than its letters alone say.
constexpr float kWeightOfCapital = 3.0F;
/// How likely an unknown word with a capital is a name.
constexpr float kCapitalIsName = 0.8F;

using Readings = std::vector<Analysis>;

std::string text_of(const Spelling& word) {
  std::string text;
  append_utf8(text, word.letters());
  return text;
}

bool same_reading(const Analysis& left, const Analysis& right) {
  return left.lemma == right.lemma && left.part_of_speech == right.part_of_speech &&
         left.tense == right.tense && left.number == right.number;
}

/// Adds what a form is read as, `weight` being that of the lemma with this part of speech. A regular past is
/// a participle too.
void add_readings(Readings& readings, const std::string& lemma, const Key& key, float weight) {
  for (const FormReading& form : kFormReadings) {
    if (form.part != key.part || form.form != key.form) continue;
    Analysis reading{.lemma = lemma,
                     .part_of_speech = form.part_of_speech,
                     .number = form.number,
                     .tense = form.tense,
                     .voice = form.voice,
                     .name = key.name,
                     .abbreviation = (key.marks & kAbbreviationMark) != 0,
                     .probability = weight * form.share};
    if ((key.marks & kProper) != 0) reading.part_of_speech = PartOfSpeech::kProperNoun;
    const bool known =
        std::ranges::any_of(readings, [&](const Analysis& other) { return same_reading(other, reading); });
    if (!known) readings.push_back(std::move(reading));
  }
}

void add_regular(Readings& readings, const std::string& lemma, const Key& key, float weight) {
  add_readings(readings, lemma, key, weight);
  if (key.form == FormKind::kPast) {
    add_readings(readings, lemma, {key.part, FormKind::kPastParticiple, key.name, key.marks, key.text},
                 weight);
  }
}

/// Divides the weights of `readings` so that they sum to `total`.
void share_out(Readings& readings, std::size_t first, double total) {
  double sum = 0;
  for (std::size_t place = first; place < readings.size(); ++place) sum += readings[place].probability;
  if (sum <= 0) return;
  for (std::size_t place = first; place < readings.size(); ++place) {
    readings[place].probability = static_cast<float>(readings[place].probability * total / sum);
  }
}

void weigh_names(Readings& readings) {
  for (Analysis& reading : readings) {
    if (reading.part_of_speech == PartOfSpeech::kProperNoun) reading.probability *= kWeightOfCapital;
  }
}

void guess_by_ending(Readings& readings, const std::string& word) {
  for (const GuessedEnding& guess : kGuessedEndings) {
    if (!word.ends_with(guess.ending) || word.size() < guess.ending.size() + 3) continue;
    add_regular(readings, word.substr(0, word.size() - guess.cut),
                {guess.part, guess.form, NameKind::kNone, 0, 0}, 1.0F);
    return;
  }
  add_readings(readings, word, {Part::kNoun, FormKind::kLemma, NameKind::kNone, 0, 0}, 1.0F);
}

Analysis guessed_name(std::string_view word, bool abbreviation) {
  return {.lemma = lower_case(word),
          .part_of_speech = PartOfSpeech::kProperNoun,
          .number = Number::kSingular,
          .abbreviation = abbreviation,
          .guessed = true,
          .probability = 1.0F};
}

bool is_vowel(char letter) {
  return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

std::string regular_plural(const std::string& lemma) {
  const auto ends = [&](std::string_view ending) { return lemma.ends_with(ending); };
  if (ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh")) return lemma + "es";
  if (ends("y") && lemma.size() > 1 && !is_vowel(lemma[lemma.size() - 2])) {
    return lemma.substr(0, lemma.size() - 1) + "ies";
  }
  return lemma + "s";
}

}  // namespace

EnglishMorphology::EnglishMorphology(const std::filesystem::path& dictionary,
                                     const std::filesystem::path& function_words)
    : file_(dictionary, "engl", kEnglishSectionCount),
      words_(file_.section<std::uint32_t>(0), file_.section<Entry>(1)),
      texts_(file_.section<std::uint32_t>(2), file_.section<char>(3)) {
  add_groups(read_function_words(function_words));
}

void EnglishMorphology::add_groups(const std::vector<FunctionWords>& groups) {
  for (const FunctionWords& group : groups) {
    for (const std::string& word : group.words) {
      FunctionWord entry{group.reading, group.share};
      if (entry.reading.lemma.empty()) entry.reading.lemma = word;
      function_words_[word].push_back(std::move(entry));
    }
  }
}

void EnglishMorphology::analyze(std::string_view word, std::vector<Analysis>& readings) const {
  readings.clear();
  const std::optional<Spelling> spelling = Spelling::of(word);
  const WordShape shape = shape_of(word);
  if (!spelling || shape.letters == 0) {
    if (shape.letters > 0) readings.push_back(guessed_name(word, false));
    return;
  }
  const std::string lowered = text_of(*spelling);
  const double taken = add_function_words(lowered, readings);
  const std::size_t first = readings.size();
  if (taken < 1) find_in_dictionary(*spelling, readings);
  if (begins_with_capital(word)) weigh_names(readings);
  if (readings.empty()) {
    add_by_last_part(*spelling, readings);
    if (readings.empty()) guess_by_ending(readings, lowered);
    for (Analysis& reading : readings) reading.guessed = true;
    if (begins_with_capital(word)) {
      share_out(readings, 0, 1 - kCapitalIsName);
      readings.push_back(guessed_name(word, shape.all_capitals));
      readings.back().probability = kCapitalIsName;
    }
  } else {
    share_out(readings, first, 1 - taken);
  }
  share_out(readings, 0, 1);
  std::ranges::stable_sort(readings, std::ranges::greater(), &Analysis::probability);
}

/// Adds the readings of a word of grammar, and returns how much of its probability they are.
double EnglishMorphology::add_function_words(const std::string& word, std::vector<Analysis>& readings) const {
  const auto found = function_words_.find(word);
  if (found == function_words_.end()) return 0;
  double most = 0;
  for (const FunctionWord& entry : found->second) most = std::max(most, entry.share);
  for (const FunctionWord& entry : found->second) {
    readings.push_back(entry.reading);
    readings.back().probability = static_cast<float>(entry.share);
  }
  share_out(readings, 0, most);
  return most;
}

void EnglishMorphology::find_in_dictionary(const Spelling& word, std::vector<Analysis>& readings) const {
  add_listed_forms(word, readings);
  add_regular_forms(word, readings);
}

/// Lemmas and irregular forms.
void EnglishMorphology::add_listed_forms(const Spelling& word, std::vector<Analysis>& readings) const {
  for (const Entry& entry : words_.find(word.letters())) {
    const Key key = unpack(entry);
    if (key.form == FormKind::kHasPlural) continue;
    const std::string lemma = key.form == FormKind::kLemma ? text_of(word) : std::string(texts_[key.text]);
    add_readings(readings, lemma, key, static_cast<float>(entry.weight));
  }
}

/// Forms with a regular ending, of the parts of speech that the word is no irregular form of.
void EnglishMorphology::add_regular_forms(const Spelling& word, std::vector<Analysis>& readings) const {
  const std::span<const Entry> listed = words_.find(word.letters());
  const std::string text = text_of(word);
  const auto add_lemma = [&](const std::string& lemma, Part part, FormKind form) {
    for (const Entry& entry : words_.find(Spelling::of(lemma)->letters())) {
      const Key key = unpack(entry);
      if (key.part != part || key.form != FormKind::kLemma) continue;
      add_regular(readings, lemma, {part, form, key.name, key.marks, key.text},
                  static_cast<float>(entry.weight));
    }
  };
  for (const RegularEnding& rule : kRegularEndings) {
    if (!text.ends_with(rule.ending) || text.size() < rule.ending.size() + 2 || text.ends_with("ss"))
      continue;
    const bool irregular = std::ranges::any_of(listed, [&](const Entry& entry) {
      const Key key = unpack(entry);
      return key.part == rule.part && key.form != FormKind::kLemma && key.form != FormKind::kHasPlural;
    });
    if (irregular) continue;
    const std::string stem = text.substr(0, text.size() - rule.ending.size());
    add_lemma(stem + std::string(rule.of_lemma), rule.part, rule.form);
    const bool doubled = stem.size() > 2 && stem.back() == stem[stem.size() - 2] && !is_vowel(stem.back());
    const bool doubles = rule.form == FormKind::kPast || rule.form == FormKind::kPresentParticiple;
    if (doubled && doubles && rule.of_lemma.empty())
      add_lemma(stem.substr(0, stem.size() - 1), rule.part, rule.form);
  }
}

/// Readings by the last part of a hyphenated word, or by what follows a known prefix.
void EnglishMorphology::add_by_last_part(const Spelling& word, std::vector<Analysis>& readings) const {
  const std::string text = text_of(word);
  const auto add_after = [&](std::size_t length) {
    find_in_dictionary(*Spelling::of(text.substr(length)), readings);
    for (Analysis& reading : readings) reading.lemma.insert(0, text, 0, length);
  };
  if (const std::size_t hyphen = text.rfind('-');
      hyphen != std::string::npos && hyphen > 0 && hyphen + 1 < text.size()) {
    add_after(hyphen + 1);
    return;
  }
  for (const std::string_view prefix : kPrefixes) {
    if (!text.starts_with(prefix) || text.size() < prefix.size() + kShortestEnglishAfterPrefix) continue;
    add_after(prefix.size());
    if (!readings.empty()) return;
  }
}

std::optional<std::string> EnglishMorphology::inflect(std::string_view /*word*/, const Analysis& reading,
                                                      Case /*grammatical_case*/, Number number) const {
  if (reading.part_of_speech != PartOfSpeech::kNoun && reading.part_of_speech != PartOfSpeech::kProperNoun) {
    return std::nullopt;
  }
  if (number == Number::kPlural) return plural(reading.lemma);
  return reading.lemma;
}

std::string EnglishMorphology::plural(const std::string& lemma) const {
  if (const std::optional<Spelling> spelling = Spelling::of(lemma)) {
    for (const Entry& entry : words_.find(spelling->letters())) {
      const Key key = unpack(entry);
      if (key.form == FormKind::kHasPlural) return std::string(texts_[key.text]);
    }
  }
  return regular_plural(lemma);
}

}  // namespace whofunds::language
