#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "whofunds/tagging/annotation.hpp"
#include "whofunds/tagging/english_grammar.hpp"

namespace whofunds::tagging::english {

/// Replaces `order` by the indexes of the words of a sentence, every head before what hangs on it.
void order_from_root(std::span<const Word> words, std::vector<std::int32_t>& order);

/// Sets heads and dependencies by the tree of the parser, turned from the ClearNLP scheme to that of
/// Universal Dependencies as far as `Dependency` tells relations apart:
///
/// - What a preposition governs takes its place and the preposition hangs on it as kCase, or as kMark where
/// it governs a
///   clause; all of "out of" and "because of" hangs on the one noun. A preposition left without a noun ("sold
///   the fund he invested in") stays on its verb as kCase.
/// - The noun or adjective that "be" ascribes takes the place of "be", which hangs on it as kCopula. After
/// "there is" the noun is the
///   subject of "is". After other verbs ("became", "remains", "was named") the noun is their kOpenComplement.
/// - Every member of a list hangs on the first, and "and" on the member that it comes before.
/// - Noun phrases that tell time or measure ("last year") are kAdverbModifier, parts of numbers
/// kNumericModifier, particles of
///   verbs ("took over") and parts of compounds kCompound, the word "to" before an infinitive kMark.
///
/// `order` is that of order_from_root. The heads remain one tree.
void set_dependencies(std::span<const Word> words, std::span<const std::int32_t> order,
                      std::span<Annotation> annotations);

}  // namespace whofunds::tagging::english
