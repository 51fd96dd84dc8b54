#pragma once

#include "whofunds/facts/triggers.hpp"
#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"
#include "whofunds/model/status.hpp"

namespace whofunds::facts {

/// How far what a trigger says has got: by the tense and mood of its verb, by negation, by the verbs and
/// nouns that govern it ("plans to", "переговоры о"), by words beside it ("бывший", "reportedly") and by who
/// is said to say so.
model::Status read_status(const mentions::AnnotatedSentence& tree, const Trigger& trigger,
                          const language::Lexicon& lexicon);

}  // namespace whofunds::facts
