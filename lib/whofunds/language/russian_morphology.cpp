#include "whofunds/language/russian_morphology.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "whofunds/language/russian_dictionary.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::language {
namespace {

/// The `form` of a reading that is of no paradigm.
constexpr std::uint32_t kNoForm = 0x7FFFFFFF;

constexpr std::size_t kSectionCount = 13;

/// A guess may fit hundreds of paradigms; beyond these the rest is noise.
constexpr std::size_t kMostGuesses = 24;
/// Up to this many capitals, an unknown word is as likely an abbreviation as a word in capitals.
constexpr std::size_t kLongestAbbreviation = 5;

/// What the spelling as written counts for beside one in which "е" was read as "ё".
constexpr double kWeightAsWritten = 2.0;

/// How much likelier a word with a capital is a name than its letters alone say; an unknown one an adjective,
/// a plural.
constexpr double kCapitalOfName = 3.0;
constexpr double kCapitalOfAdjective = 0.5;
constexpr double kCapitalOfPlural = 0.1;

/// What a form counts for that was never met, where others of the same word were: in millionths.
constexpr double kLeastEstimate = 1.0;

/// What an unknown name is taken to be where its ending does not tell, and how likely: declined in no case
/// where it ends in a vowel, less so where the vowel is a common ending of cases.
constexpr float kLikelihoodOfAbbreviation = 0.5F;
constexpr std::string_view kVowelsOfForeignNames = "ёиоыэ";
constexpr float kLikelihoodOfUndeclined = 0.4F;
constexpr std::string_view kVowelsOfCases = "еую";
constexpr float kLikelihoodOfUndeclinedInVowelOfCases = 0.15F;

/// Calls `visit(spelling, node)` for `word`, and for it with any "е" read as "ё", where `automaton` leads
/// that far.
template <typename Visit>
void visit_spellings(const WordAutomaton& automaton, Letters word, WordAutomaton::Node node,
                     Spelling& spelling, const Visit& visit) {
  std::size_t place = spelling.size();
  const std::size_t begin = place;
  for (; place < word.size(); ++place) {
    if (word[place] == kLetterIe) {
      if (const auto next = automaton.next(node, kLetterYo)) {
        spelling.push_back(kLetterYo);
        visit_spellings(automaton, word, *next, spelling, visit);
        spelling.pop_back();
      }
    }
    const auto next = automaton.next(node, word[place]);
    if (!next) break;
    node = *next;
    spelling.push_back(word[place]);
  }
  if (place == word.size()) visit(std::as_const(spelling), node);
  while (spelling.size() > begin) spelling.pop_back();
}

template <typename Visit>
void visit_spellings(const WordAutomaton& automaton, Letters word, const Visit& visit) {
  Spelling spelling;
  visit_spellings(automaton, word, automaton.root(), spelling, visit);
}

/// `spelling` with every "ё" written "е"; nothing where there is none.
std::optional<Spelling> without_yo(const Spelling& spelling) {
  Spelling folded;
  bool changed = false;
  for (const std::uint8_t letter : spelling.letters()) {
    changed |= letter == kLetterYo;
    folded.push_back(letter == kLetterYo ? kLetterIe : letter);
  }
  if (!changed) return std::nullopt;
  return folded;
}

/// A reading of a word that is not declined and that no dictionary tells anything of.
Analysis undeclined(std::string_view word, PartOfSpeech part_of_speech, bool abbreviation) {
  return {.lemma = lower_case(word),
          .part_of_speech = part_of_speech,
          .abbreviation = abbreviation,
          .indeclinable = true,
          .guessed = true,
          .probability = 1.0F,
          .form = kNoForm};
}

/// Adds a reading of this probability; the others share the rest.
void add_reading(std::vector<Analysis>& readings, Analysis added, float probability) {
  for (Analysis& reading : readings) reading.probability *= 1 - probability;
  added.probability = probability;
  const auto place = std::ranges::find_if(
      readings, [&](const Analysis& reading) { return reading.probability < added.probability; });
  readings.insert(place, std::move(added));
}

/// How likely a foreign name is declined in no case: one that ends in a vowel that names have not in the
/// nominative.
float likelihood_of_undeclined(std::string_view name) {
  const std::string lowered = lower_case(name);
  const auto ends_in = [&](std::string_view vowels) {
    return lowered.size() > 2 && vowels.find(lowered.substr(lowered.size() - 2)) != std::string_view::npos;
  };
  if (ends_in(kVowelsOfForeignNames)) return kLikelihoodOfUndeclined;
  return ends_in(kVowelsOfCases) ? kLikelihoodOfUndeclinedInVowelOfCases : 0.0F;
}

/// Whether a word is digits with the ending of an ordinal: "2020-го", "90-х".
bool is_ordinal_in_digits(const Spelling& word) {
  const std::size_t part = last_part(word.letters());
  return part >= 2 && word[part - 2] >= '0' && word[part - 2] <= '9' && is_cyrillic(word[part]) &&
         word.size() - part < kShortestAfterPrefix;
}

bool can_be_guessed(const Spelling& word) {
  return !word.empty() && is_cyrillic(word[word.size() - 1]) && !is_ordinal_in_digits(word);
}

}  // namespace

