#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "whofunds/mentions/names.hpp"

namespace whofunds::mentions {

using language::Case;
using model::EntityKind;
using text::Script;

namespace {

/// Gives `form` (lower case) the capitals of `model`: all of them, or the first, or none.
std::string with_capitals_of(const std::string& form, const text::Token& model) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(form);
  if (model.all_capitals) {
    text.toUpper();
  } else if (model.capitalised) {
    // A hyphenated name has a capital in each of its parts: "Юг-Терминал".
    const icu::UnicodeString shown = icu::UnicodeString::fromUTF8(
        icu::StringPiece(model.text.data(), static_cast<int32_t>(model.text.size())));
    bool part_begins = true;
    int32_t at_shown = 0;
    for (int32_t i = 0; i < text.length(); ++i) {
      if (part_begins && (i == 0 || (at_shown < shown.length() && u_isupper(shown[at_shown]) != 0))) {
        text.setCharAt(i, static_cast<char16_t>(u_toupper(text[i])));
      }
      part_begins = text[i] == u'-';
      if (part_begins) at_shown = shown.indexOf(u'-', at_shown) + 1;
    }
  }
  std::string result;
  text.toUTF8String(result);
  return result;
}

/// The nominative of one word, with its capitals.
std::string nominative_word(const Word& word, const language::Morphology& morphology) {
  if (word.token.script != Script::kCyrillic || word.token.all_capitals) return std::string(word.token.text);
  // Surnames like Седых and Долгих stay as they are.
  if (word.is_noun() && word.is_capitalised() && (word.lower.ends_with("ых") || word.lower.ends_with("их")))
    return std::string(word.token.text);
  std::vector<language::Analysis> readings;
  morphology.analyze(word.token.text, readings);
  const language::Analysis* const reading = best_reading(readings, word.note);
  if (reading == nullptr || reading->indeclinable) return std::string(word.token.text);
  const language::Number number =
      reading->number == language::Number::kNone ? language::Number::kSingular : reading->number;
  const auto form = morphology.inflect(word.token.text, *reading, Case::kNominative, number);
  return form ? with_capitals_of(*form, word.token) : std::string(word.token.text);
}

}  // namespace

std::string nominative(const AnnotatedSentence& sentence, int first, int last, EntityKind kind,
                       const language::Morphology& morphology) {
  const bool is_person = kind == EntityKind::kPerson;
  const char* const begin = sentence.at(first).token.text.data();
  std::string result;
  const char* copied = begin;
  bool past_head = false;
  for (int i = first; i < last; ++i) {
    const Word& word = sentence.at(i);
    result.append(copied, word.token.text.data());
    const bool declines = is_person || !past_head;
    const bool in_nominative =
        word.note.grammatical_case == Case::kNominative || word.note.grammatical_case == Case::kNone;
    result.append(declines && !in_nominative ? nominative_word(word, morphology)
                                             : std::string(word.token.text));
    past_head = past_head || word.is_noun();
    copied = word.token.text.data() + word.token.text.size();
  }
  return result;
}

}  // namespace whofunds::mentions
