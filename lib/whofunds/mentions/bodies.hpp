#pragma once

#include <vector>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"
#include "whofunds/mentions/names.hpp"

namespace whofunds::mentions {

/// Finds the bodies of a sentence that common nouns name, and what belongs to the name of a body after its
/// first words.
///
/// A body that a place tells apart ("правительство США", "МИД России", "канадское правительство") is a name:
/// it goes into `names`, in place of those that it holds. Others ("правительство", "пресс-служба МВД") are no
/// names of one body in particular, or hold names that are parties of their own: they are given back, in
/// order, and may lie over `names`.
std::vector<NameMention> find_bodies(const AnnotatedSentence& sentence, const language::Lexicon& lexicon,
                                     const language::Morphology& morphology, std::vector<NameMention>& names);

}  // namespace whofunds::mentions
