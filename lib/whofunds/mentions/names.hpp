#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"
#include "whofunds/mentions/values.hpp"
#include "whofunds/model/entity_kind.hpp"

namespace whofunds::mentions {

/// A name in a sentence: the words [first, last), without quotes, titles and descriptions around it.
struct NameMention {
  int first = 0;
  int last = 0;
  int head = 0;  ///< the word of it that the rest of the sentence sees
  model::EntityKind kind = model::EntityKind::kOrganization;
  bool kind_told = false;     ///< by a word beside or within it, not only by the model's opinion
  bool may_be_place = false;  ///< the model takes it for a place, but it does something
  bool quoted = false;
  std::string text;         ///< as it stands in the document
  std::string name;         ///< in the nominative
  std::uint32_t begin = 0;  ///< code points of the document
  std::uint32_t end = 0;
  /// Codes of the countries that the sentence says it is of (`find_countries`), sorted, each once.
  std::vector<std::string> countries = {};
};

/// Finds the names of a sentence, in order, none overlapping another. What the model of the language takes
/// for a name, what stands in quotes beside a word that describes it ("сеть «Росинка»"), and runs of
/// capitalised words that no dictionary knows.
std::vector<NameMention> find_names(const AnnotatedSentence& sentence, const Values& values,
                                    const language::Lexicon& lexicon, const language::Morphology& morphology);

/// Finds the head of each name anew, in another tree of its sentence.
void find_heads(const AnnotatedSentence& sentence, std::vector<NameMention>& names);

/// Hangs on the head of each name what parsers hang on its other words: a name is one thing.
void hang_on_names(AnnotatedSentence& sentence, const std::vector<NameMention>& names);

/// The words [first, last) in the nominative: all of a person's name; of other names the adjectives before
/// the head noun and that noun, since what follows it does not change ("Фонда Потаниной" → "Фонд Потаниной").
/// Letters keep their case.
std::string nominative(const AnnotatedSentence& sentence, int first, int last, model::EntityKind kind,
                       const language::Morphology& morphology);

}  // namespace whofunds::mentions