RussianMorphology::RussianMorphology(const std::filesystem::path& dictionary)
    : file_(dictionary, "russ", kSectionCount),
      tags_(file_.section<Tag>(0)),
      paradigm_starts_(file_.section<std::uint32_t>(1)),
      forms_(file_.section<Form>(2)),
      endings_(file_.section<std::uint32_t>(3), file_.section<char>(4)),
      prefixes_(file_.section<std::uint32_t>(5), file_.section<char>(6)),
      words_(file_.section<std::uint32_t>(7), file_.section<Entry>(8)),
      estimates_(file_.section<std::uint32_t>(9), file_.section<Entry>(10)),
      guesses_(file_.section<std::uint32_t>(11), file_.section<Entry>(12)) {}

void RussianMorphology::analyze(std::string_view word, std::vector<Analysis>& readings) const {
  const std::optional<Spelling> spelling = Spelling::of(word);
  Candidates found;
  if (spelling) found = candidates(*spelling, begins_with_capital(word));
  readings.resize(found.size());
  for (std::size_t place = 0; place < found.size(); ++place) read(found[place], readings[place]);
  if (!found.empty() && !found.front().guessed) return;

  const WordShape shape = shape_of(word);
  if (found.empty() && shape.letters > 0) {
    const bool ordinal = spelling && is_ordinal_in_digits(*spelling);
    readings.push_back(undeclined(word, ordinal ? PartOfSpeech::kAdjective : PartOfSpeech::kProperNoun,
                                  shape.all_capitals && !ordinal));
  } else if (shape.all_capitals && shape.letters <= kLongestAbbreviation) {
    add_reading(readings, undeclined(word, PartOfSpeech::kProperNoun, true), kLikelihoodOfAbbreviation);
  } else if (!found.empty() && begins_with_capital(word) && last_part(spelling->letters()) == 0) {
    const float likelihood = likelihood_of_undeclined(word);
    if (likelihood > 0) add_reading(readings, undeclined(word, PartOfSpeech::kProperNoun, false), likelihood);
  }
}

std::optional<std::string> RussianMorphology::inflect(std::string_view word, const Analysis& reading,
                                                      Case grammatical_case, Number number) const {
  if (reading.form == kNoForm) return lower_case(word);
  const std::optional<Spelling> spelling = Spelling::of(word);
  if (!spelling) return std::nullopt;
  for (const Candidate& candidate : candidates(*spelling, begins_with_capital(word))) {
    if (candidate.form != reading.form) continue;
    const Form* const wanted = choose_form(candidate.form, grammatical_case, number);
    if (wanted == nullptr) return std::nullopt;
    std::string inflected;
    append_in_form(inflected, candidate, *wanted);
    return inflected;
  }
  return std::nullopt;
}

