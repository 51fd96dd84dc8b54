#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace whofunds::text {

/// "en-US", "EN", "en_GB" → "en".
std::string language_name(std::string_view tag);

/// The language of a text, ISO 639-1. A text too short for the detector (CLD2), or one that it is not sure
/// of, goes by its letters: "ru" where most of them are Cyrillic, or most of the words that are no names;
/// "en" otherwise.
std::string detect_language(std::string_view text);

/// A piece of a text, in bytes.
struct LanguageSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string lang;            ///< "und" where it is told to be none that we read, but not which
  std::size_t paragraphs = 1;  ///< in it
};

/// The text cut at its paragraphs into spans of one language each, in order and without a gap. Empty lines
/// part paragraphs, and so does a line end where Cyrillic and Latin lines meet. `main` is the language of
/// most of the document, and of paragraphs of which none other can be told. A paragraph in the other script
/// than `main` is Russian or English by its script, unless the detector is sure of another language, or it
/// has but names. Most texts are one span.
std::vector<LanguageSpan> language_spans(std::string_view text, std::string_view main);

}  // namespace whofunds::text
