#pragma once

#include <cstdint>
#include <span>

#include "whofunds/tagging/annotation.hpp"
#include "whofunds/tagging/english_grammar.hpp"

namespace whofunds::tagging::english {

/// Sets part of speech, number, gender, tense and voice by tags and by the auxiliaries of each verb:
///
/// - A verb with a finite auxiliary ("was acquired", "will buy", "has invested", "is buying") is kVerb and
/// has the tense of the
///   whole: "has bought" is past, "will buy" future, "would buy" has none. A past participle with a subject
///   of its own and no auxiliary, as in headlines, is kVerb too.
/// - After "to" a verb is kInfinitive ("to be acquired": passive); other bare infinitives are so too.
/// - Other forms in -ing and past participles are kParticiple; the latter are passive, except after "having".
/// - A verb is passive that has a passive auxiliary, a passive subject or an agent. Of two verbs of one form
/// in a list the second has the
///   auxiliaries of the first ("was founded by X and bought by Y").
/// - Auxiliaries have no voice of their own, and verbs that serve as prepositions ("including") are
/// kPreposition.
/// - Words that stand for a noun ("which", "that", "its") are kPronoun, and pronouns have number and gender
/// where one sees them.
///
/// `order` is that of order_from_root.
void set_forms(std::span<const Word> words, std::span<const std::int32_t> order,
               std::span<Annotation> annotations);

}  // namespace whofunds::tagging::english