/// The forms that `word` can be, the likeliest first, their weights summing to 1. With `capitalised`, names
/// weigh more.
RussianMorphology::Candidates RussianMorphology::candidates(const Spelling& word, bool capitalised) const {
  Candidates found;
  found.reserve(kMostGuesses);
  find_in_dictionary(word, found);
  if (found.empty()) {
    if (const std::optional<Spelling> folded = without_yo(word)) find_in_dictionary(*folded, found);
  }
  if (found.empty() && can_be_guessed(word)) guess(word, capitalised, found);
  if (capitalised) weigh_by_capital(found);
  std::ranges::sort(found, [](const Candidate& left, const Candidate& right) {
    return std::tuple(-left.weight, left.form, left.prefix) <
           std::tuple(-right.weight, right.form, right.prefix);
  });
  if (found.size() > kMostGuesses && found.front().guessed) found.resize(kMostGuesses);
  double total = 0;
  for (const Candidate& candidate : found) total += candidate.weight;
  for (Candidate& candidate : found) candidate.weight /= total;
  return found;
}

/// What a capital says: names are likelier, and an unknown word is hardly an adjective or in the plural.
void RussianMorphology::weigh_by_capital(Candidates& found) const {
  for (Candidate& candidate : found) {
    const Tag& tag = tag_of(form_of(candidate.form));
    if (tag.name != 0) candidate.weight *= kCapitalOfName;
    if (!candidate.guessed) continue;
    if (is_value(tag.part_of_speech, PartOfSpeech::kAdjective)) candidate.weight *= kCapitalOfAdjective;
    if (is_value(tag.number, Number::kPlural)) candidate.weight *= kCapitalOfPlural;
  }
}

void RussianMorphology::find_in_dictionary(const Spelling& word, Candidates& found) const {
  visit_spellings(words_, word.letters(), [&](const Spelling& spelling, WordAutomaton::Node node) {
    const bool as_written = same_letters(spelling.letters(), word.letters());
    add_dictionary_word(spelling, node, as_written ? kWeightAsWritten : 1.0, found);
  });
}

/// Adds the forms of a word of the dictionary that ends in `node`; their weights sum to `weight`.
void RussianMorphology::add_dictionary_word(const Spelling& word, WordAutomaton::Node node, double weight,
                                            Candidates& found) const {
  const std::span<const Entry> entries = words_.entries(node);
  if (entries.empty()) return;
  const std::span<const Entry> estimates = estimates_.find(word.letters());
  const std::size_t first = found.size();
  double total = 0;
  for (const Entry& entry : entries) {
    double share = entry.weight;
    if (!estimates.empty()) {
      const auto estimate = std::ranges::find(estimates, form_of(entry.key()).tag, &Entry::key);
      share = kLeastEstimate + (estimate == estimates.end() ? 0 : estimate->weight);
    }
    total += share;
    found.push_back({.spelling = word, .form = entry.key(), .weight = share});
  }
  for (std::size_t place = first; place < found.size(); ++place) found[place].weight *= weight / total;
}

std::span<const RussianMorphology::Form> RussianMorphology::paradigm_of(std::uint32_t form) const {
  const std::size_t number = form >> 16U;
  return forms_.subspan(paradigm_starts_[number], paradigm_starts_[number + 1] - paradigm_starts_[number]);
}

const RussianMorphology::Form& RussianMorphology::form_of(std::uint32_t form) const {
  return forms_[paradigm_starts_[form >> 16U] + (form & 0xFFFFU)];
}

void RussianMorphology::read(const Candidate& candidate, Analysis& reading) const {
  const Tag& tag = tag_of(form_of(candidate.form));
  reading.lemma.clear();
  append_in_form(reading.lemma, candidate, paradigm_of(candidate.form).front());
  reading.part_of_speech = static_cast<PartOfSpeech>(tag.part_of_speech);
  reading.grammatical_case = static_cast<Case>(tag.grammatical_case);
  reading.gender = static_cast<Gender>(tag.gender);
  reading.number = static_cast<Number>(tag.number);
  reading.tense = static_cast<Tense>(tag.tense);
  reading.voice = static_cast<Voice>(tag.voice);
  reading.name = static_cast<NameKind>(tag.name);
  reading.animate = (tag.flags & kAnimate) != 0;
  reading.abbreviation = (tag.flags & kAbbreviation) != 0;
  reading.indeclinable = (tag.flags & kIndeclinable) != 0;
  reading.guessed = candidate.guessed;
  reading.probability = static_cast<float>(candidate.weight);
  reading.form = candidate.form;
}

/// Appends the word of `candidate` in another form of its paradigm.
void RussianMorphology::append_in_form(std::string& text, const Candidate& candidate,
                                       const Form& wanted) const {
  const Form& current = form_of(candidate.form);
  const std::size_t begin = candidate.prefix + text::count_code_points(prefixes_[current.prefix]);
  const std::size_t end = candidate.spelling.size() - text::count_code_points(endings_[current.ending]);
  if (candidate.prefix > 0) append_left_part(text, candidate, wanted);
  text += prefixes_[wanted.prefix];
  append_utf8(text, candidate.spelling.letters().subspan(begin, end - begin));
  text += endings_[wanted.ending];
}

/// Appends the letters before those that `candidate` is a form of. They stay as they are, save that in
/// "стран-участниц" the first noun is declined with the second.
void RussianMorphology::append_left_part(std::string& text, const Candidate& candidate,
                                         const Form& wanted) const {
  const Letters left = candidate.spelling.letters().first(candidate.prefix);
  const Tag& now = tag_of(form_of(candidate.form));
  Candidates readings;
  if (left.size() > 1 && left.back() == '-' && is_noun_tag(now.part_of_speech)) {
    find_in_dictionary(Spelling(left.first(left.size() - 1)), readings);
  }
  for (const Candidate& reading : readings) {
    const Tag& tag = tag_of(form_of(reading.form));
    if (!is_noun_tag(tag.part_of_speech) || tag.grammatical_case != now.grammatical_case ||
        tag.number != now.number)
      continue;
    const Tag& then = tag_of(wanted);
    const Form* const form =
        choose_form(reading.form, static_cast<Case>(then.grammatical_case), static_cast<Number>(then.number));
    if (form == nullptr) continue;
    append_in_form(text, reading, *form);
    text += '-';
    return;
  }
  append_utf8(text, left);
}

/// The form of the paradigm of `current` in another case and number, all else equal; null where there is
/// none. Of several such forms the commonest is taken: none of those marked as variants, the masculine where
/// the number hides the gender, and the first in the order of the dictionary.
const RussianMorphology::Form* RussianMorphology::choose_form(std::uint32_t current, Case grammatical_case,
                                                              Number number) const {
  const Tag& now = tag_of(form_of(current));
  const auto fits = [](std::uint8_t has, std::uint8_t wanted) {
    return has == wanted || has == 0 || wanted == 0;
  };
  const Form* best = nullptr;
  unsigned least = 0;
  for (const Form& form : paradigm_of(current)) {
    const Tag& tag = tag_of(form);
    if (tag.part_of_speech != now.part_of_speech || tag.tense != now.tense || tag.voice != now.voice ||
        tag.grammatical_case != static_cast<std::uint8_t>(grammatical_case) ||
        !fits(tag.number, static_cast<std::uint8_t>(number)) || !fits(tag.gender, now.gender)) {
      continue;
    }
    const unsigned flaws = ((tag.flags & kVariant) != 0 ? 8U : 0U) +
                           (((tag.flags ^ now.flags) & kAnimate) != 0 ? 4U : 0U) +
                           (now.gender == 0 ? tag.gender : 0U);
    if (best == nullptr || flaws < least) {
      best = &form;
      least = flaws;
    }
  }
  return best;
}

}  // namespace whofunds::language
